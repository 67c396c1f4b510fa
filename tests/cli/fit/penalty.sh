# Penalties on sizes: what is told, kept, shown and predicted, and what does not go with them.
logreg fit @mtcars --formula 'vs ~ mpg + wt + hp' --penalty l2 --no-curve --quiet | sed '/^  Time/d'
logreg fit @mtcars --formula 'vs ~ mpg + wt + hp + C(gear)' --penalty elasticnet --l1-ratio 0.25 --lambda 0.05 --standardize --penalty-factor 'wt=0,C(gear)=2' --bounds mpg=0:0.1 \
    --save net.json --no-curve --quiet | sed '/^  Time/d'
logreg show net.json --no-curve | sed -n '/Penalty/,/AUC/p'
logreg fit @iris --target species --penalty l1 --C 0.2 --save classes.json --no-curve --quiet | sed '/^  Time/d'
logreg fit @iris --target species --penalty l1 --C 0.2 --json --quiet | "$PYTHON" -c '
import json, sys
d = json.load(sys.stdin)
print(*[(k, d[k]) for k in ("solver", "penalty", "C", "l1_ratio", "standardize", "n_nonzero", "separation", "vcov", "aic", "r2", "tests")], sep="\n")
print("%.9f %.9f %.6f" % (d["lambda"], d["largest_lambda"], d["explained_deviance"]), d["kkt"] < 1e-9)
print(*["%s %s %.6f" % (c["class"], c["name"], c["estimate"]) for c in d["coefficients"]], sep="\n")
print(*sorted({str(c[k]) for c in d["coefficients"] for k in ("std_error", "z", "p", "ci", "odds_ratio")}))'
logreg show net.json --json | "$PYTHON" -c 'import json, sys; print(json.load(sys.stdin)["penalty_parts"])'
logreg fit @iris --target species --penalty l1 --C 0.2 --csv --quiet | head -n 4 | cut -d, -f1-3
logreg predict classes.json --at sepal_length=5,sepal_width=3,petal_length=4,petal_width=1
logreg evaluate net.json @mtcars | grep -e accuracy -e '  auc'
logreg effects net.json @mtcars --quiet | head -n 7
logreg fit @titanic --penalty l2 --class-weight balanced --no-curve --quiet | sed -n '/^Coefficients/,$p'
logreg fit @mtcars --formula 'vs ~ mpg + wt' --penalty l1 --lambda 9 --no-curve --quiet | sed -n '/^Coefficients/,/^Fit/p'
logreg fit @mtcars --formula 'vs ~ mpg + wt' --penalty l1 --lambda 0.01 --max-iter 1 --no-curve --quiet > out.txt
echo "exit code $?"
sed -n '/Method/,/lambda/p; /^Warnings/,$p' out.txt

for option in --tests '--ci wald' '--ci profile' '--hypothesis mpg=0' --exact --diagnostics --explain '--reproduce r' '--step aic' --gof '--optimism 9' '--vcov HC1' '--strata am' '--sampling-weights wt' \
    '--C 1 --lambda 1' '--C 0' '--C -1' '--C inf' '--C 1e308' '--C 1e-70' '--lambda 0' '--l1-ratio 0.5' '--solver newton' '--solver gd' '--solver sgd' \
    '--penalty-factor mpg' '--penalty-factor mpg=-1' '--penalty-factor =1' '--bounds mpg' '--bounds mpg=1:2' '--bounds mpg=2:1' '--bounds mpg=0:,mpg=:0' '--penalty-factor hp=2,mpg=0,hp=1' '--bounds mpg=a:b' '--bounds mpg=:' '--bounds mpg=nan:1'; do
    fails 2 logreg fit @mtcars --formula 'vs ~ mpg + hp' --penalty l1 $option
done
for solver in 'gd --early-stopping' 'sgd --early-stopping'; do
    fails 2 logreg fit @mtcars --formula 'vs ~ mpg + hp' --penalty l2 --solver $solver
done
logreg fit @mtcars --formula 'vs ~ mpg + hp' --penalty l2 --validation-fraction 0.2 --no-curve --quiet | grep -i 'held'
for option in '--C 1' '--lambda 1' --standardize '--penalty-factor mpg=2' '--bounds mpg=0:' '--solver cd' '--solver dual'; do
    fails 2 logreg fit @mtcars --formula 'vs ~ mpg + hp' $option
done
fails 2 logreg fit @mtcars --formula 'vs ~ mpg' --penalty elasticnet --l1-ratio 2
fails 1 logreg fit @mtcars --formula 'vs ~ mpg' --penalty l2 --penalty-factor wt=2
fails 1 logreg fit @mtcars --formula 'vs ~ mpg' --penalty l2 --bounds '(Intercept)=0:1'
fails 1 logreg fit @mtcars --formula 'vs ~ mpg + wt + I(2*wt)' --penalty l2 --penalty-factor 'wt=0,I(2 * wt)=0'
fails 1 logreg compare net.json net.json
fails 1 logreg predict net.json @mtcars --interval 0.95
fails 1 logreg show net.json --hypothesis mpg=0
fails 1 logreg fit @mtcars --formula 'vs ~ mpg + wt + C(gear)' --penalty l2 --penalty-factor 'C(gaer)=2'

# All columns at once, and what is otherwise for some of them.
logreg fit @mtcars --formula 'vs ~ mpg + wt + hp' --penalty l2 --bounds 'hp=-1:1,*=0:' --penalty-factor wt=3 --no-curve --quiet | sed -n '/Penalty/,/^hp/{/Time/!p}'
logreg fit @mtcars --formula 'vs ~ mpg + wt + hp' --penalty l2 --bounds '*=0:' --csv --quiet >all.csv
logreg fit @mtcars --formula 'vs ~ mpg + wt + hp' --penalty l2 --bounds mpg=0:,wt=0:,hp=0: --csv --quiet | cmp - all.csv

# Separated classes under a penalty that is nothing beside rounding.
printf 'a,b,c,d,e,f,y\n1,2,1,0.3,7,2,0\n2,1,3,0.1,4,4,0\n3,4,9,0.2,6,5,1\n4,3,8,0.7,5,1,1\n' >apart.csv
logreg fit apart.csv --penalty l2 --C 1e20 --json --quiet | grep -e '"converged"'
