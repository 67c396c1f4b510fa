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

# One number below others none of which is negative: the null of well logs, what stands for missing values beside it, found or given, and a slip.
awk -v OFS=, 'BEGIN {
    print "perm,bitumen,loss,ok"
    for (i = 1; i <= 60; i++)
        print i % 7 == 3 ? -77.5 : i * 7 % 50 / 100, i == 20 ? -77.5 : i * 11 % 71 / 1000, i == 30 ? -999.25 : i == 31 ? 0 : i * 13 % 47 / 10,
              (i * i * 7 % 11 > 3 ? "yes" : "no")
}' >core.csv
sed 's/-999.25/-30.5/' core.csv >slip.csv
logreg doctor core.csv | sed -n '/disguise/,/na-values/p'
logreg fit core.csv --no-curve --quiet | sed -n '/disguise/,/leave.* such rows out/p'
logreg fit core.csv --no-curve --quiet --na-values perm=-77.5 | sed -n '/disguise/,/leave.* such rows out/p'
logreg fit slip.csv --no-curve --quiet --features loss | sed -n '/apart/,/leave.* such rows out/p'
logreg fit core.csv --no-curve --quiet --na-values perm=-77.5,bitumen=-77.5,loss=-999.25 | grep -cE 'disguise|apart' || true
