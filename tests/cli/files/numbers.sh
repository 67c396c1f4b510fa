# Numbers as people and programs write them: one who only does what the error says has, in one step, the fit of the plain file.
"$PYTHON" "$TESTS/files/numbers.py" . >names
while read -r name options; do
    "$PYTHON" "$TESTS/files/follow.py" "$TESTS" "$name.clean" "$name.csv" $options
done <names
