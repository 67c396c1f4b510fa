# What a fit loses on new rows: text, JSON, and what is refused or left out.
logreg fit @vaso --optimism 40 --no-curve --quiet | sed -n '/^Optimism/,/^Warnings/p'
logreg fit @beetle --target killed --trials n --optimism 20 --seed 7 --no-curve --quiet --threads 3 | sed -n '/^Optimism/,$p'
logreg fit @vaso --optimism 10 --step aic --no-curve --quiet | grep -c 'the terms that were chosen'
logreg fit @vaso --optimism 40 --json --quiet --penalty firth --gof 2>&1 | head -1
logreg fit @vaso --optimism 40 --json --quiet | "$PYTHON" -c '
import json, sys
o = json.load(sys.stdin)["optimism"]
print(list(o), o["refits"], o["used"], o["separated"], o["singular"], o["seed"], sep="\n")
print(list(o["slope"]), *("%.8f" % o[i]["corrected"] for i in ("slope", "intercept", "in_the_large", "auc", "brier")), sep="\n")'
printf 'y,x\n0,1\n0,2\n1,3\n1,4\n' >apart.csv
logreg fit apart.csv --target y --optimism 5 --no-curve | grep -c '^Optimism'
printf 'y,x,n\n0,1,2\n1,2,1.5\n0,3,1\n1,4,2\n' >half.csv
logreg fit half.csv --target y --weights n --optimism 5; echo $?
logreg fit @iris --features sepal_length --optimism 5 --quiet; echo $?
logreg fit @vaso --seed 5; echo $?
logreg fit @vaso --optimism 1; echo $?
logreg fit @vaso --optimism 5 --csv; echo $?
logreg fit @vaso --optimism 5 --penalty flic; echo $?
logreg fit @vaso --optimism 5 --sampling-weights rate; echo $?
logreg fit @vaso --optimism 5 --strata rate; echo $?
logreg fit @vaso --optimism 5 --vcov cluster:rate; echo $?
logreg fit @vaso --optimism 5 --reproduce r; echo $?
