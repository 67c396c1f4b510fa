# Candidates on the same folds: shares of an elastic net, formulas, what the choice is worth.
short() { sed -E 's/"kkt": [^,]*/"kkt": X/g; s/-?[0-9.]+e-1[0-9]\b/0/g; s/([0-9]\.[0-9]{5})[0-9]+/\1/g'; }
cp "$TESTS/../reference/data/path.csv" path.csv
logreg path path.csv --target y --exclude z,g --penalty elasticnet --l1-ratios 0.1,0.9 --folds 4 --nested 3 --n-lambda 8 --quiet --save best.json | short | head -18
logreg show best.json --no-curve | short | grep -A1 Penalty
logreg path path.csv --formula 'y ~ x1 + x2' --or-formula 'y ~ x1 + x2 + x8' --or-formula 'y ~ x3' --group g --folds 5 --measure accuracy --n-lambda 6 --quiet | short | head -12
logreg path path.csv --formula 'y ~ x1' --or-formula 'y ~ x1 + x2' --penalty elasticnet --l1-ratios 0.5,1 --folds 3 --nested 2 --n-lambda 3 --json --quiet | short | grep '"grid"'
logreg path @reviews --text review --target sentiment --min-rows 40 --penalty elasticnet --l1-ratios 0.3,0.9 --folds 3 --nested 2 --n-lambda 4 --quiet | short | head -9

fails 2 logreg path path.csv --target y --l1-ratios 0.1,0.9
fails 2 logreg path path.csv --target y --penalty elasticnet --l1-ratio 0.5 --l1-ratios 0.1,0.9
fails 2 logreg path path.csv --target y --penalty elasticnet --l1-ratios 0.1,2
fails 2 logreg path path.csv --target y --penalty elasticnet --l1-ratios 0.1,0.2 --no-cv
fails 2 logreg path path.csv --target y --or-formula 'y ~ x1' --no-cv
fails 1 logreg path path.csv --formula 'y ~ x1' --or-formula 'y ~ x99' --quiet
fails 2 logreg path path.csv --formula 'y ~ x1' --or-formula 'x7 ~ x1' --quiet
