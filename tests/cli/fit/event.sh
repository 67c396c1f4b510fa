# One class of three or more against the others.
tickets
run() { echo "\$ logreg $*"; logreg "$@" 2>&1; echo "exit $?"; }
# numbers in so few digits that all kernels agree
digits() { sed -E 's/([0-9]\.[0-9]{5})[0-9]+/\1/g'; }
run fit tickets.csv --target status --positive resolved --features x,region --no-curve --json | sed -n '/note/p;/"formula"/,/"positive"/p'
run fit tickets.csv --formula 'status ~ x + rating' --positive stale --csv | digits
run fit tickets.csv --formula 'rating ~ x' --positive 5 --csv --no-curve | digits
run doctor tickets.csv --target status --positive resolved | sed -n '/note/p;/Target/p'
run fit tickets.csv --target status --positive resloved
run fit tickets.csv --target rating --positive 9
run fit tickets.csv --target region --strata rating --features x
run fit tickets.csv --target region --strata rating --features x --positive s --csv --quiet | digits
run path tickets.csv --formula 'status ~ x + region' --or-formula 'status ~ rating' --positive resolved | sed -n '1,8p'
awk -F, '{ print $0 "," (NR > 1 ? NR / 122 : "p") }' tickets.csv >scored.csv
run evaluate scored.csv --probability p --target status --positive resolved
