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
echo '# NA among codes of two letters'
"$PYTHON" - <<'END'
import random
r = random.Random(3)
rows = [(r.choice(["DE", "NA", "US", "ZA"]), r.choice(["EMEA", "APAC", "NA"]), r.choice(["YES", "NO"]), r.randint(1, 60),
         r.random() < 0.4) for _ in range(60)]
with open("namibia.csv", "w") as a, open("r.csv", "w") as b, open("spelt.csv", "w") as c:
    a.write("country,logins,stays\n")
    b.write("country,logins,stays\n")
    c.write("region,asked,logins,stays\n")
    for i, (country, region, asked, logins, y) in enumerate(rows):
        a.write(f'{country},{"" if i % 9 == 4 else logins},{"ft"[y]}\n')
        b.write(f'{country},{"NA" if i % 9 == 4 else logins},{"ft"[y]}\n')
        c.write(f'"{region}",{"NA" if i % 7 == 4 else asked},{logins},{"ft"[y]}\n')
END
logreg fit namibia.csv --no-curve 2>said | sed -n '/Data/,/Modelling/p'
cat said
eval "logreg fit namibia.csv --no-curve --target stays $(sed -n 's/.*keep it: //p' said)" | sed -n '/Data/,/Modelling/p;/^Warn/,$p'
logreg fit namibia.csv --quiet --na-values NA 2>&1 >/dev/null
eval "logreg fit namibia.csv --quiet --target stays $(logreg fit namibia.csv --na-values NA 2>&1 >/dev/null | sed -n 's/.*keep it: //p')" | sed -n '/Data/,/Modelling/p'
logreg doctor namibia.csv | sed -n '/A code/,/^$/p'
echo '# where NA is how the file writes what is missing, where others are answers, where it is said to be missing'
logreg fit r.csv --csv 2>&1 >/dev/null
logreg fit spelt.csv --csv --features asked,logins 2>&1 >/dev/null
logreg fit namibia.csv --csv --na-values country=NA 2>&1 >/dev/null
echo '# North America'
sed 's/,NA,/,NO,/' spelt.csv >region.csv
logreg fit region.csv --csv 2>&1 >/dev/null | head -1
echo '# with an empty cell beside it'
sed '3s/^[A-Z]*,/,/' r.csv >both.csv
logreg fit both.csv --csv 2>said >/dev/null
cat said
eval "logreg fit both.csv --no-curve --target stays $(sed -n 's/.*keep it: //p' said)" | sed -n '/Data/,/Modelling/p'
printf 'g,y\n+,1\n++,0\nNone,1\n+++,0\n+,0\n++,1\nNone,0\n+,1\n+++,1\n' >plus.csv
logreg fit plus.csv --csv 2>&1 >/dev/null
echo '# several such answers in one label, letters of Stata with theirs, abbreviations beside them; each with a sound one of that kind'
"$PYTHON" - <<'END'
groups = [["Dk,na", "DK,NA,IAP", "NA/DK", "Dk. na"], ["No answer, don't know", "Unknown or refused", "Can't choose", "w.n."],
          ["NOT ASCERTAINED", "Skipped on Web", "Not available in this year"],
          [".i:  Inapplicable", ".d:  Do not Know/Cannot Choose", ".x: whatever"], ["IAP", "NAP", "DK"],
          ["IAP", "NAP", "NR", "NS"], ["North or South", "U.N.", "No", "Null Island", "Not at all", "Never, or once"]]
for k, gaps in enumerate(groups):
    with open(f"joined{k}.csv", "w") as f:
        print("attend,age,y", file=f)
        for i in range(90):
            level = gaps[i // 6 % len(gaps)] if i % 6 == 0 else ("Weekly", "Monthly", "Yearly")[i * 7 % 11 % 3]
            print(f'"{level}"', 20 + i * 13 % 41, "ny"[(i * 7 + i // 3) % 5 < 2], sep=",", file=f)
END
for k in 0 1 2 3 4 5 6; do
    logreg fit joined$k.csv --csv=glance 2>&1 >/dev/null | grep 'missing values' || echo nothing
done
eval "logreg fit joined0.csv --csv=glance --quiet $(logreg fit joined0.csv --csv 2>&1 >/dev/null | sed -n 's/.*values: \(.*\) leaves.*/\1/p')" >a
grep -v 'Dk\|DK' joined0.csv >clean.csv
logreg fit clean.csv --csv=glance --quiet | cmp - a && echo the same fit
