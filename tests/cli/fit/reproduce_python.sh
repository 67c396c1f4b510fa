# What --reproduce python prints gives the same numbers.
"$PYTHON" "$TESTS/fit/reproduce.py" python
