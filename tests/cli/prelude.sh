# Functions for the scripts of tests/cli.

# fails CODE COMMAND...: shows the command and its messages, and what is wrong if it exits otherwise or prints
# anything on standard output.
fails() {
    want=$1
    shift
    echo "\$ $*"
    "$@" >.out 2>.err
    got=$?
    cat .err
    [ "$got" -eq "$want" ] || echo "WRONG: exit code $got, not $want"
    [ ! -s .out ] || { echo "WRONG: standard output is not empty:"; cat .out; }
    echo
}

# on_terminal COMMAND...: runs it on a pseudo-terminal.
on_terminal() {
    "$PYTHON" "$TESTS/terminal.py" "$@"
}

# admit: writes admit.csv, 12 rows of two numbers, a category and a target; not separated.
admit() {
    cat >admit.csv <<'END'
id,gre,gpa,school,admit
1,380,3.61,north,no
2,660,3.67,south,yes
3,800,4.00,north,yes
4,640,3.19,east,yes
5,520,2.93,east,no
6,760,3.00,south,yes
7,560,2.98,north,no
8,400,3.08,south,no
9,540,3.39,east,yes
10,700,3.92,north,no
11,440,3.22,south,yes
12,600,3.50,east,no
END
}

# tickets: writes tickets.csv, 120 rows of numbers and categories, none of two values.
tickets() {
    awk 'BEGIN { print "id,hours,status,region,rating,crowd,net worth,x"
        for (i = 0; i < 120; i++) { x = i * 37 % 41 / 10; h = i % 17 == 5 ? "" : (i * 29 % 53 + 6 * x) / 2
            printf "%d,%s,%s,%s,%d,%d,%d,%.1f\n", 1001 + i, h, i % 23 == 9 ? "" : substr("open    resolvedclosed  stale   ", 1 + 8 * (i * 7 % 11 % 4), 8),
                substr("nsw", 1 + i * i % 7 % 3, 1), 1 + i * 13 % 5, 4000 + i * i * 31 % 15013, i * 71 % 911, x } }' | sed 's/  *,/,/' >tickets.csv
}
