# A target of many numbers is fitted with a warning, unless it is said to be a category; few numbers are classes.
"$PYTHON" -c '
print("x,grade,three")
for i in range(60):
    print(f"{i * 7 % 11},{i * 5 % 7 + 1},{i * i % 3}")' >grades.csv
logreg fit grades.csv --target grade --features x --no-curve --quiet | sed -n '/^Warnings/,/Few events/p'
codes='import json, sys; print([w["code"] for w in json.load(sys.stdin)["warnings"]])'
logreg fit grades.csv --target grade --features x --json --quiet --save grade.json | "$PYTHON" -c "$codes"
logreg show grade.json --json | "$PYTHON" -c "$codes"
logreg fit grades.csv --target grade --features x --json --quiet --categorical grade | "$PYTHON" -c "$codes"
logreg fit grades.csv --target three --features x --json --quiet | "$PYTHON" -c "$codes"
logreg doctor grades.csv --target grade --exclude three | grep 'Numbers as classes'

# An AUC without an interval says why.
auc='import json, sys; d = json.load(sys.stdin); print(d["auc"], d["auc_ci"])'
logreg fit @challenger --formula 'distress ~ 1' --no-curve | grep 'AUC'
logreg fit @challenger --formula 'distress ~ 1' --json --save empty.json | "$PYTHON" -c "$auc"
logreg evaluate empty.json @challenger | grep '  auc'
logreg evaluate empty.json @challenger --json | "$PYTHON" -c 'import json, sys; print(json.load(sys.stdin)["auc_ci"])'
logreg plot empty.json @challenger --what roc -o roc.gp && grep -o 'AUC = [^q]*rows' roc.gp
printf 'x,y\n1,0\n2,0\n3,0\n4,1\n5,1\n' | logreg fit --quiet --no-curve | grep '  AUC'
printf 'x,y\n1,0\n2,1\n3,0\n4,0\n5,0\n' | logreg fit --quiet --no-curve | grep '  AUC'
