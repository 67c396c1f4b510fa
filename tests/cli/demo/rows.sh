# Lessons of rows of one's own.
cat >class.csv <<'END'
hours,breakfast,right
8,yes,yes
6.5,no,no
7,yes,yes
5,no,no
9,yes,yes
7.5,yes,no
6,no,yes
,yes,yes
8,no,yes
5.5,no,no
7,,no
7,yes,yes
6,yes,no
8.5,yes,yes
9,no,no
END
logreg demo odds class.csv --target right
logreg demo two-by-two class.csv --target right --feature breakfast --steps
logreg demo two-by-two @mtcars --target am --feature vs
logreg demo two-by-two @titanic --target survived --feature sex | sed -n '/^To the class/q;p' | grep -v '[│┤└]'
logreg demo simpson @titanic --target survived --feature sex --group class | grep -v '[│┤└]'
logreg demo one-feature class.csv --target right --feature hours --steps
logreg demo likelihood class.csv --target right --feature hours
logreg demo descent class.csv --target right --feature hours --steps
logreg demo neuron class.csv --target right --feature hours --steps
logreg demo threshold class.csv --target right --feature hours --steps

echo "--- a mean below 0"
sed 's/^\([0-9]\)/-\1/' class.csv >below.csv
logreg demo neuron below.csv --target right --feature hours --steps | grep 'z = (x'

echo "--- an empty cell of the table, a column of large numbers"
printf 'x,y\na,0\na,1\na,1\nb,1\nb,1\n' >empty.csv
logreg demo two-by-two empty.csv --target y --feature x | grep -v '[│┤└]'
logreg demo descent @wdbc --target diagnosis --feature mean_area | grep -v '[│┤└]'

echo "--- names that need quotes, are long, or are not of this alphabet"
cat >names.csv <<'END'
"größe, `cm`",прошёл экзамен с первого раза
1,ja
2,ja
3,nein
4,ja
5,nein
6,nein
END
logreg demo one-feature names.csv --target 'прошёл экзамен с первого раза' --feature 'größe, `cm`' | grep -v '[│┤└]' | head -30
logreg demo threshold names.csv --target 'прошёл экзамен с первого раза' --feature 'größe, `cm`' --plot names.svg >/dev/null
"$PYTHON" "$TESTS/picture.py" names.svg
LC_ALL=C logreg demo threshold names.csv --target 'прошёл экзамен с первого раза' --feature 'größe, `cm`' | grep -n 'said\|right' | head -8
cat >labels.csv <<'END'
Gruppe,Ergebnis
"sehr regelmäßig geübt, auch in den Ferien",bestanden mit Auszeichnung und großem Lob
"sehr regelmäßig geübt, auch in den Ferien",nicht bestanden
ÄÖÜäöüßÄÖÜäöüßÄÖÜäöüßÄÖÜäöüßÄÖÜäöüßÄÖÜäöüß,bestanden mit Auszeichnung und großem Lob
ÄÖÜäöüßÄÖÜäöüßÄÖÜäöüßÄÖÜäöüßÄÖÜäöüßÄÖÜäöüß,nicht bestanden
ÄÖÜäöüßÄÖÜäöüßÄÖÜäöüßÄÖÜäöüßÄÖÜäöüßÄÖÜäöüß,nicht bestanden
END
logreg demo two-by-two labels.csv --target Ergebnis --feature Gruppe --plot labels.gp | sed -n '1,12p;/Gruppe$/,/^To/p' | grep -v '[│┤└]'
"$PYTHON" -c 'open("labels.gp", encoding="utf-8").read()'

echo "--- a slope of 0: nothing is drawn or told that is no number"
printf 'x,y\n1,0\n2,1\n1,1\n2,0\n' >flat.csv
for demo in one-feature likelihood descent neuron threshold two-by-two; do
    logreg demo $demo flat.csv --target y --feature x --steps >out || echo "WRONG: exit code $?"
    grep -n 'nan' out | sed 's/^/WRONG: /'
done
logreg demo one-feature flat.csv --target y --feature x | grep 'cross 1/2'
logreg demo descent flat.csv --target y --feature x | sed -n '/^Of these/,/^$/p'

echo "--- incomes, lengths of a wave, and 40,000 rows: steps that a class can wait for, and numbers that say something"
"$PYTHON" - <<'END'
def draws(seed):
    while True:
        seed = (1664525 * seed + 1013904223) % 2**32
        yield seed / 2**32
def write(name, n, middle, unit, digits, share=0.5):
    u = draws(n)
    with open(name, "w", encoding="ascii") as file:
        print("x,y", file=file)
        for _ in range(n):
            z = sum(next(u) for _ in range(12)) - 6
            print(f"{middle + unit * z:.{digits}g},{int(next(u) < share + share * z / 4)}", file=file)
write("incomes.csv", 300, 50000, 9000, 5)
write("waves.csv", 300, 3e-6, 1e-6, 4)
write("many.csv", 40000, 50000, 9000, 5)
write("rare.csv", 2000, 0, 1, 4, 0.008)
END
for rows in incomes waves; do
    for demo in "descent --steps" "one-feature --steps" likelihood neuron; do
        logreg demo $demo $rows.csv --target y --feature x | grep -v '[│┤└]' >out
        sed '/^To the class/,$d' out
        grep -n 'nan\|inf \|= -*0\.0*[ ,]' out | sed 's/^/WRONG: /'
    done
done
logreg demo descent many.csv --target y --feature x | sed -n '/^Until/,/^$/p'
logreg demo neuron many.csv --target y --feature x | sed -n '/^Back/,$p' | head -8

echo "--- thresholds: names that do not meet, and some that tell rare events apart"
logreg demo threshold incomes.csv --target y --feature x --plot threshold.gp | sed -n '/threshold  /,/^$/p'
sed -n "s/^set label '\(0[.][^']*\)' at \(.*\) front.*/\1 at \2/p" threshold.gp
logreg demo threshold rare.csv --target y --feature x | sed -n '/threshold  /,/^$/p'

echo "--- a step of Newton's that would lead uphill"
"$PYTHON" -c 'print("x,y\n-1000,0\n2,1\n" + "-3,0\n" * 100 + "10,0\n10,0")' >uphill.csv
logreg demo descent uphill.csv --target y --feature x | sed -n "/^  Newton/,/^$/p;/^Until/,/^$/p;/^Steps of Newton/,/^$/p"

echo "--- odds beyond all probabilities, and an intercept that is far off"
logreg demo one-feature uphill.csv --target y --feature x | sed -n '/risk ratio/,/^$/p'
awk -F, 'NR > 1 { $1 += 10000000 } { print $1 "," $2 }' uphill.csv >far.csv
logreg demo descent far.csv --target y --feature x | sed -n "/^  Newton/,/^$/p"
