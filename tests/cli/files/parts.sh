# Numbers of two parts in one: feet and inches, hours and minutes. The command that is told gives the file that is meant, and sound columns get none.
awk -v OFMT=%.15g -v CONVFMT=%.15g 'BEGIN {
    print "HEIGHT3,DEP_TIME,cm,place,fee,dose_time,ill" >"parts.csv"
    print "HEIGHT3,DEP_TIME,cm,place,fee,dose_time,ill" >"meant.csv"
    for (i = 0; i < 120; i++) {
        inches = 58 + i * 37 % 19; hour = 5 + i * 7 % 18; half = 30 * (i * 11 % 3 == 1)
        rest = 150 + i * 29 % 41 "," 100 * (1 + i % 4) + i * 5 % 12 "," 100 * (i % 13) + 30 * (i % 2) "," 50 * (i % 30) "," ((i * 31 % 17 + inches) % 2)
        metric = i % 23 == 4; none = i % 31 == 9
        print (none ? (i % 2 ? 7777 : 9999) : metric ? 9000 + 150 + i % 40 : int(inches / 12) * 100 + inches % 12) "," 100 * hour + half "," rest >"parts.csv"
        print (none ? "" : metric ? (150 + i % 40) / 2.54 : inches) "," hour + half / 60 "," rest >"meant.csv"
    }
}'
fit() {
    logreg fit "$1" --target ill --csv --no-curve --quiet 2>&1 | cut -c1-40
}
logreg doctor parts.csv --target ill | sed -n '/^What makes/,/^$/p'
logreg fit parts.csv --target ill --no-curve --save m.json | sed -n '/^Warnings/,$p' >first.txt
grep '!' first.txt
logreg show m.json --no-curve | sed -n '/^Warnings/,$p' | cmp - first.txt
cp parts.csv one.csv
for step in 1 2; do
    logreg fit parts.csv --target ill --no-curve | grep '^perl' | sed -n ${step}p | sed 's/parts\.csv$/one.csv/' >command
    sh command >two.csv && mv two.csv one.csv
done
fit meant.csv >meant.txt
fit one.csv | cmp - meant.txt
logreg doctor one.csv --target ill | grep -c 'Feet\|Dates' || true
# with semicolons and decimal commas
tr ',' ';' <parts.csv | sed 's/;\([0-9]*\)$/,5;\1/' >comma.csv
logreg doctor comma.csv --target ill --decimal , | grep '^perl.*2.54' >command
sh command | sed -n 6p
