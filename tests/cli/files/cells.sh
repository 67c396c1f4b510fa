# Files whose cells need something: what the sentence says, done, gives the fit of the file that it means.
"$PYTHON" "$TESTS/files/cells.py" . >names
while read -r name options; do
    "$PYTHON" "$TESTS/files/follow.py" "$TESTS" "$name.clean" "$name.csv" --target y $options
done <names
awk -v FS=, 'BEGIN { print "age,drinks,y"; split("Coffee|Tea|\"Coffee, Tea\"|\"Tea, Water\"|Water|\"Coffee, Water\"", d, "|")
    for (i = 0; i < 60; i++) printf "%d,%s,%d\n", 20 + i * 17 % 41, d[i * 7 % 11 % 6 + 1], i * 11 % 17 % 2 }' >several.csv
logreg fit several.csv --target y --no-curve --save several.json | grep -A 3 'Several'
logreg show several.json | grep -c 'Several answers in a cell'
logreg fit several.csv --target y --no-curve --categorical drinks | grep -c 'Several' 
logreg doctor several.csv --target y | grep -A 3 'Several'
logreg doctor ticks_many.csv --target y | sed -n '/^What stops/,/^Good/p'
