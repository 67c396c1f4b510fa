# A condition is no term, also where the shell took the quotes of its text; what is told to write instead can be fitted.
awk 'BEGIN { print "due on,agency,age,y"
    for (i = 0; i < 60; i++)
        printf "%d,%s,%d,%d\n", i % 7, substr("xyz", 1 + i * 5 % 7 % 3, 1), i * 37 % 41, i * i % 7 % 2 }' >visits.csv
fails 1 logreg fit visits.csv --formula 'y ~ age + I(agency == x)'
fails 1 logreg fit visits.csv --formula 'y ~ age + I(agency == "x)'
fails 1 logreg fit visits.csv --formula 'y ~ I(agency = "x") + age'
fails 1 logreg fit visits.csv --formula 'y ~ I(agency %in% c("x", "y"))'
fails 1 logreg fit visits.csv --formula 'y ~ I(age * (`due on` > 3))'
fails 1 logreg fit visits.csv --formula 'y ~ I(age - 3 > 9)'
fails 1 logreg fit visits.csv --formula 'y ~ agency == "x"'
fails 1 logreg fit visits.csv --formula 'y ~ age + offset(age > 3)'
logreg fit visits.csv --formula 'y ~ age + agency' --reference agency=z --csv --quiet | cut -d, -f1
logreg fit visits.csv --formula 'y ~ bs(`due on`, df = 5)' --csv --quiet | cut -d, -f1
