echo '# lists of codes among codes: with a decimal comma, with a point, many of them, with empty cells; what is said, done'
"$PYTHON" - <<'END'
code = lambda i: str(1 + (i * 7 + i // 5) % 5)
many = ["1, 3", "2, 4", "1,5", "3,4,5", "2,3"]
cells = {"comma": lambda i: "1, 3" if i % 20 == 5 else "2,3" if i == 40 else code(i),
         "triple": lambda i: "1,3,4" if i % 20 == 5 else "2,3" if i % 30 == 1 else code(i),
         "many": lambda i: many[i // 4 % 5] if i % 4 == 0 else code(i),
         "empty": lambda i: "" if i % 30 == 7 else "1, 3" if i % 20 == 5 else code(i)}
for name, of in cells.items():
    for kind, d, mark in ("semicolon", ";", ","), ("csv", ",", "."):
        with open(f"{name}.{kind}", "w") as f, open(f"{name}.{kind}.clean", "w") as clean:
            print("site", "pct", "died", sep=d, file=f)
            print(*(f"site_{k}" for k in range(1, 6)), "pct", "died", sep=d, file=clean)
            for i in range(120):
                cell, pct, y = of(i), f"{1 + i * 13 % 9}{mark}{i * 7 % 10}", "ny"[(i * 7 + i // 3) % 5 < 2]
                held = cell.replace(" ", "").split(",")
                print(f'"{cell}"' if "," in cell else cell, pct, y, sep=d, file=f)
                print(*((str(k) in held) + 0 if cell else "" for k in (*"12345",)), pct, y, sep=d, file=clean)
END
for file in comma triple many empty; do
    for kind in semicolon csv; do
        logreg fit $file.$kind --quiet --csv 2>&1 | cut -c1-240
        mark=$(test $kind = csv && echo . || echo ,)
        logreg fit $file.$kind --quiet --csv --decimal $mark 2>said
        sed -n "s/.*for each code, //p" said >command
        sh ./command >mended.$kind
        cmp mended.$kind $file.$kind.clean && echo the same columns
        logreg fit $file.$kind --quiet --csv --decimal $mark --categorical site | cut -d, -f1 | tr '\n' ' '
        echo
    done
done
echo '# numbers with a blank in one, ages, halves, thousands: no codes'
"$PYTHON" - <<'END'
cells = {"halves": lambda i: "4, 5" if i == 9 else f"{1 + i % 5},5" if i % 3 == 0 else str(1 + i * 7 % 5),
         "heat": lambda i: "36, 7" if i == 9 else f"{35 + i % 5},{i * 7 % 10}", "ages": lambda i: "45, 46" if i == 9 else str(20 + i * 7 % 61),
         "money": lambda i: "1, 234" if i == 9 else str(100 + i * 37 % 901), "point": lambda i: "4,5" if i == 9 else str(1 + i * 7 % 5)}
for name, of in cells.items():
    with open(f"{name}.csv", "w") as f:
        print("x;y", file=f)
        for i in range(120):
            print(of(i), "ny"[(i * 7 + i // 3) % 5 < 2], sep=";", file=f)
END
for file in halves heat ages money point; do
    logreg fit $file.csv --quiet --csv --decimal , 2>&1 | head -2
done
exit 0
