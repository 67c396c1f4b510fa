admit
logreg fit admit.csv --target admit --features gre,school --save model.json --quiet >/dev/null
fails 2 logreg show
fails 2 logreg show model.json model.json
fails 2 logreg show model.json --json --curve gre
fails 2 logreg show model.json --no-curve --curve gre
fails 2 logreg show model.json --conf-level 1
fails 3 logreg show missing.json
fails 1 logreg show admit.csv
fails 1 logreg show model.json --curve id
logreg show model.json >/dev/full
echo "full: $?"
