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
# The header says of every column that the fit needs how many rows miss it: of the target and of weights and clusters too.
printf 'y,x,g,w\n0,1,a,1\n1,2,a,2\n0,3,b,\n1,2.5,b,1\n0,,c,1\n1,5,,2\n0,4,c,1\n,7,d,1\n0,1.2,d,2\n1,2.2,e,1\n' >roles.csv
logreg fit roles.csv --target y --features x --vcov cluster:g --weights w --quiet --no-curve --save roles.json | sed -n 4,5p
logreg show roles.json | sed -n 4,5p
logreg fit roles.csv --formula 'y ~ x' --vcov cluster:g --weights w --quiet --json | grep -e '"source"' -e '"weights"' -e '"trials"' -e '"missing"'
logreg fit admit.csv --formula 'admit ~ school + gre' --quiet --json | grep '"references"'
# Of two texts the last one is the event; where nothing says that it is meant, a note says how to turn that.
two() {
    printf "score,outcome\n1,$1\n2,$2\n3,$1\n4,$1\n5,$2\n6,$2\n7,$1\n8,$2\n" >two.csv
    logreg fit two.csv --target outcome --no-curve $3 $4 2>&1 | grep -e note -e Modelling
}
two Dropout Graduate
two Dropout Graduate --positive Dropout
two Dropout Graduate --quiet
two alive dead
two alive survived
two ckd notckd
two control case
two benign malignant
two no yes
two 1 0
