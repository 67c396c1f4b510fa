# Two models on the same rows: text, JSON, more classes, values that mean missing to one model alone, and what is refused.
logreg split @wdbc --target diagnosis --quiet >split.txt
logreg fit train.csv --target diagnosis --features mean_texture,mean_smoothness --save m.json --no-curve --quiet >fit.txt
logreg fit train.csv --target diagnosis --features mean_texture,mean_smoothness,mean_symmetry --save larger.json --no-curve --quiet >fit.txt
logreg evaluate m.json test.csv --against larger.json | sed -n '/^Against/,$p'
logreg evaluate m.json train.csv --against larger.json --conf-level 0.5 | sed -n '/^Against/,$p'
logreg evaluate m.json test.csv --against larger.json --json | "$PYTHON" -c '
import json, sys
told = json.load(sys.stdin)
against = told["against"]
print(list(against), against["model"], against["n_used"], against["own_rows"])
for test in against["tests"]:
    print(list(test), test["metric"])
    assert abs(test["values"][0] - told["metrics"][test["metric"]]) < 1e-13
    assert abs(test["values"][0] - test["values"][1] - test["difference"]) < 1e-13
    assert abs(test["std_errors"][0] - told["std_errors"][test["metric"]]) < 1e-13'
logreg evaluate m.json test.csv --against m.json | sed -n '/^Against/,$p'
logreg evaluate m.json test.csv --json | grep -c against
logreg fit @iris --features sepal_length --save i.json --no-curve --quiet >fit.txt
logreg fit @iris --features sepal_width --save j.json --no-curve --quiet >fit.txt
logreg evaluate i.json @iris --against j.json | sed -n '/^Against/,$p'
# -9 is a number to one of them.
printf 'y,x,z\n0,1,2\n1,2,-9\n0,3,1\n1,4,3\n0,-9,4\n1,6,5\n0,2,2\n1,3,3\n' >codes.csv
logreg fit codes.csv --formula 'y ~ x' --save x.json --no-curve --quiet >fit.txt
logreg fit codes.csv --formula 'y ~ z' --na-values -9 --save z.json --no-curve --quiet >fit.txt
logreg evaluate x.json codes.csv --against z.json --quiet | grep '^Against'
fails 2 logreg evaluate m.json --against larger.json <test.csv
fails 2 logreg evaluate m.json - --against larger.json <test.csv
fails 2 logreg evaluate m.json test.csv --against larger.json --csv
fails 3 logreg evaluate m.json test.csv --against missing.json
fails 1 logreg evaluate i.json @iris --against m.json
fails 1 logreg evaluate m.json test.csv --against x.json
cut -d , -f 1-4 test.csv >narrow.csv
logreg fit train.csv --target diagnosis --features mean_area --save area.json --no-curve --quiet >fit.txt
sed '1s/mean_area/area/' test.csv >renamed.csv
fails 1 logreg evaluate m.json renamed.csv --against area.json
