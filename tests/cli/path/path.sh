# Strengths, their cross-validation, and the model that is chosen.
# Minima are found to ten digits, of which processors agree on.
short() { sed -E 's/"kkt": [^,]*/"kkt": X/g; s/-?[0-9.]+e-1[0-9]\b/0/g; s/([0-9]\.[0-9]{5})[0-9]+/\1/g'; }
cp "$TESTS/../reference/data/path.csv" path.csv
logreg path path.csv --target y --exclude z --group g --folds 5 2>/dev/null | short | sed 's/optimal to [^ ]* of/optimal to X of/'
logreg path path.csv --target y --exclude z,g --n-lambda 5 --folds 3 --repeats 2 --seed 7 --penalty elasticnet --l1-ratio 0.3 --csv --quiet | short
logreg path path.csv --target z --exclude y,g --lambdas 0.1,0.02 --no-cv --csv=coefficients --quiet | short
logreg path path.csv --target y --features x1,x2,x8 --n-lambda 3 --folds 4 --bounds x2=0: --penalty-factor x1=0 --json --quiet | short
LC_ALL=C COLUMNS=60 logreg path path.csv --target z --features x1,x2,x3 --penalty l2 --n-lambda 12 --no-standardize --rule 1se --quiet | short | head -44

# What is saved is what fit gives at that lambda.
logreg path path.csv --target y --exclude z,g --rule 1se --save m.json --quiet >/dev/null
lambda=$(logreg path path.csv --target y --exclude z,g --json --quiet | sed -n 's/.*"lambda_1se": \(.*\),/\1/p')
logreg fit path.csv --target y --exclude z,g --penalty l1 --standardize --lambda "$lambda" --csv --quiet >fit.csv
logreg show m.json --csv >show.csv 2>/dev/null
paste -d, fit.csv show.csv | awk -F, 'NR > 1 { print $1, ($2 - $10) ^ 2 < 1e-14 ? "same" : $2 " and " $10 }'

# Pictures: the scripts but for their data, and a file that is whole.
for what in coefficients loss; do
    logreg path path.csv --target z --exclude y,g --lambdas 0.1,0.03,0.01 --folds 3 --plot p.gp --what $what --quiet >/dev/null
    grep -v '^[-0-9NaE ]' p.gp | sed 's/[-0-9.e]*[0-9]\.[0-9]*/X/g'
done
logreg path path.csv --target y --features x1,x2 --folds 3 --plot p.gp --quiet --alt | tail -n 1 | cut -d. -f1-2
logreg path path.csv --target y --features x1,x2 --folds 3 --plot p.png --quiet >/dev/null && "$PYTHON" "$TESTS/picture.py" p.png

# Other measures: the best of a metric, in text, JSON, CSV and pictures.
logreg path path.csv --target y --exclude z --group g --folds 5 --measure auc --n-lambda 9 --quiet | short | head -40
logreg path path.csv --target y --features x1,x2,x8 --folds 3 --nested 3 --measure accuracy --n-lambda 3 --json --quiet | short | grep -e measure -e nested
logreg path path.csv --target z --features x1,x2,x8 --folds 3 --measure mae --n-lambda 4 --csv --quiet | short
logreg path path.csv --target y --features x1,x2 --folds 3 --measure auc --plot p.gp --what loss --quiet >/dev/null && grep -e 'held out' -e best p.gp | sed 's/[-0-9.e]*[0-9]\.[0-9]*/X/g'
logreg path path.csv --target y --features x1,x2,x8 --folds 3 --nested 3 --measure auc --n-lambda 4 --quiet | grep -A3 procedure

# Missing values are imputed, in folds by their other rows: the loss is that of scikit-learn's pipeline.
cp "$TESTS/../reference/data/learned.csv" learned.csv
logreg path learned.csv --formula 'y ~ x1 + x2 + x3' --impute mean --penalty l2 --lambdas 0.1,0.02 --folds 4 --group fold --csv --quiet >four.csv
short <four.csv
logreg path learned.csv --formula 'y ~ x1 + x2 + x3' --impute mean --penalty l2 --lambdas 0.1,0.02 --fold-column fold --csv --quiet | cmp - four.csv
logreg path path.csv --target y --features x1,x2 --fold-column z --n-lambda 3 --csv --quiet | short
logreg path learned.csv --formula 'y ~ x1 + x2' --impute median --missing-indicator --n-lambda 3 --folds 3 --quiet | short | grep -e is_missing -e mput

# Intervals, lambda chosen anew in each resample.
logreg path path.csv --target y --features x1,x2,x7 --folds 3 --n-lambda 5 --ci bootstrap --resamples 19 --conf-level 0.9 --quiet --save b.json | short | sed -n '/^Coefficients/,/^7 of/p;/Bootstrap/,$p' | head -18
logreg path path.csv --target y --features x1,x2 --folds 3 --n-lambda 5 --ci bootstrap --resamples 39 --json --quiet | short | grep '"bootstrap"'
logreg show b.json --no-curve --conf-level 0.9 | grep -c 'lambda chosen anew'
logreg path path.csv --target z --exclude y,g --lambdas 0.02,0.1 --no-cv --csv --quiet | short

# As loose as is asked for, and no looser.
for tol in 1e-2 1e-10; do
    logreg path path.csv --target y --exclude z,g --no-cv --tol $tol --json --quiet >tol.json
    "$PYTHON" -c 'import json, sys; print(sys.argv[1], 0.01 < max(at["kkt"] for at in json.load(open("tol.json"))["path"]) / float(sys.argv[1]) <= 1)' $tol
done

# Rows weigh what their class is to weigh, in text and JSON; the command that is told fits the model.
logreg path path.csv --target y --features x1,x2,x8 --penalty elasticnet --l1-ratio 0.3 --folds 3 --n-lambda 4 --class-weight 0=1,1=3 --quiet --save w.json | short | grep -e '^ .*[0-9]$' -e weigh -e 'logreg fit' -e 'By class'
logreg path path.csv --target y --features x1,x2,x8 --n-lambda 2 --folds 3 --class-weight balanced --json --quiet | short | grep class_weight
logreg path path.csv --target z --features x1,x2,x8 --n-lambda 1 --no-cv --class-weight balanced --quiet | sed -n '1p;/weigh/p' | head -3
lambda=$(sed -n 's/.*"lambda": \(.*\),/\1/p' w.json)
logreg fit path.csv --target y --features x1,x2,x8 --penalty elasticnet --l1-ratio 0.3 --standardize --lambda "$lambda" --class-weight 0=1,1=3 --csv --quiet >fit.csv
logreg show w.json --csv >show.csv 2>/dev/null
paste -d, fit.csv show.csv | awk -F, 'NR > 1 { print $1, ($2 - $10) ^ 2 < 1e-14 ? "same" : $2 " and " $10 }'
