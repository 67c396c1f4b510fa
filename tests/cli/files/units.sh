# Quantities as people write them, which would be categories: what the sentence says, done, gives the fit of the file that it means.
"$PYTHON" "$TESTS/files/units.py" . >names
while read -r name options; do
    "$PYTHON" "$TESTS/files/follow.py" "$TESTS" "$name.clean" "$name.csv" --target y $options
done <names
# names with numbers are no quantities: nothing is said of them
logreg fit names_of_kinds --formula 'y ~ band' --no-curve 2>&1 >fitted
logreg doctor names_of_kinds | grep -c 'Numbers as text'
# units that nobody can bring to one are told where they are few too; codes of diagnoses are no numbers
awk 'BEGIN { print "dose,dx,y"; split("500 mg,250 mg,2 tabs,1 tab", d, ","); split("250.00 V58.61 401.9 V45.81 E888.9", c, " "); for (i = 0; i < 90; i++) printf "%s,%s,%d\n", d[i * 7 % 11 % 4 + 1], c[i * 5 % 13 % 5 + 1], i * 11 % 17 % 2 }' >few.csv
logreg fit few.csv --formula 'y ~ dose' --no-curve 2>&1 | grep '^logreg'
logreg fit few.csv --formula 'y ~ dx' --no-curve 2>&1 | grep '^logreg' || true
