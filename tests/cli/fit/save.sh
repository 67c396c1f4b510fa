# What a model may not be saved to, and what it may.
admit
fails 2 logreg fit admit.csv --features gre --save admit.csv
fails 2 logreg fit admit.csv --features gre --save ./admit.csv
ln -s admit.csv link
fails 2 logreg fit admit.csv --features gre --save link
fails 2 logreg fit admit.csv --features gre --trace link
fails 2 logreg fit --features gre --save admit.csv <admit.csv
logreg fit admit.csv --features gre --save out >out 2>err
echo "exit $?"
cat err
logreg fit admit.csv --features gre --save /dev/stdout >out 2>err
echo "exit $?"
cat err
fails 3 logreg fit admit.csv --features gre --save .
fails 3 logreg fit admit.csv --features gre --save /dev/full
fails 3 logreg fit admit.csv --features gre --save /dev/null
fails 3 logreg fit admit.csv --features gre --save admit.csv/model.json
fails 2 logreg fit admit.csv --features gre --save ''
# The data are whole, and nothing lies about.
cmp admit.csv link && ls

logreg fit admit.csv --features gre --quiet --save model.json >first
logreg fit admit.csv --features gre --quiet --save again.json >second
cmp model.json again.json
ln -s model.json through
logreg fit admit.csv --features gpa --quiet --save through >first
test -L through && ! cmp -s model.json again.json && logreg show model.json --no-curve | grep gpa
