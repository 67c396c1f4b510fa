# What cannot be written is an error, and nothing is on standard output.
admit
fails 3 logreg fit admit.csv --features gre --save missing/model.json
fails 3 logreg fit admit.csv --features gre --trace missing/trace.csv
fails 3 logreg fit admit.csv --features gre --trace /dev/full
logreg fit admit.csv --features gre --quiet >/dev/full
echo "full: $?"
