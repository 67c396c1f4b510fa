# --csv against R's glm in the shapes of broom (tests/reference/broom.R): every number of every table.
cp "$TESTS"/../reference/data/*.csv .
"$PYTHON" "$TESTS/fit/csv_reference.py" "$TESTS/../reference/broom.txt"
