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
