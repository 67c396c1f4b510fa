# Covariances that do without the likelihood: text, JSON, CSV, a saved model and its intervals, and what is refused.
cp "$TESTS/../reference/data/pupils.csv" .
logreg fit pupils.csv --formula 'passed ~ x * sex + district' --vcov HC3 --tests --no-curve | sed -n '/^  Covariance/p;/^Coefficients/,/^Tests that/p'
logreg fit pupils.csv --formula 'passed ~ x + sex + district' --vcov cluster:school,year --no-curve | sed -n '/^  Covariance/,+1p;/^Coefficients/,/^x/p;/^Tests that/,/^Fit/p;/^Warnings/,$p'
logreg fit pupils.csv --formula 'hits ~ x' --trials tries --weights n --vcov HC1 --csv --quiet
logreg fit pupils.csv --formula 'grade ~ x' --vcov cluster:school --json --tests | "$PYTHON" -c '
import json, sys
d = json.load(sys.stdin)
t = d["tests"]
print(d["vcov"], d["clusters"], t["lr"], t["score"], "%.9f" % t["wald"]["statistic"], *["%.9f" % c["std_error"] for c in d["coefficients"]], sep="\n")
print([(u["name"], u["lr"], u["wald"]["df"]) for u in t["terms"]])'
logreg fit @challenger --quiet --json | grep -c '"clusters"'
logreg fit @challenger --quiet --vcov classical --json | grep '"vcov"'

# Few clusters; clusters twice; a column of clusters is no feature unless named.
logreg fit pupils.csv --formula 'passed ~ x + sex' --vcov cluster:district --no-curve | sed -n '/^Tests that/,/^Fit/p;/^Warnings/,$p'
logreg fit pupils.csv --target passed --exclude hits,tries,n,w,grade,year,district --vcov cluster:school --json | grep '"formula"'
logreg fit pupils.csv --target passed --features x,year --vcov cluster:year --vcov cluster:school --json | grep -e '"formula"' -e '"vcov"'

# A saved model shows and predicts with what it was fitted with.
logreg fit pupils.csv --formula 'passed ~ x' --vcov HC2 --no-curve --save hc2.json | sed '/^  Time/d;/^  Data/,+1d' >fit.out
logreg show hc2.json --no-curve | sed '/^  Time/d;/^  Data/,+1d' | cmp - fit.out && echo same
logreg fit pupils.csv --formula 'passed ~ x' --no-curve --save plain.json >plain.out
for model in plain hc2; do logreg predict $model.json --at x=2 --interval 0.9; done

# Rows without a cluster.
sed '2s/s23//;3s/s29//' pupils.csv >holes.csv
logreg fit holes.csv --formula 'passed ~ x' --vcov cluster:school --quiet --json | grep -e n_dropped -e clusters

fails 1 logreg fit pupils.csv --formula 'grade ~ x' --vcov HC3
fails 1 logreg fit pupils.csv --formula 'passed ~ x' --vcov cluster:shool
fails 2 logreg fit pupils.csv --formula 'passed ~ x' --vcov hc3
fails 2 logreg fit pupils.csv --formula 'passed ~ x' --vcov HC1,HC3
fails 2 logreg fit pupils.csv --formula 'passed ~ x' --vcov cluster:
fails 2 logreg fit pupils.csv --formula 'passed ~ x' --vcov cluster:school,year,district
fails 2 logreg fit pupils.csv --target passed --vcov cluster:passed
fails 2 logreg fit pupils.csv --formula 'passed ~ x' --vcov cluster:passed
fails 2 logreg fit pupils.csv --formula 'passed ~ x' --vcov HC1 --ci profile
fails 1 logreg compare hc2.json plain.json
printf 'x,y\n1,0\n2,0\n3,1\n4,1\n' >parted.csv
fails 1 logreg fit parted.csv --target y --vcov HC0
