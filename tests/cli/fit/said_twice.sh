# Columns that another one decides.
awk 'BEGIN { print "won,team,club,league,x"
    split("Ajax Brest Celtic Derby Espoo", c); split("50003 52808 50062 51700 52111", n)
    for (i = 0; i < 60; i++) { k = i * 7 % 5 + 1
        printf "%s,%s,%s,%s,%d\n", i * i % 7 % 2 ? "yes" : "no", n[k], c[k], k < 3 ? "first" : "second", i * 37 % 23 } }' >teams.csv
twice() { echo "\$ logreg $*"; logreg "$@" 2>&1 | sed -n '/^  ! Said/,/^  ! [^SA]/p'; }
twice fit teams.csv --target won --exclude league --no-curve
twice fit teams.csv --target won --exclude team --no-curve --csv=tidy
twice fit teams.csv --formula 'won ~ team + club + league' --no-curve
twice doctor teams.csv --target won
logreg fit teams.csv --target won --json | jq -c '.warnings[].code'
# each way out
logreg fit teams.csv --target won --exclude team,league --json | jq -c '.warnings'
logreg fit teams.csv --target won --exclude club,league --json | jq -c '.warnings'
