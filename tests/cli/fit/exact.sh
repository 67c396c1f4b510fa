# Exact inference for small samples: in text, in JSON, with strata, where classes are separated, and where it is refused.
printf 'dose,late,set,ill\n0.1,0,a,0\n0.1,1,a,0\n0.25,0,a,1\n0.25,1,b,0\n0.5,0,b,1\n0.5,1,b,0\n0.5,0,c,1\n0.1,0,c,0\n0.25,1,c,1\n0.5,1,d,1\n' >ill.csv
logreg fit ill.csv --exclude set --exact --no-curve --quiet | sed -n '/^Exact/,/^Warn/p'
logreg fit ill.csv --features dose --strata set --exact=dose --conf-level 0.9 --quiet | sed -n '/^Exact/,/^Warn/p'
logreg fit ill.csv --exclude set --exact --json --quiet | "$PYTHON" -c '
import json, sys
show = lambda x: "null" if x is None else "%.8g" % x
for e in json.load(sys.stdin)["exact"]:
    print(e["name"], e["statistic"], e["range"], e["n_values"], *[show(e[k]) for k in ("estimate", "median_unbiased", "probability", "p", "p_mid", "p_probability", "score", "p_score")], *[show(x) for x in e["ci"]])'
printf 'x,z,y\n1,1,0\n2,0,0\n3,0,0\n4,1,0\n5,1,1\n6,1,1\n7,0,1\n' >parted.csv
logreg fit parted.csv --exact --no-curve --quiet | sed -n '/^Exact/,/^Warn/p'
COLUMNS=60 LC_ALL=C logreg fit parted.csv --exact --no-curve --quiet | sed -n '/^Exact/,/^Warn/p'
logreg fit ill.csv --features dose --quiet --no-curve | grep -c Exact
fails 2 logreg fit ill.csv --exclude set --exact=doze --quiet
fails 2 logreg fit ill.csv --exclude set --exact --csv
fails 1 logreg fit @iris --features sepal_width --exact
# what is too fine has a line that says so, and nothing else is lost
logreg fit @wdbc --features mean_radius,mean_texture --exact --no-curve --quiet | sed -n '/^Exact/,$p'
# the intercept where it is asked for; several columns of a factor at a time
logreg fit ill.csv --formula 'ill ~ late' '--exact=(Intercept),late' --no-curve --quiet | sed -n '/^Exact/,/^Each/p'
logreg fit ill.csv --formula 'ill ~ C(dose) + late' --exact --no-curve --quiet | sed -n '/^Exact/,/^Warn/p'
logreg fit ill.csv --formula 'ill ~ C(dose) + late' --exact=dose --json --quiet | "$PYTHON" -c '
import json, sys
d = json.load(sys.stdin)
for t in d["exact_terms"]:
    print({k: round(v, 10) if isinstance(v, float) else v for k, v in t.items()})
print([e["name"] for e in d["exact"]], [e["remark"] for e in d["exact"]])'
fails 2 logreg fit ill.csv --formula 'ill ~ dose' --strata set '--exact=(Intercept)' --quiet
fails 1 logreg fit ill.csv --features dose --target ill --sampling-weights late --exact --quiet
# the name of a factor, or of what a formula makes of it, means all of its coefficients
rows() { sed -n '/^Exact inference/,/^Each/p' | grep '\['; }
logreg fit ill.csv --formula 'ill ~ C(set, sum) + late' --exact=set --no-curve --quiet | rows
logreg fit ill.csv --formula 'ill ~ C(late) + set' '--exact=C(late),set' --no-curve --quiet | rows
logreg fit ill.csv --formula 'ill ~ C(set, sum) + late' --exact='"C(set, sum)"' --no-curve --quiet | rows
fails 2 logreg fit ill.csv --formula 'ill ~ C(set, sum)*late' --exact='C(set'

# Outcomes that lie evenly about the one observed have the estimate 0, not a rounding.
printf 'x,y\n0,1\n1,1\n0,1\n1,1\n0,0\n1,0\n0,0\n1,0\n' >even.csv
logreg fit even.csv --formula 'y ~ x' --exact --quiet --json | grep -o '"median_unbiased": [^,]*'
