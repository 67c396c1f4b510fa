# Which column separates: a number of two values, a level of one row, numbers beyond a border, a level that lacks a class of three, classes in order
"$PYTHON" - <<'END'
def write(name, header, rows):
    with open(name, "w") as file:
        print(header, *(",".join(map(str, row)) for row in rows), sep="\n", file=file)

def u(i):
    return i * 7 % 50

write("number.csv", "y,age,treated", [(int(i % 3 == 0 and i % 5 > 0), 20 + u(i), int(i % 5 == 0)) for i in range(80)])
write("level.csv", "goal,x,kind", [(int(i % 4 == 0), u(i), "penalty" if i == 8 else "open play") for i in range(60)])
write("border.csv", "ok,hours,x", [(i % 2, 5 if i % 5 < 3 else i % 4 if i % 2 == 0 else 6 + i % 3, u(i)) for i in range(60)])
write("classes.csv", "x,site,cut", [(u(i), "ulm" if i % 9 < 2 else "bonn" if i % 2 else "kiel",
                                     "abc"[i // 3 % (2 if i % 9 < 2 else 3)]) for i in range(90)])
write("order.csv", "x,u,cut", [(round(1.7 * i + u(i) / 50, 1), u(i), ("ab" if i < 20 else "cd")[i // 2 % 2]) for i in range(60)])
write("unknown.csv", "y,ward,smoke,x", [("yes" if i in (7, 19, 40, 62) or i % 3 else "no", "unknown" if i in (7, 40) else "nse"[i // 3 % 3],
                                         "rare" if i in (19, 62) else "yes" if i % 2 else "no", u(i)) for i in range(80)])
END
advice() {
    echo "\$ $*"
    logreg doctor "$@" | sed -n '/Separation/,/^  ! [^S]/p' | sed '/^  ! [^S]/d'
}
advice --target y number.csv
advice --target goal level.csv
advice --target ok border.csv
advice --target cut classes.csv
advice --target cut order.csv
advice --target y --features treated number.csv
advice --formula 'y ~ C(treated) + age' number.csv
advice --target y --features ward,x --categorical ward unknown.csv
advice --target y --features ward,x unknown.csv
advice --target y --features ward,smoke unknown.csv
advice --target y --features smoke --na-values ward=unknown unknown.csv
