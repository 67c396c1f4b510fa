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
printf 'o,x,w,y\n0,2,1,1.0\n0,3,1,1e0\n' | logreg evaluate weighted.json --metrics auc,log_loss,specificity --json | tr ',' '\n' | grep -e auc -e loss -e spec

# Rows of weight 0 count nowhere, whatever their outcome or level is; they are not missing.
printf 'x,f,w,y\n1,a,1,0\n2,b,1,1\n3,a,2,0\n4,b,1,1\n2,a,1,1\n3,b,1,0\n9,zz,0,1\n,a,0,0\n5,a,0,9\n4,a,0,\n,b,1,1\n' >nothing.csv
logreg fit nothing.csv --formula 'y ~ x + f' --weights w --save weighed.json --quiet >/dev/null
logreg evaluate weighed.json nothing.csv | sed -n '2p;6p'
logreg evaluate weighed.json nothing.csv --json | grep -o '"n_rows.*"n_obs": [0-9]*'
printf 'x,t,y\n1,3,1\n2,4,2\n3,2,1\n4,0,0\n5,3,3\n,0,0\n' >tried.csv
logreg fit tried.csv --formula 'y ~ x' --trials t --save tried.json --quiet >/dev/null
logreg evaluate tried.json tried.csv | sed -n 2p
printf 'x,t,y\n1,0,1\n' | fails 1 logreg evaluate tried.json -
