# A table of counts, as a pivot table is exported: events and others add up to the trials, and what is 0 is empty.
cat >pivot.csv <<'TABLE'
region,channel,No,Yes,Total
E,P,77,9,86
E,S,35,9,44
N,P,114,21,135
N,S,32,10,42
S,P,51,11,62
S,S,59,17,76
W,P,23,,23
W,S,104,22,126
TABLE
fails 1 logreg fit pivot.csv --quiet
fails 1 logreg fit pivot.csv --target No --quiet
fails 1 logreg fit pivot.csv --target Yes --trials Total --quiet
fails 1 logreg fit pivot.csv --target Yes --trials Total --exclude No --quiet
fails 1 logreg fit pivot.csv --formula 'Yes ~ region + No' --trials Total --quiet
echo '# as the commands have it'
perl -lne '@F = /(?:^|,)((?:"[^"]*"|[^,])*)/g; if ($. > 1) { $F[3] =~ s/^[" ]*(?=\r?$)/0/ if $F[2] == $F[4] } print join ",", @F' pivot.csv >mended.csv
logreg fit mended.csv --target Yes --trials Total --exclude No --no-curve --quiet --json | grep -E '"(n_rows|n_dropped|n_events)"'
fails 1 logreg fit mended.csv --target Yes --trials Total --quiet
sed 's/,86$/,87/' mended.csv >other.csv
logreg fit other.csv --target Yes --trials Total --no-curve --quiet --json | grep -c '"name": "No"'
