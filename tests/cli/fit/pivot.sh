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
echo '# counts of cases with and without an event, as R has them in cbind(dead, alive)'
printf 'dose,dead,alive\n1,2,28\n2,5,25\n3,9,21\n4,14,16\n5,22,8\n6,27,3\n' >bound.csv
fails 1 logreg fit bound.csv --quiet
way() { sed 's/^.*in a column, \(perl .*\), and use \(--target.*\), or, if each.*/\1 >sum.csv \&\& logreg fit sum.csv \2 --quiet --no-curve/'; }
follow() {
    logreg fit "$1" --quiet 2>&1 | way >command.sh
    sh command.sh | grep 'Formula\|log L'
}
follow bound.csv
sed 's/,/";"/g;s/^/"/;s/$/"\r/' bound.csv >quoted.csv
follow quoted.csv
logreg fit bound.csv --target dead --categorical dead --quiet --no-curve | grep 'Modelling'
logreg doctor bound.csv --target alive | sed -n '/What stops/,/^$/p'
