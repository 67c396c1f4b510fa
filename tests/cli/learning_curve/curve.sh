# Learning curves as text, CSV and JSON.
logreg learning-curve @titanic --sizes 0.1,400,1 --repeats 3 --seed 1 --quiet
logreg learning-curve @iris --sizes 30,1 --repeats 2 --csv --quiet | cut -d, -f1,6-9,14
logreg learning-curve @beetle --target killed --trials n --sizes 6 --json --quiet | "$PYTHON" -c '
import json, sys
d = json.load(sys.stdin)
print({k: d[k] for k in d if k != "points"})
print([list(p) for p in d["points"]], sorted(d["points"][0]["auc"]))'
