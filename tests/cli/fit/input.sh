# Input that cannot be read or will not do.
admit
fails 3 logreg fit missing.csv
fails 3 logreg fit .
fails 3 logreg fit @chalenger
fails 3 logreg fit @zzzzzz
fails 3 logreg fit @../datasets/iris
fails 3 logreg fit @
fails 1 logreg fit /dev/null
sed 's/,520,/,12abc,/' admit.csv >stray.csv
fails 1 logreg fit stray.csv --exclude id
sed 's/,520,/,/' admit.csv >ragged.csv
fails 1 logreg fit ragged.csv
sed 's/,520,/,"520,/' admit.csv >quote.csv
fails 1 logreg fit quote.csv
head -n 1 admit.csv >header.csv
fails 1 logreg fit header.csv
sed 's/yes$/no/' admit.csv >one.csv
fails 1 logreg fit one.csv --exclude id
sed 's/,gpa,/,gre,/' admit.csv >twice.csv
fails 1 logreg fit twice.csv
printf 'x,y\n1,caf\351\n2,no\n' >latin.csv
fails 1 logreg fit latin.csv
fails 1 logreg fit admit.csv --target admitt
fails 1 logreg fit admit.csv --target zzzzzz
fails 1 logreg fit admit.csv --features gre,gpaa
fails 1 logreg fit admit.csv --exclude idd
fails 1 logreg fit admit.csv --weights wt
fails 1 logreg fit admit.csv --offset wt
fails 1 logreg fit admit.csv --trials wt
fails 1 logreg fit admit.csv --curve gra
fails 1 logreg fit admit.csv --categorical gra
fails 1 logreg fit admit.csv --categorical zzzzzz
fails 1 logreg fit admit.csv --formula 'admit ~ gree'
fails 1 logreg fit admit.csv --formula 'admit ~ '
fails 1 logreg fit admit.csv --formula 'admit ~ gre +'
fails 1 logreg fit admit.csv --target admit --features gre --curve gpa
fails 1 logreg fit admit.csv --target admit --features gre --positive maybe
fails 1 logreg fit admit.csv --target admit --features gre --weights school
fails 1 logreg fit admit.csv --target gre --features gpa --trials id
# More columns than a fit takes.
awk 'BEGIN { for (i = 0; i < 6; i++) { for (j = 0; j < 20000; j++) printf "%s,", i ? i * (j + 3) % 20011 : "c" j; print i ? i % 2 : "y" } }' >wide.csv
for penalty in none l1; do
    fails 1 logreg fit wide.csv --target y --penalty $penalty
done
fails 1 logreg path wide.csv --target y
logreg fit wide.csv --target y --features c1 --quiet --json | grep -o '"formula": "[^"]*"'
# nor are pairs of so many in six rows worth a word
logreg doctor wide.csv --target y | grep -A 2 -e Refused -e together
fails 2 logreg fit @beetle --target killed --trials n --positive 1
fails 2 logreg doctor @beetle --target killed --trials n --positive 1
printf "x,w,y\n1,1e308,0\n2,1e308,1\n1,1e308,1\n2,3,0\n" >heavy.csv
fails 1 logreg fit heavy.csv --target y --weights w
fails 1 logreg fit heavy.csv --target y --sampling-weights w
fails 1 logreg fit heavy.csv --target y --weights w --penalty l2
