# Rows that --where takes away take their strays along: what is left is the fit of a file that never had them.
awk 'BEGIN { print "id,measure,a,g,y"; for (i = 1; i <= 60; i++) {
    s = i % 2; a = s ? (i * 37 % 50) / 10 "%" : (i % 14 ? i * 29 % 80 : "NA")
    print i "," (s ? "Percentage" : "Count") "," a "," (i % 3 ? "A" : "B") "," (i * 7 % 5 > 1 ? "yes" : "no") } }' >mixed.csv
awk -F, 'NR == 1 || $2 == "Count"' mixed.csv >counts.csv
awk 'BEGIN { print "site,a,g,y"; for (i = 1; i <= 80; i++)
    print (i % 20 ? substr("ABC", i % 3 + 1, 1) : "X") "," (i % 20 ? i * 31 % 70 : ">90") "," (i % 3 ? "p" : "q") "," (i * 7 % 5 > 1) }' >bounds.csv
awk -F, '$1 != "X"' bounds.csv >sound.csv
same() { cmp "$1" "$2" && echo same; }
# a column that is mostly text with a unit, or mostly numbers with strays
logreg fit mixed.csv --formula 'y ~ a + g' --where 'measure == "Count"' --csv --quiet >1.txt
logreg fit counts.csv --formula 'y ~ a + g' --csv --quiet >2.txt
same 1.txt 2.txt
head -3 1.txt | cut -d, -f1-2 | sed -E 's/([0-9]\.[0-9]{6})[0-9]+/\1/g'
logreg fit bounds.csv --formula 'y ~ a + g' --where 'site != "X"' --csv --quiet >1.txt
logreg fit sound.csv --formula 'y ~ a + g' --csv --quiet >2.txt
same 1.txt 2.txt
# without a formula too
logreg fit bounds.csv --target y --exclude site --where 'site != "X"' --csv --quiet >1.txt
same 1.txt 2.txt
# where one is left, it is told as before
logreg fit bounds.csv --formula 'y ~ a + g' --where 'site != "A"' --quiet 2>&1 | cut -c1-70
logreg fit mixed.csv --formula 'y ~ a + g' --where 'measure == "Percentage"' --quiet 2>&1 | cut -c1-70
