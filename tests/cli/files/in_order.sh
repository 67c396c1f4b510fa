# The order of the rows tells whether the day or the month is first, unless rows were sorted as texts or are in no order.
python3 - <<'END'
import datetime
days = [datetime.datetime(2025, m, d, (9 + d * 7) % 24, 5) for m, d in
        [(5, 10), (5, 11), (5, 12), (6, 1), (6, 2), (6, 3), (6, 7), (7, 1)] + [(10, d) for d in range(1, 13)] + [(11, 2)]]
def write(name, days, form):
    with open(name, "w") as out:
        print("when,x,y", file=out)
        for i, day in enumerate(days):
            print(f"{day.strftime(form)},{i * 7 % 11},{i * 5 % 13 % 2}", file=out)
write("days.csv", days, "%d/%m/%Y %H:%M:%S")
write("back.csv", days[::-1], "%d/%m/%y %H:%M")
write("months.csv", days, "%-m/%-d/%Y %H:%M:%S")
write("sorted.csv", days, "%m/%d/%Y %H:%M:%S")
write("mixed.csv", days[1::2] + days[::2], "%d/%m/%Y %H:%M:%S")
write("few.csv", [days[i // 7 * 4] for i in range(21)], "%d/%m/%Y")
END
for file in days back months sorted mixed few; do
    echo "$file: $(logreg doctor $file.csv --target y | tr -s '\n ' ' ' | grep -o 'the [a-z]* first, since[^)]*)\|no row tells' | head -n 1)"
done
logreg fit days.csv --target y 2>&1 | sed -n 's/.*\(perl .*days\.csv\).*/\1/p' | sh | cut -d , -f 1 | sort -n | sed -n '2p;$p'
