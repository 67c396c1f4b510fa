# Columns that are missing in the same rows are told as such, once.
awk 'BEGIN { print "age,mode,fun,best,weight,ill"; for (i = 0; i < 80; i++) printf "%d,%s,%s,%d\n", 20 + i * 37 % 61, i % 4 ? i % 3 "," i % 5 "," i % 7 : ",,", i % 11 ? 50 + i % 17 : "", ((i * 31 % 17 + i % 5) % 3 > 0) }' >some.csv
logreg doctor some.csv --target ill | sed -n '/! Missing values/,/^$/p'
awk 'BEGIN { print "carrier,age,gene1,gene2,gene3"; for (i = 0; i < 80; i++) printf "%d,%d,%s\n", i % 5 < 2, 20 + i * 37 % 61, i % 5 < 2 ? i % 3 "," i % 7 "," i % 4 : ",," }' >genes.csv
logreg doctor genes.csv --target carrier | sed -n '/! Suspected leakage/,/! Much/p'
logreg doctor genes.csv --target carrier --json | grep -c '"code": "leakage"'
logreg doctor genes.csv --formula 'carrier ~ gene1 + gene2 * age' | sed -n '/! Suspected leakage/,/separation/p'
# missing values that decide are told of all such columns at once, and not where another column tells that they are not asked for
awk 'BEGIN { print "cigs,years,brand,age,y"; for (i = 0; i < 150; i++) { s = i % 10; print (s ? i * 7 % 30 : "") "," (s ? i * 11 % 29 : "") "," (s ? substr("abc", i % 3 + 1, 1) : "") "," 20 + i * 13 % 47 "," (s && i * i % 7 > 1 ? "ill" : "well") } }' >deciding.csv
logreg doctor deciding.csv | sed -n '/A level that decides/,/^  ! F/p'
logreg doctor deciding.csv --formula 'y ~ cigs + age*years' | sed -n '/A level that decides/,/formula/p'
logreg doctor deciding.csv --json | grep -c '"code": "deciding_level"'
awk 'BEGIN { print "smoker,cigs,years,age,y"; for (i = 0; i < 250; i++) { s = i % 6; print (s ? "yes" : "no") "," (s ? i * 7 % 30 : "") "," (s ? i * 11 % 29 : "") "," 20 + i * 13 % 47 "," (s && i * i % 7 > 2 ? "ill" : "well") } }' >asked.csv
logreg doctor asked.csv | sed -n '/A level that decides/,/^Good/p'
