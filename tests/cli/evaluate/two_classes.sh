# On the rows of the fit the metrics are those that the fit tells.
admit
same() {
    "$PYTHON" - <<'END'
import json
fit, told = json.load(open("fit.json")), json.load(open("told.json"))
for name, of_fit in (("auc", fit["auc"]), ("brier", fit["brier"]), ("tjur", fit["r2"]["tjur"])):
    assert abs(told["metrics"][name] - of_fit) < 1e-14, name
assert all(abs(a - b) < 1e-14 for a, b in zip(told["auc_ci"], fit["auc_ci"]))
assert abs(sum(map(sum, told["confusion"])) - fit["n_obs"]) < 1e-9 and told["n_obs"] == fit["n_obs"]
print("the same")
END
}
logreg fit admit.csv --target admit --features gre,school --save model.json --quiet --json >fit.json
logreg evaluate model.json admit.csv --json >told.json
same
logreg evaluate model.json admit.csv
logreg evaluate model.json admit.csv --threshold 0.8 --conf-level 0.5 | tail -n 6
# Trials, weights and an offset are those of the model.
logreg fit @beetle --target killed --trials n --save beetle.json --quiet --json >fit.json
logreg evaluate beetle.json @beetle --json >told.json
same
printf 'x,w,o,y\n1,2,0.5,0\n2,3,-1,1\n3,2,0.2,0\n4,1,0,1\n5,4,1,1\n2,,0,1\n' >weighted.csv
logreg fit weighted.csv --target y --features x --weights w --offset o --save weighted.json --quiet --json >fit.json
logreg evaluate weighted.json weighted.csv --json >told.json
same
logreg evaluate weighted.json weighted.csv | sed -n 2,3p
# Classes are numbers by their value, and a file may hold one class alone.
printf 'o,x,w,y\n0,2,1,1.0\n0,3,1,1e0\n' | logreg evaluate weighted.json --json | tr ',' '\n' | grep -e auc -e loss -e spec
