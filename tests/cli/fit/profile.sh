# Intervals and p values from the likelihood, and tests of terms, in text, JSON and CSV.
logreg fit @titanic --formula 'survived ~ class*sex + age' --ci profile --tests --no-curve | sed -n '/^Coefficients/,/^Tests that/p'
logreg fit @challenger --ci profile --json | "$PYTHON" -c '
import json, sys
d = json.load(sys.stdin)
print(d["ci_method"], *["%s %.9f %.9f %.7f" % (c["name"], *c["ci"], c["p"]) for c in d["coefficients"]], sep="\n")
assert "terms" not in d["tests"]'
logreg fit @vaso --formula 'constricted ~ log(volume) + log(rate)' --tests --json | "$PYTHON" -c '
import json, sys
for t in json.load(sys.stdin)["tests"]["terms"]:
    print(t["name"], *["%s %.6f %d %.6g" % (k, t[k]["statistic"], t[k]["df"], t[k]["p"]) for k in ("lr", "score", "wald")])'
logreg fit @challenger --ci profile --csv --conf-level 0.9
logreg fit @budworm --formula 'dead ~ sex + log2_dose - 1' --trials moths --ci profile --no-curve | sed -n '/^Coefficients/,/^The/p'

# An aliased term; a narrow page; a page of ASCII.
printf 'a,b,y\n1,2,0\n2,4,1\n3,6,0\n4,8,1\n5,10,1\n6,12,0\n' >copies.csv
logreg fit copies.csv --tests --ci profile --no-curve | sed -n '/^Coefficients/,/^Tests that/p'
COLUMNS=60 LC_ALL=C logreg fit @titanic --formula 'survived ~ class*sex + age' --tests --ci profile --no-curve | sed -n '/^Tests of/,/^Tests that/p'

# Where classes are separated, intervals have an infinite end; terms are tested by likelihood ratio, of more than two classes not.
printf 'x,z,y\n1,3,0\n2,0,0\n3,-1,0\n3,4,0\n3,1,1\n4,0,1\n5,2,1\n6,7,1\n' >parted.csv
logreg fit parted.csv --ci profile --no-curve --quiet | sed -n '/^Coefficients/,/^Tests that/p'
logreg fit parted.csv --ci profile --csv --quiet
printf 'x,y\n1,a\n2,a\n3,b\n4,b\n5,c\n6,c\n' >three.csv
logreg fit three.csv --ci profile --csv --quiet
printf 'x,z,y\n-5,1,a\n-4,0,a\n0,2,b\n1,1,c\n2,0,b\n3,1,c\n1,0,b\n2,2,c\n0,1,c\n' >apart.csv
logreg fit apart.csv --ci profile --no-curve --quiet --hypothesis c:x=b:x --hypothesis 'b:z + c:z = 1' | sed -n '/^Coefficients/,/^Tests that/p;/^Linear/,/^Warnings/p'
logreg fit apart.csv --ci profile --json --quiet | "$PYTHON" -c '
import json, sys
d = json.load(sys.stdin)
for c in d["coefficients"] + d["contrasts"]:
    print(c["name"], c["class"], c.get("against", ""), *["%.6f" % x if x is not None else x for x in c["ci"] + [c["p"]]])'
printf 's,y,x,z\n1,1,2,0\n1,0,1,1\n2,1,3,1\n2,0,1,0\n3,1,1,0\n3,0,1,1\n4,1,0,2\n4,0,0,1\n5,1,1,1\n5,0,0,1\n' >sets.csv
logreg fit sets.csv --target y --strata s --ci profile --csv --quiet
logreg fit parted.csv --tests --no-curve --quiet | sed -n "/^Tests of each/,/^Tests that/p"
logreg fit three.csv --tests --no-curve --quiet | sed -n "/^Tests of each/,/^Tests that/p"
fails 2 logreg fit @challenger --ci jackknife
