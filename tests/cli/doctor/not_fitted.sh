# Where a trial fit would be of more coefficients than rows, and take long, none is made.
awk 'BEGIN { print "unit,place,x,kind"
    for (i = 0; i < 160; i++) printf "u%c,p%c,%d,k%c\n", 97 + i * 7 % 18, 97 + i * 11 % 5, i * 37 % 23, 97 + i * 5 % 13 }' >kinds.csv
logreg doctor kinds.csv --target kind | sed -n '/Not fitted/,$p'
logreg doctor kinds.csv --target kind --json | jq -c '[.findings[] | .code]'
logreg doctor kinds.csv --target kind --exclude unit --json | jq -c '[.findings[] | .code]'
logreg doctor kinds.csv --target place --json | jq -c '[.findings[] | .code]'
