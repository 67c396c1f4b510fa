# Labels that are slips, or alike but for signs, and outcomes that are none: what the fit warns of, and the command that mends it.
"$PYTHON" - <<'END'
import random
r = random.Random(5)
places = ["North", "South", "East side"]
with open("slips.csv", "w") as a, open("stray.csv", "w") as b, open("yess.csv", "w") as c:
    for f in (a, b, c):
        f.write("age,region,answer\n")
    for i in range(120):
        age, place = r.randint(20, 70), r.choice(places)
        answer = "Yes" if r.random() < 1 / (1 + 2.718281828 ** (2 - age / 25 - (place == "South"))) else "No"
        slip = {7: "Nroth", 20: "Southh", 33: "East  side", 50: "East-side"}.get(i, place)
        a.write(f"{age},{slip},{answer}\n")
        b.write(f"{age},{place},{ {5: 'pending', 40: 'pending', 77: 'lost to follow-up'}.get(i, answer)}\n")
        c.write(f"{age},{place},{'Yess' if i == 60 else answer}\n")
END
warned() {
    logreg fit "$@" --target answer --no-curve --quiet | sed -n '/^Warnings/,$p'
}
warned slips.csv
mend=$(warned slips.csv | grep -m 1 '^perl')
eval "$mend" >mended.csv
echo '# mended by that'
warned mended.csv
cut -d, -f2 mended.csv | sort | uniq -c | sed 's/^ *//'
warned stray.csv
echo '# without them'
warned stray.csv --na-values 'answer=lost to follow-up,answer=pending'
warned yess.csv | sed '/Separation/,/variables\./d'
echo '# dashes of two kinds, accents or none, a number in front: the same values written otherwise; A and A- are none'
"$PYTHON" - <<'END'
import random
r = random.Random(9)
ages = ["20-29", "20\u201329", "20 - 29", "30-39", "30 to 39", "65+", "65 +"]
towns = ["M\u00e1laga", "Malaga", "St Mary's", "St. Mary\u2019s", "01 - R&D", "R&amp;D"]
with open("writing.csv", "w", encoding="utf-8") as f:
    f.write("age,town,grade,answer\n")
    for i in range(200):
        f.write(f"{r.choice(ages)},{r.choice(towns)},{r.choice(['A', 'A-', 'B+', 'B'])},{r.choice(['yes', 'no'])}\n")
END
eval "$(warned writing.csv | grep -m 1 '^perl')" >written.csv
warned written.csv
for i in 1 2 3; do cut -d, -f$i written.csv | sort -u | tail -n +1 | tr '\n' ' '; done
logreg fit slips.csv --target answer --no-curve --quiet --save m.json >/dev/null
logreg show m.json --json | grep -o '"code": "mistyped"'
echo '# answers in several spellings, in three columns: one sentence, one command'
"$PYTHON" - <<'END'
import random
r = random.Random(8)
with open("spelt.csv", "w") as f:
    f.write("sex,age,smokes,better\n")
    for i in range(90):
        f.write(f"{r.choice(['f', 'F', 'female', 'm', 'Male'])},{r.randint(20, 70)},{r.choice(['yes', 'Y', 'no', 'No'])},{r.choice(['yes', 'Yes', 'n', 'no'])}\n")
END
logreg fit spelt.csv --quiet 2>&1 | tee said
eval "$(sed 's/.*one way, \(perl .* spelt.csv\), or.*/\1/' said)" >mended.csv
for column in 1 3 4; do cut -d, -f$column mended.csv | sort -u | tr '\n' ' '; done
echo
logreg fit mended.csv --no-curve --quiet | sed -n '/Modelling/p;/^Warn/,$p'
sed 's/^F,/unknown,/' spelt.csv >gap.csv
logreg fit gap.csv --quiet 2>&1 | sed 's/perl.*csv, or/COMMAND, or/'
echo '# with a third answer, which stays; letters alone may be anything'
printf 's,x,y\nF,1,no\nFemale,2,yes\nM,3,no\nMale,4,yes\nOther,5,no\nF,2,yes\nM,1,yes\n' >third.csv
fails 1 logreg fit third.csv --no-curve --quiet
printf 'x,y\n1,No\n2,Yes\n3,N\n4,Y\n5,absent\n6,Yes\n7,No\n1,Yes\n2,absent\n3,no\n' >absent.csv
fails 1 logreg fit absent.csv --no-curve --quiet
printf 'x,y\n1,N\n2,S\n3,O\n4,E\n5,N\n6,S\n7,O\n1,E\n2,N\n3,S\n' >winds.csv
logreg fit winds.csv --no-curve --quiet | sed -n '/Modelling/,/Method/p' | head -1
echo '# cases that came to no outcome, more of them than of any stray class, and a third answer beside no and yes; large shares are an outcome of their own'
for word in Cancelled 'Nicht auswertbar' "annul\303\251"; do
    sed "2,10s/,[a-zA-Z -]*$/,$(printf "$word")/" yess.csv | sed 's/Yess/Yes/' >dropped.csv
    warned dropped.csv | sed -n '/Stray/,/^  ! [^S]/p' | grep -v 'Few events'
