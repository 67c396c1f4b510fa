admit
fails 3 logreg doctor missing.csv
fails 1 logreg doctor admit.csv --target admitted
fails 1 logreg doctor admit.csv --exclude idd
fails 2 logreg doctor admit.csv --target id --exclude id
fails 2 logreg doctor admit.csv admit.csv
printf 'a,b\n1,2\n3\n' >ragged.csv
fails 1 logreg doctor ragged.csv
logreg doctor admit.csv >/dev/full
echo "full: $?"
