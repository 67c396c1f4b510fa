# Columns that are missing in the same rows are told as such, once.
awk 'BEGIN { print "age,mode,fun,best,weight,ill"; for (i = 0; i < 80; i++) printf "%d,%s,%s,%d\n", 20 + i * 37 % 61, i % 4 ? i % 3 "," i % 5 "," i % 7 : ",,", i % 11 ? 50 + i % 17 : "", ((i * 31 % 17 + i % 5) % 3 > 0) }' >some.csv
logreg doctor some.csv --target ill | sed -n '/! Missing values/,/^$/p'
awk 'BEGIN { print "carrier,age,gene1,gene2,gene3"; for (i = 0; i < 80; i++) printf "%d,%d,%s\n", i % 5 < 2, 20 + i * 37 % 61, i % 5 < 2 ? i % 3 "," i % 7 "," i % 4 : ",," }' >genes.csv
logreg doctor genes.csv --target carrier | sed -n '/! Suspected leakage/,/! Much/p'
logreg doctor genes.csv --target carrier --json | grep -c '"code": "leakage"'
logreg doctor genes.csv --formula 'carrier ~ gene1 + gene2 * age' | sed -n '/! Suspected leakage/,/separation/p'
