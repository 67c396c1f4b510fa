# The command that each demo ends with runs.
for demo in $(logreg demo | sed -n 's/^  \([a-z-]*\) .*/\1/p'); do
    next=$(logreg demo "$demo" | tail -n 1)
    echo "$demo:$next"
    sh -c "$next" >out 2>err || echo "WRONG: exit code $?"
    [ -s out ] && ! grep -v " note: " err || echo "WRONG: no output, or an error"
done
