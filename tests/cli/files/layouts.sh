# Tables that are not laid out as rows under one header: one sentence tells, and one command makes such of them.
"$PYTHON" "$TESTS/files/layouts.py" . >names
while read -r name options; do
    [ "$options" = bare ] && options= || options="--target y $options"
    "$PYTHON" "$TESTS/files/follow.py" "$TESTS" "$name.clean" "$name.csv" $options
done <names
