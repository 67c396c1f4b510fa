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
true
