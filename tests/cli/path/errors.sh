# What a path refuses.
cp "$TESTS/../reference/data/path.csv" path.csv
fails 2 logreg path path.csv --target y --json --csv
fails 2 logreg path path.csv --target y --l1-ratio 0.5
fails 2 logreg path path.csv --target y --no-cv --group g
fails 2 logreg path path.csv --target y --no-cv --nested 3
fails 2 logreg path path.csv --target y --lambdas 1,x
fails 2 logreg path path.csv --target y --lambdas 1 --min-ratio 0.1
fails 2 logreg path path.csv --target y --tol 1
fails 2 logreg path path.csv --target y --bounds x1=1:2
fails 2 logreg path path.csv --target y --penalty-factor x1
fails 2 logreg path path.csv --target y --folds 1
fails 2 logreg path path.csv --target y --what loss
fails 2 logreg path path.csv --target y --alt
fails 2 logreg path path.csv --target y --alt --csv --plot p.gp
fails 2 logreg path path.csv --target y --what loss --no-cv --plot p.png
fails 2 logreg path path.csv --target y --plot p.doc
fails 2 logreg path path.csv --target y --lambdas 0.1,0.2,1e-1 --quiet
for option in '--rule 1se' '--folds 5' '--repeats 2' '--seed 1'; do
    fails 2 logreg path path.csv --target y --no-cv $option
done
printf 'x,z,y\n1,2,0\n1,2,1\n1,2,0\n1,2,1\n' >constant.csv
fails 1 logreg path constant.csv --no-cv --quiet
fails 1 logreg path path.csv --target y --features x1,x2 --penalty-factor '*=0' --no-cv --quiet
fails 1 logreg path path.csv --target y --exclude z --group g --folds 5 --nested 3 --quiet
fails 1 logreg path path.csv --target y --exclude z --penalty elasticnet --l1-ratios 0.2,0.8 --group g --folds 5 --nested 3 --quiet
fails 1 logreg path path.csv --target y --exclude z --group g --quiet
fails 1 logreg path path.csv --target y --exclude z --group x7 --folds 3 --quiet
fails 1 logreg path path.csv --target y --exclude z --penalty-factor age=0 --quiet
fails 1 logreg path path.csv --target y --group site --quiet
for option in '--folds 5' '--repeats 2' '--group g' '--nested 3' --no-cv; do
    fails 2 logreg path path.csv --target y --fold-column g $option
done
fails 1 logreg path path.csv --target y --fold-column folds --quiet
sed 's/,[^,]*$/,1/; 1s/,1$/,g/' path.csv >onefold.csv
fails 1 logreg path onefold.csv --target y --fold-column g --quiet
fails 3 logreg path nowhere.csv
printf 'a,b,y\n1,2,0\n2,1,1\n3,5,0\n4,2,0\n5,1,0\n6,3,0\n' >rare.csv
fails 1 logreg path rare.csv --target y --folds 3 --quiet
fails 2 logreg path path.csv --target y --measure aucc
fails 2 logreg path path.csv --target y --measure deviance
fails 2 logreg path path.csv --target y --no-cv --measure auc
fails 2 logreg path path.csv --target z --exclude y --measure auc --quiet
fails 2 logreg path path.csv --target y --missing-indicator
fails 2 logreg path path.csv --target y --resamples 99
fails 2 logreg path path.csv --target y --conf-level 0.9
fails 2 logreg path path.csv --target y --no-cv --ci bootstrap
fails 2 logreg path path.csv --target y --ci bootstrap --or-formula 'y ~ x1'
fails 2 logreg path path.csv --target y --ci bootstrap --resamples 9 --quiet
printf 'x,y\n1,0\n2,0\n3,1\n4,0\n5,1\n6,0\n7,0\n8,0\n' >few.csv
fails 1 logreg path few.csv --target y --folds 2 --ci bootstrap --resamples 39 --n-lambda 3 --quiet
cp "$TESTS/../reference/data/learned.csv" learned.csv
fails 1 logreg path learned.csv --formula 'y ~ x1' --impute mean --text said --min-rows 20 --penalty l2 --folds 3 --nested 3 --quiet
fails 2 logreg path path.csv --target y --features x1 --class-weight balanced --ci bootstrap
fails 1 logreg path path.csv --target y --features x1 --class-weight 2=3 --quiet
fails 2 logreg path path.csv --target y --features x1 --class-weight 1=0 --quiet
