# Values that stand apart, dates as numbers, long IDs, and a target that is none: read aloud, and pasted.
"$PYTHON" - <<'END' >clinic.csv
print("case,visit,glucose,pressure,height,age,visits,ill,note")
for i in range(120):
    print(10**18 + 7919 * i, f"2023{1 + i % 12:02d}{1 + i % 28:02d}", 0 if i % 40 == 7 else 80 + i * 37 % 101,
          0 if i % 24 == 5 else 60 + i * 29 % 53, 1.72 if i % 30 == 11 else 150 + i * 17 % 41,
          450 if i == 60 else 20 + i * 23 % 61, 0 if i % 4 else i % 7, "yes" if (i * 31 % 17 + i % 5) % 3 else "no", f"n{i}", sep=",")
END
logreg doctor clinic.csv | sed -n '/stops/,$p'
echo
logreg doctor clinic.csv --target ill --exclude note | sed -n '/^What/,$p'
echo
advice=$(logreg doctor clinic.csv --target ill --exclude note --json | "$PYTHON" -c 'import json, sys
print(next(f["advice"].split(": ")[1].rstrip(".") for f in json.load(sys.stdin)["findings"] if f["code"] == "zeros"))')
eval "logreg doctor clinic.csv --target ill --exclude note,case,visit $advice" | sed -n '/^Good/,$p'
# amounts that thin out have their logarithms offered beside the mending
awk 'BEGIN { print "people,y"; for (i = 0; i < 60; i++) print (i == 41 ? 900000 : int(exp(5 + i * 37 % 61 / 9))) "," i * 7 % 11 % 2 }' >towns.csv
logreg doctor towns.csv | sed -n '/Values apart/,/formula/p'
