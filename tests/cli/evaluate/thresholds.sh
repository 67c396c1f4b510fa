# Thresholds chosen on the rows: what is told, that they are those of C, and what is refused.
logreg fit @wdbc --target diagnosis --features mean_texture,mean_smoothness --save m.json --no-curve --quiet >/dev/null
logreg fit @iris --features sepal_length --save iris.json --no-curve --quiet >/dev/null
logreg evaluate m.json @wdbc --threshold youden --metrics sensitivity,specificity
for rule in f1 cost:1,5 cost:1,0 sensitivity:0.9 specificity:0.9 rate:0.2; do
    logreg evaluate m.json @wdbc --threshold $rule --metrics f1 | sed -n '3,/^Metrics/p'
    logreg evaluate m.json @wdbc --threshold $rule --metrics f1 --json >chosen.json
    # As a number it says the same.
    "$PYTHON" -c 'import json; print(repr(json.load(open("chosen.json"))["threshold"]))' >number
    logreg evaluate m.json @wdbc --threshold "$(cat number)" --metrics f1 --json | sed 's/"threshold_rule": null/"threshold_rule": "'$rule'"/' | cmp - chosen.json
done
logreg evaluate m.json @wdbc --json --metrics f1 | grep -o '"threshold_rule": [^,]*'
printf 'diagnosis,mean_texture,mean_smoothness\nbenign,10,0.1\nbenign,20,0.1\n' >one.csv
printf 'y,x\n0,1\n0,2\n1,3\n1,4\n' >apart.csv
printf 'y,x\n0,3\n0,3.5\n1,3\n0,1\n' >other.csv
logreg fit apart.csv --target y --save a.json --no-curve --quiet >/dev/null
fails 2 logreg evaluate m.json @wdbc --threshold youdn
fails 2 logreg evaluate m.json @wdbc --threshold best
fails 2 logreg evaluate m.json @wdbc --threshold -0.5
fails 2 logreg evaluate m.json @wdbc --threshold youden:1
fails 2 logreg evaluate m.json @wdbc --threshold rate
fails 2 logreg evaluate m.json @wdbc --threshold rate:2
fails 2 logreg evaluate m.json @wdbc --threshold rate:0.1,0.2
fails 2 logreg evaluate m.json @wdbc --threshold cost:1
fails 2 logreg evaluate m.json @wdbc --threshold cost:0,0
fails 2 logreg evaluate m.json @wdbc --threshold cost:1,x
fails 2 logreg evaluate iris.json @iris --threshold f1
fails 2 logreg evaluate iris.json @iris --threshold 0.3
fails 1 logreg evaluate m.json one.csv --threshold f1
fails 1 logreg evaluate a.json other.csv --threshold specificity:0.9
