# Conditions that are offered where a column will not do as an outcome; and a name with a comma in a list.
awk 'BEGIN { print "violation;\"Age, years\";sat;sex"
    for (i = 0; i < 60; i++)
        print (i % 5 < 3 ? "None" : "No. " i " " (i % 2 ? "at the door" : "in the kitchen")) ";" 20 + i * 37 % 41 ";" i * 7 % 13 % 7 - 3 ";" substr("fm", 1 + i * i % 7 % 2, 1) }' >places.csv
fails 1 logreg fit places.csv --delimiter ';' --target violation --features sex
logreg fit places.csv --delimiter ';' --target 'violation != "None"' --features sex --no-curve 2>&1 | grep -E '^logreg|Modelling'
logreg fit places.csv --delimiter ';' --target sat --features sex --no-curve --categorical sex 2>&1 | sed -n '/as classes/,/^$/p'
fails 1 logreg fit places.csv --delimiter ';' --target sex --features 'Age, years,sat'
fails 1 logreg fit places.csv --delimiter ';' --target sex --features 'sat,Age, years'
fails 1 logreg fit places.csv --delimiter ';' --target sex --exclude 'Age, years'
fails 1 logreg fit places.csv --delimiter ';' --target sex --features 'Age,sat'
logreg fit places.csv --delimiter ';' --target sex --features '"Age, years",sat' --quiet | grep Formula
