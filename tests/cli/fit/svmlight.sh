# Sparse rows: fitted, shown, predicted, measured, and what is refused of them.
short() { sed -E 's/-?[0-9.]+e-1[0-9]\b/0/g; s/([0-9]\.[0-9]{5})[0-9]+/\1/g; /Time/d; /"seconds"/,/}/d; /^ *Method/,/^ *Penalty/{/Penalty/!d}'; }
cp "$TESTS/../reference/data/sparse_two.svm" two.svm
cp "$TESTS/../reference/data/sparse_three.svm" three.libsvm
logreg fit two.svm --penalty l1 --C 0.3 --save lasso.json | short
logreg fit two.svm --penalty l2 --lambda 0.01 --standardize --no-intercept --csv --quiet | short | head -n 4
logreg fit three.libsvm --penalty elasticnet --C 0.2 --save three.json --quiet | short | head -n 12
logreg show lasso.json --json | short | grep -c '"name": "x'
gzip -c two.svm >two.svm.gz
logreg predict lasso.json two.svm.gz | short | head -n 3
printf '+1 2:1 77:3\n-1 3:1\n' | logreg predict lasso.json - --format svmlight | short
logreg evaluate lasso.json two.svm --metrics accuracy,log_loss --csv | short
logreg predict three.json three.libsvm | short | head -n 3
logreg path two.svm --n-lambda 4 --folds 3 --csv --quiet | short
printf '1 qid:1 1:1 2:0.5\n0 qid:1 1:0.2 2:1\n1 qid:2 1:0.9\n0 qid:2 2:0.4\n1 qid:3 1:2\n0 qid:3 1:0.1 2:2\n' >queries.svm
logreg fit queries.svm --penalty l2 --csv --quiet | short
logreg fit queries.svm --penalty l2 --features qid,x2 --csv --quiet | short
logreg path queries.svm --group qid --folds 3 --n-lambda 3 --csv --quiet | short
logreg fit two.svm --penalty l2 --where 'y > 0' || echo $?
fails 2 logreg fit two.svm
fails 2 logreg fit two.svm --penalty firth
fails 2 logreg fit two.svm --penalty l2 --C inf
fails 2 logreg fit two.svm --penalty l2 --delimiter ';'
fails 2 logreg fit two.svm --penalty l2 --on-bad-row skip
fails 2 logreg fit @wdbc --zero-based
fails 2 logreg doctor two.svm --delimiter ';'
fails 2 logreg split two.svm --delimiter ';'
fails 1 logreg predict lasso.json @wdbc
printf '1 3:1 2:1\n' >broken.svm
fails 1 logreg fit broken.svm --penalty l2
printf '1 1:1\n1 2:1\n' >single.svm
fails 1 logreg fit single.svm --penalty l2
printf '1 1:1 \0 2:1\n' >nul.svm
fails 1 logreg fit nul.svm --penalty l2
fails 3 logreg fit nowhere.svm --penalty l2

# Hashed rows: an index costs nothing by its size.
printf '1 1:1 2000000000:2\n0 2:1\n1 2:-1\n' >hashed.svm
logreg fit hashed.svm --penalty l2 --save hashed.json --quiet | sed -n '/^Coefficients/,/^The/p'
logreg predict hashed.json hashed.svm | short
logreg show hashed.json --csv | short
