# Two files, the classes in the same shares; a seed gives the same parts, whatever the file is called and however it is packed.
admit
logreg split admit.csv --target admit --seed 1
echo "exit $?"
cat train.csv
echo
cat test.csv
# Nothing is lost: sorted, both parts are the file.
(sed 1d train.csv; sed 1d test.csv) | sort -n | cmp - "$(sed 1d admit.csv >rows.csv && echo rows.csv)" && echo whole
gzip -c admit.csv | logreg split --target admit --seed 1 --train a.csv --test b.csv >again
cmp train.csv a.csv && cmp test.csv b.csv && echo the same from gzip
logreg split admit.csv --target admit --seed 2 --train a.csv --test b.csv >again
cmp -s test.csv b.csv && echo "WRONG: another seed gives the same parts"
logreg split @iris --target species --test-size 31
logreg split @iris --test-size 0.1 --train a.csv --test b.csv
logreg fit a.csv --features sepal_length --target species --quiet --no-curve --save model.json >/dev/null && logreg evaluate model.json b.csv --quiet >/dev/null && echo fits
ls

# Sparse rows: lines as they are, classes by their labels, however these are written.
printf '# made by hand\n+1 1:2 3:0.5 # kept\r\n-1 2:1\n\n1 1:1\n-1 1:3\n1.0 2:2\n-1\n+1 3:1\n-1 2:9' >rows.svm
logreg split rows.svm --target y --seed 3
cat train.svm
echo --
cat test.svm; echo
(cat train.svm; echo; cat test.svm) | tr -d '\r' | sort | sed '/^$/d' >parts
sed '1d;/^$/d' rows.svm | tr -d '\r' | sort | cmp - parts && echo whole
gzip -c rows.svm | logreg split --format svmlight --target y --seed 3 --train a.svm --test b.svm >again
cmp train.svm a.svm && cmp test.svm b.svm && echo the same from gzip
logreg fit train.svm --penalty l2 --quiet --save sparse.json >/dev/null && logreg evaluate sparse.json test.svm --metrics accuracy --csv --quiet
# of classes that are not in both parts three are named, and the others counted
awk 'BEGIN { print "zip,y"; for (i = 0; i < 60; i++) print i < 20 ? 100 + i "," i % 2 : "7," i % 2 }' >zip.csv
logreg split zip.csv --target zip --seed 1 2>&1 >/dev/null
