# Curves in text, JSON and CSV, of two classes and of more, and what is refused.
logreg fit @wdbc --target diagnosis --features mean_texture,mean_smoothness --save m.json --no-curve --quiet >/dev/null
logreg fit @iris --features sepal_length --save iris.json --no-curve --quiet >/dev/null
logreg evaluate m.json @wdbc --curves roc,precision_recall,calibration,gain | sed -n '/^ROC/,$p'
logreg evaluate m.json @wdbc --curves calibration --n-bins 4 --bin-strategy quantile --conf-level 0.5 | sed -n '/^Cali/,$p'
logreg evaluate iris.json @iris --curves calibration --n-bins 2 | sed -n '/^Cali/,$p'
logreg evaluate iris.json @iris --csv=calibration --n-bins 2
for curve in roc precision_recall gain; do
    logreg evaluate m.json @wdbc --csv=$curve | sed -n '1,3p;$p'
done
# All of the points are in JSON, those of CSV; the area below is the AUC.
logreg evaluate m.json @wdbc --csv=roc >roc.csv
logreg evaluate m.json @wdbc --curves roc,gain --json | "$PYTHON" -c '
import csv, json, sys
told = json.load(sys.stdin)
roc, gain = told["curves"]
print(list(roc), list(gain), roc["class"], roc["threshold"][0])
rows = list(csv.DictReader(open("roc.csv")))
assert [float(r["tpr"]) for r in rows] == roc["tpr"] and [float(r["fpr"]) for r in rows] == roc["fpr"]
x, y = roc["fpr"], roc["tpr"]
area = sum((x[i + 1] - x[i]) * (y[i + 1] + y[i]) / 2 for i in range(len(x) - 1))
assert abs(area - told["metrics"]["auc"]) < 1e-12
print("the same")'
logreg evaluate m.json @wdbc --json | grep -c curves
printf 'diagnosis,mean_texture,mean_smoothness\nbenign,10,0.1\nbenign,20,0.1\n' >one.csv
logreg evaluate m.json one.csv --csv=roc
fails 2 logreg evaluate m.json @wdbc --curves rock
fails 2 logreg evaluate m.json @wdbc --curves zzzzzz
fails 2 logreg evaluate m.json @wdbc --curves roc --csv
