# What goes wrong leaves no file.
admit
fails 2 logreg split admit.csv admit.csv
fails 3 logreg split missing.csv
fails 3 logreg split @iri
fails 2 logreg split admit.csv --test-size 0
fails 2 logreg split admit.csv --test-size 1.5
fails 1 logreg split admit.csv --test-size 12
fails 1 logreg split admit.csv --test-size 0.99
fails 1 logreg split admit.csv --target admitt
fails 1 logreg split admit.csv --target zzzzzz
fails 2 logreg split admit.csv --seed -1
fails 2 logreg split admit.csv --train admit.csv
fails 2 logreg split admit.csv --test ./admit.csv
fails 2 logreg split - --test admit.csv <admit.csv
fails 2 logreg split admit.csv --train a.csv --test ./a.csv
fails 2 logreg split admit.csv --rejects bad.csv
fails 3 logreg split admit.csv --test nowhere/test.csv
fails 3 logreg split admit.csv --train .
fails 3 logreg split admit.csv --test /dev/full
sed 's/,520,/,/' admit.csv >ragged.csv
fails 1 logreg split ragged.csv
sed 's/,520,/,"520,/' admit.csv >quote.csv
fails 1 logreg split quote.csv
head -n 2 admit.csv >one.csv
fails 1 logreg split one.csv
fails 1 logreg split /dev/null
rm ragged.csv quote.csv one.csv
ls
# A disk that is full: there is room for the first file, not for the second.
awk 'BEGIN { print "x"; for (i = 0; i < 20000; i++) print i }' >long.csv
(ulimit -f 96; trap '' XFSZ; logreg split long.csv --test-size 0.7 2>&1; echo "full: $?")
# A folder that cannot be written to, for others than root.
mkdir closed
chmod 500 closed
if [ "$(id -u)" != 0 ]; then logreg split admit.csv --test closed/test.csv 2>&1; else logreg split admit.csv --test /proc/test.csv 2>&1; fi | sed 's|closed/|/proc/|; s/Permission denied/No such file or directory/'
ls
# Standard output that is full: the files are there.
logreg split admit.csv >/dev/full
echo "full: $?"

printf '1 1:1\n0 1:2\n1 0:3\n' >broken.svm
fails 1 logreg split broken.svm
fails 1 logreg split broken.svm --zero-based --target x1
fails 2 logreg split broken.svm --zero-based --train broken.svm
printf '# nothing\n1 1:1\n' >one.svm
fails 1 logreg split one.svm
ls *.svm
fails 2 logreg split @iris --zero-based
