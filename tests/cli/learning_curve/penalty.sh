# Penalties of all kinds, the same minimum by two solvers; sparse rows.
short() { sed -E 's/([0-9]\.[0-9]{6})[0-9]+/\1/g'; }
cp "$TESTS/../reference/data/sparse_two.svm" two.svm
logreg learning-curve @wdbc --penalty l1 --lambda 0.05 --standardize --sizes 40,1 --repeats 2 --csv --quiet | cut -d, -f1-5,14,15 | short
logreg learning-curve @wdbc --penalty l1 --lambda 0.05 --standardize --solver lbfgs --sizes 40,1 --repeats 2 --csv --quiet | cut -d, -f1-5,14,15 | short
logreg learning-curve @mtcars --target vs --features mpg,wt,hp --penalty elasticnet --C 0.5 --penalty-factor mpg=0 --bounds wt=:0 --sizes 1 --csv --quiet | cut -d, -f1,2,4 | short
logreg learning-curve @titanic --penalty firth --sizes 1 --repeats 2 --csv --quiet | cut -d, -f1,2,4 | short
logreg learning-curve two.svm --penalty l2 --sizes 20,1 --repeats 2 --csv --quiet | cut -d, -f1,2,4,14,15 | short
fails 2 logreg learning-curve two.svm
fails 2 logreg learning-curve @titanic --solver cd
fails 2 logreg learning-curve @titanic --penalty firth --solver gd
fails 2 logreg learning-curve @titanic --C 2
fails 1 logreg learning-curve @titanic --penalty l2 --penalty-factor nobody=2

# What stands in and words are learned from the rows fitted to: as scikit-learn's pipelines of tests/reference/learning_curve.py have it.
cp "$TESTS/../reference/data/learned.csv" learned.csv
logreg learning-curve learned.csv --formula 'y ~ x1 + x2' --penalty l2 --impute median --missing-indicator --sizes 12,40,90 --repeats 3 --csv --quiet | cut -d, -f1-7 | short
logreg learning-curve learned.csv --formula 'y ~ x1 + x2' --penalty l2 --impute mean --text said --min-rows 2 --sizes 20,90 --repeats 3 --seed 4 --csv --quiet | cut -d, -f1-7 | short
logreg learning-curve learned.csv --target y --features x1,x2,x3 --impute mean --sizes 1 --repeats 1 --json --quiet | head -7
fails 2 logreg learning-curve learned.csv --target y --text said
fails 2 logreg learning-curve learned.csv --target y --features x1 --missing-indicator
fails 1 logreg learning-curve learned.csv --formula 'y ~ 1' --penalty l2 --text said --min-rows 30 --sizes 10 --quiet
