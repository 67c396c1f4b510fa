# Several codes for missing values on one scale of answers, and one row of them in another column: all are told, by the fit too, and the options leave out just those rows.
awk -v OFS=, 'BEGIN {
    print "gate,q1,q2,change,ok"
    for (i = 1; i <= 60; i++)
        print i == 7 ? -1 : i % 2, i % 15 == 4 ? -3 : i == 33 ? -1 : 1 + i * 7 % 5, i % 6 == 1 ? -2 : i % 13 == 5 ? -3 : 1 + i * 5 % 3,
              i % 5 - 2, (i * i * 7 % 11 > 3 ? "yes" : "no")
}' >survey.csv
logreg doctor survey.csv | sed -n '/^What makes/,/^  ! Few/p'
echo
logreg fit survey.csv --no-curve --quiet 2>&1 | sed -n '/disguise/,/leaves/p'
echo
logreg fit survey.csv --no-curve --quiet --na-values gate=-1,q1=-3,q1=-1,q2=-3,q2=-2 | sed -n "/ Data /,/ Modelling /p;/disguise/p"
