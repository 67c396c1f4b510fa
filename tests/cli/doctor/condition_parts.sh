# Parts of the column that a condition is about; and amounts that are mostly 0 as a target.
awk 'BEGIN { print "cash,card,total,water,left,x"
    for (i = 0; i < 80; i++) { a = i * 37 % 61; b = i * 53 % 47; w = i % 9
        printf "%.1f,%.1f,%.1f,%s,%d,%d\n", a / 10, b / 10, (a + b) / 10, w == 2 ? 4 : w == 4 ? 5 : w == 6 ? 52 : w == 8 ? 58 : 0, i % 5, i * i % 23 } }' >till.csv
leaks() { echo "\$ logreg doctor till.csv $*"; logreg doctor till.csv "$@" | sed -n '/leakage/,/^  ! [^S]/p;$p'; }
leaks --target 'total > 5' --exclude water
leaks --target 'cash > 3 | x > 20' --exclude water
leaks --target 'total > 5' --features cash,x
leaks --formula 'total > 5 ~ cash + log(card + 1) + card'
leaks --target 'x > 9'
# which a fit offers to ask for
classes() { logreg fit till.csv --target "$1" --features x --no-curve | sed -n '/Numbers as classes/,/^$/p'; }
classes water
classes left
logreg doctor till.csv --target water --features x | sed -n '/Numbers as classes/,/^$/p'
