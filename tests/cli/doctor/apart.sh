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
# two columns that one row makes move together, in a fit and without one; two that three rows do; and two that do so without it
awk 'BEGIN { print "igm,iga,dose,y"; for (i = 0; i < 80; i++) { t = i == 40; print (t ? 187122 : 1 + i * 37 % 143) "," (t ? 48547 : 1 + i * 53 % 247) "," i * 29 % 41 "," (i * i % 7 > 1 ? "yes" : "no") } }' >lone.csv
logreg doctor lone.csv | sed -n '/Columns that go/,/hangs/p'
logreg doctor lone.csv --target dose | sed -n '/Correlated/,/hangs/p'
awk -F, -v OFS=, 'NR == 51 || NR == 61 { $1 = 187122 + NR * 100; $2 = 48547 + 30 * NR } 1' lone.csv >three.csv
logreg doctor three.csv | sed -n '/Columns that go/,/hang/p'
logreg doctor three.csv --target dose | sed -n '/Correlated/,/hang/p'
awk -F, -v OFS=, 'NR > 1 { $2 = 3 * $1 + NR % 3 } 1' lone.csv >both.csv
logreg doctor both.csv | sed -n '/Columns that go/,/--exclude/p'
logreg doctor both.csv --target dose | sed -n '/Correlated/,/harm/p'
