# Penalised fits: text, JSON and CSV, what they are saved and used as, and what does not go together.
cp "$TESTS/../reference/data/endometrial.csv" .
logreg fit endometrial.csv --target HG --penalty firth --no-curve | sed '/^  Time/d; s/score| .*/score|/'
for penalty in flic flac; do
    logreg fit endometrial.csv --target HG --penalty $penalty --no-curve | sed -n '1p; /^  Penalty/,/^  Time/p; /^Coefficients/,$p' | grep -v '^  Time'
done
printf 'x,z,y\n1,3,0\n2,0,0\n3,-1,0\n3,4,0\n3,1,1\n4,0,1\n5,2,1\n6,7,1\n' >parted.csv
logreg fit parted.csv --penalty firth --json --firth-se augmented --quiet --ci wald --save parted.json | "$PYTHON" -c '
import json, sys
d = json.load(sys.stdin)
for key in "penalty firth_se converged separation aic bic r2 ci_method".split():
    print(key, d[key])
print(d["tests"]["score"], d["tests"]["lr"]["df"], d["penalised_log_likelihood"] > d["null_penalised_log_likelihood"])
print(*["%s %.6f %.6f" % (c["name"], c["estimate"], c["std_error"]) for c in d["coefficients"]], sep="\n")'
logreg show parted.json --no-curve | sed -n '/^  Penalty/,/^The/p'
logreg predict parted.json --at x=3,z=1 --interval 0.95
logreg evaluate parted.json parted.csv --json | "$PYTHON" -c 'import json, sys; print("%.9f" % json.load(sys.stdin)["metrics"]["brier"])'
logreg fit parted.csv --penalty firth --csv --quiet
logreg fit parted.csv --penalty firth --csv=glance --quiet
logreg fit @iris --formula 'species ~ petal_width' --penalty firth --tests --no-curve --quiet | sed -n '/^Coefficients/,/^Fit/p'

# The plain fit of data that are separated names the way on.
logreg fit parted.csv --no-curve --quiet | sed -n '/^Warnings/,/^  ! F/p'

logreg fit parted.csv --formula 'y ~ z' --quiet --save plain.json >/dev/null
fails 1 logreg compare plain.json parted.json
fails 2 logreg fit parted.csv --penalty ridge
fails 2 logreg fit parted.csv --penalty firth --solver gd
fails 2 logreg fit parted.csv --firth-se augmented
logreg fit parted.csv --penalty flac --ci profile --no-curve --quiet | sed -n '/^Coefficients/,/^Tests/p'
printf 'x,n,k\n1,3,1\n2,2,0\n4,5,4\n' >trials.csv
printf 'x,y\n1,1\n1,0\n1,0\n2,0\n2,0\n4,1\n4,1\n4,1\n4,1\n4,0\n' >rows.csv
for how in 'trials.csv --target k --trials n' 'rows.csv --target y'; do
    logreg fit $how --penalty flac --ci profile --quiet --json | "$PYTHON" -c '
import json, sys
print(*[(c["name"], ["%.9f" % e for e in c["ci"]], c["ci_ends"]) for c in json.load(sys.stdin)["coefficients"]])'
done
fails 2 logreg fit parted.csv --penalty firth --vcov HC1
fails 2 logreg fit parted.csv --penalty firth --strata z
fails 1 logreg fit parted.csv --penalty flic --no-intercept --quiet
fails 1 logreg fit @iris --penalty flac --quiet

# A profile of several branches; and one too large to search.
cp "$TESTS/../reference/data/firth_lobes_2.csv" lobes.csv
logreg fit lobes.csv --penalty firth --json --quiet | "$PYTHON" -c '
import json, sys
print(*[(c["name"], ["%.5f" % e for e in c["ci"]], c["ci_ends"]) for c in json.load(sys.stdin)["coefficients"]], sep="\n")'
logreg fit lobes.csv --penalty firth --quiet --no-curve | sed -n '/^Coefficients/,/^Tests/p'
logreg make-classification --n-samples 6000 --n-features 3 --n-informative 2 --n-redundant 0 --seed 1 >large.csv
logreg fit large.csv --penalty firth --quiet --no-curve | sed -n '/^The ends/,/^$/p'
logreg fit large.csv --penalty firth --quiet --json | grep -c one_path
logreg fit lobes.csv --penalty firth --hypothesis 'x0 = 0' --ci profile --quiet --no-curve | sed -n '/^The profile/,/^$/p'
logreg fit lobes.csv --penalty firth --hypothesis 'x0 = 0' --ci profile --quiet --json | "$PYTHON" -c '
import json, sys
d = json.load(sys.stdin)
print([e["ci_ends"] for e in d["hypotheses"][0]["equations"]], abs(d["hypotheses"][0]["lr"]["statistic"] - d["coefficients"][1]["z"] ** 2) < 1e-8)'
