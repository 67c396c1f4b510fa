# Tests of linear hypotheses: in text, in JSON, by profile, of many classes, under other covariances, of a saved model; and where they are refused.
part() { sed -n '/^Linear/,/^Warn/p'; }
fit() { logreg fit @mtcars --formula 'am ~ wt + C(cyl)' --no-curve --quiet "$@"; }
fit --hypothesis 'C(cyl)[6] = C(cyl)[8]' --save m.json | part
fit --hypothesis 'C(cyl)' --hypothesis 'wt = -3, 2*wt = -6' --ci profile --conf-level 0.9 | part
fit --hypothesis 'wt = -3' --vcov HC1 | part
fit --hypothesis 'wt, C(cyl)[8] = 0' --penalty firth --ci wald | part
fails 2 logreg show m.json --no-curve --hypothesis 'cyl'
logreg show m.json --no-curve --hypothesis '(Intercept) + 3*wt = 0' | part
logreg fit @iris --features sepal_width --no-curve --quiet --hypothesis 'sepal_width' --hypothesis 'versicolor:sepal_width = virginica:sepal_width' | part
COLUMNS=60 LC_ALL=C logreg fit @iris --features sepal_width --no-curve --quiet --hypothesis 'sepal_width' | part
fit --hypothesis 'wt = -3 = C(cyl)[8] = -3' --json | "$PYTHON" -c '
import json, sys
show = lambda x: "null" if x is None else "%.6g" % x if isinstance(x, float) else x
for h in json.load(sys.stdin)["hypotheses"]:
    print(h["hypothesis"], h["df"], h["remark"], *["%s %.6g %d %.6g" % (k, h[k]["statistic"], h[k]["df"], h[k]["p"]) for k in ("lr", "score", "wald")])
    for e in h["equations"]:
        print(*["%s=%s" % (k, [show(x) for x in v] if isinstance(v, list) else show(v)) for k, v in e.items()])'
fit | grep -c Linear
fails 2 fit --hypothesis 'wt = 1, wt = 2'
fails 2 fit --hypothesis 'C(cyl)[7]'
fails 2 fit --hypothesis 'wt < 1'
fails 2 fit --hypothesis 'wt' --csv
fails 2 fit --hypothesis 'wt' --reproduce r
fails 1 logreg fit @mtcars --formula 'am ~ wt + I(2*wt)' --hypothesis 'I(2 * wt)' --quiet
printf 'x,z,y\n1,1,0\n2,0,0\n3,0,0\n3,1,1\n3,0,1\n3,0,0\n3,1,0\n3,1,1\n4,1,1\n5,1,1\n' >parted.csv
logreg fit parted.csv --no-curve --quiet --hypothesis x --hypothesis z --hypothesis 'x = z' --hypothesis '(Intercept) + 3*x = 0' | part
logreg fit parted.csv --no-curve --quiet --ci profile --hypothesis 'x = 2' | part
fit --hypothesis 'wt = -3, 2*wt = -6' --hypothesis 'C(cyl)' --csv=hypotheses | "$PYTHON" -c '
import csv, sys
for row in csv.reader(sys.stdin):
    print(*["%.6g" % float(x) if "." in x and x[-1].isdigit() else x for x in row], sep=",")'
logreg fit parted.csv --no-curve --quiet --save p.json --csv=hypotheses --hypothesis x 2>/dev/null | cut -d, -f1-3,10,11
logreg show p.json --no-curve --hypothesis '(Intercept) + 3*x = 0' | part
fails 2 fit --csv=hypotheses
