# A last column of remarks, taken for the target since nobody named one: told first, and no refusal that only holds with it. What is proposed answers a question, rather than points of 1 and 5.
awk 'BEGIN { print "points,sex,passed,note"; for (i = 0; i < 60; i++) { few = i % 5 == 2; print 1 + 4 * (i % 2) "," (i % 3 ? "f" : "m") "," (i % 9 == 4 ? "" : few || i * i % 7 > 2 ? "yes" : "no") "," (few ? i % 2 ? "mild" : "severe" : "") } }' >notes.csv
logreg doctor notes.csv | sed -n '/^What/,$p'
echo "# named"
logreg doctor notes.csv --target note | sed -n '/^What/,/^Good/p'
echo "# fit"
logreg fit notes.csv 2>&1
# most of a target that nobody named is missing, which another one might not be; and one that holds nothing misses no rows besides
awk 'BEGIN { print "x,z,town,out"; for (i = 0; i < 150; i++) print i * 7 % 41 "," (i % 9 ? i * 11 % 37 : "") ",t" i % 3 "," (i % 5 > 1 ? "" : i * i % 7 > 2 ? "ill" : "well") }' >half.csv
logreg doctor half.csv | sed -n '/! Missing values/,$p'
cut -d, -f1,3,4 half.csv | logreg doctor - | grep -c 'Missing values'
logreg doctor half.csv --target out | grep -c 'none was named'
sed '1!s/[^,]*$//' half.csv >hollow.csv
logreg doctor hollow.csv | sed -n '/^What/,$p'
