# A dash among amounts: it may be missing, or 0 as accounts write it. The sentence has a command for each, and each gives the fit of the file that says so.
"$PYTHON" - <<'PY'
def table(name, cell, sep=","):
    with open(name, "w", encoding="utf-8") as f:
        print("shop", "sales", "costs", "late", sep=sep, file=f)
        for i in range(60):
            sales = (i * 7919 % 6007) / 1.7 * (i % 4 > 0)
            print("abc"[i * i % 3], cell(sales), i * 13 % 41 + 3.5 if sep == "," else i * 13 % 41, int((i * 7 + i // 3) % 5 < 2), sep=sep, file=f)
quoted = lambda text: '"%s"' % text if "," in text else text
table("zero.clean", lambda x: f"{x:.2f}")
table("missing.clean", lambda x: f"{x:.2f}" if x else "NA")
table("plain.csv", lambda x: f"{x:.2f}" if x else "-")
table("comma.csv", lambda x: quoted(f"{x:,.2f}") if x else "-")
table("dollar.csv", lambda x: quoted(f" ${x:,.2f} ") if x else " $-   ")
table("dash.csv", lambda x: quoted(f"{x:,.2f}") if x else "\u2013")
table("whole.csv", lambda x: str(int(x)) if x else "-")
PY
for file in plain comma dollar dash; do
    "$PYTHON" "$TESTS/files/follow.py" "$TESTS" missing.clean $file.csv --target late | grep '^  as'
    logreg fit $file.csv --target late --quiet 2>&1 | sed -E 's/.*; if (.*) stands for 0.* write that, (perl .*)/\1: \2/' | tee command
    sed 's/^[^:]*: //' command >zeros
    sh ./zeros >zeros.csv
    logreg fit zeros.csv --target late --json --no-curve | grep '"deviance"' >got
    logreg fit zero.clean --target late --json --no-curve | grep '"deviance"' | cmp - got && echo 'as with zeros'
done
echo '# Beside another text, which is still missing; in whole numbers without marks nobody writes accounts.'
sed '5s/,[0-9.]*,/,n.d.,/' plain.csv >both.csv
fails 1 logreg fit both.csv --target late --quiet
fails 1 logreg fit whole.csv --target late --quiet
echo '# Words for none may be 0 too; marks that do not show stand about numbers, and a mark or accents make two values of one.'
"$PYTHON" - <<'PY'
with open("none.csv", "w", encoding="utf-8") as f, open("none.clean", "w") as g, open("marks.csv", "w", encoding="utf-8") as h, open("marks.clean", "w", encoding="utf-8") as k, open("accents.csv", "w", encoding="utf-8") as m:
    for out in (f, g, h, k, m):
        print("cigarettes,drink,ill", file=out)
    for i in range(80):
        n, d, y = max(0, i * 7919 % 41 - 12), ["caf\u00e9", "tea", "Milch"][i * i % 3], int((i * 7 + i // 3) % 5 < 2)
        print(n or ("Never" if i % 2 else "none"), d, y, sep=",", file=f)
        print(n, d, y, sep=",", file=g)
        print(f"\u200f{n + 0.5}\u200e", d, y, sep=",", file=h)
        print(n + 0.5, "cafe\u0301" if d[0] == "c" and i % 2 else d, y, sep=",", file=m)
        print(n + 0.5, d, y, sep=",", file=k)
PY
logreg fit none.csv --quiet 2>&1 | sed 's/.*stands for 0, write that, //' | tee command
sh ./command >zeros.csv && cmp zeros.csv none.clean && echo 'as with zeros'
"$PYTHON" "$TESTS/files/follow.py" "$TESTS" marks.clean marks.csv
"$PYTHON" "$TESTS/files/follow.py" "$TESTS" marks.clean accents.csv
echo '# Words for 0 among prices and days; CR behind some amounts of a statement of charges, with a sign of money or without. A price that is asked for is none.'
"$PYTHON" - <<'PY'
free = {"prices": ("Free", "on the house", "No fee"), "days": ("same day", "Today", "newborn"), "poa": ("POA", "POA", "POA")}
names = [*free, "credits", "dollars", "crores"]
files = {name: open(name + ".csv", "w") for name in names} | {name + ".clean": open(name + ".clean", "w") for name in names}
for name, f in files.items():
    print("amount,age,y", file=f)
    for i in range(70):
        x, rest = i * 7919 % 4007 / 4, f",{i * 13 % 41},{int((i * 7 + i // 3) % 5 < 2)}"
        none, back, base = i % 7 == 3, i % 6 == 2, name.split(".")[0]
        cell = f"{x:.2f}"
        if base in free:
            cell = (("" if base == "poa" else "0") if name != base else free[base][i % 3]) if none else ("$" if base == "prices" and name == base else "") + str(int(x))
        elif base == "crores":
            cell += " Cr" * (name == base)
        else:
            cell = "$" * (base == "dollars" and name == base) + cell + (" CR" if back else "") if name == base else "-" * back + cell
        print(cell + rest, file=f)
PY
for file in prices days; do
    logreg fit $file.csv --target y --quiet 2>&1 | sed 's/.*stands for 0, write that, //' | tee command
    sh ./command >zeros.csv && cmp zeros.csv $file.clean && echo 'as with zeros'
done
for file in credits dollars crores poa; do
    "$PYTHON" "$TESTS/files/follow.py" "$TESTS" $file.clean $file.csv --target y
done
