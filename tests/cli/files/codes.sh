# A code for missing values in one row, or in nearly all: where it can be nothing else, and where another column of the file has it. Percentages,
# balances and what changes by -9 keep it.
told() {
    logreg fit "$@" --no-curve 2>&1 | sed -n '/^  ! Missing in/,/out\.$/p'
}
awk 'BEGIN {
    print "pressure,answer,siblings,age,share,change,vessels,lone,ill"
    for (i = 0; i < 120; i++)
        print (i == 9 ? -9 : 90 + i * 37 % 91) "," (i % 20 == 7 ? 99 : 1 + i * 7 % 5) "," (i == 30 ? 99 : i * 13 % 9) "," (i == 50 ? 99 : 20 + i * 29 % 71) "," \
            i * 41 % 101 "," i * 31 % 40 - 9 - (i == 3) "," (i % 50 == 4 ? 0 : -9) "," (i == 77 ? -1 : 12 + i * 23 % 60) "," ((i * 31 % 17 + i % 5) % 3 > 0)
}' >codes.csv
told codes.csv --target ill
told codes.csv --target ill --features siblings,age,share,change
told codes.csv --target ill --features vessels,change
logreg doctor codes.csv --target ill | grep -A3 'Missing in disguise'
told codes.csv --target ill --save m.json >first.txt
logreg show m.json | sed -n '/Missing in/,/out\.$/p' | cmp - first.txt

# 88 for none in a third of the rows, beside refusals: pasted, the command writes 0 there and nowhere else; fewer are as others, and three days and a week are sound.
awk 'BEGIN {
    print "days_ill,seldom,rest_days,k,ill"
    for (i = 0; i < 160; i++)
        print (i % 3 == 1 ? 88 : i % 40 == 2 ? 99 : i % 40 == 5 ? 77 : 1 + i * 37 % 30) "," (i % 20 == 7 ? 88 : 1 + i * 7 % 10) "," \
            (i % 6 == 1 ? 7 : i * 11 % 4) "," i * 13 % 29 "," ((i * 31 % 17 + i % 5) % 3 > 0)
}' >none.csv
logreg fit none.csv --target ill --no-curve | sed -n '/^  ! Missing in/,/^perl/p'
eval "$(logreg fit none.csv --target ill --no-curve | grep '^perl')" >mended.csv
sed 's/^88,/0,/' none.csv | cmp - mended.csv
logreg doctor none.csv --target ill | grep -A6 'Missing in disguise'
logreg fit none.csv --target ill --quiet --no-curve --save n.json >fitted.txt
logreg show n.json | grep -c 'may mean none'

# A code in most rows: told with the way to keep them, which gives what R's glm does with an indicator and the median for the code.
awk 'BEGIN { print "pdays,age,ill"; for (i = 0; i < 200; i++) print (i % 5 ? -1 : 50 + i * 37 % 300) "," 20 + i * 29 % 71 "," ((i * 31 % 17 + i % 5) % 3 > 0) }' >pdays.csv
logreg fit pdays.csv --target ill --no-curve | sed -n '/Missing in disguise/,/own\.$/p'
logreg fit pdays.csv --target ill --no-curve --na-values pdays=-1 --impute pdays=median --missing-indicator --csv | cut -d, -f1,2

# A number that is written in two ways among texts.
awk 'BEGIN { split("1 1.0 2 A B", g, " "); print "grade,age,ill"; for (i = 0; i < 200; i++) print g[1 + i * 7 % 5] "," 20 + i * 29 % 71 "," ((i * 31 % 17 + i % 5) % 3 > 0) }' >grade.csv
logreg fit grade.csv --target ill --no-curve --categorical grade | sed -n '/Values alike/,/^perl/p'
# questions that end in a word for kinds are answered by amounts, and by 1 to 5; codes under a name of their own are told
awk 'BEGIN {
    print "¿Cuántos años hace que vive en el barrio?,Nível de confiança no seu grupo,Wie zufrieden sind Sie mit Ihrer Schule?," \
        "Combien de personnes dans votre groupe,Seberapa puas Anda dengan sekolah,How many orders did you place as a customer?,barrio,y"
    for (i = 0; i < 120; i++)
        print i * 7 % 9 + 1 "," i * 11 % 5 + 1 "," i * 3 % 7 "," i * 13 % 8 + 1 "," i * 17 % 5 + 1 "," i * 19 % 11 "," i * 5 % 6 + 1 "," (i * 53 % 17 < 8) }' >questions.csv
logreg fit questions.csv --no-curve --json 2>&1 | grep -A1 '"code"'

# Eight signs of one width, hardly any twice, are IDs whatever letters are within, one row with a letter or 471E10 included; areas in m2 are numbers.
serials() { # FORMAT of a letter, every so many rows
    awk -v letter="$1" -v every="$2" 'BEGIN {
        print "cusip,x,ill"
        for (i = 0; i < 60; i++) {
            n = sprintf("%05d", 360 + i * 7919 % 99000)
            print (i % every == 4 ? n (i % 2 || every == 60 ? letter : "K") "10" : n sprintf("%03d", i * 37 % 1000)) "," i * 13 % 29 "," ((i * 31 % 17 + i % 5) % 3 > 0)
        }
    }'
}
for few in T:5 T:11 T:60 E:11 E:60; do
    serials "${few%:*}" "${few#*:}" >serials.csv
    logreg fit serials.csv --no-curve --quiet 2>&1 | sed -n '/cusip.*ID/p'
done
logreg doctor serials.csv | sed -n '/ID\./,/exclude/p'
awk 'BEGIN { print "area,x,ill"; for (i = 0; i < 60; i++) print 1000 + i * 7919 % 8000 "m2," i * 13 % 29 "," ((i * 31 % 17 + i % 5) % 3 > 0) }' >areas.csv
logreg fit areas.csv 2>&1 | sed -n 's/Take the unit out.*//p'

# File names are IDs, however their numbers look and whether or not some come again; a few files that all rows share are a category.
awk 'BEGIN {
    print "image,scan,template,x,ill"
    for (i = 0; i < 60; i++)
        print 9000097 + i * 3907 % 99991 (i % 3 ? "L" : "R") ".png," i * 17 % 43 + 2 ".dcm,form" i % 3 ".docx," i * 13 % 29 "," ((i * 31 % 17 + i % 5) % 3 > 0)
}' >pictures.csv
logreg fit pictures.csv --no-curve 2>&1 | sed 's/ Data.*//'
logreg doctor pictures.csv --target ill | sed -n '/ID\./,/exclude/p'
logreg fit pictures.csv --target ill --exclude image,scan --no-curve | grep -o '^template[^ ]*'
