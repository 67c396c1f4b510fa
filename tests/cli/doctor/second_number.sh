# A second number of each patient, which is the first where no other was given: an ID as well, here and in a fit. Amounts are none.
awk 'BEGIN { print "hc,dni,cost,y"; for (i = 0; i < 60; i++) { p = i * 7 % 50; d = 20000000 + p * p * 31 % 9973 * 4391; print (p % 5 ? 200000 + p * p * 17 % 9949 * 87 : d) "," d "," 10000 + p * p * 13 % 9967 "," (i * i % 7 > 2) } }' >patients.csv
logreg doctor patients.csv | sed -n '/^What/,$p'
logreg fit patients.csv --no-curve --target y 2>&1 | sed -n '/Numbers of rows/,/keep this/p'
