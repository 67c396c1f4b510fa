# Outcomes that ask whether two columns hold the same: what they give, what is told of spellings, and a saved model.
cp "$TESTS/../reference/data/answers.csv" .
logreg fit answers.csv --target 'answer == key' --features age --save agrees.json --quiet | grep -E 'Modelling|^age'
logreg evaluate agrees.json answers.csv | grep -E 'Event|accuracy'
logreg fit answers.csv --target 'code > 2' --features age --where 'answer != key & paid >= due' --json --quiet | grep '"n_rows"'
awk -F, 'NR > 1 && $1 != "" && $2 != "" && $1 != $2 && $6 >= $5 { n++ } END { print n }' answers.csv
# one of them in another spelling
awk -F, -v OFS=, 'NR > 1 { $1 = tolower($1); if (NR % 7 == 0) $2 = tolower($2) } 1' answers.csv >low.csv
logreg fit low.csv --target 'answer == key' --features age --no-curve 2>.err | grep Modelling
cat .err
sed -n 's/.*\(perl -lne .* low.csv\).*/\1/p' .err >mend.sh && /bin/sh ./mend.sh >mended.csv
logreg fit mended.csv --target 'answer == key' --features age --json --quiet | grep '"n_events"'
awk -F, 'NR > 1 && $1 != "" && tolower($1) == tolower($2) { n++ } END { print n }' low.csv
logreg doctor low.csv --target 'answer == key' --features age | sed -n '/alike/,/^$/p'
# none that both have
awk -F, -v OFS=, 'NR > 1 { $1 = tolower($1) } 1' answers.csv >low.csv
fails 1 logreg fit low.csv --target 'answer == key' --features age
fails 1 logreg fit low.csv --target 'code > 2' --features age --where 'answer == key'
fails 1 logreg fit answers.csv --target 'answer == said' --features age
fails 1 logreg fit answers.csv --target 'answer == code' --features age
logreg doctor low.csv --target 'answer == key' --features age | sed -n '/! Target/,/^$/p'
