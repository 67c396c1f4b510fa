# A first level that lacks a class: all levels that are compared with it run away, until another one is the reference; not where the formula has no reference, nor of two levels, nor where most lack a class
"$PYTHON" - <<'END'
def write(name, header, rows):
    with open(name, "w") as file:
        print(header, *(",".join(map(str, row)) for row in rows), sep="\n", file=file)

def city(i):
    return '"aachen, old"' if i % 20 == 3 else "trier" if i % 20 == 7 else ("bonn", "bonn", "kiel", "ulm")[i % 4]

def rows(classes):
    return [(i * 7 % 50, city(i), classes[0 if "aachen" in city(i) else i // 3 % len(classes)]) for i in range(120)]

write("two.csv", "x,city,bought", rows(("no", "yes")))
write("three.csv", "x,city,how", rows(("not", "online", "shop")))
write("counts.csv", "city,bought,visits", [("aachen", 0, 4), ("bonn", 3, 9), ("bonn", 4, 8), ("kiel", 2, 7), ("ulm", 5, 9)])
write("rare.csv", "x,city,how", [(i * 7 % 50, "abc"[i % 3], "left" if i == 7 else "yes" if i % 4 > 1 else "no") for i in range(80)])
write("levels.csv", "x,city,bought", [(i * 7 % 50, "ab"[i % 4 > 0], "yes" if i % 4 and i % 3 else "no") for i in range(80)])
write("all.csv", "x,city,bought", [(i * 7 % 50, "abc"[i % 3], "yes" if i % 3 > 1 else "no") for i in range(80)])
END
told() {
    echo "\$ $*"
    logreg fit --quiet --no-curve "$@" | sed -n '/Separation/,/^  ! [^S]/p' | sed '/^  ! [^S]/d'
}
told two.csv
told two.csv --reference '"city=trier"'
logreg fit --quiet --no-curve two.csv --reference city=bonn | sed -n '/(Intercept)/,/^$/p'
told three.csv
told --trials visits --target bought counts.csv
told --formula 'bought ~ 0 + city' two.csv
told --formula 'bought ~ C(city, sum)' two.csv
told --formula 'bought ~ x + C(city)' two.csv
told --formula 'bought ~ C(city, treatment, base = "aachen, old")' --reference city=bonn two.csv
told rare.csv
told levels.csv
told all.csv
logreg fit --quiet --no-curve two.csv --save model.json > saved.txt
logreg show --no-curve model.json | sed -n '/The levels/,/none\./p'
sed -n '/"kind": "reference"/,/}/p' model.json
