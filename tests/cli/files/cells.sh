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

# One number with a digit or a sign too many, and one row of a third class.
slip() { # AGE Y
    awk -v age="$1" -v y="$2" 'BEGIN { print "age,y"; for (i = 0; i < 60; i++) printf "%s,%s\n", i == 30 ? age : 20 + i * 17 % 41, i == 31 ? y : i * 11 % 17 % 2 }'
}
for age in 405 -45 450 4.5 90; do
    slip $age 1 >slip.csv
    echo "age $age"
    logreg fit slip.csv --target y --no-curve --save slip.json | grep -A 4 'Values apart'
done
slip 405 1 >slip.csv
logreg fit slip.csv --target y --no-curve --quiet --save slip.json >shown
logreg show slip.json | grep -c 'Values apart'
slip 45 2 >third.csv
logreg fit third.csv --target y 2>&1
logreg fit third.csv --target y --na-values y=2 --no-curve | grep 'Data'
logreg fit third.csv --target y --categorical y --no-curve | grep 'Modelling'
# A decimal comma without quotes, far below.
awk 'BEGIN { print "age,dose,grp,y"; for (i = 0; i < 80; i++) printf "%d,%d%s%d,%s,%d\n", 20 + i * 17 % 41, i * 7 % 13, i < 50 ? "." : ",", i * 3 % 10, i % 3 ? "a" : "b", i * 11 % 17 % 2 }' >torn.csv
sed -E '51,$s/^([0-9]+,[0-9]+),/\1./' torn.csv | sed -E '1s/age\./age,/' >torn.clean
"$PYTHON" "$TESTS/files/follow.py" "$TESTS" torn.clean torn.csv --target y
logreg doctor ticks_many.csv --target y | sed -n '/^What stops/,/^Good/p'
echo '# few numbers with a unit: a category, and a note with the command that makes numbers of them'
awk 'BEGIN { print "term,dose,lines,age,y"; split("12 24 36 48 60", t, " "); split("0.5 1 1.5", d, " "); for (i = 0; i < 90; i++)
    printf "%s months,%s mg,%dL,%d,%d\n", t[i * 7 % 11 % 5 + 1], d[i * 5 % 7 % 3 + 1], i % 3 + 1, 20 + i * 17 % 41, i * 11 % 17 % 2 }' >few.csv
sed 's/ months//;s/ mg//' few.csv >few.clean
logreg fit few.csv --target y --csv 2>said | wc -l
cat said
eval "$(sed -n 's/.*take the unit out, \(perl .* few.csv\);.*/\1/p' said)" | cmp - few.clean
logreg fit few.csv --target y --categorical term,dose --csv 2>&1 >/dev/null | grep -c unit
logreg doctor few.csv --target y | sed -n '/as text/,/term says/p'
logreg doctor few.csv --target y --categorical dose,term | grep -c 'as text'
logreg fit few.csv --target y --save few.json --quiet >/dev/null
logreg predict few.json few.csv 2>&1 | wc -l