done
warned dropped.csv --na-values "answer=$(printf "$word")"
sed '2,40s/,[a-zA-Z -]*$/,Cancelled/' yess.csv | sed 's/Yess/Yes/' >dropped.csv
warned dropped.csv | grep -c Stray
sed '2,10s/,[a-zA-Z -]*$/,Abroad/;s/,No/,North/;s/,Yess*/,South/' yess.csv >dropped.csv
warned dropped.csv | grep -c Stray
sed '2,10s/,[a-zA-Z -]*$/,tal vez/;s/,Yess*/,S\xc3\xad/' yess.csv >dropped.csv
warned dropped.csv | sed -n '/Stray/,/^  ! [^S]/p' | grep -v 'Few events'
warned dropped.csv --positive "$(printf 'S\303\255')"
sed '2,24s/,[a-zA-Z -]*$/,tal vez/;s/Yess/Yes/' yess.csv >dropped.csv
warned dropped.csv | grep -c Stray
sed -E 's/pending/Yes (late)/' stray.csv >late.csv
logreg doctor late.csv --categorical answer | sed -n '/Stray/,/^  !/p'
echo '# units in a column of their own: pounds beside kilograms, degrees, moneys of which nobody knows what one is of the other'
"$PYTHON" - <<'END'
import random
r = random.Random(10)
with open("units.csv", "w") as f, open("units.clean", "w") as g, open("moneys.csv", "w") as h:
    f.write("weight,weight_unit,temp_unit,temp,answer\n")
    g.write("weight,weight_unit,temp_unit,temp,answer\n")
    h.write("price,currency,answer\n")
    for i in range(80):
        kg, celsius, answer = r.randint(200, 400) / 4, r.randint(144, 160) / 4, r.choice(["yes", "no"])
        pounds, fahrenheit = i % 3 == 1, i % 4 == 1
        f.write(f"{kg / 0.45359237:.17g},LB,F,{32 + 1.8 * celsius:.17g},{answer}\n" if pounds and fahrenheit else
                f"{kg / 0.45359237:.17g},LB,C,{celsius},{answer}\n" if pounds else
                f"{kg},kg,F,{32 + 1.8 * celsius:.17g},{answer}\n" if fahrenheit else f"{kg},kg,C,{celsius},{answer}\n")
        g.write(f"{kg},kg,C,{celsius},{answer}\n")
        h.write(f"{kg},{'USD' if i % 3 else 'JPY'},{answer}\n")
END
warned units.csv --save units.json | sed -n '/Units beside/,/^perl/p'
logreg show units.json | grep -c '^perl'
sh -c "$(warned units.csv | grep -A 9 'Units beside' | grep -m 1 '^perl')" >united.csv
for file in united.csv units.clean; do
    logreg fit $file --target answer --exclude weight_unit,temp_unit --no-curve --quiet --json | grep '"deviance"' | cut -c1-25
