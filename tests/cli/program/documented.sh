# docs/cli.md and the help tell the same options.
"$PYTHON" "$TESTS/documented.py" "$DOCS/cli.md"
