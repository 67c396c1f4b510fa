# --append and --csv=augment print columns that the model does not use as they stand in the file.
"$PYTHON" - <<'END'
import random
r = random.Random(2)
with open("ids.csv", "w") as out:
    print("tweet,zip,age,price,note,seen,admit", file=out)
    for i in range(60):
        age = 20 + r.randrange(40)
        print(1823456789012345602 + i, f"{14 + 7 * i:05d}", f"{age}.0", f"{r.randrange(9999) / 100:.2f}",
              ["NA", '"a, b"', "n/a", "x"][i % 4], "A12" if i == 7 else i * i, int(r.random() < age / 80), sep=",", file=out)
END
sed 's/,/;/g; s/;"a; b"/;"a, b"/; s/\./,/g' ids.csv >comma.csv
logreg fit ids.csv --formula 'admit ~ age' --save m.json --quiet >/dev/null
logreg predict m.json ids.csv --append | sed -n '1,4p;9p' | cut -c 1-64
echo "-- nothing is lost: the columns are those of the file"
logreg predict m.json ids.csv --append | "$PYTHON" -c '
import csv, sys
got = list(csv.DictReader(sys.stdin))
had = list(csv.DictReader(open("ids.csv")))
for name in had[0]:
    print(name, sum(a[name] == b[name] for a, b in zip(got, had)), len(had))'
logreg predict m.json <ids.csv --append | cksum >piped
logreg predict m.json ids.csv --append | cksum | cmp - piped
echo "-- a decimal comma becomes a point in all cells of a column"
logreg predict m.json comma.csv --decimal , --append --quiet | sed -n '1,4p' | cut -c 1-64
echo "-- fit prints them so too, and leaves out no stray that its formula does not need"
logreg fit ids.csv --formula 'admit ~ age' --csv=augment --quiet | sed -n '1,4p;9p' | cut -c 1-64
logreg fit ids.csv --formula 'admit ~ age' --where 'age > 30' --csv=augment --quiet | cut -d , -f 1 >kept
awk -F, 'NR == 1 || $3 > 30 { print $1 }' ids.csv | cmp - kept
