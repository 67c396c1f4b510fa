logreg fit @iris --features sepal_length --save iris.json --quiet >/dev/null
logreg evaluate iris.json @iris
logreg evaluate iris.json @iris --json
# More classes than a page is wide.
logreg make-classification --n-classes 9 --n-informative 5 --n-samples 400 --seed 3 >nine.csv
logreg fit nine.csv --save nine.json --quiet >/dev/null
logreg evaluate nine.json nine.csv | tail -n 11
