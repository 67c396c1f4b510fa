# Ranges of which both ends are codes of the column: an answer that is either, of which no middle is a class.
awk 'BEGIN { print "status,grade,age"
    for (i = 0; i < 60; i++)
        printf "%s,%s,%d\n", i == 17 ? "1-2" : i * i % 7 % 3, i == 9 ? "2-4" : i * 3 % 5 + 1, 20 + i * 37 % 41 }' >codes.csv
fails 1 logreg fit codes.csv --target status --features age
logreg fit codes.csv --target status --features age --na-values 'status=1-2' --no-curve | grep Modelling
logreg fit codes.csv --target 'status == "2"' --features age --categorical status --no-curve | grep Modelling
fails 1 logreg fit codes.csv --target 'status == 2' --features age,grade
fails 1 logreg fit codes.csv --target 'status == 2' --features age,grade --na-values 'status=1-2'
sed 's/1-2/1 to 2/;3s/^[0-9]*/0–2/' codes.csv >two.csv
fails 1 logreg fit two.csv --target status --features age
# ends that are no values, numbers that are not whole, or many: the middle comes first
sed 's/1-2/1-3/' codes.csv >beyond.csv
fails 1 logreg fit beyond.csv --target status --features age
sed '5s/^[0-9]*/0.5/' codes.csv >decimals.csv
fails 1 logreg fit decimals.csv --target status --features age
sed 's/,\(..\)$/,\1/;7s/[0-9]*$/20-30/' codes.csv >ages.csv
fails 1 logreg fit ages.csv --target 'grade > 2' --features age --na-values 'status=1-2,grade=2-4'
