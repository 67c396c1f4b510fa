# All commands of docs/classroom.md run, with its class.csv, and none says anything on standard error.
sed -n '/^```csv$/,/^```$/p' "$DOCS/classroom.md" | grep -v '^```' >class.csv
sed -n '/^```sh$/,/^```$/p' "$DOCS/classroom.md" | grep -v '^```' >commands
wc -l <class.csv
while read -r command; do
    echo "$command"
    sh -c "$command" >out 2>err || echo "WRONG: exit code $?"
    [ -s out ] && ! grep -v " note: " err || echo "WRONG: no output, or an error"
done <commands
