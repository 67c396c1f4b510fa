# More coefficients than observations, in several equations: said at once, where each way on that the sentence names is one.
awk 'BEGIN { print "place,size,kind"; for (i = 0; i < 240; i++) print "p" i % 210 "," i * 7 % 31 ",k" i * i % 11 % 10 }' >places.csv
fails 1 logreg fit places.csv
logreg fit places.csv --exclude place --quiet --no-curve | grep -E 'Modelling|Method'
logreg fit places.csv --penalty l2 --quiet --no-curve | grep -E 'Modelling|Penalty'
