"$PYTHON" "$TESTS/files/hostile.py" "$TESTS/terminal.py"
