# A row below the header that numbers the columns is told with its line; first rows of small numbers, as sorted tables have them, are data.
table() { # NAME ROW [HEADER]: rows of age, weight, sex and illness below that one
    { echo "${3:-age,weight,sex,ill}"; echo "$2"; awk 'BEGIN { for (i = 0; i < 40; i++) printf "%d,%.1f,%s,%d\n", 20 + i * 37 % 61, 50 + i * 7 % 40 / 2, i % 2 ? "m" : "f", ((i * 31 % 17 + i % 5) % 3 > 0) }'; } >"$1.csv"
}
table plain 1,2,3,4
table brackets '(1),(2),(3),(4)'
table square '[1],[2],[3],[4]'
table zero 0,1,2,3
table target 1,2,3,4 ill,weight,sex,age
table comma '"(1)","(2)","(3)","(4)"'
for name in plain brackets square zero target comma; do
    fails 1 logreg fit $name.csv --target ill
done
sed 2d brackets.csv | logreg fit - --target ill --json | grep n_obs
awk 'BEGIN { print "a,b,c,y"; for (i = 1; i < 40; i++) print i "," 2 * i "," 3 * i "," i % 3 }' >products.csv
awk 'BEGIN { print "a,b,c,d"; for (i = 0; i < 40; i++) print i % 5 + 1 "," (i + 1) % 5 + 1 "," (i + 2) % 5 + 1 "," (i + 3) % 5 + 1 }' >answers.csv
logreg doctor products.csv --target 'y == 1' | grep -c 'numbers the columns' || true
logreg doctor answers.csv --target 'd > 2' | grep -c 'numbers the columns' || true
logreg doctor plain.csv --no-header --target 'V4 == "1"' 2>&1 | grep -c 'numbers the columns' || true
