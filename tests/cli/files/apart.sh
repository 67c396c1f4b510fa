# Numbers of a column that stand apart from the others: told with what brings them back, and the command pasted.
told() {
    logreg fit "$@" 2>&1 | sed -n '/^  !/,/^$/p' | sed '/^perl/q' | sed -n '1,/^$\|^perl/p'
}

# Years in two digits, of one century and of two; ages among years are none.
"$PYTHON" - <<'END'
with open("births.csv", "w") as births, open("turn.csv", "w") as turn, open("whole.csv", "w") as whole, open("ages.csv", "w") as ages:
    for file in births, turn, whole, ages:
        print("born,visits,renewed", file=file)
    for i in range(60):
        year, old = 1950 + i * 37 % 56, 1990 - i % 7
        rest = f"{i * 7 % 11},{int((i * 31 % 17 + i % 5) % 3 > 0)}"
        print(year % 100 if i % 9 == 4 and year < 2000 else year, rest, sep=",", file=births)
        print(f"{year % 100:02d}" if i % 4 == 2 else year, rest, sep=",", file=turn)
        print(year, rest, sep=",", file=whole)
        print(i % 40 if i % 9 == 4 else old, rest, sep=",", file=ages)
END
for file in births turn; do
    told $file.csv --target renewed
    eval "$(logreg fit $file.csv --target renewed | grep '^perl')" >mended.csv
    cmp mended.csv whole.csv
done
logreg doctor births.csv --target renewed | sed -n '/Two units/,/^perl/p'
logreg fit ages.csv --target renewed | grep -c 'Two units'
