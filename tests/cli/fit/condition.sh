# An outcome that is a condition on columns.
tickets
run() { echo "\$ logreg $*"; logreg "$@" 2>&1; echo "exit $?"; }
# numbers in so few digits that all kernels agree
digits() { sed -E 's/([0-9]\.[0-9]{5})[0-9]+/\1/g'; }
run fit tickets.csv --target 'hours > 24' --exclude id --no-curve | sed '/Time/d;/^Tests/,$d'
run fit tickets.csv --formula 'I(hours>24) ~ x + region' --quiet --csv --save long.json | digits
run fit tickets.csv --formula 'hours > 24 ~ x' --quiet --csv --save short.json | digits
run fit tickets.csv --formula 'hours > 24 & rating >= 4 | status == "stale" ~ .' --csv --quiet --no-curve | cut -d, -f1,2 | digits
run fit tickets.csv --target 'hours > 24' --features x --positive FALSE --json | sed -n '/"formula"/,/"positive"/p'
run fit tickets.csv --target '!(`net worth` > 300)' --features x,region --explain --no-curve | sed -n '/log odds of/,/^$/p'
run fit tickets.csv --target 'hours > 24' --features hours,x --no-curve | sed -n '/Suspected/,/separation\./p'
# the model knows it: new rows need its columns only to be measured by
run show long.json | sed -n '/Formula/,/Modelling/p'
run compare short.json long.json | sed -n '1,4p'
cut -d, -f1,3- tickets.csv >new.csv
run predict long.json new.csv | sed -n '1,3p;$p' | digits
logreg evaluate long.json tickets.csv --json | grep -o '"schema".*"positive": "[A-Z]*"\|"auc": 0[0-9.]*' | digits
run evaluate long.json new.csv
run effects long.json new.csv
run plot long.json new.csv --what roc -o roc.svg
run plot long.json tickets.csv --what roc --alt -o roc.svg | sed -n '1,2p;$p'
run plot long.json tickets.csv --what forest -o forest.svg
grep -c 'hours &gt; 24' forest.svg
run effects long.json tickets.csv | sed -n '2p;$p'
sed '1!s/,[0-9.]*,/,long,/' tickets.csv >texts.csv
run evaluate long.json texts.csv
# other commands
run path tickets.csv --formula 'hours > 24 ~ x + region' --or-formula 'hours>24 ~ rating' --quiet | sed -n '1,8p'
run path tickets.csv --formula 'hours > 24 ~ x' --or-formula 'hours > 25 ~ x'
run learning-curve tickets.csv --target 'hours > 24' --quiet | sed -n '1,2p'
run doctor tickets.csv --target 'hours > 24' | sed -n '1,17p;/Missing/,$p'
run doctor tickets.csv --formula 'hours > 24 ~ hours + x' | sed -n '/leakage/,/separation\./p'
awk -F, '{ print $0 "," (NR > 1 ? NR / 122 : "p") }' tickets.csv >scored.csv
run evaluate scored.csv --probability p --target 'hours > 24' --csv | sed -n '3p' | digits
run fit tickets.csv --target 'hours > 24' --features x --reproduce python
run fit tickets.csv --target 'hours > 24' --features x --reproduce r --quiet | grep hours
# a column of that very name wins
printf 'a > 2,a,b\nyes,1,3\nno,2,1\nyes,3,4\nno,5,2\nyes,1,5\nno,4,4\n' >named.csv
run fit named.csv --target 'a > 2' --features b --json | sed -n '/"formula"/,/"positive"/p'
run fit named.csv --target 'a>2' --features b
run fit named.csv --formula 'a > 2 ~ b'
# what is no condition, or none that parts the rows
fails 1 logreg fit tickets.csv --target 'hours > 1000'
fails 1 logreg fit tickets.csv --target 'x >= 0'
fails 1 logreg fit tickets.csv --target 'hour > 24'
fails 1 logreg fit tickets.csv --target 'hours > "a"'
fails 1 logreg fit tickets.csv --target 'status > 2'
fails 1 logreg fit tickets.csv --target 'status == resolved'
fails 1 logreg fit tickets.csv --target 'status = "resolved" & x > 1'
fails 1 logreg fit tickets.csv --target 'status %in% c("open", "stale")'
fails 1 logreg fit tickets.csv --target 'net worth > 3 ~ 2'
fails 1 logreg fit tickets.csv --target 'hours >'
fails 1 logreg fit tickets.csv --target '(hours > 3) * 2'
fails 1 logreg fit tickets.csv --formula 'hours > 24'
fails 1 logreg fit tickets.csv --formula 'hours > 24 > 3 ~ x'
fails 1 logreg fit tickets.csv --target 'hours > 24' --trials rating
fails 1 logreg fit tickets.csv --target 'hours > 24' --positive no
# a file that claims a condition of three classes
logreg fit tickets.csv --target region --features x --quiet --save three.json >/dev/null
sed 's/"target":/"target_is_condition": true, "target":/' three.json >broken.json
fails 1 logreg show broken.json
