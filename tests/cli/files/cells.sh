# Files whose cells need something: what the sentence says, done, gives the fit of the file that it means.
"$PYTHON" "$TESTS/files/cells.py" . >names
while read -r name options; do
    "$PYTHON" "$TESTS/files/follow.py" "$TESTS" "$name.clean" "$name.csv" --target y $options
done <names
logreg doctor ticks_many.csv --target y | sed -n '/^What stops/,/^Good/p'
