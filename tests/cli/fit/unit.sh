# How much of a number its odds ratio is told for: in the table, in JSON and in CSV; also of a saved model.
logreg fit @titanic --where 'sex == "female"' --formula 'survived ~ class' --unit class=2 --quiet 2>&1
logreg fit @vaso --unit rate=sd,volume=0.5 --no-curve --quiet --save vaso.json | sed -n '/^Coefficients/,/^Tests/p'
logreg fit @vaso --unit rate=sd --json --quiet | "$PYTHON" -c '
import json, math, sys
for c in json.load(sys.stdin)["coefficients"]:
    print(c["name"], "%.9g %.9g" % (c["unit"], c["odds_ratio"]), *["%.9g" % x for x in c["odds_ratio_ci"]])
    assert abs(c["odds_ratio"] - math.exp(c["unit"] * c["estimate"])) < 1e-12 * c["odds_ratio"]'
logreg show vaso.json --unit volume=2 --csv 2>/dev/null | cut -d, -f1,2,8-
COLUMNS=60 LC_ALL=C logreg show vaso.json --unit volume=2 --no-curve | sed -n '/^Coefficients/,/^Tests/p'
logreg fit @vaso --formula 'constricted ~ log(volume)*rate' --unit 'log(volume)=0.6931471805599453,rate=2' --no-curve --quiet --ci profile | sed -n '/^Coefficients/,/^Tests/p'
fails 2 logreg show vaso.json --unit volume=sd
fails 2 logreg fit @vaso --unit volume
fails 2 logreg fit @vaso --unit =2
fails 2 logreg fit @vaso --unit volume=
fails 2 logreg fit @vaso --unit volume=-2
fails 2 logreg fit @vaso --unit volume=inf
fails 2 logreg fit @vaso --quiet --unit volum=2
fails 2 logreg fit @vaso --quiet --unit volume=2 --unit rate=iqr,volume=sd
logreg fit @vaso --unit sd,volume=0.5 --no-curve --quiet | sed -n '/^Coefficients/,/^Tests/p'
fails 2 logreg show vaso.json --unit sd
fails 2 logreg fit @vaso --quiet --unit sd,iqr
