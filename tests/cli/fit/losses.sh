# Columns that cost a fit many of its rows are named, with the option that keeps them.
awk 'BEGIN {
    print "age,y,dose,lab 1,half,said,quarter,fifth"
    for (i = 0; i < 60; i++)
        print 30 + i * 7 % 31 "," (i * 5 % 7 < 3) "," (i % 5 < 2 ? i % 7 : "") "," (i % 5 < 2 && i % 3 ? i % 11 : "") \
            "," (i % 2 ? i % 9 : "") "," (i % 20 == 3 || i % 20 == 6 ? (i % 3 ? "late" : "seen") : "") "," (i % 4 ? i % 6 : "") "," (i % 5 ? i % 6 : "")
}' >few.csv
warned() {
    echo "\$ logreg $*"
    logreg "$@" --no-curve 2>&1 | sed -n '/Much missing/,/more\.$/p'
}
warned fit few.csv --target y --features age,dose
warned fit few.csv --target y --features 'age,dose,lab 1'
warned fit few.csv --formula 'y ~ age + log(1 + dose) + dose:half'
warned fit few.csv --target y --features age,half,dose --save kept.json
logreg show kept.json 2>&1 | sed -n '/Much missing/,/more\.$/p'
grep -o '{"kind": "much_missing"[^}]*}' kept.json
logreg fit few.csv --target y --features age,dose --json 2>/dev/null | grep -o '{"code": "much_missing"[^}]*}'
logreg fit few.csv --target y --features age,dose --csv=glance 2>&1 >/dev/null | sed -n '/Much missing/,/more\.$/p'
logreg fit few.csv --target y --features age,dose --csv=glance --quiet 2>&1 >/dev/null

echo "# A quarter of the rows is worth a word, a fifth is none; and one feature alone cannot be left out."
warned fit few.csv --target y --features age,half
warned fit few.csv --target y --features age,quarter
warned fit few.csv --target y --features age,fifth
warned fit few.csv --target y --features dose

echo "# What is missing where the target is brings no row back; rows of weight 0 do not count."
awk -F, 'NR == 1 { print "z,x,y,w" } NR > 1 { m = NR % 3; print NR % 17 "," (m ? "" : NR % 13) "," (m ? "" : $2) "," !m }' few.csv >unknown.csv
warned fit unknown.csv --target y --features z,x
awk -F, 'NR == 1 { print "z,x,y,w" } NR > 1 { m = NR % 3; print NR % 17 "," (m ? "" : NR % 13) "," $2 "," !m }' few.csv >weightless.csv
warned fit weightless.csv --target y --features z,x --weights w
warned fit weightless.csv --target y --features z,x

echo "# Where nothing can be fitted the error says so."
awk -F, -v OFS=, 'NR == 1 { print "age,y,dose" } NR > 1 { print $1, $2, ($2 && NR % 10 == 3 ? NR : "") }' few.csv >one.csv
awk -F, -v OFS=, 'NR == 1 { print "age,y,a,b b,c" } NR > 1 { print $1, $2, (NR % 2 ? NR % 7 : ""), (NR % 2 ? "" : NR % 5), NR % 11 }' few.csv >none.csv
awk -F, 'NR == 1 { print "age,y,a,b,c,d,e" } NR > 1 { printf "%d,%d", $1, $2; for (j = 0; j < 5; j++) printf ",%s", NR % 5 == j ? "" : NR * (j + 3) % 11; print "" }' few.csv >five.csv
awk -F, -v OFS=, 'NR == 1 { print "age,y,sex,lab" } NR > 1 { print $1, $2, NR % 3 ? "f" : "m", NR % 3 || NR % 4 ? "" : NR % 7 }' few.csv >sex.csv
fails 1 logreg fit one.csv --target y
fails 1 logreg fit none.csv --target y
fails 1 logreg fit five.csv --target y
fails 1 logreg fit sex.csv --target y
logreg fit none.csv --target y --exclude 'a,b b' --no-curve --quiet | sed -n 4p

echo "# The doctor goes by the same rule."
logreg doctor five.csv --target y | sed -n "/Much is missing/,/Leave/p" | head -4
