# What is to be pasted is never shortened, however long names are: text, ASCII and JSON.
awk 'BEGIN { for (k = 1; k <= 3; k++) { t = k ". Please think about the last four weeks, at work and at home,"
    for (i = 1; i <= 4; i++) t = t " and how often this has happened to you in week " i
    h = h ",\"" t "\"" }
  print "ok,age" h; for (i = 1; i <= 40; i++) print (i * 7 % 5 > 2) "," 20 + i * 11 % 37 ",agreed,agreed," (i % 3 ? "" : "x" i % 2) }' >names.csv
for how in text ascii json; do
    case $how in ascii) locale=C ;; *) locale=C.UTF-8 ;; esac
    LC_ALL=$locale logreg doctor names.csv --target ok $([ $how = json ] && echo --json) >out.txt
    "$PYTHON" - out.txt $how <<'PY'
import csv, json, re, sys
text = open(sys.argv[1], encoding="utf-8").read()
if sys.argv[2] == "json":
    text = "\n".join(f["advice"] for f in json.loads(text)["findings"])
names = next(csv.reader(open("names.csv")))
lists = re.findall(r"--(?:exclude|impute|categorical|na-values) '([^']*)'", text)
print(sys.argv[2], len(lists) > 1, all(n in names for l in lists for n in next(csv.reader([l]))),
      any("…" in l or "..." in l for l in lists))
PY
done
