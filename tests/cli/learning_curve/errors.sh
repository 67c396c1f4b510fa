fails 2 logreg learning-curve @titanic --json --csv
fails 2 logreg learning-curve @titanic --sizes many
fails 2 logreg learning-curve @titanic --sizes 10.5
fails 1 logreg learning-curve @titanic --sizes 5000
fails 1 logreg learning-curve @titanic --sizes 0.0001
fails 2 logreg learning-curve @titanic --test-size 1
fails 2 logreg learning-curve @titanic --repeats 0
fails 3 logreg learning-curve nothing.csv
fails 1 logreg learning-curve @titanic --target nobody
