# Columns named as questionnaires name them: a command has the whole name, and works as it is pasted. A text that one row has, and a remark, are no ticks.
question='How many hours in total do you spend on the job in a normal week, counting overtime and travel to work (please write a number)'
table() { # STRAY
    awk -v q="$question" -v stray="$1" 'BEGIN {
        printf "\"%s\",y\n", q
        for (i = 0; i < 60; i++)
            printf "%s,%d\n", i % 20 == 3 ? stray : 30 + i * 7 % 31, i * 13 % 5 < 2
    }'
}
table 'a lot' >text.csv
table '48 h' >unit.csv
table "it's ~9" >rough.csv
for file in text unit rough; do
    echo "$file:"
    logreg fit $file.csv --target y 2>message
    sed 's/^logreg fit: //' message
    option=$(sed -nE "s/.*(--categorical '\"[^\"]*\"').*/\1/p" message)
    eval "logreg fit $file.csv --target y --quiet --no-curve $option" 2>&1 | head -3
done
awk 'BEGIN {
    print "hours,race,note,away,y"
    for (i = 0; i < 60; i++)
        printf "%d,%s,%s,%s,%d\n", 30 + i * 7 % 31, i == 7 ? "Arabic" : "", \
            i % 12 == 3 ? "Hamburg has several districts; values are of the largest" : "", i % 3 ? "" : "@", i * 13 % 5 < 2
}' >texts.csv
logreg fit texts.csv --exclude race,note 2>&1
logreg fit texts.csv --exclude away 2>&1
# the doctor and a refusal say such a name once, but for options
logreg doctor unit.csv --target y | sed -n '/Numbers as text/,/categorical/p'
awk -v q="$question" 'BEGIN { print "\"" q "\",age,y"; for (i = 0; i < 60; i++) print "t" i * 37 "x," 20 + i * 13 % 47 "," (i * i % 7 > 2) }' >ids.csv
logreg fit ids.csv --target y 2>&1
awk -v q="$question" 'BEGIN { print "\"" q "\",years,cigs,age,y"; for (i = 0; i < 250; i++) { s = i % 6; print (s ? "yes" : "no") "," (s ? i * 7 % 30 : "") "," (s ? i * 11 % 29 : "") "," 20 + i * 13 % 47 "," (i * i % 7 > 2) } }' >smokers.csv
logreg doctor smokers.csv | sed -n '/Not asked/,/impute/p'
true
