# Calibration on rows held out: what is told, kept, shown and predicted, and what does not go with it.
cp "$TESTS/../reference/data/calibrated.csv" rows.csv
logreg fit rows.csv --formula 'y ~ x1 + x2' --group fold --calibrate platt --no-curve --quiet --save platt.json | sed '/^  Time/d'
logreg show platt.json --no-curve | grep -A4 Calibrated | sed '/^  Time/d'
logreg fit rows.csv --formula 'k ~ x1 + x2' --penalty l2 --folds 3 --calibrate isotonic --no-curve --quiet --save steps.json | grep -A4 Calibrated | sed '/^  Time/d'
logreg fit rows.csv --formula 'y ~ x1 + x2' --group fold --calibrate platt --quiet --json | "$PYTHON" -c '
import json, sys
c = json.load(sys.stdin)["calibration"]
print(c["method"], c["folds"], c["group"], *["%.9f" % x for x in [*c["before"].values(), *c["after"].values()]])
print(*[(x["class"], "%.9f" % x["slope"], "%.9f" % x["intercept"]) for x in c["calibrators"]])'
logreg predict platt.json --at x1=0,x2=0
logreg predict steps.json --at x1=0,x2=0
logreg evaluate platt.json rows.csv --gof | grep -A4 -i calibration
logreg fit rows.csv --formula 'y ~ x1 + x2' --calibrate platt --seed 1 --folds 2 --no-curve --quiet | grep -A1 Calibrated

fails 1 logreg predict platt.json rows.csv --interval 0.9
fails 1 logreg effects platt.json rows.csv
for option in --effects --diagnostics --gof '--optimism 9' --explain '--step aic' '--reproduce r' '--strata fold' '--validation-fraction 0.2'; do
    fails 2 logreg fit rows.csv --target y --exclude k --calibrate platt $option
done
fails 2 logreg fit rows.csv --target y --calibrate sigmoid
fails 2 logreg fit rows.csv --target y --folds 4
fails 2 logreg fit rows.csv --target y --group fold
fails 2 logreg fit rows.csv --target y --calibrate platt --folds 1
fails 1 logreg fit rows.csv --formula 'y ~ x1' --calibrate platt --group fold --folds 6
fails 1 logreg fit rows.csv --formula 'y ~ x1' --calibrate platt --group k --folds 6
fails 1 logreg fit rows.csv --formula 'y ~ x1' --calibrate platt --group nobody
fails 1 logreg fit @iris --calibrate platt --quiet
