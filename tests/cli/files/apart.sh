# Numbers of a column that stand apart from the others: told with what brings them back, and the command pasted.
told() {
    logreg fit "$@" 2>&1 | sed -n '/^  !/,/^$/p' | sed '/^perl/q' | sed -n '1,/^$\|^perl/p'
}

# Years in two digits, of one century and of two; ages among years are none.
"$PYTHON" - <<'END'
with open("births.csv", "w") as births, open("turn.csv", "w") as turn, open("whole.csv", "w") as whole, open("ages.csv", "w") as ages:
    for file in births, turn, whole, ages:
        print("born,visits,renewed", file=file)
    for i in range(60):
        year, old = 1950 + i * 37 % 56, 1990 - i % 7
        rest = f"{i * 7 % 11},{int((i * 31 % 17 + i % 5) % 3 > 0)}"
        print(year % 100 if i % 9 == 4 and year < 2000 else year, rest, sep=",", file=births)
        print(f"{year % 100:02d}" if i % 4 == 2 else year, rest, sep=",", file=turn)
        print(year, rest, sep=",", file=whole)
        print(i % 40 if i % 9 == 4 else old, rest, sep=",", file=ages)
END
for file in births turn; do
    told $file.csv --target renewed
    eval "$(logreg fit $file.csv --target renewed | grep '^perl')" >mended.csv
    cmp mended.csv whole.csv
done
logreg doctor births.csv --target renewed | sed -n '/Two units/,/^perl/p'
logreg fit ages.csv --target renewed | grep -c 'Two units' || true

# Years in two digits throughout, over the turn of the century; and months, which begin again.
"$PYTHON" - <<'END'
with open("short.csv", "w") as short, open("long.csv", "w") as long:
    for file in short, long:
        print("admitted,month,renewed", file=file)
    for i in range(60):
        year, rest = 1995 + i * 7 % 9, f"{1 + i * 7 % 12},{int((i * 31 % 17 + i % 5) % 3 > 0)}"
        print(f"{year % 100:02d}", rest, sep=",", file=short)
        print(year, rest, sep=",", file=long)
END
told short.csv --target renewed
eval "$(logreg fit short.csv --target renewed | grep '^perl')" | cmp - long.csv
logreg doctor short.csv --target renewed | sed -n '/Dates/,/coefficient/p'

