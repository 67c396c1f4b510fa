# Cells that look like something else than they are: what a fit says of them, that the commands it prints work as they are pasted, and that each leaves as many cells in all rows.
table() { # HEADER AWK: 60 rows whose cells awk writes, i from 0 on
    awk -v h="$1" "BEGIN { print h; for (i = 0; i < 60; i++) { y = i * 13 % 5 < 2; x = i * 7 % 31; $2 } }"
}
told() {
    logreg fit "$@" --quiet --no-curve --json 2>message >fit.json
    cat message
    [ ! -s fit.json ] || "$PYTHON" -c '
import json
fit = json.load(open("fit.json"))
print([c["name"] for c in fit["coefficients"]], [w["code"] for w in fit["warnings"]])'
    echo
}
pasted() { # FILE WAY: does what is behind that way, and counts the cells of all rows
    logreg fit "$1" --target y --quiet 2>&1 | sed -nE "s/.*$2(perl .*' $1)[,;.]?.*/\1/p" >command
    sh ./command >mended.csv
    "$PYTHON" -c 'import csv; print("cells in a row:", *sorted({len(row) for row in csv.reader(open("mended.csv"))}))'
}

echo '# numbers of tickets, some with letters in front: IDs'
table y,x,ticket '
    n = 10007 + i * i * 211 % 89989
    printf "%d,%d,%s%d\n", y, x, i % 12 == 3 ? "C.A. " : i % 15 == 7 ? "PC " : i % 20 == 9 ? "A/5. " : "", n' >ticket.csv
told ticket.csv --target y
told ticket.csv --formula 'y ~ x'

echo '# rows numbered under no name are no variable, whatever parts cells; other first columns want a name'
table ',y,x' 'printf "%d,%d,%d\n", i, y, x' >pandas.csv
table '"";"y";"x"' 'printf "\"%d\";%d;%d\n", i + 1, y, x' >r.csv
table ',y,x' 'printf "%d,%d,%d\n", i * 3, y, x' >other.csv
logreg fit pandas.csv --target y --no-curve 2>&1 | grep 'note: '
told pandas.csv --target y
told r.csv --target y
told pandas.csv --formula 'y ~ .'
told pandas.csv --formula 'y ~ x + row'
told other.csv --target y

echo '# a sentence speaks of no column that the formula does not name'
table y,x,size,weight 'printf "%d,%d,%d cm,%d kg\n", y, x, 150 + i * 7 % 41, 50 + i * 11 % 37' >units.csv
told units.csv --formula 'y ~ x + size'
told units.csv --features x,size --target y
told units.csv --formula 'y ~ .'

echo '# letters behind IDs are no units'
table subject,x,y 'printf "%d%s,%d,%d\n", 200 + int(i / 2), i == 14 ? "a" : i == 15 ? "b" : "", x, y' >subject.csv
told subject.csv

echo '# minutes and seconds, some of one digit; ratios stay ratios'
table y,x,time 'printf "%d,%d,%d:%s\n", y, x, 12 + i * 5 % 9, i == 7 ? "9.72" : sprintf("%05.2f", i * 7.31 % 60)' >clock.csv
table y,x,odds 'printf "%d,%d,%d:%d\n", y, x, 1 + i * 5 % 17, 1 + i * 7 % 75' >odds.csv
told clock.csv --target y
pasted clock.csv 'minutes and seconds\), '
told odds.csv --target y

echo '# no beside small whole numbers may be none of them'
table y,x,balconies 'printf "%d,%d,%s\n", y, x, i % 9 == 4 ? "Nu" : i * 5 % 4' >nu.csv
table y,x,dose 'printf "%d,%d,%s\n", y, x, i % 9 == 4 ? "No" : 120 + i * 7 % 31' >dose.csv
told nu.csv --target y
pasted nu.csv 'write that, '
told dose.csv --target y

echo '# numbers far from all others, in a row of 20 at most, however they differ; doses are none, nor is what goes on below 0'
table tasks,y 'printf "%d,%d\n", i == 9 ? 98 : i == 33 ? 70 : i * 7 % 13, y' >tasks.csv
table km,y 'printf "%s,%d\n", i == 20 ? "1e+07" : 20000 * (1 + i * 7 % 8), y' >km.csv
table dose,y 'printf "%d,%d\n", i == 20 ? 270 : i % 3 == 0 ? 10 : i % 3 == 1 ? 30 : 90, y' >doses.csv
table gain,y 'printf "%.1f,%d\n", i == 20 ? -1.8 : 1.3 + i * 7 % 60 * 0.138, y' >gain.csv
for file in tasks km doses gain; do
    echo "$file:"
    told $file.csv --target y
done

echo '# a third answer beside yes and no'
table x,y 'printf "%d,%s\n", x, i % 10 == 3 ? "No estoy seguro" : y ? "S\303\255" : "No"' >third.csv
table x,y 'printf "%d,%s\n", x, i % 3 == 0 ? "red" : i % 3 == 1 ? "blue" : "green"' >colours.csv
told third.csv --target y
told colours.csv --target y

echo '# half a number with a comma would part cells that commas part'
table name,hours,y 'printf "p%d,%s,%d\n", i % 3, i % 12 == 5 ? "4-5" : sprintf("\"%d,%d\"", 1 + i % 8, i * 7 % 10), y' >range.csv
told range.csv --target y
pasted range.csv 'place, '

