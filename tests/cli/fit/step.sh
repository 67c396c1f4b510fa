# Terms chosen by an information criterion: the way there, in text and in JSON, and the warning that goes with it, also when shown again.
logreg fit @titanic --formula 'survived ~ class*sex*age' --step aic --no-curve --quiet --save chosen.json | sed -n '/^  Formula/p;/^Terms chosen/,$p'
logreg fit @mtcars --formula 'am ~ mpg + hp + drat + qsec' --step bic --step-direction forward --quiet --json | "$PYTHON" -c '
import json, sys
d = json.load(sys.stdin)
s = d["selection"]
print(s["criterion"], s["direction"], s["n_fits"], [w["code"] for w in d["warnings"]], d["formula"])
for step in s["steps"]:
    print(step["action"], step["term"], step["parameters"], "%.6f %.6f" % (step["log_likelihood"], step["criterion"]))'
logreg show chosen.json --no-curve | grep -A5 'Terms chosen'
fails 2 logreg fit @mtcars --step cp
fails 2 logreg fit @mtcars --step-direction both
fails 2 logreg fit @mtcars --step aic --penalty firth
fails 2 logreg fit @mtcars --formula 'am ~ mpg - 1' --step aic --step-direction forward
fails 2 logreg fit @mtcars --sampling-weights gear --features mpg --step aic
logreg fit @mtcars --formula 'am ~ 1' --step aic --no-curve --quiet | grep among
