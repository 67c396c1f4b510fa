cat >export.csv <<'END'
id;score;paid back;twice;site;y
1;3.5;1;3.5;a;no
2;2.5;2;2.5;a;no
3;;1;;a;yes
END
logreg doctor export.csv
echo "exit code $?"
logreg doctor @challenger --exclude temperature
LC_ALL=C logreg doctor @iris --target sepal_length --exclude petal_length,petal_width,species | sed -n 1,2p
admit
logreg doctor admit.csv --json --exclude id,school | "$PYTHON" -c '
import json, sys
d = json.load(sys.stdin)
print(list(d), d["n_rows"], d["delimiter"], d["classes"], [f["code"] for f in d["findings"]])
print(d["columns"][0])'
# names that their middles tell apart
printf 'History of %s [0-no.1-yes];' 'preterm labour' 'surgical delivery' 'caesarean section' >alike.csv
echo 'y' >>alike.csv
printf '%s\n' '0;1;0;1' '1;0;1;0' '1;1;0;0' >>alike.csv
logreg doctor alike.csv | sed -n '/^Columns/,/^$/p'
# where --features choose the columns, the list names those of them alone
printf 'a,a2,one,x,free,y\n%s\n' "$(for i in 1 2 3 4 5 6 7 8; do echo "$i,$i,k,$((i * 5 % 8)),$((i * 3 % 7)),$((i * 3 % 5 % 2))"; done)" >chosen.csv
logreg doctor chosen.csv --target y --features a,a2,one,x | tail -n 1
logreg doctor chosen.csv --target y --exclude x | tail -n 1
# Levels that hold a comma stand in quotes in a list, and coefficients that are named together never read alike.
awk 'BEGIN { print "apps,y"; for (i = 1; i <= 40; i++) { k = i % 4; t = k ? "weather forecasts, the stock market, " k : "none"; print "\"" t (k ? ", and news of the city" : "") "\"," (k == 1 ? "yes" : k ? "no" : i % 8 ? "yes" : "no") } }' >commas.csv
logreg doctor commas.csv --target y | sed -n '/^  apps /,/^  y /p'
logreg fit commas.csv --target y --categorical apps --no-curve --quiet | sed -n '/Separation/,/In the limit/p'
