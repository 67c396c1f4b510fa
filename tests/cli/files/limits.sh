# Words of laboratories for what is below a limit of detection: as pasted, the command writes 0 there.
for word in ND BDL 'not detected'; do
    awk -v word="$word" 'BEGIN { print "as,k,ill"; for (i = 0; i < 60; i++) print (i % 4 == 1 ? word : (1 + i * 7 % 50) / 10) "," i * 13 % 29 "," ((i * 31 % 17 + i % 5) % 3 > 0) }' >limit.csv
    logreg fit limit.csv --target ill 2>told.txt || true
    grep -o "'$word' is not a number.*another way)" told.txt
    sed -n "s/.*write that, \(perl .*\)/\1/p" told.txt >command
    sh ./command >mended.csv
    sed "s/^$word,/0,/" limit.csv | cmp - mended.csv
done