done
warned moneys.csv | sed -n '/Units beside/,$p'
logreg doctor moneys.csv | sed -n '/Units beside/,$p'
printf 'x,size,plan,sex,y\n' >none.csv
for i in $(seq 40); do echo "$((i * 7 % 23)),$((i * 5 % 3)),$([ $((i % 3)) = 1 ] && echo month || echo year),$([ $((i % 4)) = 1 ] && echo m || echo f),$((i * i % 7 % 2))"; done >>none.csv
logreg fit none.csv --no-curve --quiet | grep -c Units
echo '# a letter left out at the end, two swapped in other capitals; stages that count'
awk 'BEGIN {
    split("north south west", place, " "); split("I II III", stage, " ")
    print "age,region,stage,answer"
    for (i = 0; i < 90; i++)
        print 20 + i * 7 % 51 "," (i == 29 ? "sout" : i == 50 ? "Wset" : place[1 + i * 5 % 7 % 3]) "," (i == 40 ? stage[3] : stage[1 + i % 2]) "," (i * 5 % 11 < 5 ? "yes" : "no")
}' >short.csv
warned short.csv | sed -n '/Slips/,/^perl/p'
sh -c "$(warned short.csv | grep -m 1 '^perl')" | cut -d, -f2 | sort | uniq -c | sed 's/^ *//'
echo '# letters that a conversion lost, in more rows than have them'
awk 'BEGIN {
    split("M?nchen M\357\277\275nchen M\303\274nchen K\303\266ln M?nchen", town, " ")
    print "age,town,answer"
    for (i = 0; i < 90; i++) print 20 + i * 7 % 51 "," town[1 + i * 3 % 7 % 5] "," (i * 5 % 7 < 3 ? "yes" : "no")
}' >lost.csv
warned lost.csv | sed -n '/Values alike/,/^perl/p'
logreg doctor lost.csv | grep -c 'Values alike'
sh -c "$(warned lost.csv | grep -m 1 '^perl')" >found.csv
cut -d, -f2 found.csv | sort | uniq -c | sed 's/^ *//'
warned found.csv | grep -c alike
# U+FFFD without a whole partner
awk 'BEGIN { print "age,town,y"
    split("M\357\277\275nchen Bremen K\303\266ln Gie\357\277\275en", town, " ")
    for (i = 0; i < 60; i++) printf "%d,%s,%d\n", 20 + i * 7 % 41, town[1 + i * 5 % 4], i * i % 7 % 2 }' >replaced.csv
logreg fit replaced.csv --target y --no-curve --csv 2>&1 | grep FFFD
logreg doctor replaced.csv --target y | sed -n '/! Garbled/,/UTF-8/p'
echo '# marks and full stops behind, letters that lack in many rows; a plus and another word are none'
"$PYTHON" - <<'PY'
import random
r = random.Random(9)
other = {"hispanic": ["hispanc", "hispanic*"], "caucasian": ["caucasian?", "cauc."], "African": ["African,"]}
with open("marked.csv", "w") as f, open("degrees.csv", "w") as g:
    f.write("age,race,answer\n")
    g.write("age,degree,answer\n")
    for i in range(240):
        age, race, degree = r.randint(20, 70), r.choice(list(other)), r.choice(["master", "doctor"])
        answer = "Yes" if r.random() < 1 / (1 + 2.718281828 ** (2 - age / 25)) else "No"
        shown = r.choice(other[race]) if i % 11 == 0 else race
        f.write(f'{age},"{shown}",{answer}\n')
        g.write(f"{age},{degree + '+' if i % 12 == 0 else degree},{answer}\n")
PY
warned marked.csv
mend=$(warned marked.csv | grep -m 1 '^perl')
eval "$mend" >whole.csv
warned whole.csv
cut -d, -f2 whole.csv | sort | uniq -c | sed 's/^ *//'
warned degrees.csv

# a label that was cut short
awk 'BEGIN { print "mood,age,y"; split("Agree,Disagree,Neutral,Strongly Agree,Strongly Disagree", m, ","); for (i = 0; i < 90; i++) printf "%s,%d,%d\n", i == 8 || i == 41 ? "Strongly Di" : m[i * 7 % 11 % 5 + 1], 20 + i * 13 % 41, i * 11 % 17 % 2 }' >cut.csv
logreg fit cut.csv --target y --no-curve | grep -A 5 '! Slips'

# labels that another column has too are words of their own; one that stands there once is not
awk 'BEGIN { print "mother,father,uncle,y"; split("SMA/negeri SMP/negeri Diploma Sarjana", s, " "); for (i = 0; i < 90; i++) printf "%s,%s,%s,%d\n", i == 8 ? s[2] : s[i * 7 % 11 % 3 + (i * 7 % 11 % 3 > 0) + 1], s[i * 5 % 13 % 4 + 1], i == 30 ? s[2] : s[i * 7 % 11 % 3 + (i * 7 % 11 % 3 > 0) + 1], i * 11 % 17 % 2 }' >schools.csv
for columns in mother,father mother,uncle; do
    cut -d, -f"$(echo $columns | sed 's/mother/1/;s/father/2/;s/uncle/3/'),4" schools.csv >pair.csv
    logreg fit pair.csv --target y --no-curve | grep -A 4 '! Slips' || echo "$columns: none"
    logreg doctor pair.csv --target y | grep -c '! Slips'
done
