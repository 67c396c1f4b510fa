# Files in which several things stand in the way: one sentence tells all of them, and one command mends all.
"$PYTHON" "$TESTS/files/plans.py" . >names
while read -r name options; do
    "$PYTHON" "$TESTS/files/follow.py" "$TESTS" "$name.clean" "$name.csv" --target y $options
done <names
