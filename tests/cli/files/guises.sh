# Numbers in words, and columns most of whose cells are numbers: what the sentence says, done, gives the fit of the file that it means.
"$PYTHON" "$TESTS/files/guises.py" . >names
while read -r name options; do
    "$PYTHON" "$TESTS/files/follow.py" "$TESTS" "$name.clean" "$name.csv" --target y $options
done <names
# two moneys are not brought together
awk 'BEGIN { print "age,dose,y"; for (i = 0; i < 60; i++) printf "%d,%s%dk,%d\n", 20 + i * 17 % 41, i % 2 ? "$" : "EUR ", i * 7 % 23, i * 11 % 17 % 2 }' >moneys.csv
logreg fit moneys.csv --target y 2>&1 | cut -c1-400
# three classes alone have no note; degrees Fahrenheit are found among few Celsius; counts of platelets number no rows
awk 'BEGIN { print "class,temp,platelets,y"; split("1st 2nd 3rd", c, " "); for (i = 0; i < 90; i++) { t = 36.7 + i * 7 % 9 * 0.2; printf "%s,%.2f,%d,%d\n", c[i % 3 + 1], i % 15 ? t : 1.8 * t + 32, 20 + i * 37 % 127, i * 11 % 17 % 2 } }' >few.csv
logreg fit few.csv --target y --no-curve | sed -n '/^Warn/,$p'
logreg doctor few.csv --target y | sed -n '/ ID/p'
