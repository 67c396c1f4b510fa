# Files whose cells need something: what the sentence says, done, gives the fit of the file that it means.
"$PYTHON" "$TESTS/files/cells.py" . >names
while read -r name options; do
    "$PYTHON" "$TESTS/files/follow.py" "$TESTS" "$name.clean" "$name.csv" --target y $options
done <names
awk -v FS=, 'BEGIN { print "age,drinks,y"; split("Coffee|Tea|\"Coffee, Tea\"|\"Tea, Water\"|Water|\"Coffee, Water\"", d, "|")
    for (i = 0; i < 60; i++) printf "%d,%s,%d\n", 20 + i * 17 % 41, d[i * 7 % 11 % 6 + 1], i * 11 % 17 % 2 }' >several.csv
logreg fit several.csv --target y --no-curve --save several.json | grep -A 3 'Several'
logreg show several.json | grep -c 'Several answers in a cell'
logreg fit several.csv --target y --no-curve --categorical drinks | grep -c 'Several' 
logreg doctor several.csv --target y | grep -A 3 'Several'
logreg fit several.csv --target y --no-curve --quiet >shown
eval "$(grep -m 1 '^perl' shown)" >parted.csv
head -4 parted.csv
logreg fit parted.csv --target y --no-curve --quiet | sed -n '/Formula/,/Modelling/p;/^Warn/,$p'
eval "$(logreg doctor several.csv --target y | grep -m 1 '^perl')" | cmp - parted.csv
# Where nothing was ticked: 0 for each, or what the sentence offers; NA stays missing.
sed '2~9s/,.*,/,,/;6~14s/,.*,/,NA,/' several.csv >empty.csv
logreg fit empty.csv --target y --no-curve --quiet 2>/dev/null >shown
sed -n '/Several/,/^perl/{/perl/!p}' shown
for part in 's/^//' 's/: 0)/: "")/'; do
    eval "$(grep -m 1 '^perl' shown | sed "$part")" >parted.csv
    grep -c ',0,0,0,' parted.csv
    grep -c ',,,,' parted.csv
    logreg fit parted.csv --target y --no-curve --quiet 2>/dev/null | grep Data
done
logreg doctor empty.csv --target y | sed -n '/says so/,/^perl/{/perl/!p}'
# Two such columns, in a file of Windows with answers that neither perl nor a shell takes as they are.
"$PYTHON" - <<'END'
import random
r = random.Random(5)
answers = ["Don't know", "Tea (hot)", "Caf\u00e9", "A/B", "50% off", "$5"]
with open("boxes.csv", "w", newline="", encoding="utf-8") as f, open("boxes.clean", "w") as g:
    f.write('\ufeffage;"Which drinks, do you like?";y;how\r\n')
    order = sorted(answers, key=lambda a: a.encode())
    g.write("age," + ",".join(f"d{k}" for k in range(6)) + ",y," + ",".join(f"h{k}" for k in range(6)) + "\n")
    for i in range(150):
        sets = [set(r.sample(answers, r.randint(1, 3))) if k or i % 23 != 4 else None for k in range(2)]
        text = [p.join(a for a in answers if a in s) if s else "NA" for p, s in zip(["; ", "|"], sets)]
        bits = [",".join("" if s is None else str(int(a in s)) for a in order) for s in sets]
        age, y = r.randint(20, 80), r.choice(["no", "yes"])
        f.write(f'{age};"{text[0]}";{y};{text[1]}\r\n')
        g.write(f"{age},{bits[0]},{y},{bits[1]}\n")
END
logreg fit boxes.csv --target y --no-curve --quiet 2>/dev/null >shown
eval "$(grep -m 1 '^perl' shown)" >parted.csv
head -1 parted.csv
logreg fit boxes.clean --target y --csv=glance --quiet >clean
logreg fit parted.csv --target y --csv=glance --quiet | cmp - clean
printf 'd,y\nA/B,0\n"A/B, C",1\nA B,0\n"A B, C",1\nC,0\n"A/B, A B",1\nC,1\nA B,1\n' >same_names.csv
logreg doctor same_names.csv --target y | grep -A 3 'Several'
# Lists as programs write them: JSON, Python, PostgreSQL, Stack Exchange; forms of Microsoft end each answer with a mark. In so many combinations that they would pass for IDs, too.
"$PYTHON" - <<'END'
import csv, json, random
ways = {
    "json": lambda s: json.dumps(s), "python": str, "set": lambda s: "{" + str(s)[1:-1] + "}" if s else "set()",
    "array": lambda s: "{" + ",".join(f'"{a}"' if " " in a else a for a in s) + "}",
    "tags": lambda s: "".join(f"<{a}>" for a in s), "forms": lambda s: "".join(a + ";" for a in s)}
