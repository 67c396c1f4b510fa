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

# The axis begins below the least of the data, where a logarithm has no value.
printf 'a,g,y\n0.1,p,0\n1,q,1\n3,p,0\n5,q,0\n8,p,1\n9,q,0\n12,p,1\n18,q,1\n' >positive.csv
logreg fit positive.csv --formula 'y ~ log(a) + g' | sed -n '/^P(/,$p'
