# Whether probabilities hold on other rows: text, JSON, the rows of the fit, many classes, and what is refused.
logreg split @wdbc --target diagnosis --quiet >split.txt
logreg fit train.csv --target diagnosis --features mean_texture,mean_smoothness --save m.json --no-curve --quiet >fit.txt
logreg evaluate m.json test.csv --gof | sed -n '/^Tests that/,$p'
logreg evaluate m.json train.csv --gof --gof-groups 4 | sed -n '/^Groups by/,$p'
logreg evaluate m.json test.csv --gof --json | "$PYTHON" -c '
import json, sys
g = json.load(sys.stdin)["gof"]
print(list(g), g["own_rows"], list(g["hosmer_lemeshow"]), len(g["hosmer_lemeshow"]["groups"]), list(g["spiegelhalter"]), sep="\n")
c = g["calibration"]
print(list(c), list(c["slope"]), len(c["slope"]["ci"]), c["test"]["df"], sep="\n")'
logreg evaluate m.json test.csv --json | grep -c gof
logreg fit @iris --features sepal_length --save i.json --no-curve --quiet >fit.txt
logreg evaluate i.json @iris --gof | sed -n '/^Tests that/,$p'
logreg evaluate i.json @iris --gof --json | grep -o '"calibration": null'
printf 'y,x\n0,1\n0,2\n1,3\n1,4\n' >apart.csv
printf 'y,x\n0,1\n1,2\n1,3\n1,4\n' >other.csv
logreg fit apart.csv --target y --save a.json --no-curve --quiet >fit.txt
logreg evaluate a.json other.csv --gof | sed -n '/^Tests that/,/^Groups by/p'
logreg evaluate a.json other.csv --gof-groups 5; echo $?
logreg evaluate a.json other.csv --gof --gof-groups 2; echo $?
