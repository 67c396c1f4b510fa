# Files whose columns mean something else than they seem: what the sentence says, done, gives the fit of the file that it means.
"$PYTHON" "$TESTS/files/columns.py" . >names
while read -r name options; do
    "$PYTHON" "$TESTS/files/follow.py" "$TESTS" "$name.clean" "$name.csv" $options
done <names