for n, k in (("few", 3), ("many", 9)):
    r = random.Random(5)
    answers = ["Bus", "New York, NY", "l'eau", "Tram", "a b", "A/B", "Taxi", "Bike (e)", "walk"][-k:]
    rows = [(r.randint(20, 80), [a for a in r.sample(answers, k) if r.random() < 0.6], r.choice("01")) for _ in range(120)]
    rows = [(age, s if k == 3 or s else answers[:2], y) for age, s, y in rows]
    with open(f"{n}.clean", "w") as f:
        f.write("age," + ",".join(f"d{k}" for k in range(k)) + ",y\n")
        for age, s, y in rows:
            f.write(f"{age}," + ",".join(str(int(a in s)) for a in answers) + f",{y}\n")
    for name, way in ways.items():
        with open(f"{n}_{name}.csv", "w", newline="") as f:
            w = csv.writer(f, delimiter="\t" if name == "python" else ",")
            w.writerow(["age", "d", "y"])
            w.writerows([age, way(s) if s or name != "set" else "{}", y] for age, s, y in rows)
END
for n in few many; do
    for how in json python set array tags forms; do
        logreg fit ${n}_$how.csv --target y --no-curve --quiet >shown 2>&1
        eval "$(grep -o 'perl -.*csv' shown)" >parted.csv
        logreg fit $n.clean --target y --quiet 2>&1 | grep 'log L is\|−2 log L  ' >clean
        logreg fit parted.csv --target y --quiet 2>&1 | grep 'log L is\|−2 log L  ' | cmp - clean && [ -s clean ] && echo "$n $how: as the clean file"
    done
done
# One text or nothing is no tick where it says no, is a date or an amount, or stands where another column holds something.
for text in no 2021-03-01 '5 mg' unknown; do
    awk -v text="$text" 'BEGIN { print "age,a,y"; for (i = 0; i < 60; i++) printf "%d,%s,%d\n", 20 + i * 17 % 41, i % 3 ? text : "", i * 11 % 17 % 2 }' >lone.csv
    logreg fit lone.csv --target y 2>&1
done
awk 'BEGIN { print "age,paid,currency,y"; for (i = 0; i < 60; i++) printf "%d,%s,%d\n", 20 + i * 17 % 41, i % 3 ? i * 7 % 13 ",EUR" : ",", i * 11 % 17 % 2 }' >lone.csv
logreg fit lone.csv --target y 2>&1
logreg fit many_array.csv --target y 2>&1 | sed 's/, perl.*csv,/, COMMAND,/'
logreg doctor many_array.csv --target y | grep -A 4 'Several'
logreg fit few_json.csv --target y --no-curve --quiet | grep -c 'Many levels'

# One number with a digit or a sign too many, and one row of a third class.
slip() { # AGE Y
    awk -v age="$1" -v y="$2" 'BEGIN { print "age,y"; for (i = 0; i < 60; i++) printf "%s,%s\n", i == 30 ? age : 20 + i * 17 % 41, i == 31 ? y : i * 11 % 17 % 2 }'
}
for age in 405 -45 450 4.5 90; do
    slip $age 1 >slip.csv
    echo "age $age"
    logreg fit slip.csv --target y --no-curve --save slip.json | grep -A 4 'Values apart'
done
slip 405 1 >slip.csv
logreg fit slip.csv --target y --no-curve --quiet --save slip.json >shown
logreg show slip.json | grep -c 'Values apart'
slip 45 2 >third.csv
logreg fit third.csv --target y 2>&1
logreg fit third.csv --target y --na-values y=2 --no-curve | grep 'Data'
logreg fit third.csv --target y --categorical y --no-curve | grep 'Modelling'
# A decimal comma without quotes, far below.
awk 'BEGIN { print "age,dose,grp,y"; for (i = 0; i < 80; i++) printf "%d,%d%s%d,%s,%d\n", 20 + i * 17 % 41, i * 7 % 13, i < 50 ? "." : ",", i * 3 % 10, i % 3 ? "a" : "b", i * 11 % 17 % 2 }' >torn.csv
sed -E '51,$s/^([0-9]+,[0-9]+),/\1./' torn.csv | sed -E '1s/age\./age,/' >torn.clean
"$PYTHON" "$TESTS/files/follow.py" "$TESTS" torn.clean torn.csv --target y
logreg doctor ticks_many.csv --target y | sed -n '/^What stops/,/^Good/p'
echo '# few numbers with a unit: a category, and a note with the command that makes numbers of them'
awk 'BEGIN { print "term,dose,lines,age,y"; split("12 24 36 48 60", t, " "); split("0.5 1 1.5", d, " "); for (i = 0; i < 90; i++)
    printf "%s months,%s mg,%dL,%d,%d\n", t[i * 7 % 11 % 5 + 1], d[i * 5 % 7 % 3 + 1], i % 3 + 1, 20 + i * 17 % 41, i * 11 % 17 % 2 }' >few.csv
