# Zeros for missing values where the others begin low: under the name of what a living body has; and beside a column that has such zeros.
told() {
    logreg fit "$@" --no-curve 2>&1 | sed -n '/^  ! Zeros/,/^$/p'
}
"$PYTHON" - <<'END'
import random
random.seed(2)
# Columns of zeros and of numbers from a low one on: those of bodies are told, those that many have none of are not.
columns = {"Insulin": (.5, 14, 500), "serum_chol": (.2, 85, 518), "Insulin dose": (.5, 14, 500), "mortgage": (.4, 75, 560),
           "x": (.3, 30, 518), "capital_gain": (.9, 114, 9000), "spend": (.3, 20, 400), "cigs": (.6, 3, 40), "pack_years": (.5, 2, 60),
           "rainfall": (.5, 1, 70)}
def value(name, i):
    share, low, reach = columns[name]
    return 0 if random.random() < share else low + int(reach * random.random() ** 1.5)
def outcome(i):
    return int((i * 31 % 17 + i % 5) % 3 > 0)
for name in columns:
    with open(f"{name}.csv", "w") as file:
        print(f"{name},k,y", *(f"{value(name, i)},{i * 7 % 50},{outcome(i)}" for i in range(200)), sep="\n", file=file)
# All of them beside a pulse of 0, and a marker that nobody knows.
names = [*columns, "marker", "pulse", "y"]
columns["marker"] = .3, 30, 518
with open("beside.csv", "w") as file:
    print(*names, sep=",", file=file)
    for i in range(200):
        print(*(value(name, i) for name in names[:-2]), 0 if i % 40 == 7 else 60 + i * 29 % 53, outcome(i), sep=",", file=file)
END
for file in Insulin serum_chol "Insulin dose" mortgage x capital_gain spend cigs pack_years rainfall; do
    echo "$file:"
    told "$file.csv" --target y
done
told beside.csv --target y --save m.json
logreg show m.json | grep -A8 'Zeros apart'
logreg doctor beside.csv --target y | grep -A3 'Zeros apart'
# What is told for those in doubt leaves their rows out too.
eval "logreg fit beside.csv --target y --json --no-curve $(told beside.csv --target y | tr -s ' \n' ' ' | sed 's/.* too: //; s/\..*//')" 2>/dev/null |
    "$PYTHON" -c 'import json, sys; fit = json.load(sys.stdin); print(fit["n_rows"], fit["n_dropped"])'
