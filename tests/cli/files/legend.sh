# A legend beside the table says what the codes of a column mean: the sentence names that column, and what it then needs.
table() { # HEADER ROW..: what stands beside the header, and beside the rows from the second on
    awk -v FS='\t' -v side="$(printf '%s\t' "$@")" 'BEGIN {
        n = split(side, at, FS)
        print "age;job;home;rate;y;" at[1]
        for (i = 0; i < 60; i++) print 20 + i * 17 % 41 ";" i * i % 11 % 3 ";" 1 + i * 7 % 4 ";" i * 13 % 37 ";" (i * i % 7 > 1) ";" (i && i + 1 < n ? at[i + 1] : ";") }' >legend.csv
    logreg fit legend.csv --target y 2>&1
}
table ';' '0;unemployed' '1;employed' '2;retired'
logreg fit legend.csv --target y 2>&1 | grep -o "perl .* legend.csv" | sh | logreg fit - --target y --categorical job --quiet --no-curve | grep Reference
echo '# in one cell, and named'
table 'note;' '0 = unemployed;' '1 = employed;' '2 = retired;'
table 'code;means' '0;unemployed' '1;employed' '2;retired'
echo '# two of them'
table ';' 'job;' '0;unemployed' '1;employed' '2;retired' ';' 'home;' '1;owned' '2;rented' '3;shared' '4;other'
echo '# none: codes that no column has, two alone, sums'
table ';' '0;unemployed' '1;employed' '7;retired'
table ';' '1;yes' '0;no'
table ';' '0;3.5' '1;4.5' '2;7.5'