sed 's/ months//;s/ mg//' few.csv >few.clean
logreg fit few.csv --target y --csv 2>said | wc -l
cat said
eval "$(sed -n 's/.*take the unit out, \(perl .* few.csv\);.*/\1/p' said)" | cmp - few.clean
logreg fit few.csv --target y --categorical term,dose --csv 2>&1 >/dev/null | grep -c unit
logreg doctor few.csv --target y | sed -n '/as text/,/term says/p'
logreg doctor few.csv --target y --categorical dose,term | grep -c 'as text'
logreg fit few.csv --target y --save few.json --quiet >/dev/null
logreg predict few.json few.csv 2>&1 | wc -l
echo '# events of trials in a cell, as an outcome; and numbers with a unit, which are no classes'
awk 'BEGIN { print "dose,dead,weight"; split("3/10 4/12 5/9 8/11 0/8 9/9", k, " "); for (i = 1; i <= 30; i++) printf "%d,%s,%d kg\n", i % 7, k[i * 5 % 6 + 1], 50 + i * 7 % 23 }' >trials.csv
fails 1 logreg fit trials.csv --target dead --features dose
eval "$(logreg fit trials.csv --target dead --features dose 2>&1 | sed 's/.*two columns, \(perl .* trials.csv\), and use.*/\1/')" >parted.csv
logreg fit parted.csv --target dead_1 --trials dead_2 --features dose --no-curve | sed -n '/Modelling/p'
logreg fit trials.csv --target dead --features dose --categorical dead --no-curve --quiet | sed -n '/Modelling/p'
fails 1 logreg fit trials.csv --target weight --features dose
echo '# dilutions: a category, and a note with the command that makes numbers of them'
awk 'BEGIN { print "titre,age,y"; split("<1:10 1:10 1:20 1:40 1:80 1:160", t, " "); for (i = 0; i < 60; i++)
    printf "%s,%d,%d\n", t[i * 7 % 11 % 6 + 1], 20 + i * 17 % 41, i * 11 % 17 % 2 }' >titre.csv
logreg fit titre.csv --target y --csv 2>&1 >/dev/null
eval "$(logreg fit titre.csv --target y 2>&1 >/dev/null | sed -n 's/.*behind the colon, \(perl .* titre.csv\);.*/\1/p')" | cut -d, -f1 | sort -nu | tr '\n' ' '
echo '# cells that repeat the one above, among texts and among numbers'
awk 'BEGIN { print "crop,dose,age,y"; for (i = 0; i < 60; i++)
    printf "%s,%s,%d,%d\n", i % 9 ? (i % 2 ? "\"\"\"\"" : "ditto") : substr("wheatoats rye  ", 5 * (i / 9 % 3) + 1, 5), i % 20 == 3 ? "do." : int(i / 4) / 2, 20 + i * 17 % 41, i * 11 % 17 % 2 }' >ditto.csv
fails 1 logreg fit ditto.csv --target y --quiet
eval "$(logreg fit ditto.csv --target y --quiet 2>&1 | sed -n 's/.*Write that, \(perl .* ditto.csv\), or.*/\1/p')" >mended.csv
sed -n '2,12p' mended.csv | tr '\n' ' '
logreg fit mended.csv --target y --csv --quiet 2>&1 | cut -d, -f1 | tr '\n' ' '
logreg doctor ditto.csv --categorical dose | grep -c 'seems to repeat'
echo '# one word alone may be a name, as of a package; beside another that repeats it is none'
awk 'BEGIN { print "package,age,y"; for (i = 0; i < 60; i++) printf "%s,%d,%d\n", i == 31 ? "idem" : "pkg" i % 4, 20 + i * 17 % 41, i * 11 % 17 % 2 }' >package.csv
logreg fit package.csv --target y --csv --quiet 2>&1 | cut -d, -f1 | tr '\n' ' '
awk 'BEGIN { print "town,street,age,y"; for (i = 0; i < 60; i++) printf "%s,%s,%d,%d\n", i == 31 ? "idem" : "town" i % 4, i == 31 ? "idem" : "street" i % 3, 20 + i * 17 % 41, i * 11 % 17 % 2 }' >street.csv
fails 1 logreg fit street.csv --target y --quiet
echo '# a table of LaTeX, and a script of SQL'
printf '%% latex table generated in R\n\\begin{tabular}{lrr}\n\\hline\nage & rate (\\%%) & y \\\\ \\hline\n30 & $2.5$ & no \\\\\n41 & 3 & yes \\\\[1ex]\n\\end{tabular}\n' >table.tex
fails 1 logreg fit table.tex
eval "$(logreg fit table.tex 2>&1 | sed 's/.*make it one: //')"
printf 'DROP TABLE IF EXISTS t;\nCREATE TABLE t (a int);\n' >dump.sql
fails 1 logreg fit dump.sql

