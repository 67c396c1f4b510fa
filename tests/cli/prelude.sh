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
