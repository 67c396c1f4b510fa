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

# one cell of another unit may go; shares among percents are told, which are no percents when the sign is gone
table() {
    awk -v odd="$1" -v every="$2" 'BEGIN { print "age,dose,y"; for (i = 0; i < 60; i++) printf "%d,%s,%d\n", 20 + i * 13 % 41, i == 7 ? odd : i % every == 3 ? "0." i : i * 17 % 89 + 1 (every < 60 && i % 2 ? "%" : ""), i * 7 % 5 < 2 }'
}
table "250 kg" 60 >slip.csv
table 50 9 >shares.csv
sed '1s/$/,more/; 2,$s/$/,"1,5"/' shares.csv >shares_more.csv
for file in slip shares shares_more; do
    logreg fit $file.csv --target y --quiet 2>&1
done
logreg fit slip.csv --target y --na-values 'dose=250 kg' --quiet --no-curve --json | grep n_dropped
echo '# a percent beside fractions, and one beside shares, where other columns need mending too'
awk 'BEGIN { print "p,more,y"; for (i = 0; i < 40; i++) print (i == 7 ? "33.3%" : i % 5 ? i : "1/3") ",\"1," i % 7 "\"," i * i % 7 % 2 }' >fractions.csv
awk 'BEGIN { print "p,more,y"; for (i = 0; i < 40; i++) print (i == 7 ? "45%" : (i * 13 % 100) / 100) ",\"1," i % 7 "\"," i * i % 7 % 2 }' >percent.csv
logreg fit fractions.csv 2>&1 | grep -o 'Mend all of that[^/]* a share,'
logreg fit percent.csv 2>&1 | grep -o 'Mend all of that, .* others are,'
logreg fit percent.csv 2>&1 | grep -o "perl .*percent.csv" | sh | sed -n 9p
