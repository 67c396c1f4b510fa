# What programs write for missing values is missing in a category and in the target too, not a level of its own.
"$PYTHON" -c '
import itertools
words = itertools.cycle(["#N/A", "n/a", "<NA>", "NaT", "NA"])
with open("texts.csv", "w") as a, open("empty.csv", "w") as b:
    for file in a, b:
        print("sex,age,y", file=file)
    for i in range(40):
        word = next(words)
        sex = None if i % 11 == 4 else "fm"[i * 7 % 3 == 0]
        y = None if i % 13 == 6 else ["No", "Yes"][(i * i + i // 3) % 5 > 1]
        for file, gap in (a, word), (b, ""):
            print(sex or gap, 20 + i * 13 % 41, y or gap, sep=",", file=file)'
logreg fit texts.csv --csv >with.csv
logreg fit empty.csv --csv >without.csv
cmp with.csv without.csv && cut -d, -f1 with.csv
logreg fit texts.csv --na-values NA --categorical y --target y --csv=glance --quiet | wc -l
