# Missing values that are imputed: what is told, what a model keeps, and what is refused.
. "$TESTS/prelude.sh"
file=$TESTS/../reference/data/gaps.csv
cp "$file" gaps.csv
logreg fit gaps.csv --target y --where 'part == 1' --exclude part,n,pulse --impute median,ward=level --missing-indicator --no-curve --save kept.json | grep -v Time
logreg show kept.json --no-curve --json | grep -E '"(formula|n_rows|n_dropped|missing|imputed)"'
{ head -n 1 gaps.csv; tail -n 4 gaps.csv; } > new.csv
logreg predict kept.json new.csv --append
logreg predict kept.json --at age=,bmi=25,sex=f,ward=
logreg evaluate kept.json gaps.csv | sed -n '1,3p'
logreg effects kept.json gaps.csv --where 'part == 1' | sed -n '1,8p'
logreg fit gaps.csv --formula 'y ~ age + bmi' --impute mean --quiet --csv
logreg fit gaps.csv --formula 'y ~ age + bmi' --impute mean --missing-indicator --quiet --csv=augment | sed -n '1,4p'
logreg fit gaps.csv --target y --exclude part,n --impute mean --missing-indicator --quiet --step bic --no-curve | sed -n '3,8p'
logreg fit gaps.csv --formula 'y ~ sex*is_missing(age)' --impute mean --quiet --no-curve --explain | sed -n '/In words/,/^$/p'

try() { echo "$*"; logreg fit gaps.csv --no-curve --quiet "$@" > out; echo "exit $?"; cat out; }
try --formula 'y ~ age' --missing-indicator
try --formula 'y ~ age' --impute average
try --formula 'y ~ age' --impute bmi=mean
try --formula 'y ~ sex' --impute sex=median
try --formula 'y ~ age + is_missing(age)'
try --formula 'y ~ age + is.na(age)'
try --formula 'y ~ age + is_missing(n)' --impute mean
printf 'a,b,is_missing(a),y\n1,,0,0\n,,1,1\n3,,0,1\n2,,1,0\n' > named.csv
logreg fit named.csv --formula 'y ~ a' --impute mean --missing-indicator
logreg fit named.csv --formula 'y ~ b' --impute mean
logreg fit named.csv --features b --impute level
