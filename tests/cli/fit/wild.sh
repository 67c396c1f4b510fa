# Where no iterations are enough beside a wild value, the value is named before they are.
awk 'BEGIN { print "x,z,y"; for (i = 0; i < 80; i++) print (i == 40 ? "1e24" : i * 37 % 83 / 20 - 2) "," i * 53 % 79 / 40 "," i * i % 7 % 2 }' >wild.csv
logreg fit wild.csv --no-curve 2>/dev/null | sed -n '/Not converged/,/iterations\.$/p'
echo 'no number is'
logreg fit wild.csv --no-curve --na-values x=1e24 2>/dev/null | grep -c 'Not converged'
