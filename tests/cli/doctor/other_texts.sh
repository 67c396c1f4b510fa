# What people wrote under "other, please specify", beside codes in all other rows: a column of texts, not of numbers, in which the codes stand for no answer.
# A number that means so in one column is named for that alone, since x means its 99 and -2.
awk -v OFS=, 'BEGIN {
    split("canteen,Wolt,kebab,bakery,pizza", food, ",")
    split("North,South,East", side, ",")
    print "x,other,lives,side,grade,ok"
    for (i = 1; i <= 60; i++)
        print i == 7 ? 99 : i == 9 ? -2 : 10 + i * 37 % 80, i % 4 == 1 ? food[1 + i % 5] : -2, i % 15 == 2 ? "flat no " 1 + i % 2 : i % 9 ? -2 : -3,
              i % 11 == 3 ? -99 : side[1 + i % 3], i % 7 == 2 ? "A" i % 2 : 3 + i % 4, (i * i * 7 % 11 > 3 ? "yes" : "no")
}' >survey.csv
logreg doctor survey.csv | sed -n '/^What stops/,/^$/p; /disguise/,/^  ! [^M]/p' | sed '/^  ! [^MNR]/d'
echo
logreg fit survey.csv --no-curve --exclude grade 2>&1 | grep -o "note: .-2.*"
logreg fit survey.csv --no-curve --quiet --exclude grade,other,lives --na-values side=-99 | sed -n '/ Data /,/ Modelling /p'
