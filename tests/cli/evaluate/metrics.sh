# Metrics by name, all of them, the report of classes, CSV, and what is refused.
logreg fit @wdbc --target diagnosis --features mean_texture,mean_smoothness --save m.json --no-curve --quiet >/dev/null
logreg fit @iris --features sepal_length --save iris.json --no-curve --quiet >/dev/null
logreg evaluate m.json @wdbc --metrics all --report | sed -n '/^Metrics/,$p'
logreg evaluate iris.json @iris --metrics all --report | sed -n '/^Metrics/,$p'
# In the order in which they were asked for, each once.
logreg evaluate m.json @wdbc --metrics mcc,f1,core --threshold 0.3 | sed -n '/^Metrics/,/^Conf/p'
logreg evaluate m.json @wdbc --metrics fbeta,ece,brier_within --beta 0.5 --n-bins 5 --bin-strategy quantile | sed -n '/^Metrics/,/^Conf/p'
# What has no meaning for these rows is null.
logreg evaluate m.json @wdbc --threshold 1 --metrics precision,mcc,f1 | sed -n '/^Metrics/,/^Conf/p'
logreg evaluate m.json @wdbc --threshold 1 --metrics precision,mcc,f1 --json | tr '{}' '\n\n' | sed -n '3p;7p'
logreg evaluate iris.json @iris --metrics top_k_accuracy --top-k 3 --csv
logreg evaluate m.json @wdbc --csv | sed -n '1,3p;$p'
logreg evaluate iris.json @iris --csv=report
logreg evaluate m.json @wdbc --csv=confusion
# A model of a sample has no standard errors here.
printf 'y,x,w\n0,1,2.5\n1,2,1.5\n0,3,2\n1,4,3\n1,5,1\n0,2,1\n' >sample.csv
logreg fit sample.csv --formula 'y ~ x' --sampling-weights w --save s.json --no-curve --quiet >/dev/null
logreg evaluate s.json sample.csv | sed -n '/^Metrics/,/^Conf/p'
fails 2 logreg evaluate m.json @wdbc --metrics acuracy
fails 2 logreg evaluate m.json @wdbc --metrics zzzzzz
fails 2 logreg evaluate m.json @wdbc --metrics auc_ovo
fails 2 logreg evaluate iris.json @iris --metrics f1
fails 2 logreg evaluate m.json @wdbc --json --csv
fails 2 logreg evaluate m.json @wdbc --csv --gof
fails 2 logreg evaluate m.json @wdbc --csv --report
fails 2 logreg evaluate m.json @wdbc --csv=report --metrics f1
fails 2 logreg evaluate m.json @wdbc --beta 0
fails 2 logreg evaluate m.json @wdbc --n-bins 0
