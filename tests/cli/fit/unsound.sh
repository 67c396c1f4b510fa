# Not converged: exit code 4, printed, saved and traced all the same.
logreg fit @challenger --quiet --max-iter 1 --no-curve --save model.json --trace trace.csv >out
echo "exit $?"
grep -ci 'not converged' out
wc -l <trace.csv
logreg predict model.json @challenger | wc -l

# Whether a maximum exists cannot be told: a warning of its own.
printf 'x,y\n1e-300,0\n2e-300,1\n3e-300,0\n4e-300,1\n1e100,0\n' >wide.csv
logreg fit wide.csv --quiet --no-curve | sed -n '/^Warnings/,/Few events/p'
logreg fit wide.csv --quiet --json >wide.json
echo "exit $?"
"$PYTHON" -c 'import json; d = json.load(open("wide.json")); print(d["converged"], [w["code"] for w in d["warnings"]])'
logreg doctor wide.csv | grep '!'
printf 'x,y\n1e299,0\n2e299,1\n3e299,0\n4e299,1\n1e300,0\n' >far.csv
fails 1 logreg fit far.csv --quiet
