# Effects on probabilities: beside a fit, and of a saved model; text, JSON and CSV.
logreg fit @titanic --effects --no-curve --quiet --save titanic.json | sed -n '/^Effects/,$p'
logreg effects titanic.json @titanic --of sex --at class=3rd,age=adult
logreg effects titanic.json @titanic --csv --of age --conf-level 0.9
logreg fit @vaso --formula 'constricted ~ log(volume)*rate' --effects --json --quiet | "$PYTHON" -c '
import json, sys
d = json.load(sys.stdin)
print(list(d)[-3:], d["effects_at"])
for e in d["effects"]:
    print(e["variable"], e["level"], e["risk"], "%.10f %.10f" % (e["difference"]["estimate"], e["difference"]["std_error"]))'
logreg fit @mtcars --target am --features wt,vs --save cars.json --quiet >/dev/null
logreg effects cars.json @mtcars --discrete vs --at means
logreg effects cars.json @mtcars --at wt=3,vs=mean --json
COLUMNS=60 LC_ALL=C logreg effects titanic.json @titanic

# Many classes, with what went into the fit: a condition, a reference among the classes, frequencies.
"$PYTHON" -c '
print("x,g,n,y")
for x in (1, 2, 3, 4):
    for i, g in enumerate("uv"):
        for k, y in enumerate("abc"):
            print(x, g, 2 + (x + 1) * (k + 1) * (i + 2) % 7, y, sep=",")' >three.csv
logreg fit three.csv --formula 'y ~ x*g' --weights n --where 'x < 4' --reference y=b --save three.json --effects --no-curve | sed -n '/^Effects/,/^An odds\|risk ratio\.$/p' >fit.txt
logreg effects three.json three.csv --where 'x < 4' >again.txt
cat again.txt
cmp again.txt fit.txt && echo "as beside the fit"

# Standard errors are those of the fit.
logreg fit @titanic --vcov cluster:class --effects --no-curve --quiet 2>/dev/null | sed -n '/^Effects/,/^$/p'
logreg fit @vaso --penalty firth --effects --no-curve --quiet | sed -n '/^Effects/,$p'

# An infinite slope is none.
printf 'x,y\n0,0\n0,1\n1,0\n2,1\n3,1\n4,0\n4,1\n5,1\n' >root.csv
logreg fit root.csv --formula 'y ~ sqrt(x)' --effects --no-curve --quiet | sed -n '/^Effects/,/^$/p'

# Effects need a maximum.
printf 'x,y\n1,0\n2,0\n3,1\n4,1\n' >parted.csv
logreg fit parted.csv --effects --no-curve --save parted.json >/dev/null
echo "exit $?"
