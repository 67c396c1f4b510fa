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

echo "# Rows without the target, the weight or the offset are no loss of the features'; what brings no row back is not offered."
awk 'BEGIN {
    print "crp,sex,age,y,w"
    for (i = 0; i < 60; i++) {
        print (i % 3 ? i % 7 : "") "," i % 2 "," 30 + i * 7 % 31 "," (i * 5 % 7 < 3) "," 1 + i % 2
        print ",,,,1"
    }
}' >visits.csv
sed 's/^,,,,1$/,,,1,/' visits.csv >unweighed.csv
kept() {
    warned "$@"
    logreg "$@" --no-curve --quiet | grep -o '[0-9][0-9]* used'
}
kept fit visits.csv --target y --features crp,sex,age
kept fit visits.csv --target y --features crp,sex,age --exclude crp
kept fit unweighed.csv --formula 'y ~ crp + sex' --weights w
kept fit unweighed.csv --formula 'y ~ crp + sex + offset(w)'
kept fit visits.csv --target y --features crp,sex,age --save visits.json
logreg show visits.json 2>&1 | sed -n '/Much missing/,/more\.$/p'
sed 's/"n_usable": *60/"n_usable": -1/' visits.json >wrong.json
fails 1 logreg show wrong.json
logreg doctor visits.csv --target y --exclude w | sed -n '/Much is missing/,/exclude/p'

echo "# Rows that miss other columns too stay away, and a tenth of the rows is not worth a column."
awk 'BEGIN {
    print "a,b,c,d,y"
    for (i = 0; i < 120; i++)
        print (i % 3 ? i : "") "," (i % 4 ? i % 9 : "") "," (i % 12 == 0 || i % 20 == 4 ? "" : i % 11) "," i % 5 "," (i * 5 % 7 < 3)
}' >both.csv
kept fit both.csv --target y
kept fit both.csv --target y --exclude a,b
awk -F, -v OFS=, 'NR == 1 { print "crp,sex,d,y" } NR > 1 { m = NR % 3 == 0; print m ? "" : $4 + NR, m ? "" : NR % 2, m && NR % 15 ? "" : NR % 7, $5 }' both.csv >little.csv
kept fit little.csv --target y
logreg doctor little.csv --target y | sed -n '/Missing values/,/fair/p;/Much/p'

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