echo "# Remarks here and there, the first of them in the first row, are no merged cells."
awk -v OFS=, 'BEGIN { print "Notes,age,y"; for (i = 1; i <= 60; i++) print (i % 13 == 1 ? "called back " i : ""), 20 + i * 7 % 41, (i * i % 7 < 3) }' >remarks.csv
logreg fit remarks.csv --target y 2>&1 | grep -o 'merged cells\|--exclude Notes.*'
echo '# choices that blanks part, as KoboToolbox writes them, beside a column for each or alone; the model keeps what is told'
awk 'BEGIN { split("rice bread fish", choice); print "age,food,food/rice,food/bread,food/fish,y"
    for (i = 1; i <= 90; i++) { cell = ""; ticks = ""
        for (k = 1; k <= 3; k++) { on = int((i * 37 % 101) / 2 ^ (k - 1)) % 2; ticks = ticks "," on; if (on) cell = cell (cell == "" ? "" : " ") choice[k] }
        print 20 + i * 17 % 41 "," cell ticks "," (i * 53 % 17 < 8) } }' >kobo.csv
logreg fit kobo.csv --target y --quiet --save kobo.json | tr '\n' ' ' | tr -s ' ' | grep -o '! Several answers.*says so\.'
logreg show kobo.json | tr '\n' ' ' | tr -s ' ' | grep -c 'of what columns beside it hold one by one'
logreg doctor kobo.csv --target y | tr '\n' ' ' | tr -s ' ' | grep -o '! Several answers.*says so\.'
cut -d, -f1,2,6 kobo.csv >choices.csv
logreg fit choices.csv --target y --quiet | grep '^perl' >command
sh command >parted.csv
head -1 parted.csv
cut -d, -f1,3-6 kobo.csv | tail -n +2 | sort >wanted
tail -n +2 parted.csv | awk -F, '{ print $1 "," $4 "," $2 "," $3 "," $5 }' | sort | cmp - wanted && echo 'the same columns'
echo "# Nor are links, mails, codes, dates and short answers of optional fields; cells that begin groups are, by their sizes, by a column that begins anew or changes there alone, by the order of labels."
awk -v OFS=, 'BEGIN { print "link,code,other,when,age,y"; for (i = 1; i <= 60; i++) { f = i == 1 || i * i * 7 % 23 < 8
    print (f ? "web.com/u" i * 7919 : ""), (f ? "B" i * 37 % 101 : ""), (f ? "word" substr("abcdefghijklmnopqrstuvwxyz", i % 26 + 1, 1) substr("abcdefghijklmnopqrstuvwxyz", i / 3 + 1, 1) : ""), (f ? sprintf("2024-03-%02d", i / 2) : ""), 20 + i * 7 % 41, (i * i % 7 < 3) } }' >optional.csv
logreg doctor optional.csv --target y | grep -c 'Merged cells'
groups() { awk -v OFS=, -v kind="$1" 'BEGIN { split("Bath York Hull Leeds Derby Stoke Truro Wells", town, " "); split("3 9 1 6 2 8 1 5", n, " "); split("Hull Leeds Bath York Wells Truro Stoke Derby", mixed, " ")
    split("Bath Derby Hull Leeds Stoke Truro Wells York", ordered, " "); print "label,x,age,y"
    for (g = 1; g <= 8; g++) for (k = 1; k <= (kind == "sizes" ? 4 + g % 3 : n[g]); k++) { r++
        print (k > 1 ? "" : kind == "order" ? ordered[g] : kind == "sizes" ? "P-" g * 17 % 23 : mixed[g]), (kind == "begins" ? k : kind == "changes" ? g % 3 : r * 5 % 7), 20 + r * 7 % 41, (r * r % 7 < 3) } }' >"$1.csv"; }
for kind in sizes begins changes order none; do
    groups $kind
    echo "$kind $(logreg doctor $kind.csv --target y | grep -c 'Merged cells')"
done
