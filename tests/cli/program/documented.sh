# docs/cli.md and the help tell the same options.
"$PYTHON" "$TESTS/documented.py" "$DOCS/cli.md" | sed '/^compared/s/[0-9]* command.*/the commands/'
