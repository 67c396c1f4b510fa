# The logarithm of 0 is told what to take in its place, and both ways lead to a fit; below 0 there is one.
{ echo "y,dose,level at 0"; for i in $(seq 0 29); do echo "$((i * i % 7 % 2)),$((i % 9)),$((i % 9 - 2))"; done; } > doses.csv
logreg fit doses.csv --formula 'y ~ log(dose)'
logreg fit doses.csv --formula 'y ~ log1p(dose)' --quiet --no-curve --json | grep '"n_rows"'
logreg fit doses.csv --formula 'y ~ log(dose)' --where 'dose > 0' --quiet --no-curve --json | grep '"n_rows"'
logreg fit doses.csv --formula 'y ~ log10(`level at 0`)'
logreg fit doses.csv --formula 'y ~ log10(`level at 0`)' --where '`level at 0` > 0' --quiet --no-curve --json | grep '"n_rows"'
logreg fit doses.csv --formula 'y ~ log(dose * 2)'
echo exit $?
