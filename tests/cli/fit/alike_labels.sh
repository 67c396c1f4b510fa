# Levels whose middles are all that tells them apart stay apart where they are shortened: in the table of
# coefficients, in its chart, in the columns of doctor, and in what aliased columns are made of.
{
    echo use,sex,y
    for i in 1 2 3 4; do
        printf '%s\n' '"Every day of the week more than one hour",M,0' '"Every day of the week more than one hour",F,1' \
            '"Every day of the week less than one hour",F,0' '"Every day of the week less than one hour",M,1' \
            'Some days,F,1' 'Some days,M,0' 'Some days,F,0'
    done
    printf '%s\n' '"Every day of the week more than one hour",F,0' 'Some days,M,1'
} >use.csv
logreg fit use.csv --target y | sed -n '/^use/,/^sex/p; /^P(/,$p'
logreg doctor use.csv | sed -n '/^Columns/,/^$/p'
awk -F, '{ print $1 "," (NR == 1 ? "x,daily" : NR % 5 "," NR % 5 + (/more/ ? 1 : /less/ ? -1 : 0)) "," $3 }' use.csv >daily.csv
logreg fit daily.csv --target y --reference 'use=Some days' | sed -n '/Aliased/,/\.$/p'
logreg fit daily.csv --target y --exclude daily,x --reference 'use=Some days' --quiet --save use.json >/dev/null
logreg plot use.json --what forest | grep -o 'use\[.*\]'

# a column of one value in the rows used, alone and beside other aliases
awk 'BEGIN { print "y,age,year,wave"; for (i = 0; i < 60; i++) printf "%d,%s,2016,%d\n", i * 7 % 5 < 2, i % 3 ? 20 + i * 13 % 41 : "", i % 3 ? 1 : 2 }' >fixed.csv
for formula in 'y ~ year' 'y ~ age + year + wave' 'y ~ age + year + I(2 * age)'; do
    logreg fit fixed.csv --formula "$formula" --no-curve 2>&1 | grep -A3 'Aliased'
done
