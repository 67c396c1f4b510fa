# Files as programs export them, fitted by one who only does what the errors say: each ends at R's fit of the cleaned data.
"$PYTHON" "$TESTS/files/make.py" .
follow() { "$PYTHON" "$TESTS/files/follow.py" "$TESTS" "$@"; }
for file in sheets_french.csv percent.csv bounds.csv psql.txt mysql.txt qualtrics.csv survey.csv write_table.txt columns.dat \
    wrapped.csv blanks.csv inches.tsv footer.csv ends.csv tail.csv corner.csv bank.csv utf8_index.csv nobom.txt trailing.csv; do
    follow all $file 'y ~ age + weight + sex'
done
for file in letters.csv errors.csv; do
    follow missing $file 'y ~ age + weight + sex'
done
for file in swiss.csv euro.csv thousands.csv; do
    follow thousands $file 'y ~ age + weight + sex'
done
follow thousands french.csv 'y ~ age + weight + sex' --encoding windows-1252
for file in minus.csv accounting.csv; do
    follow centred $file 'y ~ age + weight + sex'
done
follow missing outfile.csv 'V5 ~ V2 + V3 + V4'
follow coarse adult.data 'V4 ~ V1 + V2 + V3'
