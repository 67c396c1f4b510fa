# A condition within I() is a term of two levels, FALSE and TRUE, as in R: it has an answer where a value is missing if is.na(), & or | can give one.
awk 'BEGIN { print "due on,agency,age,y"
    for (i = 0; i < 120; i++)
        printf "%d,%s,%s,%d\n", i % 7, (i % 11 ? substr("xyz", 1 + i * 5 % 7 % 3, 1) : ""), (i % 13 ? i * 37 % 41 : ""),
            ((i * i + i) % 17 < 6 + i * 37 % 41 / 5) }' >visits.csv
logreg fit visits.csv --formula 'y ~ I(age > 20) + agency' --no-curve --quiet | sed -n '/^  Formula/,/^  Model/p;/^Coef/,/^Tests/p'
logreg fit visits.csv --formula 'y ~ I(agency == "x" & age < 30) * `due on` + I(is.na(age))' --csv --save model.json
logreg show model.json | sed -n '/^Coef/,/^Tests/p'
logreg fit visits.csv --formula 'y ~ I(age * (`due on` > 3)) + I(!(agency != "x" | age > 5)) - 1' --csv
printf 'due on,agency,age\n1,x,20\n1,x,\n1,y,\n1,,40\n1,,20\n1,,\n' >new.csv
logreg predict model.json new.csv --append
sed 's/"written": "I(is.na(age))"/"written": "I(is.na(agee))"/' model.json >damaged.json
fails 1 logreg predict damaged.json new.csv
logreg fit visits.csv --formula 'y ~ I(age > 20) + agency' --effects --no-curve --quiet | sed -n '/^Effects/,$p'
fails 1 logreg fit visits.csv --formula 'y ~ I(age > 20)' --effects
fails 2 logreg fit visits.csv --formula 'y ~ I(age > 20) + agency' --unit age=10
fails 1 logreg fit visits.csv --formula 'y ~ I(age > 20) + agency' --reproduce python
logreg fit visits.csv --formula 'y ~ I(agency == "x" & age < 30) * `due on` + I(is.na(age))' --quiet --reproduce r | grep -E 'complete|is.na|factor|^formula'
fails 1 logreg fit visits.csv --formula 'y ~ age + I(age > 500)'
fails 1 logreg fit visits.csv --formula 'y ~ age + I(agency == "X")'
# What the shell took quotes of, and what is no condition, or stands where none can.
fails 1 logreg fit visits.csv --formula 'y ~ age + I(agency == x)'
fails 1 logreg fit visits.csv --formula 'y ~ age + I(agency == "x)'
fails 1 logreg fit visits.csv --formula 'y ~ I(agency = "x") + age'
fails 1 logreg fit visits.csv --formula 'y ~ I(agency %in% c("x", "y"))'
fails 1 logreg fit visits.csv --formula 'y ~ agency == "x"'
fails 1 logreg fit visits.csv --formula 'y ~ (age > 3)'
fails 1 logreg fit visits.csv --formula 'y ~ is.na(age)'
fails 1 logreg fit visits.csv --formula 'y ~ age + offset(age > 3)'
# Only what no condition forgives costs rows.
logreg doctor visits.csv --formula 'y ~ I(is.na(age)) + agency' | sed -n '/Missing values/,/sample/p'
