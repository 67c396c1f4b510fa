# Exit code 4: printed, saved and traced, but no finite maximum was reached.
printf 'x,y\n1,0\n2,0\n3,1\n4,1\n' >separated.csv
logreg fit separated.csv --quiet --json --save model.json --trace trace.csv >out.json
echo "exit $?"
"$PYTHON" -c '
import json
out = json.load(open("out.json"))
print(out["separation"], [c["status"] for c in out["coefficients"]], [w["code"] for w in out["warnings"]])'
logreg predict model.json separated.csv
head -n 1 trace.csv
logreg fit @challenger --quiet --max-iter 1 --no-curve >out.text
echo "exit $?"
grep -ci 'not converged' out.text
