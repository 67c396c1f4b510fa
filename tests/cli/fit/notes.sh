# Notes tell what was found, chosen or left out; --quiet does not.
admit
tr , ';' <admit.csv | sed 's/;700;/;;/; s/^1;\(.*\);no$/1;\1;/' >semi.csv
tr , '\t' <admit.csv >tabs.csv
notes() {
    "$@" >out 2>err
    echo "exit $?"
    cat err
}
notes logreg fit semi.csv --features gre
notes logreg fit semi.csv --features gre --quiet
notes logreg fit semi.csv --features gre --delimiter ';' --target admit
notes logreg fit tabs.csv --features gre
notes logreg fit admit.csv --exclude admit,school --features gre
notes logreg fit admit.csv --exclude admit --features gre,gpa
