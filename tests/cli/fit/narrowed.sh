# What --where leaves of the target: one class alone, which no fit can use, or less than there was.
awk 'BEGIN { print "site,age,dose,code,died"
    for (i = 0; i < 90; i++)
        printf "%s,%d,%d,%d,%s\n", substr("ABC", 1 + i % 3, 1), 20 + i * 37 % 41, i * 7 % 5, i % 3 == 2 ? 0 : i * i % 7 % 3,
            i % 3 == 2 ? "no" : i % 11 == 4 ? "maybe" : i * 13 % 17 % 2 ? "yes" : "no" }' >sites.csv
fails 1 logreg fit sites.csv --target died --features age --where 'site == "C"'
fails 1 logreg fit sites.csv --features age --where 'site == "C"'
fails 1 logreg fit sites.csv --formula 'died == "yes" ~ age' --where 'site == "C"'
fails 1 logreg fit sites.csv --target code --features age --where 'site == "C"' --quiet
fails 1 logreg path sites.csv --target 'died == "yes"' --features age --where 'site == "C"'
fails 1 logreg fit sites.csv --target 'dose > 2' --features age --where 'dose > 3'
fails 1 logreg fit sites.csv --target died --features age --where 'age == 34 & site == "A"'
logreg doctor sites.csv --target died --features age --where 'site == "C"' 2>&1 | grep -E '^logreg|! Target'
told() { logreg fit sites.csv "$@" --features age --no-curve 2>&1 | grep -E '^logreg|Modelling'; }
told --target died --where 'dose == 0'
told --target site --where 'dose > 1 & site != "C"'
told --target died --where 'age > 45'
awk -F, 'NR > 1 { all[$5]++; if ($1 == "C") of[$5]++ } END { for (c in all) print c, all[c], of[c] + 0 }' sites.csv | sort
# a column that is the same in the rows that are left
fails 1 logreg fit sites.csv --target died --features site,age --where 'site == "A"'
