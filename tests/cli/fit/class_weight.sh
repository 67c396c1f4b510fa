# Weights of classes: what is told, kept, shown and predicted, and what does not go with them.
logreg fit @titanic --class-weight balanced --no-curve --save balanced.json --quiet | sed '/^  Time/d'
logreg show balanced.json --no-curve | grep -e 'By class' -e Ratio -e 'AUC'
logreg fit @challenger --class-weight 1=5 --quiet | tail -n 3
logreg fit @challenger --class-weight 1=5 --explain --no-curve --quiet | grep -A2 '  temperature: '
logreg fit @challenger --class-weight 1=5 --json --quiet | "$PYTHON" -c '
import json, sys
d = json.load(sys.stdin)
print(*[(k, d[k]) for k in ("class_weight", "n_obs", "n_events", "vcov", "log_likelihood", "aic", "brier", "tests", "auc_ci")], sep="\n")
print(*["%.9f" % c["estimate"] for c in d["coefficients"]], *sorted({str(c[k]) for c in d["coefficients"] for k in ("std_error", "z", "p", "ci")}))'
logreg fit @challenger --class-weight 1=5 --csv --quiet 2>/dev/null
logreg predict balanced.json --at class=1st,sex=male,age=adult
logreg evaluate balanced.json @titanic | grep -e accuracy -e '  auc'

fails 2 logreg predict balanced.json --at class=1st,sex=male,age=adult --interval 0.95
for option in '--vcov HC1' '--penalty firth' '--ci profile' --tests --exact --diagnostics --effects --gof '--optimism 9' '--step aic' '--reproduce r'; do
    fails 2 logreg fit @challenger --class-weight balanced $option
done
fails 2 logreg fit @challenger --class-weight balanced --hypothesis 'temperature = 0'
fails 2 logreg fit @challenger --class-weight balanced --sampling-weights temperature
fails 2 logreg fit @challenger --class-weight balanced --strata temperature
fails 1 logreg fit @titanic --class-weight maybe=2
fails 2 logreg fit @titanic --class-weight yes
fails 2 logreg fit @titanic --class-weight yes=0
fails 1 logreg compare balanced.json balanced.json
fails 1 logreg effects balanced.json @titanic
