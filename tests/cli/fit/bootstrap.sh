# Bootstrap intervals of penalised fits: what is told, kept and shown, and what does not go with them.
cp "$TESTS/../reference/data/path.csv" path.csv
short() { sed -E '/^  Time/d; s/(-?[0-9]+\.[0-9]{4})[0-9]+/\1/g; s/optimal to [^ ]* of/optimal to X of/'; }
logreg fit path.csv --formula 'y ~ x1 + x2 + x7' --penalty l1 --lambda 0.03 --standardize --ci bootstrap --resamples 99 --seed 3 --conf-level 0.9 --no-curve --quiet --save l1.json | short
logreg fit path.csv --formula 'z ~ x1 + x8' --penalty l2 --ci bootstrap --resamples 39 --no-curve --quiet | short | sed -n '/^Coefficients/,/^Fit/p'
logreg show l1.json --no-curve --conf-level 0.9 | short | grep -A2 -e '^x1' -e 'Bootstrap intervals'
logreg show l1.json --csv | short
logreg fit path.csv --formula 'y ~ x1' --penalty l2 --ci bootstrap --resamples 39 --json --quiet | short | grep -e ci_method -e bootstrap -e '"x1"'
logreg effects l1.json path.csv --of x7
logreg effects l1.json path.csv --of x1

fails 2 logreg fit path.csv --formula 'y ~ x1' --ci bootstrap
fails 2 logreg fit path.csv --formula 'y ~ x1' --penalty firth --ci bootstrap
fails 2 logreg fit path.csv --formula 'y ~ x1' --penalty l2 --resamples 99
fails 2 logreg fit path.csv --formula 'y ~ x1' --penalty l2 --ci bootstrap --resamples 30 --quiet
fails 2 logreg fit path.csv --formula 'y ~ x1' --penalty l2 --ci bootstrap --class-weight balanced
fails 2 logreg fit path.csv --formula 'y ~ x1' --penalty l2 --ci wald
