# Classes that go since features are missing there: which, by which column, and what brings them back
"$PYTHON" - <<'END'
def write(name, header, rows):
    with open(name, "w") as file:
        print(header, *(",".join(map(str, row)) for row in rows), sep="\n", file=file)

def status(i):
    return ["single", "married", "widowed"][i % 3]

write("third.csv", "age,x,status", [("" if i % 3 == 2 else 20 + i * 7 % 50, i * 11 % 17, status(i)) for i in range(90)])
write("either.csv", "age,income,x,status", [("" if i % 6 == 2 else 20 + i * 7 % 50, "" if i % 6 == 5 else i * 13 % 40,
                                             i * 11 % 17, status(i)) for i in range(90)])
write("few.csv", "age,x,status", [("" if i % 45 == 2 else 20 + i * 7 % 50, i * 11 % 17,
                                   "moved" if i % 45 == 2 else ["no", "yes"][i * 7 // 3 % 2]) for i in range(190)])
write("event.csv", "age,x,status", [("" if i % 45 == 2 else 20 + i * 7 % 50, i * 11 % 17, int(i % 45 == 2))
                                    for i in range(190)])
write("two.csv", "age,income,x,status", [("" if i % 45 == 2 else 20 + i * 7 % 50, "" if i % 45 == 3 else i * 13 % 40, i * 11 % 17,
                                         "moved" if i % 45 == 2 else "dead" if i % 45 == 3 else ["no", "yes"][i * 7 // 3 % 2])
                                        for i in range(190)])
write("alone.csv", "age,status", [("" if i % 3 == 2 else 20 + i * 7 % 50, status(i)) for i in range(90)])
END
warnings() {
    echo "\$ logreg fit $*"
    logreg fit "$@" 2>/dev/null | sed -n '/Lost classes/,/^$/p'
}
warnings --target status third.csv
warnings --target status either.csv
warnings --target status few.csv
warnings --formula 'status ~ age + x' few.csv
warnings --target status two.csv
warnings --target status alone.csv
fails 1 logreg fit --target status event.csv
fails 1 logreg fit --formula 'status ~ age + x' event.csv
fails 1 logreg fit --target status --positive widowed third.csv
fails 1 logreg fit --target status --positive widowed alone.csv
logreg doctor --target status third.csv | sed -n '/mislead/,$p'
logreg doctor --target status event.csv | sed -n '/stops/,$p'
logreg fit --target status few.csv --save few.json >/dev/null 2>&1
logreg show few.json | sed -n '/Lost classes/,/^$/p'
