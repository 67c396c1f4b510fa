# Two numbers of which one is below 0 or above 1 are two classes, not shares of events: contrasts, and a column that was brought to variance 1.
awk 'BEGIN { print "x,y,z,share"; for (i = 0; i < 40; i++) { e = i * 7 % 11 + i % 9 > 9; print i % 9 "," (e ? 0.5 : -0.5) "," (e ? 1.5 : 0.5) "," (e ? 0.5 : 0.25) } }' >contrast.csv
fit() { logreg fit contrast.csv --formula "$1 ~ x" --no-curve 2>&1 | sed -n '/Modelling/p;/^x/p;/shares/p'; }
fit y
fit z
fit share
logreg doctor contrast.csv --target y --exclude z,share | sed -n '/Target/p;/^  None/p'
