# Intervals far out: of log-odds that no probability holds, and of columns whose squares are beyond all numbers. As R has them: plogis(fit -+ 1.96 se.fit).
awk 'BEGIN { print "x,y"; for (i = 0; i < 60; i++) print i * 37 % 61 / 10 - 3 "," i * i % 7 % 2 }' >near.csv
logreg fit near.csv --no-curve --save near.json --csv | cut -d, -f1-3 | sed 's/\(\.[0-9]\{6\}\)[0-9]*/\1/g'
printf 'x\n1\n2000\n1e10\n1e151\n-1e300\n' >far.csv
logreg predict near.json far.csv --interval 0.95
