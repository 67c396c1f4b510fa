# Conditional logistic regression: matched sets in a column, their rows anywhere in the file.
infert() {
    cp "$DATA/../tests/reference/data/infert.csv" .
}
infert
logreg fit infert.csv --target case --features spontaneous,induced,age --strata stratum --quiet | sed '/^  Time/d'
logreg fit infert.csv --target case --strata stratum --exclude age --ci profile --tests --quiet | sed -n '/^Coefficients/,/^Tests that/p'
logreg fit infert.csv --formula 'case ~ spontaneous + induced' --strata stratum --save matched.json --json --quiet | "$PYTHON" -c '
import json, sys
d = json.load(sys.stdin)
print(d["strata"], d["df_residual"], d["auc"], "%.9f" % d["log_likelihood"], "%.9f" % d["bic"])
print(*["%s %.12f %.12f" % (c["name"], c["estimate"], c["std_error"]) for c in d["coefficients"]], sep="\n")'
logreg show matched.json --csv=glance
logreg fit infert.csv --formula 'case ~ spontaneous' --strata stratum --save smaller.json --quiet --csv
logreg compare smaller.json matched.json

# Separated: 1:2 sets in which the event never has the smaller dose.
printf 'set,dose,age,ill\n1,2,30,1\n1,1,31,0\n1,2,36,0\n2,3,42,1\n2,1,47,0\n2,3,41,0\n3,1,50,1\n3,0,52,0\n3,1,57,0\n4,5,33,1\n5,5,33,0\n' >dose.csv
logreg fit dose.csv --strata set --quiet | sed '/^  Time/d'
echo "exit code $(logreg fit dose.csv --strata set --quiet >.out; echo $?)"

# No probabilities, and nothing that needs one.
fails 1 logreg predict matched.json infert.csv
fails 1 logreg evaluate matched.json infert.csv
fails 1 logreg show matched.json --curve induced
fails 1 logreg plot matched.json --output induced.gp
fails 2 logreg fit infert.csv --target case --strata stratum --curve induced
fails 2 logreg fit infert.csv --target case --strata stratum --plot induced.gp
fails 2 logreg fit infert.csv --target case --strata stratum --csv=augment
fails 2 logreg fit infert.csv --target case --strata stratum --effects
fails 2 logreg fit infert.csv --target case --strata stratum --vcov HC0
fails 1 logreg effects matched.json infert.csv
fails 2 logreg fit infert.csv --target case --strata stratum --weights age
fails 2 logreg fit infert.csv --target case --strata stratum --trials age
fails 1 logreg fit infert.csv --target case --strata strata --quiet
fails 2 logreg fit infert.csv --target case --strata case --quiet
fails 1 logreg fit infert.csv --formula 'case ~ 1' --strata stratum
fails 1 logreg fit infert.csv --formula 'case ~ age' --strata induced --where 'induced == case'
