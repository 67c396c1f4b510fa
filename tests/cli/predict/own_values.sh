# What means missing in one column alone does so too in rows that the model is to predict, without being said again.
"$PYTHON" -c '
print("x,g,w,y")
for i in range(60):
    x = "-9" if i % 13 == 4 else "-9.0" if i == 9 else i % 11
    g = ["DK", "NO", "SE"][i * i % 7 % 3]
    print(x, g, -9 if i % 8 == 2 else i % 5, int((i * 7 + i // 3) % 5 < 2), sep=",")' >rows.csv
logreg fit rows.csv --na-values x=-9,g=DK --save model.json --csv=glance --quiet
printf 'w,g,x\n-9,NO,3\n1,DK,3\n1,SE,-9.00\n1,NA,2\n' >new.csv
logreg predict model.json new.csv
logreg predict model.json new.csv --na-values w=-9,NA --quiet
logreg evaluate model.json rows.csv --quiet --json | grep -o '"n_rows.*"tjur": [0-9.]*'
logreg effects model.json rows.csv --quiet --csv | cut -d, -f2,3
# in columns that the rows lack it does not matter, but for a fit it must be there
printf 'w,g\n1,NO\n' | logreg predict model.json -
logreg fit rows.csv --na-values z=-9
logreg doctor rows.csv --na-values x=-9,g=DK --json | grep -A2 '"missing"\|n_missing'
logreg split rows.csv --na-values g=DK --target g
exit 0
