# Files in which a case has several rows: the error tells, and its command makes one row of them.
"$PYTHON" "$TESTS/files/cases.py" . >names
while read -r name options; do
    "$PYTHON" "$TESTS/files/follow.py" "$TESTS" "$name.clean" "$name.csv" $options
done <names
echo '# what is none: measured again and again, asked of some alone'
awk 'BEGIN { print "subject,condition,time,right"; for (i = 0; i < 40; i++) for (k = 0; k < 2; k++) print i "," (k ? "easy" : "hard") "," 300 + i * 37 % 211 + 40 * k "," i * 7 % 11 % 2 }' >again.csv
logreg fit again.csv --formula 'right ~ condition + time' --no-curve --quiet --json | grep -c '"name"'
awk 'BEGIN { print "smoker,cigs,quit,y"; for (i = 0; i < 40; i++) print i % 2 "," (i % 2 ? i : "") "," (i % 2 ? "" : i) "," i * 7 % 11 % 2 }' >asked.csv
logreg fit asked.csv --formula 'y ~ smoker' --no-curve --quiet --json | grep -c '"name"'
logreg fit variables.csv --formula 'value ~ id' --categorical variable --no-curve 2>&1 | grep -c "so that each" || true
