# Answers in several spellings of a feature, as of a target, texts that number the rows, countries: what is said, done, gives the fit.
"$PYTHON" -c '
import itertools
def put(name, head, cell, y=lambda i: int((i * 7 + i // 3) % 5 < 2)):
    with open(name, "w") as f:
        print(head, file=f)
        for i in range(60):
            print(cell(i), 20 + i * 13 % 61, y(i), sep=",", file=f)
odd = lambda words: lambda i: words[i * i % 13 % len(words)]
put("sex.csv", "sex,age,y", odd(["M", "Female", "male", "F", "Male"]))
put("clean.csv", "sex,age,y", odd(["M", "F", "M", "F", "M"]))
put("sexes.csv", "sex,age,y", odd(["K", "Kobieta", "m\u0119\u017cczyzna", "male", "Female"]))
put("smokes.csv", "smokes,age,y", odd(["Y", "no", "1", "0", "yes"]))
put("hmf.csv", "dose,age,y", odd(["H", "M", "F"]))
put("quoted.csv", "town,sex,age,y", lambda i: "\"Town, %d\",%s" % (i % 3, odd(["M", "Female", "F", "Male"])(i)))
put("passed.csv", "sex,age,grade", odd(["M", "F"]), lambda i: ["Fail", "P", "F", "Pass", "pass"][(i * 7 + i // 3) % 5])
put("ids.csv", "ref,age,y", lambda i: "EUR%d" % (1001 + i))
put("lots.csv", "lot,age,y", lambda i: "%dA" % (1001 + i))
put("weights.csv", "kg,age,y", lambda i: "%dkg" % (100 + i * 37 % 301))
put("country.csv", "country,age,y", odd(["DK", "SE", "NO", "FI"]))
'
for file in sex sexes smokes hmf quoted passed ids lots weights country; do
    echo "$file:"
    logreg fit $file.csv --csv=glance 2>&1 | grep -v '^null\|^[0-9]\|^  '
done
perl -lne '@F = /(?:^|,)((?:"[^"]*"|[^,])*)/g; if ($. > 1) { for ($F[0]) { s/^["\s]*F["\s]*?(?=\r?$)/Female/; s/^["\s]*(?:M|male)["\s]*?(?=\r?$)/Male/ } } print join ",", @F' sex.csv >mended.csv
logreg fit mended.csv --csv=glance --quiet >a 2>&1
logreg fit clean.csv --csv=glance --quiet >b 2>&1
cmp a b && echo the same fit
logreg fit sex.csv --categorical sex --csv --quiet | cut -d, -f1
logreg doctor sex.csv --json | grep alike_values

echo "# Who was asked and did not tell stays a level of its own; its spellings come together too."
awk 'BEGIN {
    print "age,sex,income,y"
    split("Male,Female,male,female,Prefer not to say,prefer not to say,Male,Prefer not to say,Female", sex, ",")
    for (i = 0; i < 90; i++)
        print 20 + i * 13 % 41 (i % 11 ? "" : " years") "," sex[i * 7 % 9 + 1] "," (i % 30 == 9 ? "n/d" : 1000 + i * 37 % 501) "," ((i * 7 + int(i / 3)) % 5 < 2)
}' >polite.csv
logreg fit polite.csv --csv=glance --quiet 2>&1 | tee message
sed -E "s/.*, (perl .*polite\\.csv), and use --na-values .*/\\1/" message >command
sh ./command >aged.csv
logreg fit aged.csv --na-values n/d --csv=glance --quiet 2>&1 | tee message
sed -E "s/.*, (perl .*aged\\.csv), or, .*/\\1/" message >command
sh ./command >mended.csv
logreg fit mended.csv --na-values n/d --csv=tidy 2>&1 | cut -d, -f1

echo "# Remarks behind answers of an outcome, alike, each otherwise, more than a command can name: what is said, done, gives the fit."
"$PYTHON" -c '
def put(name, of):
    with open(name, "w") as f:
        print("age,late", file=f)
        for i in range(80):
            answer = ("No", "Yes")[int((i * 7 + i // 3) % 5 < 2)]
            print(20 + i * 13 % 41, of(i, answer), sep=",", file=f)
put("late.clean", lambda i, y: y)
put("alike.csv", lambda i, y: y + " (reminder)" if i % 4 == 1 and y == "Yes" else y)
put("each.csv", lambda i, y: {3: y + " - lost", 10: y + "?", 20: y + " (?)", 33: "\"%s, 2 days\"" % y, 40: y.lower(), 41: y + "."}.get(i, y))
put("many.csv", lambda i, y: y + " (%d days)" % i if i % 5 == 1 else y)
'
for file in alike each many; do
    "$PYTHON" "$TESTS/files/follow.py" "$TESTS" late.clean $file.csv --target late
    logreg fit $file.csv --target late --categorical late --csv=glance --quiet | wc -l
done
exit 0
