# Two numbers of which one is below 0 or above 1 are two classes, not shares of events: contrasts, and a column that was brought to variance 1.
awk 'BEGIN { print "x,y,z,share"; for (i = 0; i < 40; i++) { e = i * 7 % 11 + i % 9 > 9; print i % 9 "," (e ? 0.5 : -0.5) "," (e ? 1.5 : 0.5) "," (e ? 0.5 : 0.25) } }' >contrast.csv
fit() { logreg fit contrast.csv --formula "$1 ~ x" --no-curve 2>&1 | sed -n '/Modelling/p;/^x/p;/shares/p'; }
fit y
fit z
fit share
logreg doctor contrast.csv --target y --exclude z,share | sed -n '/Target/p;/^  None/p'
# Amounts most of which are 0, and numbers on both sides of 0, hold no shares; 0 and 1 with a row of means do, if nearly all rows are these and both occur.
awk 'BEGIN { print "x,a,s,m,n"; for (i = 0; i < 40; i++) print i % 9 "," (i % 5 ? 0 : i ? 100 + i : 0.01) "," (i % 7 - 3) / 2 + 0.1 "," (i == 20 ? 0.25 : i * 7 % 11 > 5) "," (i % 12 ? i % 2 : 0.25) }' >amounts.csv
for target in a s m n; do
    logreg fit amounts.csv --formula "$target ~ x" --no-curve 2>&1 | grep -E "Modelling|target .* holds"
done
