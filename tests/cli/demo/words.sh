# The lesson on words, with the work shown; and of texts of one's own.
logreg demo text --steps
sed -n '1p;6,$p' "$DATA/reviews.csv" | sed -n 1,61p | sed '1s/review,sentiment/opinion,mark/' >own.csv
echo '# own texts'
logreg demo text own.csv --target mark --feature opinion | sed -n '/^Now/,/^Words/p;/^Of the/p'
fails 1 logreg demo text @vaso --target constricted --feature rate
sed -n 1,20p own.csv >few.csv
fails 1 logreg demo text few.csv --target mark --feature opinion