# Decimals of which a spreadsheet made dates: they come back as they were, and dates alone stay dates.
"$PYTHON" - <<'END'
month = ["Jan", "Feb", "Mrz", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez"]
def spoil(text):
    whole, part = text.split(".")
    return (f"{int(whole):02d}. {month[int(part) - 1]}" if 0 < int(whole) < 29 and 0 < int(part) < 13 and part[0] != "0" else
            f"{month[int(whole) - 1]} {part}" if 0 < int(whole) < 13 and int(part) > 31 else text)
with open("decimals.csv", "w") as right, open("lost.csv", "w") as lost, open("days.csv", "w") as days:
    for file in right, lost, days:
        print("pH;dose;grew", file=file)
    for i in range(60):
        ph, dose, grew = f"{5 + i * 7 % 4}.{i * 13 % 10}", f"{1 + i % 9}.{32 + i * 17 % 60}", int((i * 31 % 17 + i % 5) % 3 > 0)
        print(ph, dose, grew, sep=";", file=right)
        print(spoil(ph), spoil(dose) if i % 3 else spoil(f"{i % 28 + 1}.5"), grew, sep=";", file=lost)
        print(spoil(f"{1 + i % 28}.{1 + i % 12}"), i % 7, grew, sep=";", file=days)
END
logreg fit lost.csv --target grew 2>told.txt || sed -n '$p' told.txt
sed -n 's/.*such dates, \(perl .*\); or, if.*/\1/p' told.txt >command
sh ./command >mended.csv
cut -d';' -f1,3 mended.csv >mended.txt
cut -d';' -f1,3 decimals.csv | cmp - mended.txt
paste -d' ' lost.csv mended.csv | head -6
logreg fit lost.csv --target grew --features dose 2>&1 >/dev/null | grep -o 'a date among decimals.*made of [0-9.]*'
logreg doctor lost.csv --target grew | grep -c 'a date among decimals'
logreg fit days.csv --target grew 2>&1 >/dev/null | sed -n '$p'
# As another language writes them, in quotes, in the last cell of lines that end in two signs.
"$PYTHON" - <<'END'
month = ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."]
with open("perdus.csv", "w", newline="") as lost, open("entiers.csv", "w", newline="") as right:
    for file in lost, right:
        file.write("grew;pH\r\n")
    for i in range(60):
        whole, part, grew = 5 + i * 7 % 4, i * 13 % 10, int((i * 31 % 17 + i % 5) % 3 > 0)
        right.write(f'{grew};"{whole}.{part}"\r\n')
        lost.write(f'{grew};"{whole:02d}-{month[part - 1]}"\r\n' if part else f'{grew};"{whole}.0"\r\n')
END
logreg fit perdus.csv --target grew 2>told.txt || sed -n 's/.*such dates, \(perl .*\); or, if.*/\1/p' told.txt | tee command
sh ./command | cmp - entiers.csv

# The first year that programs know, for one that is not known; houses that were built from 1900 on are sound.
"$PYTHON" - <<'END'
with open("first.csv", "w") as first, open("houses.csv", "w") as houses:
    print("born,sold", file=first)
    print("built,sold", file=houses)
    for i in range(60):
        sold = int((i * 31 % 17 + i % 5) % 3 > 0)
        print(1900 if i % 15 == 4 else 1935 + i * 37 % 66, sold, sep=",", file=first)
        print(1900 if i % 15 == 4 else 1905 + i * 37 % 96, sold, sep=",", file=houses)
END
told first.csv --target sold
told houses.csv --target sold
logreg doctor first.csv --target sold | grep -A3 'disguise'

# Several numbers of a digit too many, in few rows; in many, or where no digit would do it, they are none.
"$PYTHON" - <<'END'
with open("far.csv", "w") as far, open("near.csv", "w") as near, open("much.csv", "w") as much:
    for file in far, near, much:
        print("score,bmi,ill", file=file)
    for i in range(80):
        age, bmi, ill = 20 + i * 37 % 61, 18 + i * 29 % 83 / 5, int((i * 31 % 17 + i % 5) % 3 > 0)
        print(age if i % 30 else 240 + i // 10, round(10 * bmi if i % 40 == 7 else bmi, 1), ill, sep=",", file=far)
        print(age, 90 if i % 40 == 7 else bmi, ill, sep=",", file=near)
        print(260 + i if i % 10 == 3 else age, bmi, ill, sep=",", file=much)
END
for file in far near much; do
    told $file.csv --target ill
done

# Shares beside percents, and percents beside shares; ages in years of which infants' are months, and percents alone.
"$PYTHON" - <<'END'
with open("shares.csv", "w") as shares, open("percents.csv", "w") as percents, open("infants.csv", "w") as infants:
    for file in shares, percents, infants:
        print("full,renewed", file=file)
    for i in range(90):
        full, renewed = 1 + i * 37 % 99, int((i * 31 % 17 + i % 5) % 3 > 0)
        print(full / 100 if i % 4 == 1 else full, renewed, sep=",", file=shares)
        print(full if i % 7 == 1 else full / 100, renewed, sep=",", file=percents)
        print(round(i % 11 / 12 + 1 / 12, 2) if i % 4 == 1 else full, renewed, sep=",", file=infants)
END
for file in shares percents infants; do
    told $file.csv --target renewed
done
eval "$(logreg fit shares.csv --target renewed | grep '^perl')" | cut -d, -f1 | sort -n | sed -n '2p;$p'

# Rows that stand twice, one time after the other; kept with the model. Rows of a few values each are none.
{ cat whole.csv; sed 1d whole.csv; } >twice.csv
{ sed 1d whole.csv; sed 1d whole.csv; } | awk -F, 'BEGIN { print "old,visits,renewed" } { printf "%d,%d,%d\n", ($1 > 1980), $2, $3 }' >few.csv
told twice.csv --target renewed
logreg fit twice.csv --target renewed --quiet --no-curve --save model.json >fitted.txt
logreg show model.json | grep -c 'Rows twice'
logreg doctor twice.csv --target renewed | grep -A3 'Repeated rows'
logreg fit few.csv --target renewed | grep -c 'Rows twice' || true

# Some rows that repeat an earlier one in full, an ID that is left out of the fit among them: pasted, the command takes them out, whatever ends the lines or stands about cells.
awk 'BEGIN { print "pid,visit,age,renewed"; for (i = 1; i <= 90; i++) { print "P" 100 + i ",2024-01-" 10 + i % 17 "," 20 + i * 7 % 50 "," (i * 31 % 17 + i % 5) % 3 % 2 } }' >single.csv
awk '{ print } NR % 9 == 1 && NR > 1' single.csv >joined.csv
sed 's/$/\r/' joined.csv >"joined twice.csv"
awk '{ print } NR % 9 == 1 && NR > 1 { sub(/,/, "\","); print "\"" $0 }' single.csv | gzip >quoted.csv.gz
told joined.csv --target renewed --exclude pid,visit
for file in joined.csv "joined twice.csv" quoted.csv.gz; do
    eval "$(logreg fit "$file" --target renewed --exclude pid,visit | grep -E '^(perl|gzip)')" | tr -d '\r' | cmp - single.csv
done
logreg fit joined.csv --target renewed --exclude pid,visit --quiet --no-curve --save model.json >fitted.txt
logreg show model.json | grep -A5 'Rows twice'
logreg doctor joined.csv --target renewed | grep -A5 'Repeated rows'
logreg fit single.csv --target renewed --exclude pid,visit | grep -c 'Rows twice' || true
awk -F, '{ print (NR > 1 ? int($3 / 10) : $3) "," $4 }' joined.csv >few.csv
logreg fit few.csv --target renewed | grep -c 'Rows twice' || true

# Twelve rows that stand behind themselves once more, without an ID; two others that are equal by chance stay.
awk 'BEGIN { print "age,mass,renewed"; for (i = 1; i <= 90; i++) print 20 + i * 7 % 50 "," (150 + i * i * 37 % 110) / 10 "," (i * 31 % 17 + i % 5) % 3 % 2 }' | sed '60s/.*/64,24.2,1/;70s/.*/64,24.2,1/' >single.csv
{ cat single.csv; sed -n '80,91p' single.csv; } >again.csv
told again.csv --target renewed
eval "$(logreg fit again.csv --target renewed | grep '^perl')" | cmp - single.csv
logreg fit single.csv --target renewed | grep -c 'Rows twice' || true
logreg doctor again.csv --target renewed | grep -A5 'Repeated rows'

# Years of birth among ages, more than a list can name: the condition that leaves them out gives the fit of the file that has none there, and a model keeps it.
"$PYTHON" - <<'END'
with open("born.csv", "w") as born, open("blank.csv", "w") as blank, open("both.csv", "w") as both:
    for file in born, blank, both:
        print("Age (years),bmi,renewed", file=file)
    for i in range(90):
        out, rest = i % 11 == 4, f"{19 + i * 7 % 23 if i != 40 else 260},{int((i * 31 % 17 + i % 5) % 3 > 0)}"
        print(1940 + i * 7 % 60 if out else 20 + i * 37 % 61, rest, sep=",", file=born)
        print("" if out else 20 + i * 37 % 61, rest, sep=",", file=blank)
        print(-i if out else 20 + i * 37 % 61, rest, sep=",", file=both)
END
told born.csv --features 'Age (years)' --target renewed --save m.json
logreg show m.json | grep -c 'years of birth'
logreg fit born.csv --target renewed --json --where '`Age (years)` >= 0 & `Age (years)` <= 115' --no-curve 2>/dev/null | grep '"deviance"' >got
logreg fit blank.csv --target renewed --json --no-curve 2>/dev/null | grep '"deviance"' | cmp - got && echo 'as where they are missing'
told both.csv --target renewed

# Kilograms behind a 9 among pounds, far out however far: three of them listed, nine by a condition; doses of 100 and more beside others are none.
"$PYTHON" - <<'END'
for file, every, low in ("nine", 60, 9050), ("three", 60, 3050), ("sixty", 60, 60050), ("ten", 20, 9050), ("doses", 2, 9050):
    with open(f"{file}.csv", "w") as out:
        print("weight,bmi,ill", *(f"{low + i * 7 % 61 if i % every == 9 % every else 110 + i * 37 % 180},{18 + i * 29 % 83 / 5},{int((i * 31 % 17 + i % 5) % 3 > 0)}"
                                  for i in range(180)), sep="\n", file=out)
END
for file in nine three sixty ten doses; do
    told $file.csv --target ill
done
logreg doctor ten.csv --target ill | grep -A3 'Values apart'
logreg fit ten.csv --target ill --json --no-curve --where 'weight <= 289' 2>/dev/null | grep -E '"n_rows"|"n_dropped"|"n_excluded"'

echo "# Copies of rows in any order, numbered by where they stand; and rows that are equal by chance."
awk -v OFS=, 'BEGIN { print "row,title,rooms,price,y"; for (i = 0; i < 60; i++) { k = i * 7 % 12; print i, "Flat " k * 5 % 12, k % 4, 300 + k * k % 11 * 50, (k * 5 % 7 > 3) } }' >copies.csv
logreg doctor copies.csv --target y | sed -n "/Repeated/,/^perl/p"
logreg fit copies.csv --formula "y ~ rooms + price" --no-curve 2>&1 | sed -n "/Rows twice/,/^perl/p"
eval "$(logreg doctor copies.csv --target y | grep "^perl.*seen")" | wc -l
awk -v OFS=, 'BEGIN { print "hours,priority,y"; for (i = 0; i < 120; i++) print (i * i * 7 % 613) / 10, (i * i % 11 > 4 ? "high" : "low"), (i * i * i % 13 > 6) }' >chance.csv
logreg doctor chance.csv --target y | grep -c Repeated

# Codes of occupations, of which some are a coarser one, 83 beside 8331, are in no two units; kilograms beside grams are, though they begin them.
awk 'BEGIN {
    split("8331 9111 5153 3141 3412 3142 3359 5220 7231 8332 2411", code, " ")
    print "isco,weight,y"
    for (i = 0; i < 80; i++)
        print (i % 27 == 21 ? 83 : code[i * 7 % 11 + 1]) "," (i % 27 == 21 ? 62 + i % 4 : 61500 + i * 5 % 13 * 500) "," (i * 31 % 17 + i % 5) % 3 % 2
}' >occupations.csv
logreg doctor occupations.csv --target y | sed -n '/Two units/,/^perl/p'
