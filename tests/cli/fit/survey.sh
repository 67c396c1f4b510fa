# Samples: weights, clusters and strata; what is told, saved and refused.
cp "$TESTS/../reference/data/pupils.csv" .
logreg fit pupils.csv --formula 'passed ~ x + sex' --sampling-weights w --vcov cluster:school --survey-strata district --tests --no-curve --save drawn.json | sed '/^  Time/d'
logreg fit pupils.csv --formula 'hits ~ x' --trials tries --weights n --sampling-weights w --json | "$PYTHON" -c '
import json, sys
d = json.load(sys.stdin)
print(*[(k, d[k]) for k in ("vcov", "sampling_weights", "survey_strata", "t_df", "log_likelihood", "deviance", "aic", "bic", "auc_ci", "n_obs")], sep="\n")
print(d["tests"]["lr"], d["tests"]["score"], sorted(d["tests"]["wald"]), "clusters" in d)
print(*["%.9f %.9f" % (c["std_error"], c["z"]) for c in d["coefficients"]], sep="\n")'
logreg fit pupils.csv --formula 'grade ~ x' --sampling-weights w --survey-strata district --csv --quiet
logreg show drawn.json --no-curve | grep -e Sample -e Covariance -e '^x '
logreg predict drawn.json --at x=1,sex=boy --interval 0.95
logreg evaluate drawn.json pupils.csv | grep '  auc'
logreg fit pupils.csv --target passed --exclude hits,tries,n,grade,year --sampling-weights w --vcov cluster:school --survey-strata district --json | grep '"formula"'

fails 2 logreg fit pupils.csv --formula 'passed ~ x' --survey-strata district
fails 2 logreg fit pupils.csv --formula 'passed ~ x' --sampling-weights w --vcov HC1
fails 2 logreg fit pupils.csv --formula 'passed ~ x' --sampling-weights w --vcov classical
fails 2 logreg fit pupils.csv --formula 'passed ~ x' --sampling-weights w --vcov cluster:school,year
fails 2 logreg fit pupils.csv --formula 'passed ~ x' --sampling-weights w --ci profile
fails 2 logreg fit pupils.csv --formula 'passed ~ x' --sampling-weights w --penalty firth
fails 1 logreg fit pupils.csv --formula 'passed ~ x' --sampling-weights ww
fails 2 logreg fit pupils.csv --target passed --features x,w --sampling-weights w
fails 1 logreg fit pupils.csv --formula 'passed ~ sex' --sampling-weights x
fails 1 logreg fit pupils.csv --formula 'passed ~ sex' --sampling-weights w --survey-strata x
fails 1 logreg fit pupils.csv --formula 'passed ~ x' --sampling-weights n --exact
fails 1 logreg fit pupils.csv --formula 'passed ~ x' --vcov cluster:school --exact
fails 1 logreg fit pupils.csv --formula 'passed ~ x' --sampling-weights w --diagnostics
fails 1 logreg compare drawn.json drawn.json
