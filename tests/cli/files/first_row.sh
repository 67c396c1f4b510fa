# A first row that looks like data: the sentence names two options, and each does what it says.
awk 'BEGIN { print "mild,red,no"; for (i = 0; i < 40; i++) print (i % 4 ? i % 3 ? "mild" : "severe" : "none") "," (i % 3 ? "red" : "blue") "," (i * i % 7 > 1 ? "yes" : "no") }' >words.csv
logreg doctor words.csv 2>&1
logreg doctor words.csv --no-header | sed -n '/^  Data/,/^$/p'
logreg doctor words.csv --header | sed -n '/^  Data/,/^$/p'
logreg fit words.csv --header --quiet --no-curve | grep Formula
# numbers
awk 'BEGIN { print "0.5,1.5,y"; for (i = 0; i < 40; i++) print i * 7 % 11 "," i * 5 % 13 "," (i * i % 7 > 1 ? "yes" : "no") }' >doses.csv
logreg fit doses.csv 2>&1
logreg fit doses.csv --header --quiet --no-curve | grep Formula
logreg fit doses.csv --header --no-header 2>&1
printf '1 1:2\n0 1:3\n' >few.svm
logreg doctor few.svm --header 2>&1
