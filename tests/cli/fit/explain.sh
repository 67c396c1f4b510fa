# The fitted equation and each coefficient in words: levels, products, logarithms, columns that move together, units, classes, no answers.
words() { sed -n '/^The fitted/,/That is\|^  An odds/p'; }
logreg fit @titanic --formula 'survived ~ sex*age + class' --explain --no-curve --quiet --save titanic.json | sed -n '/^The fitted/,$p'
logreg fit @vaso --formula 'constricted ~ log(volume) + rate' --unit rate=0.5 --explain --no-curve --quiet | words
logreg fit @vaso --formula 'constricted ~ log10(volume)*rate' --explain --no-curve --quiet | words
logreg fit @vaso --formula 'constricted ~ poly(volume, 2) + rate + I(rate^2)' --explain --no-curve --quiet | words
logreg fit @ucb --formula 'admitted ~ C(dept, sum) + gender' --weights count --explain --no-curve --quiet --ci profile | words
logreg fit @snoring --formula 'disease ~ C(snoring) - 1' --trials people --explain --no-curve --quiet | words
logreg fit @titanic --formula 'survived ~ 1' --explain --no-curve | words
logreg fit "$TESTS/../reference/data/classes.csv" --formula 'grade ~ x + arm' --where 'grade != "d"' --explain --no-curve --quiet | sed -n '/^The fitted/,/^Warn/p'
logreg fit @mtcars --formula 'am ~ wt + qsec' --explain --no-curve --quiet | sed -n '/^In words/,/^$/p'
printf 'x,z,y\n1,2,0\n2,4,1\n3,6,0\n4,8,1\n5,10,1\n6,12,0\n' >copies.csv
logreg fit copies.csv --explain --no-curve --quiet | words
logreg fit "$TESTS/../reference/data/infert.csv" --formula "case ~ spontaneous + induced" --strata stratum --explain --quiet | words
COLUMNS=60 LC_ALL=C logreg show titanic.json --explain --no-curve | words
fails 2 logreg show titanic.json --explain --json
fails 2 logreg fit @titanic --explain --csv
# two classes that are separated from the first can be told from each other
logreg fit @iris --explain --no-curve --quiet | sed -n '/^  virginica against versicolor/,/An odds/p'
logreg fit @mtcars --formula 'vs ~ gear + C(gear)' --explain --no-curve --quiet | sed -n '/^In words/,/An odds/p'
logreg fit "$TESTS/../reference/data/endometrial.csv" --target HG --explain --no-curve --quiet | sed -n '/^In words/,/An odds/p'
logreg fit "$TESTS/../reference/data/vaso.csv" --max-iter 1 --explain --no-curve --quiet | sed -n '/The fit did/,/^$/p'
