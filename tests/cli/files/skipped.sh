# Questions that are for some alone: a column that is missing where another has certain values is told with the --impute that keeps those rows. Blanks by chance are not.
awk 'BEGIN { print "age,smoker,cigarettes,ill"; for (i = 0; i < 120; i++) { s = i * 7 % 10 < 3; printf "%d,%s,%s,%d\n", 20 + i * 37 % 61, s ? "yes" : "no", s ? 1 + i * 13 % 30 : "", ((i * 31 % 17 + i % 5) % 3 > 0) } }' >yes.csv
awk -F, -v OFS=, 'NR > 1 { $2 = $2 == "yes" } 1' yes.csv >number.csv
awk 'BEGIN { print "age,smoking,brand,ill"; split("former never current", w, " "); for (i = 0; i < 120; i++) printf "%d,%s,%s,%d\n", 20 + i * 37 % 61, w[1 + i * 7 % 3], i * 7 % 3 == 2 ? substr("ABC", 1 + i % 4 % 3, 1) : "", ((i * 31 % 17 + i % 5) % 3 > 0) }' >brand.csv
awk 'BEGIN { print "age,children,youngest,ill"; for (i = 0; i < 120; i++) { c = i * 7 % 5; printf "%d,%d,%s,%d\n", 20 + i * 37 % 61, c, c ? 1 + i * 13 % 17 : "", ((i * 31 % 17 + i % 5) % 3 > 0) } }' >children.csv
awk 'BEGIN { print "age,sex,births,ill"; for (i = 0; i < 120; i++) printf "%d,%s,%s,%d\n", 20 + i * 37 % 61, i % 2 ? "m" : "f", i % 2 || i % 40 == 0 ? "" : i * 13 % 6, ((i * 31 % 17 + i % 5) % 3 > 0) }' >births.csv
awk 'BEGIN { print "age,sex,lab,ill"; for (i = 0; i < 120; i++) printf "%d,%s,%s,%d\n", 20 + i * 37 % 61, i % 2 ? "m" : "f", i * 11 % 3 ? "" : i * 13 % 6, ((i * 31 % 17 + i % 5) % 3 > 0) }' >chance.csv
for name in yes number brand children births chance; do
    echo "# $name"
    logreg doctor $name.csv --target ill | sed -n '/! Not asked/,/^$\|! [^N]/p' | grep -v '! [^N]\|^$'
    logreg fit $name.csv --target ill --no-curve --save m.json 2>&1 | sed -n 's/^logreg fit: [^n]/&/p;/! Not asked/,/apart\|own/p'
done
logreg fit children.csv --target ill --no-curve --save m.json >fit.txt 2>/dev/null
logreg show m.json | sed -n '/! Not asked/,/own/p'
# The rows stay, and it is told no more.
logreg fit yes.csv --target ill --impute 'cigarettes=constant:0' --json | grep 'n_obs\|"skipped"'
logreg fit brand.csv --target ill --impute brand=level --json | grep 'n_obs\|"skipped"'
logreg fit children.csv --target ill --impute 'youngest=constant:0' --missing-indicator --json | grep 'n_obs\|"skipped"'
echo '# Dates and IDs, which no fit takes for levels, are no answers'
awk 'BEGIN { print "ill,age,called,visited,ticket"; for (i = 0; i < 120; i++) { c = i * 7 % 10 < 5; printf "%d,%d,%s,%s,%s\n", ((i * 31 % 17 + i % 5) % 3 > 0), 20 + i * 37 % 61, c ? "yes" : "no", c ? sprintf("2024-%02d-%02d", 1 + i / 10, 1 + i * 7 % 28) : "", c ? sprintf("A%05dK", i * 7919 % 99991) : "" } }' >dates.csv
for column in visited ticket; do
    logreg fit dates.csv --formula "ill ~ age + called + $column" 2>&1 | head -n 1
    logreg doctor dates.csv --formula "ill ~ age + called + $column" | grep -c 'impute'
done
