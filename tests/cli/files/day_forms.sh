# Dates in many forms: the command of the doctor counts days, hours as parts of one, from the first day of the file, so that the difference of two columns is what lies between.
"$PYTHON" - <<'END_OF_PYTHON'
import csv, datetime, subprocess
day = datetime.timedelta(days=1)
def times(first, step):
    return [datetime.datetime(first, 1, 5) + datetime.timedelta(days=i * step % 997, minutes=i * 631 % 1440) for i in range(60)]
seen, left = times(2015, 7919), times(2017, 6007)
french = "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.".split()
german = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
forms = {
    "iso": "%Y-%m-%d", "clock": "%Y-%m-%d %H:%M:%S", "zulu": "%Y-%m-%dT%H:%M:%S.250Z", "noon": "%m/%d/%Y %I:%M %p", "short": "%d/%m/%y %H:%M",
    "dashes": "%d-%m-%y", "english": "%d-%b-%y", "glued": "%d%b%Y", "written": "%B %d, %Y", "british": "%d %B %Y", "survey": "%b %d, %Y, %I:%M %p",
    "german": lambda d: d.strftime("%d. ") + german[d.month - 1] + d.strftime(" %Y"), "french": lambda d: d.strftime("%d ") + french[d.month - 1] + d.strftime(" %Y"),
    "ahead": "%y-%m-%d", "digits": "%Y%m%d", "fewer": "%d%m%y", "stamps": "%Y%m%d%H%M%S", "shorter": "%Y%m%d%H%M", "months": "%Y-%m", "named": "%b %Y", "midnight": "%Y-%m-%d 00:00",
}
def write(name, columns):
    with open(name + ".csv", "w", newline="") as file:
        out = csv.writer(file)
        out.writerow(["y", *columns])
        out.writerows(zip((i * 13 % 5 % 2 for i in range(60)), *columns.values()))
def mended(name):
    told = subprocess.run(["logreg", "doctor", name + ".csv", "--target", "y"], capture_output=True, text=True).stdout
    command = [line for line in told.splitlines() if line.startswith("perl")]
    return told, list(csv.DictReader(subprocess.run(["sh", "-c", command[0]], capture_output=True, text=True).stdout.splitlines())) if command else None
for name, form in forms.items():
    text = form if callable(form) else lambda d: d.strftime(form)
    write(name, {"seen_date": map(text, seen), "left_date": map(text, left)})
    told, rows = mended(name)
    month, timed = name in ("months", "named"), not callable(form) and "%M" in form and name != "midnight"
    whole = lambda d: 12 * d.year + d.month if month else (d if timed else d.replace(hour=0, minute=0))
    first = min(map(whole, seen + left)) if month else min(seen + left).replace(hour=0, minute=0)
    count = lambda d: whole(d) - first if month else (whole(d) - first) / day
    good = rows and all(abs(float(row[c]) - count(d)) < 1e-9 for c, dates in (("seen_date", seen), ("left_date", left)) for row, d in zip(rows, dates))
    print(name, "WRONG: no command" if not rows else "months" if good and month else "with times" if good and timed else "days" if good else "WRONG: others", "I(left_date - seen_date)" in " ".join(told.split()))
END_OF_PYTHON
# Where no row tells whether the day or the month is first, both are given; another column may tell it. Times of several zones are left out, and that is said; dates of zeros stay.
awk 'BEGIN { print "y,seen"; for (i = 0; i < 60; i++) printf "%d,%02d/%02d/2021\n", i * 13 % 5 % 2, 1 + i * 5 % 12, 1 + int(i / 5) }' >open.csv
awk 'BEGIN { print "y,seen,left"; for (i = 0; i < 60; i++) printf "%d,%02d/%02d/2021,%02d/%02d/2022\n", i * 13 % 5 % 2, 1 + i * 5 % 12, 1 + i * 7 % 12, 1 + i % 28, 1 + i % 12 }' >told.csv
awk 'BEGIN { print "y,seen"; for (i = 0; i < 60; i++) printf "%d,2021-%02d-%02d 10:%02d:00+0%d:00\n", i * 13 % 5 % 2, 1 + i % 12, 1 + i % 28, i, 1 + i % 2 }' >zones.csv
awk 'BEGIN { print "y,seen"; for (i = 0; i < 60; i++) print i * 13 % 5 % 2 (i % 9 ? ",2021-" 10 + i % 3 "-" 10 + i % 18 " 08:00:00" : ",0000-00-00 00:00:00") }' >zeros.csv
for name in open told zones zeros; do
    echo "$name"
    logreg doctor $name.csv --target y | sed -n '/! Dates/,/^$/p'
done
logreg doctor zeros.csv --target y | grep -m 1 '^perl' >command
sh command | sed -n '2,4p'
for name in open told; do
    fails 1 logreg fit $name.csv --target y
done
# A formula that has nothing but dates is told what makes numbers of them.
fails 1 logreg fit iso.csv --formula 'y ~ seen_date'
fails 1 logreg fit iso.csv --formula 'y ~ seen_date + left_date'
