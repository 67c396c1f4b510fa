# The rows that a fit leans on: text, JSON, every row as CSV, and what is refused or left out.
logreg fit @vaso --formula 'constricted ~ log(volume) + log(rate)' --diagnostics --no-curve | sed -n '/influential/,/^Warnings/p'
logreg fit @budworm --target dead --trials moths --diagnostics --no-curve --quiet | sed -n '/influential/,$p'
logreg fit @vaso --diagnostics --json | "$PYTHON" -c '
import json, sys
d = json.load(sys.stdin)["diagnostics"]
first = d["influential"][0]
print(list(d), list(first), first["row"], first["line"], "%.9f" % first["cook"], {k: "%.6f" % v for k, v in first["dfbetas"].items()}, len(d["influential"]), d["inflation"][0]["term"], sep="\n")'
printf 'y,x\n0,1\n1,2\n,3\n0,4\n1,5\n' >gap.csv
logreg fit gap.csv --target y --diagnostics --csv=augment --quiet | cut -d, -f1-5,7
cp "$TESTS/../reference/data/pupils.csv" .
# Three classes: rows by what they do to both linear predictors, a residual for each class.
logreg fit pupils.csv --formula 'grade ~ x + sex + year' --diagnostics --no-curve --quiet | sed -n '/influential/,$p'
logreg fit pupils.csv --formula 'grade ~ x' --weights n --diagnostics --csv=augment --quiet | cut -d, -f4,6,11- | head -4
logreg fit pupils.csv --formula 'grade ~ x' --diagnostics --json | "$PYTHON" -c '
import json, sys
first = json.load(sys.stdin)["diagnostics"]["influential"][0]
print(list(first), first["line"], first["class"], "%.9f" % first["cook"], list(first["dfbetas"]), list(first["dfbetas"]["low"]), sep="\n")'
printf 'y,x\n0,1\n0,2\n1,3\n1,4\n' >apart.csv
logreg fit apart.csv --target y --diagnostics --no-curve | grep -c influential
logreg fit @vaso --diagnostics --csv
echo $?
printf 'y,x,.hat\n0,1,1\n1,2,1\n0,4,2\n1,5,3\n' >named.csv
logreg fit named.csv --target y --features x --diagnostics --csv=augment
echo $?
logreg fit @ucb --formula 'admitted ~ gender + dept' --weights count --diagnostics --quiet --no-curve | sed -n '/^The most/,/rows\.$/p'
