# --curve chooses what the curve runs along, --no-curve leaves it out; an intercept alone has none.
admit
axis() {
    logreg fit admit.csv --target admit --quiet "$@" >out
    echo "exit $?"
    grep -c '^ 0.50' out
    grep '^ *[a-z]*$' out | tr -d ' ' | grep .
}
axis --features gre,gpa
axis --features gre,gpa --curve gre
axis --features gre,gpa --curve gpa
axis --features gre,gpa --no-curve
axis --features gre,school --curve school
logreg fit admit.csv --formula 'admit ~ 1' --quiet >out
echo "exit $?"
tail -n 2 out
