# Where columns that miss much would leave few rows the last line leaves these out too; and no column that most rows lack is offered as a target.
{ echo "id,plot,a,b,note,wet,lon"; for i in $(seq 1 40); do
    a= b= note=
    [ $((i % 3)) = 0 ] && a=$((i * 7 % 11))
    [ $((i % 4)) = 1 ] && b=$((i * 5 % 13))
    [ $((i % 10)) = 1 ] && note=probable; [ $((i % 10)) = 2 ] && note=sure
    echo "P$((1000 + i)),x,$a,$b,$note,$([ $((i * i % 7 % 2)) = 1 ] && echo Yes || echo No),$((i * 37 % 101)).$((i % 9 + 1))"
done; } > sites.csv
logreg doctor sites.csv | sed -n '/! Target/,/classes/p'
logreg fit sites.csv
logreg doctor sites.csv --target wet --exclude note | sed -n '/^To leave/,$p'
logreg fit sites.csv --target wet --exclude note,id,plot,a,b --quiet --no-curve --json | grep '"n_rows"'
# an apostrophe in front makes no number of an ID
{ echo "Customer ID,age,y"; for i in $(seq 1 40); do echo "'$((7662672412994 + i * 137)),$((20 + i * 13 % 41)),$((i * i % 7 % 2))"; done; } > customers.csv
logreg doctor customers.csv | sed -n '/^What stops/,$p'
