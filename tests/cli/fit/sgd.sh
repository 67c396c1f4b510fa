# Stochastic solvers, rows held out, early stopping: what is told and traced, and what does not go together.
logreg fit @titanic --solver sgd --no-curve --quiet | sed -n -e '/^  Method/,/^  Cov/p' -e '/^(Inter/,/^  2nd/p'
for solver in sgd adam; do
    logreg fit @titanic --solver $solver --batch-size 64 --schedule optimal --no-average --seed 3 --json --quiet | "$PYTHON" -c '
import json, sys
d = json.load(sys.stdin)
print(d["solver"], d["converged"], d["iterations"] < 100, d["newton_decrement"] <= 0.5, "held_out" in d)'
done
logreg fit @titanic --solver gd --early-stopping --seed 2 --no-curve --quiet --trace trace.csv --save early.json | sed -e '/^  Time/d' -e '/^Coefficients/,/^its reference/d'
head -n 2 trace.csv | cut -c1-90
logreg show early.json --no-curve | grep -e 'held out' -e Held
logreg fit @titanic --validation-fraction 0.25 --json --quiet | grep -e held_out -e n_dropped -e converged
logreg fit @titanic --solver sgd --max-iter 1 --learning-rate 0.0001 --no-curve --quiet >far.txt
echo "exit code $?"
grep -A3 'Not converged' far.txt

fails 2 logreg fit @titanic --batch-size 9
fails 2 logreg fit @titanic --solver gd --schedule optimal
fails 2 logreg fit @titanic --solver newton --learning-rate 0.1
fails 2 logreg fit @titanic --solver lbfgs --early-stopping
fails 2 logreg fit @titanic --solver sgd --momentum 0.9
fails 2 logreg fit @titanic --solver sgd --n-iter-no-change 3
fails 2 logreg fit @titanic --solver sgd --strata sex
fails 2 logreg fit @titanic --validation-fraction 0.2 --tests
fails 2 logreg fit @titanic --validation-fraction 1
fails 2 logreg fit @titanic --solver sgd --schedule slow
fails 1 logreg effects early.json @titanic

# Under a ridge, of sparse rows too; what has absolute values is refused.
logreg fit @titanic --solver sgd --penalty l2 --no-curve --quiet | sed -n -e '/^  Method/,/^  Penalty/p'
printf '%s\n' '1 1:1' '1 2:2 3:1' '-1 2:1' '-1 1:0.5 3:2' '1 1:2 2:1' '-1 3:1' '1 2:1 3:0.5' '-1 1:1 2:0.5' >rows.svm
for solver in sgd adam; do
    logreg fit rows.svm --solver $solver --penalty l2 --json --quiet | "$PYTHON" -c '
import json, sys
d = json.load(sys.stdin)
print(d["solver"], d["penalty"], d["converged"], d["newton_decrement"] <= 0.5)'
done
fails 2 logreg fit @titanic --solver adam --penalty elasticnet
fails 2 logreg fit rows.svm --solver sgd
