# Numbers as people and programs write them: one who only does what the error says has, in one step, the fit of the plain file.
"$PYTHON" "$TESTS/files/numbers.py" . >names
while read -r name options; do
    "$PYTHON" "$TESTS/files/follow.py" "$TESTS" "$name.clean" "$name.csv" $options
done <names
# codes of one width with zeros in front, whatever their name; ages of one width are no such codes
awk 'BEGIN { print "place,site,age,y"; for (i = 0; i < 60; i++) printf "%05d,%03d,%03d,%d\n", i * 7919 % 99991, i * 3 % 4 * 7, 20 + i * 17 % 41, i * 11 % 17 % 2 }' >padded.csv
logreg fit padded.csv --target y --no-curve | grep -A 8 '^Warnings'
logreg doctor padded.csv --target y | grep -A 1 -e 'ID' -e 'Codes'
# scores of few values have a note
awk 'BEGIN { print "pain,age,y"; for (i = 0; i < 60; i++) printf "%d/10,%d,%d\n", 1 + i * 7 % 9, 20 + i * 17 % 41, i * 11 % 17 % 2 }' >pain.csv
logreg fit pain.csv --target y --no-curve 2>&1 >/dev/null | cut -c1-260
# One slip beside a bound and a word: each is named, and the command and the option together lead to a fit. Two of a unit are none.
awk 'BEGIN { print "x,y"; for (i = 1; i <= 60; i++) print (i == 9 ? "12abc" : i == 20 ? "unknown" : i == 30 ? ">800" : 100 + i * 7 % 41) "," i * i % 3 % 2 }' >mixed.csv
fails 1 logreg fit mixed.csv
logreg fit mixed.csv 2>&1 | sed 's/.*out), \(perl.* mixed.csv\), and use.*/\1/' >command
sh command >mended.csv
logreg fit mended.csv --na-values unknown,12abc --quiet --json | grep -o '"n_obs": [0-9]*'
sed 's/12abc/12kg/; 12s/[0-9]*,/13kg,/' mixed.csv >kilos.csv
fails 1 logreg fit kilos.csv
