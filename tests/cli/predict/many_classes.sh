# A column a class, then the likeliest; the probabilities of a row add up to one.
logreg fit @iris --features sepal_length,sepal_width --save iris.json --quiet >/dev/null
echo "exit $?"
logreg predict iris.json @iris >all.csv
head -n 1 all.csv
wc -l <all.csv
"$PYTHON" - <<'END'
import csv
for row in csv.DictReader(open("all.csv")):
    label = row.pop("class")
    p = {name[2:]: float(text) for name, text in row.items()}
    assert abs(sum(p.values()) - 1) < 1e-15 * 3 and p[label] == max(p.values()), row
END
printf 'sepal_width,sepal_length\n,5\n' >new.csv
logreg predict iris.json new.csv
logreg predict iris.json new.csv --json --quiet
