# Where no option names the target: the last column, unless it looks like a measurement.
table() { awk -v last="$1" 'BEGIN { print last == "mean" ? "school,passed,boys,mean" : "school,mean,boys"; for (i = 0; i < 60; i++)
    printf last == "mean" ? "%d,%s,%d,%s\n" : "%d,%.0s%.0s%s\n", i % 7, i * i % 7 % 2 ? "yes" : "no", i % 2, 40 + i * 37 % 17 / 2 }'; }
table mean >marks.csv
run() { logreg "$@"; echo "exit $?"; }
run fit marks.csv --no-curve 2>&1
run fit marks.csv --exclude boys --no-curve 2>&1
run fit marks.csv --exclude boys,passed --quiet 2>&1
run path marks.csv 2>&1
run learning-curve marks.csv 2>&1
# who names it, or says that it is a category, is believed, but is told
run fit marks.csv --target passed --features school --no-curve --csv 2>&1
run fit marks.csv --target mean --features boys --no-curve 2>&1 | sed -n '/Modelling/p;/Numbers as classes/p;/^exit/p'
run fit marks.csv --categorical mean --features boys --no-curve 2>&1 | sed -n '/Modelling/p;/Numbers as classes/p;/^exit/p'
# doctor tells, and looks on
run doctor marks.csv 2>&1 | sed -n '/! Target/,/categorical/p;/^exit/p'
run doctor marks.csv --categorical mean 2>&1 | sed -n '/! Target/p;/^exit/p'
# counts of events are no classes
awk 'BEGIN { print "dose,n,dead"; for (i = 0; i < 30; i++) print i / 10 ",40," i + i * 7 % 5 }' >counts.csv
run fit counts.csv --trials n --no-curve --csv 2>&1
# remarks at the end of some rows
awk 'BEGIN { print "age,left,region,Remarks"; for (i = 0; i < 60; i++) print 20 + i * 7 % 50 "," i * i % 7 % 2 "," substr("nsw", 1 + i % 3, 1) "," (i % 11 == 7 ? "call " i % 4 : "") }' >remarks.csv
run fit remarks.csv --no-curve 2>&1
run fit remarks.csv --target left --exclude Remarks --no-curve --csv 2>&1
run doctor remarks.csv 2>&1 | sed -n '/! Target/,/what they have/p;/^exit/p'
sed '/call [0-2]/s/call.*//' remarks.csv >lone.csv
run fit lone.csv --no-curve 2>&1
run doctor lone.csv 2>&1 | sed -n '/! Target/,/what they have/p;/^exit/p'
# what a model predicted, behind the outcome
awk 'BEGIN { print "age,y,PRE_1"; for (i = 0; i < 60; i++) printf "%d,%d,%.2f\n", 20 + i * 7 % 50, i * i % 7 % 2, i * 37 % 61 / 61 }' >predicted.csv
run fit predicted.csv --no-curve 2>&1
run fit predicted.csv --exclude y --no-curve 2>&1
run fit predicted.csv --target y --exclude PRE_1 --no-curve --csv 2>&1
# doctor does not fit each number as a class
run doctor marks.csv 2>&1 | sed -n '/! Not fitted/,/made of\|make up/p;/! Separation/p'
echo '# counts of events, beside a column that says how many trials there were; one far larger, and one of few classes, are none'
awk -v OFS=, 'BEGIN { print "dose,size,at_risk,dead,grade"; for (i = 0; i < 40; i++) { n = 5 + i * 7 % 11; print i % 8, 900 + i, n, int(n * (i % 8 + i % 3) / 10), i % 3 } }' >dead.csv
logreg fit dead.csv --target dead --exclude grade --no-curve --max-iter 3 | grep -A 2 'Counts of events\|Numbers as classes'
logreg fit dead.csv --target dead --exclude grade,at_risk --no-curve --max-iter 3 --save dead.json | grep -o 'Counts of events\|Numbers as classes'
logreg show dead.json | grep -o '[-]-trials at_risk'
logreg fit dead.csv --target grade --no-curve | grep -c 'Counts of events'
cut -d, -f1,2,4 dead.csv | logreg fit - --target dead --no-curve --max-iter 3 | grep -o 'Counts of events\|Numbers as classes'
logreg fit dead.csv --target dead --trials at_risk --exclude grade --no-curve | grep -c 'Counts of events'
