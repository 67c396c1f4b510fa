# What was a category to the fit is one in a new file, though its labels look like numbers.
admit
sed 's/north/1/; s/south/2/; s/east/3/' admit.csv >coded.csv
logreg fit admit.csv --target admit --features gre,school --save names.json --quiet >/dev/null
logreg fit coded.csv --target admit --features gre,school --categorical school --save codes.json --quiet >/dev/null
logreg fit coded.csv --formula 'admit ~ gre + C(school)' --save formula.json --quiet >/dev/null
sed 1q coded.csv >one.csv
grep ^5, coded.csv >>one.csv
logreg predict codes.json one.csv >codes
logreg predict formula.json one.csv | cmp - codes
sed 's/,3,/,east,/' one.csv | logreg predict names.json >names
cut -c 1-14 codes
cut -c 1-14 names
printf 'gre,school\n500,4\n' | logreg predict codes.json
echo $?
