# The lesson on words, with the work shown; and of texts of one's own.
logreg demo text --steps
sed -n '1p;6,$p' "$DATA/reviews.csv" | sed -n 1,61p | sed '1s/review,sentiment/opinion,mark/' >own.csv
echo '# own texts'
logreg demo text own.csv --target mark --feature opinion | sed -n '/^Now/,/^Words/p;/^Of the/p'
echo '# four sentences, which of them are praise in numbers'
printf 'text,liked\n%s\n' '"I love this movie",1
"This was awful",0
"Great performance",1
"Terrible experience",0' >four.csv
logreg demo text four.csv --target liked --feature text | sed -n '/^Now/,$p'
sed 's/,0$/,2/;2s/,1$/,0/' four.csv >three.csv
fails 1 logreg demo text three.csv --target liked --feature text
sed 's/,./,1/' four.csv | sed 1s/1iked/liked/ >one.csv
fails 1 logreg demo text one.csv --target liked --feature text
fails 1 logreg demo text @vaso --target constricted --feature rate
sed -n 1,4p own.csv >few.csv
fails 1 logreg demo text few.csv --target mark --feature opinion
