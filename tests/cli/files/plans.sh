# Files in which several things stand in the way: one sentence tells all of them, and one command mends all.
"$PYTHON" "$TESTS/files/plans.py" . >names
while read -r name options; do
    "$PYTHON" "$TESTS/files/follow.py" "$TESTS" "$name.clean" "$name.csv" --target y $options
done <names
echo '# another table below the first: behind a blank line, or a row of empty cells'
awk 'BEGIN { print "age,dose,y"; for (i = 0; i < 40; i++) print 20 + i * 17 % 41 "," i * i % 7 "," i * 11 % 17 % 2 }' >one.clean
for gap in '' ',,'; do
    { cat one.clean; printf '%s\ncentre,city,n\n1,Bonn,3\n2,Ulm,4\n' "$gap"; } >below.csv
    "$PYTHON" "$TESTS/files/follow.py" "$TESTS" one.clean below.csv --target y
done
{ cat one.clean; printf '\nx,1,1\n2,1,0\n'; } >below.csv
fails 1 logreg fit below.csv --target y --quiet
echo '# comments, of which the last names the columns'
{ printf '##fileformat=custom\n## source, version 1.2\n# '; cat one.clean; } >hash.csv
"$PYTHON" "$TESTS/files/follow.py" "$TESTS" one.clean hash.csv --target y
{ printf '# made, 2021\n'; cat one.clean; } >hash.csv
"$PYTHON" "$TESTS/files/follow.py" "$TESTS" one.clean hash.csv --target y
