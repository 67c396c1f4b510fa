# 8 behind scales of several columns, in two rows and one of others, which are told beside them; but not behind a count, next to a scale, or where no column has enough of them
"$PYTHON" - <<'END'
def write(name, columns):
    with open(name, "w") as file:
        print(*columns, sep=",", file=file)
        for i in range(120):
            print(*(f(i) for f in columns.values()), sep=",", file=file)

columns = {"y": lambda i: "no" if i * 7 % 10 < 4 else "yes", "culture": lambda i: 8 if i in (9, 70) else 1 + i * 3 % 7 % 3,
           "trust": lambda i: 8 if i == 33 else 1 + i * 5 % 11 % 4, "children": lambda i: 8 if i == 50 else i * 3 % 13 % 4,
           "rating": lambda i: 8 if i == 61 else 1 + i * 5 % 17 % 6}
write("alone.csv", columns)
write("beside.csv", {"wealth": lambda i: 8 if i % 10 == 3 else 1 + i % 2, **columns})
END
told() {
    echo "\$ $*"
    logreg "$@" | sed -n '/disguise/,/^  ! [^M]/p' | sed '/^  ! [^M]/d;/^$/,$d'
}
told doctor --target y alone.csv
told doctor --target y beside.csv
told fit --quiet --no-curve --target y beside.csv
told fit --quiet --no-curve --target y --features culture,trust --na-values wealth=8 beside.csv
