# Tests of fit: text, JSON, and what is refused or left out.
logreg fit @beetle --target killed --trials n --gof --no-curve --quiet | sed -n '/^Goodness/,$p'
logreg fit @vaso --gof --gof-groups 5 --no-curve --quiet | sed -n '/^Goodness/,/^Warnings/p'
logreg fit @iris --features sepal_length --gof --no-curve --quiet | sed -n '/^Goodness/,$p'
printf 'y,x\n0,a\n1,a\n0,a\n1,b\n1,b\n0,b\n' >two.csv
logreg fit two.csv --target y --gof --no-curve --vcov HC0 --quiet | sed -n '/^Goodness/,/^Warnings/p'
logreg fit @vaso --gof --json --quiet | "$PYTHON" -c '
import json, sys
g = json.load(sys.stdin)["gof"]
h = g["hosmer_lemeshow"]
print(list(g), list(h), list(h["groups"][0]), len(h["groups"]), "%.6f %g %.6f" % (h["statistic"], h["df"], h["p"]), sep="\n")
print(h["groups"][2]["n"], h["groups"][2]["observed"], list(g["sum_of_squares"]), list(g["stukel"]), list(g["stukel"]["lr"]), sep="\n")
print(list(g["patterns"]), g["patterns"]["n"], g["patterns"]["pearson"]["p"], g["patterns"]["pearson"]["df"], sep="\n")'
logreg fit two.csv --target y --gof --json --quiet | "$PYTHON" -c '
import json, sys
g = json.load(sys.stdin)["gof"]
print(g["stukel"], g["hosmer_lemeshow"]["p"], g["sum_of_squares"]["z"], g["patterns"]["deviance"]["p"])'
printf 'y,x\n0,1\n0,2\n1,3\n1,4\n' >apart.csv
logreg fit apart.csv --target y --gof --no-curve | grep -c '^Goodness'
logreg fit @vaso --gof-groups 5; echo $?
logreg fit @vaso --gof --gof-groups 2; echo $?
logreg fit @vaso --gof --csv; echo $?
logreg fit @vaso --gof --penalty firth; echo $?
logreg fit @vaso --gof --sampling-weights rate; echo $?
logreg fit @vaso --gof --strata rate; echo $?
logreg fit @vaso --gof --reproduce r; echo $?
