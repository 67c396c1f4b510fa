# Where a trial fit would be of more coefficients than rows, and take long, none is made.
awk 'BEGIN { print "unit,place,x,kind"
    for (i = 0; i < 160; i++) printf "u%c,p%c,%d,k%c\n", 97 + i * 7 % 18, 97 + i * 11 % 5, i * 37 % 23, 97 + i * 5 % 13 }' >kinds.csv
logreg doctor kinds.csv --target kind | sed -n '/Not fitted/,$p'
logreg doctor kinds.csv --target kind --json | jq -c '[.findings[] | .code]'
logreg doctor kinds.csv --target kind --exclude unit --json | jq -c '[.findings[] | .code]'
logreg doctor kinds.csv --target place --json | jq -c '[.findings[] | .code]'
# What a fit would say of numbers as classes is said all the same, and nothing of one of them that is rare.
awk 'BEGIN { print "unit,x,rating"
    for (i = 0; i < 160; i++) printf "u%02d,%d,%d\n", i * 7 % 47, i * 37 % 23, i % 40 ? 4 + i * i % 11 % 6 : 3 }' >rated.csv
logreg doctor rated.csv | sed -n '/Numbers as/,$p'
logreg doctor rated.csv --exclude unit --json | jq -c '[.findings[] | .code]'
logreg doctor rated.csv --categorical rating --json | jq -c '[.findings[] | .code]'
logreg fit rated.csv --target 'rating > 6' --features x --json --quiet | jq -c '[.target, .n_events]'
