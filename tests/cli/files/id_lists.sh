# Lists of IDs are no thousands: where commas stand where none end, or all would be far beyond the others. What --na-values names no command changes, and
# what it names in vain is told.
ids() { # a cell of the lists
    echo "late,line,load"
    for i in $(seq 1 40); do
        case $((i % 8)) in 3) line="\"$((i + 100)),$((i + 110)),$((i + 103))\"" ;; *) line=$((100 + i * 7 % 60)) ;; esac
        echo "$((i * 5 % 7 > 3)),$line,$((i * 37 % 11))"
    done
}
ids > far.csv
logreg fit far.csv --target late
ids | sed '14s/.*/1,"58,81,103,124",4/' > sure.csv
logreg fit sure.csv --target late
logreg fit sure.csv --target late --exclude line --quiet --no-curve --json | grep '"n_rows"'
logreg doctor sure.csv --target late | sed -n '/line/p; /^What stops/,/categorical/p'
# amounts, a slip among them
amounts() {
    echo "pay,age,y"
    for i in $(seq 1 40); do
        case $i in 7) pay='"12,34,5678"' ;; *[05]) pay=$((i * 19)) ;; *) pay="\"$((i % 7 + 1)),$((i * 37 % 900 + 100)),$((i * 53 % 900 + 100))\"" ;; esac
        echo "$pay,$((20 + i * 13 % 41)),$((i * i % 7 % 2))"
    done
}
amounts > amounts.csv
logreg fit amounts.csv
logreg fit amounts.csv 2>&1 | sed 's/.*decimal mark, //; s/, and use.*//' > mend.sh
sh mend.sh > mended.csv
logreg fit mended.csv --na-values '"pay=12,34,5678"' --quiet --no-curve --json | grep '"n_rows"'
logreg fit mended.csv --na-values '"pay=12,34,5678",age=-1,"pay=1,2",y=NA' --no-curve | head -1
# a category's text is no part of what keeps numbers from being read, unless they have it too
{ echo "pay;kind;age;y"; for i in $(seq 1 40); do echo "$((i * 37 % 90)).$((i * 53 % 900 + 100)),20;$([ $((i % 6)) = 1 ] && echo 'Does not apply' || echo K$((i % 3)));$([ $((i % 9)) = 1 ] && echo unknown || echo $i);$((i * i % 7 % 2))"; done; } > kinds.csv
logreg fit kinds.csv
sed 's/Does not apply/unknown/' kinds.csv | logreg fit -
echo exit $?
