# Numbers far below all others: ages among years of birth, in a few rows and in many, and slips. The options leave out just those rows.
awk -v OFS=, 'BEGIN {
    print "born,joined,hpa,ok"
    for (i = 1; i <= 60; i++)
        print i % 30 == 7 ? 23 : 1996 + i * 7 % 10, i % 5 == 2 ? 20 + i : 1950 + i * 7 % 53, i % 25 == 9 ? i : 990 + i * 11 % 37,
              (i * i * 7 % 11 > 3 ? "yes" : "no")
}' >members.csv
logreg doctor members.csv | sed -n '/^Good/,$p'
echo
logreg fit members.csv --no-curve --quiet | sed -n '/apart/,/leave.* such rows out/p'
logreg fit members.csv --no-curve --quiet --features born | sed -n '/apart/,/leave.* such rows out/p'
echo
logreg fit members.csv --no-curve --quiet --na-values born=23,hpa=9,hpa=34,hpa=59 --where 'joined >= 1950' | sed -n '/ Data /,/ Modelling /p; /apart/p'
