# Numbers in words, and columns most of whose cells are numbers: what the sentence says, done, gives the fit of the file that it means.
"$PYTHON" "$TESTS/files/guises.py" . >names
while read -r name options; do
    "$PYTHON" "$TESTS/files/follow.py" "$TESTS" "$name.clean" "$name.csv" --target y $options
done <names
