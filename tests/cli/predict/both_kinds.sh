# A column that one model reads as a category and as a number: probabilities are those of a model that has its levels in letters in another column.
awk 'BEGIN { print "a,k,g,e,y"; for (i = 1; i <= 90; i++) { k = i % 4 + 1
    print i * 37 % 11 / 5 "," k "," substr("pqrs", k, 1) "," int(i * 7 / 3) % (k + 1) "," (i * i % 13 < 4 + k ? 1 : 0) } }' >rows.csv
compare() { # FORMULA WITH C(k), THE SAME WITH g, OPTIONS OF BOTH
    whole=$1 letters=$2
    shift 2
    logreg fit rows.csv --formula "$whole" "$@" --save both.json --quiet >/dev/null
    logreg fit rows.csv --formula "$letters" "$@" --save apart.json --quiet >/dev/null
    for command in predict evaluate; do
        logreg $command apart.json rows.csv --quiet >want
        logreg $command both.json rows.csv --quiet >got && cmp got want && echo "$command: $whole $*"
    done
    logreg effects both.json rows.csv --quiet --csv | wc -l
    logreg predict both.json --at a=1,k=3 >got
    logreg predict apart.json --at a=1,k=3,g=r >want 2>/dev/null || logreg predict apart.json --at a=1,g=r >want
    cmp got want && tail -1 got
}
compare 'y ~ a + C(k) + k' 'y ~ a + g + k'
compare 'y ~ a + factor(k):k' 'y ~ a + g:k'
compare 'y ~ a + C(k) + poly(k, 2)' 'y ~ a + g + poly(k, 2)'
compare 'y ~ a + C(k) + I(k^2)' 'y ~ a + g + I(k^2)'
compare 'y ~ a * C(k) + offset(log(k))' 'y ~ a * g + offset(log(k))'
compare 'y ~ a + C(k)' 'y ~ a + g' --offset k
compare 'y ~ a + C(k)' 'y ~ a + g' --weights k
compare 'y ~ a + C(k)' 'y ~ a + g' --sampling-weights k
compare 'e ~ a + C(k)' 'e ~ a + g' --trials k
sed '3s/,[0-9],/,x,/' rows.csv >text.csv
fails 1 logreg predict both.json text.csv
fails 1 logreg predict both.json --at a=1,k=x
fails 1 logreg predict both.json --at a=1,k=7
