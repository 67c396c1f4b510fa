fails 2 logreg make-classification data.csv
fails 2 logreg make-classification --n-samples 0
fails 2 logreg make-classification --n-samples -5
fails 2 logreg make-classification --n-samples 1e3
fails 2 logreg make-classification --n-sample 5
fails 2 logreg make-classification --n-features 0
fails 2 logreg make-classification --n-informative 30
fails 2 logreg make-classification --n-classes 3
fails 2 logreg make-classification --weights 0.7,0.6
fails 2 logreg make-classification --weights 0.2,0.3
fails 2 logreg make-classification --weights 0.2,0.3,0.5
fails 2 logreg make-classification --weights -0.1
fails 2 logreg make-classification --flip-y 2
fails 2 logreg make-classification --class-sep -1
fails 2 logreg make-classification --shift 1,2
fails 2 logreg make-classification --shift randm
fails 2 logreg make-classification --scale 0
fails 2 logreg make-classification --scale ''
fails 2 logreg make-classification --seed -1
fails 2 logreg make-classification --seed 18446744073709551616
fails 2 logreg make-classification --coefficients 1
fails 2 logreg make-classification --coefficients 1,x
fails 2 logreg make-classification --coefficients 1,2 --n-features 20
fails 2 logreg make-classification --coefficients 1,2 --no-shuffle
fails 1 logreg make-classification --n-samples 4000000000000000000

logreg make-classification 2>.err >/dev/full
echo "exit code $?"
cat .err
logreg make-classification --n-samples 100000 | head -n 1
fails 2 logreg make-classification --format arff
