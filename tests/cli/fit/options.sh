# Each option has its effect. rows.csv, counted.csv and grouped.csv are the same forty observations.
admit
"$PYTHON" - <<'END'
counts = {1: (8, 2), 2: (5, 5), 3: (4, 6), 5: (1, 9)}
with open("rows.csv", "w") as rows, open("counted.csv", "w") as counted, open("grouped.csv", "w") as grouped, \
     open("offset.csv", "w") as offset, open("euro.csv", "w") as euro, open("coded.csv", "w") as coded, \
     open("tabs.csv", "w") as tabs, open("bare.csv", "w") as bare:
    print("x,y", file=rows)
    print("x,y,n", file=counted)
    print("x,events,n", file=grouped)
    print("x,o,y", file=offset)
    print("x;y\nnone;0", file=euro)
    print("x,y", file=coded)
    print("x\ty", file=tabs)
    for x, (no, yes) in counts.items():
        print(x, yes, no + yes, sep=",", file=grouped)
        for y, n in ((0, no), (1, yes)):
            print(x, y, n, sep=",", file=counted)
            for i in range(n):
                print(x, y, sep=",", file=rows)
                print(x, 2 - x / 2, y, sep=",", file=offset)
                print(f"{x},0", y, sep=";", file=euro)
                print(min(x, 3), y, sep=",", file=coded)
                print(x, y, sep="\t", file=tabs)
                print(x, y, sep=",", file=bare)
END
"$PYTHON" "$TESTS/fit/options.py"
