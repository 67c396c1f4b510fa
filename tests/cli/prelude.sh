# Functions for the scripts of tests/cli.

# fails CODE COMMAND...: shows the command and its messages, and what is wrong if it exits otherwise or prints
# anything on standard output.
fails() {
    want=$1
    shift
    echo "\$ $*"
    "$@" >.out 2>.err
    got=$?
    cat .err
    [ "$got" -eq "$want" ] || echo "WRONG: exit code $got, not $want"
    [ ! -s .out ] || { echo "WRONG: standard output is not empty:"; cat .out; }
    echo
}

# on_terminal COMMAND...: runs it on a pseudo-terminal.
on_terminal() {
    "$PYTHON" "$TESTS/terminal.py" "$@"
}
