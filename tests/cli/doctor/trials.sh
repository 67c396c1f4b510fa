# What may be the trials of a target that counts: no ID, date, code, constant, multiple of it or number far above it, and where a name does not say so the target is 0, or all of them, in some row.
awk -v OFS=, 'BEGIN { print "order,day,seats,price,total,cap,region,far,n,Holders,sold"; for (i = 1; i <= 80; i++) { y = i * i * 7 % 23 % 9 + 1
    print 429165840 + i * 131, 20240101 + i % 28, 40, 20 + i * 7 % 31, y * 35, 12, 189 + i % 3, 100000 + i * 17, 10 + i % 5, 9 + i * 5 % 17, y } }' >sold.csv
for trials in order day seats price total cap region far n Holders; do
    cut -d, "-f$(head -1 sold.csv | tr , '\n' | grep -n "^$trials$" | cut -d: -f1),11" sold.csv >one.csv
    echo "$trials $(logreg doctor one.csv --target sold | grep -c 'Counts of events')"
done
awk -F, -v OFS=, 'NR > 1 { $11-- } { print $10, $11 }' sold.csv >none.csv
logreg doctor none.csv --target sold | sed -n '/Counts of events/,/Say/p'
# Nor hours and the like, in whatever language; and where a target is a measurement, its rarest number is no rare class.
for name in 'Heures par semaine' 'Wochenstunden' 'Stunden je Woche' 'horas de trabajo' 'body weight' visits Holders; do
    { echo "$name,y"; tail -n +2 none.csv; } >one.csv
    echo "$name $(logreg doctor one.csv --target y | grep -c 'Counts of events')"
done
awk 'BEGIN { print "x,y"; for (i = 1; i <= 90; i++) print i * 7 % 31, 60 + i * i * 7 % 37 }' | tr ' ' , >measured.csv
logreg doctor measured.csv --target y | sed -n '/misleads\|mislead$/,$p'
# Nor a score that is never below another one: half of the trials are events somewhere, and none of them elsewhere, or a name says what is counted.
awk 'BEGIN { print "tas,depression"; for (i = 1; i <= 60; i++) print 30 + i * 7 % 41 "," i * i * 7 % 23 % 14 }' >scored.csv
for names in tas,depression tas,deaths patients,depression n,depression; do
    sed "1s/.*/$names/" scored.csv >one.csv
    echo "$names $(logreg doctor one.csv --target "${names#*,}" | grep -c 'Counts of events')"
done
awk -F, -v OFS=, 'NR == 5 || NR == 9 || NR == 20 { $2 = $1 } 1' scored.csv | sed '1s/.*/a,b/' >one.csv
logreg doctor one.csv --target b | grep -c 'Counts of events'
