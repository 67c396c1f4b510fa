# What --reproduce r prints gives the same numbers.
"$PYTHON" "$TESTS/fit/reproduce.py" r