echo '# dates: the command makes days of them, or years of births, as perl counts them'
"$PYTHON" - <<'END'
import datetime
with open("dates.csv", "w") as f:
    f.write("y,iso,german,american,plain,dob,stamp,either\n")
    for i in range(60):
        d = datetime.date(1969, 12, 28) + datetime.timedelta(days=i * 7919 % 997)
        f.write(f"{i * 13 % 5 % 2},{d},{d.day}.{d.month}.{d.year},{d.month}/{d.day}/{d.year},{d:%Y%m%d},{d},{d} 08:15,{d.month}/{1 + i % 12}/{d.year}\n")
END
logreg doctor dates.csv --target y | grep '^perl' >commands
wc -l <commands
sh commands >mended.csv
"$PYTHON" - <<'END'
import csv, datetime
a, b = (list(csv.DictReader(open(f))) for f in ("dates.csv", "mended.csv"))
date = lambda text, form: datetime.datetime.strptime(text, form)
first = min(min(date(row["iso"], "%Y-%m-%d") for row in a), min(date(row["either"], "%m/%d/%Y") for row in a))
def right(name, row, new):
    if name == "dob":
        d = date(row["iso"], "%Y-%m-%d")
        return abs(float(new) - d.year - (d.month - 0.5) / 12) < 0.006
    d = date(row["stamp"], "%Y-%m-%d %H:%M") if name == "stamp" else date(row["either"], "%m/%d/%Y") if name == "either" else date(row["iso"], "%Y-%m-%d")
    return abs(float(new) - (d - first) / datetime.timedelta(days=1)) < 1e-9
for name in a[0]:
    changed = [x[name] != z[name] for x, z in zip(a, b)]
    good = all(right(name, x, z[name]) for x, z in zip(a, b)) if any(changed) else None
    print(name, "as it was" if good is None else "years" if good and name == "dob" else "days" if good else "WRONG: others")
END

# Notes are of the columns alone that a formula names, or that are not excluded; and no thousands of another column stop a fit.
awk 'BEGIN { split("1 bath|2 baths|1.5 baths|Half-bath", b, "|"); split("1E2 2E3 3E1", d, " "); split("NA FR DE US", c, " ")
    print "bath,dose,country,sales,x,y"
    for (i = 0; i < 60; i++) printf "%s,%s,%s,%s,%d,%d\n", b[1 + i * 7 % 4], d[1 + i % 3], c[1 + i * 5 % 4], i % 3 ? 1 + i % 9 ".250" : 300 + i, i * 7 % 13, ((i * 31 % 17 + i % 5) % 3 > 0) }' >notes.csv
for way in "--formula y~x" "--target y --features x" "--target y --exclude bath,dose,country,sales" "--formula y~x+dose" "--target y --exclude country"; do
    echo "# $way"
    logreg fit notes.csv $way --no-curve 2>&1 >/dev/null | sed 's/perl .* notes.csv/../'
done
echo '# years in two digits too, where it is plain which part is the year, and of which century'
"$PYTHON" - <<'END'
import csv, datetime, subprocess
columns = {"us": ("%m/%d/%y", 2015), "german": ("%d.%m.%y", 2015), "british": ("%d/%m/%y", 2015), "time": ("%m/%d/%y 08:15", 2015), "turn": ("%m-%d-%y", 1998),
           "old": ("%d.%m.%y", 1985), "japanese": ("%y/%m/%d", 2015), "dob": ("%d.%m.%y", 1999), "some": (None, 2015)}
for name, (form, year) in columns.items():
    dates = [datetime.date(year, 1, 5) + datetime.timedelta(days=i * 7919 % 997) for i in range(60)]
    with open(name + ".csv", "w") as file:
        print(name, "y", sep=",", file=file)
        for i, d in enumerate(dates):
            print(d.strftime(form or ("%m/%d/%y" if i % 2 else "%m/%d/%Y")), i * 13 % 5 % 2, sep=",", file=file)
    told = subprocess.run(["logreg", "doctor", name + ".csv"], capture_output=True, text=True).stdout
    command = [line for line in told.splitlines() if line.startswith("perl")]
    if command:
        mended = list(csv.reader(subprocess.run(["sh", "-c", command[0]], capture_output=True, text=True).stdout.splitlines()))[1:]
        time = 8.25 / 24 if name == "time" else 0
        good = all(abs(float(row[0]) - (d - min(dates)).days - time) < 1e-9 for row, d in zip(mended, dates))
    print(name, ("days" if good else "WRONG: others") if command else "no command")
END

echo '# ranges that a spreadsheet made dates, all of them or some, come back by the command; days of a year stay'
table y,x,kin 'split("01-Feb 03-Apr 05-Jun 07-Aug", k, " "); printf "%d,%d,%s\n", y, x, k[i * 7 % 31 % 4 + 1]' >kin.csv
table y,x,size 'split("5-Jan 25-Jun 26-100 100-500,More than 1000", k, /[ ,]/); printf "%d,%d,%s\n", y, x, k[i * 7 % 31 % 4 + 1]' >size.csv
table y,x,day 'split("05-Jun 12-Jun 19-Jun 26-Jun", k, " "); printf "%d,%d,%s\n", y, x, k[i * 7 % 31 % 4 + 1]' >day.csv
for file in kin size day; do
    told $file.csv --target y
    logreg doctor $file.csv --target y >page
    sed -n '/Ranges made dates/,/^perl/p; /Dates\./,/^$/p' page
    sed -n '/^perl/p' page | sh | cut -d, -f3 | sort | uniq -c
done
told kin.csv --target y --categorical kin
