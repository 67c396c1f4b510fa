# Ways on that sentences name where a target cannot serve: they work.
tickets
run() { echo "\$ logreg $*"; logreg "$@" 2>&1; echo "exit $?"; }
# numbers in so few digits that all kernels agree
digits() { sed -E 's/([0-9]\.[0-9]{5})[0-9]+/\1/g'; }
fails 1 logreg fit tickets.csv --target 'net worth'
run fit tickets.csv --target '`net worth` > 400' --features x --csv --quiet | digits
awk -F, 'NR == 1 { print "x,job" } NR > 1 { print $8 ",job " (NR % 9 ? NR % 83 : "x") }' tickets.csv >jobs.csv
fails 1 logreg fit jobs.csv
run fit jobs.csv --positive 'job x' --csv | digits
run doctor jobs.csv | sed -n '/! Target/,/positive/p'
run doctor tickets.csv --target crowd | sed -n '/! Target/{N;N;p}'
awk -F, 'NR == 1 { print "x,kind" } NR > 1 { print $8 "," (NR % 40 ? NR % 2 ? "often" : "also" : "rare") }' tickets.csv >rare.csv
run doctor rare.csv | sed -n '/! Imbal/,/rare\./p;/! Rare/,/rare\./p'

echo '# remarks are no classes: whether there is one may be the outcome'
awk 'BEGIN { print "x,remark"; for (i = 1; i <= 60; i++) print i * 7 % 31 "," (i * i % 7 < 3 ? "lift " i " out of order" : "") }' >remarks.csv
logreg fit remarks.csv --target remark 2>&1
logreg fit remarks.csv --target '!is.na(remark)' --features x --json --quiet | grep -E '"(n_rows|n_events)"'
