# Quantities as people write them, which would be categories: what the sentence says, done, gives the fit of the file that it means.
"$PYTHON" "$TESTS/files/units.py" . >names
while read -r name options; do
    "$PYTHON" "$TESTS/files/follow.py" "$TESTS" "$name.clean" "$name.csv" --target y $options
done <names
