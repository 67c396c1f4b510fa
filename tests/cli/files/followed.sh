# Files as programs export them, fitted by one who only does what the error says: one step ends at R's fit of the cleaned data.
"$PYTHON" "$TESTS/files/make.py" .
follow() { "$PYTHON" "$TESTS/files/follow.py" "$TESTS" "$@"; }
for file in sheets_french.csv percent.csv bounds.csv psql.txt mysql.txt write_table.txt columns.dat wrapped.csv \
    wrapped_rows.csv wrapped_some.csv wrapped_semi.csv \
    blanks.csv footer.csv ends.csv tail.csv corner.csv bank.csv utf8_index.csv nobom.txt trailing.csv web.csv stars.csv; do
    follow all $file --target y
done
for file in marks.csv marks_quoted.csv utf32.csv utf32_le.csv utf32_be.csv half_quoted.csv torn.csv torn_all.csv \
    packed_units.csv.gz; do
    follow all $file --formula 'y ~ age + weight + sex'
done
follow all marks_german.csv --formula 'y ~ age + weight + sex' --decimal ,
follow all last_name.csv --formula 'y ~ age + weight + sex'
follow all row_names.csv --target y
follow all named_rows.csv --target y
follow thousands torn_apart.csv --target y
follow all torn_either.csv --target y
for file in caret.txt tilde.txt colons.txt pairs.txt hive.txt joined.csv joined_marks.csv two_marks.csv two_marks_index.csv listed.csv; do
    follow all $file --target y
done
follow all bars.txt --formula 'V4 ~ V1 + V2 + V3' --no-header
follow all short_header.csv --formula 'V4 ~ age + weight + V3'
for file in short_total.csv mean.csv; do
    follow all $file --formula 'y ~ age + weight + sex'
done
fails 1 logreg fit joined_text.csv --target y
follow all one_class.csv --target y
fails 1 logreg fit plain.csv --target y --decimal ,
for file in survey.csv qualtrics.csv inches.tsv inner.csv feet.csv nul.csv; do
    follow all $file --formula 'y ~ age + weight + sex'
done
follow missing letters.csv --formula 'y ~ age + weight + sex'
follow missing errors.csv --target y
for file in swiss.csv euro.csv thousands.csv; do
    follow thousands $file --target y
done
follow thousands french.csv --target y --encoding windows-1252
for file in minus.csv accounting.csv; do
    follow centred $file --target y
done
follow missing outfile.csv --formula 'V5 ~ V2 + V3 + V4'
follow coarse adult.data --target V4
for file in dots.csv dots_comma.csv; do
    follow grams $file --formula 'y ~ age + weight + sex'
done
follow grams dots_dates.csv --formula 'y ~ age + weight + sex'
follow grams dots_commas.csv --formula 'y ~ age + weight + sex'
# what looks so and is none: not a word
follow sixteenths three_decimals.csv --target y
follow sixty_fourths three_semicolon.csv --target y
follow thirds thirds.csv --formula 'y ~ weight + sex'
# numbers in other forms, or half of them texts
for file in kilograms francs formulas fortran fractions limits; do
    follow all $file.csv --target y
done
follow half half.csv --target y
follow half half_german.csv --target y
follow centred sap.csv --target y
follow half half_kg.csv --target y
follow known dollars.csv --target y
follow grams hex.csv --target y
follow hours times.csv --target y
for file in weeks terms sizes seats; do
    logreg fit $file.csv --target y --no-curve --quiet --json | grep -c '"name": "weight\['
done
logreg fit kilograms.csv --formula 'y ~ age + sex' --no-curve --quiet --json | grep -c '"name"'
logreg fit kilograms.csv --formula 'y ~ C(weight)' --no-curve --quiet --json | grep -c '"name"'
for file in spread apostrophes fullwidth crowns raw_formulas write_csv2; do
    follow all $file.csv --target y
done
follow rupees rupees.csv --target y
follow centred minus_behind.csv --target y

# A word that says that an amount is rough makes no other unit of it, and goes first.
awk 'BEGIN {
    split(", dollars, dollars approximately,$, dollars approx.", unit, ",")
    print "cost,x,y"
    for (i = 0; i < 60; i++)
        print 10 + i * 7 % 13 * 5 (i % 6 ? "" : unit[i / 6 % 5 + 1]) "," i * 13 % 29 "," (i * 31 % 17 + i % 5) % 3 % 2
}' >rough.csv
eval "$(logreg doctor rough.csv --target y | grep '^perl')" >mended.csv
logreg doctor rough.csv --target y | sed -n '/as text/,/^perl/p'
grep -c '[^0-9,]' mended.csv
