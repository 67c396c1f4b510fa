# Categories whose levels are days or months, few enough to go in: told as dates, in the fit, its saved model and by the doctor, unless they are insisted on.
"$PYTHON" - <<'END'
columns = {
    "day": [f"1{i}/03/2024" for i in range(1, 6)],
    "month": [f"2024-0{i}" for i in range(1, 7)],
    "named": ["Jan 2024", "Feb 2024", "Mar 2024"],
    "twenty": [f"2024-01-{i}" for i in range(10, 30)],
    "login": ["0000-00-00 00:00:00"] + [f"2024-01-1{i} 10:00:00" for i in range(4)],
    "before": ["2024-01-01", "2024-06-01"],
    "range": ["1-2", "3-4", "5-6"],
    "season": ["2009-10", "2010-11", "2011-12"],
    "site": ["1-1-A", "1-2-A", "2-1-A"],
}
for name, levels in columns.items():
    with open(name + ".csv", "w") as file:
        print(name, "age,ill", sep=",", file=file)
        for i in range(240):
            print(levels[i * 7 % len(levels)], 20 + i * 37 % 61, int((i * 31 % 17 + i % 5) % 3 > 0), sep=",", file=file)
END
of_dates='/! Dates/,/^  !\|^$/{/! [^D]/d;/^$/d;p}'
for name in day month named twenty login before range season site; do
    echo "$name"
    logreg fit $name.csv --target ill --no-curve --save m.json 2>&1 | sed -n '/note: .0000/p;'"$of_dates" | tee fit.txt
    logreg show m.json | sed -n "$of_dates" >shown.txt
    sed '/note:/d' fit.txt | cmp - shown.txt
    logreg fit $name.csv --target ill --no-curve --categorical $name 2>&1 | grep 'note:.*stand\|! Dates'
    logreg fit $name.csv --formula "ill ~ age + C($name)" --no-curve 2>&1 | grep '! Dates'
done
logreg doctor login.csv --target ill | sed -n '/^What makes/,$p'
for insisted in "--target ill --categorical login" "--formula ill~age+C(login)"; do
    logreg doctor login.csv $insisted | grep -c Dates || true
done
# An outcome that is the day on which it happened, and no such day elsewhere: the command makes 0 and 1 of it.
awk -F, -v OFS=, '{print $2, $3, $1}' login.csv >relapse.csv
logreg fit relapse.csv --target login 2>told.txt || sed 's/, perl .*; if/, ..; if/' told.txt
eval "$(sed 's/.*\(perl .*\); if not.*/\1/' told.txt)" | cut -d, -f3 | sort | uniq -c
# The command makes days since the first of eight digits too, and of two columns of dates at once.
awk -F, -v OFS=, 'NR == 1 { print $0, "seen" } NR > 1 { print sprintf("2024%02d%02d", 1 + NR % 12, 1 + NR * 7 % 28), $2, $3, 1 + NR % 5 "/14/2024" }' day.csv >eight.csv
logreg fit eight.csv --target ill --no-curve | sed -n '/! Dates/,/^perl/p' | tee told.txt
eval "$(grep '^perl' told.txt)" >mended.csv
sed -n '1p;12,14p' mended.csv
logreg fit mended.csv --target ill --no-curve | grep -c '! Dates' || true
# Periods are dates, of which no command takes the first day alone; dates of several ways are told as such.
awk -F, -v OFS=, 'NR == 1 { print $0, "period", "span" } NR > 1 { print $1, $2, $3, "2024-0" 1 + NR % 5 "-01/P1M", "2024-0" 1 + NR % 4 "-01 to 2024-0" 1 + NR % 4 "-28" }' day.csv >periods.csv
logreg fit periods.csv --target ill --no-curve --exclude day | sed -n '/! Dates/,/^perl/{/! [^D]/d;p}' | head -6
awk -F, -v OFS=, 'BEGIN { split("Jan Feb Mar Apr May", m, " ") } NR > 1 { $1 = NR % 3 ? (NR % 2 ? "2024-03-" NR % 28 + 1 : "3/" NR % 28 + 1 "/2024") : NR % 28 + 1 " " m[1 + NR % 5] " 2024" } 1' day.csv >ways.csv
logreg fit ways.csv --target ill --no-curve 2>&1 | sed -n '/^logreg/p;/! Dates/,/^$/{/! [^D]/d;p}' | head -6
logreg doctor ways.csv --target ill | sed -n '/! Dates/,/leave/p' | head -6
head -24 ways.csv >few.csv
fails 1 logreg fit few.csv --target ill --no-curve
