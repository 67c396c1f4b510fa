# A target of many texts: what a fit of all classes is, and how to ask for less.
awk 'BEGIN { split("bird crab fish worm wasp sea-fan", kind, " "); print "the kind,age,hours"
    for (i = 0; i < 120; i++)
        printf "%s,%d,%d\n", kind[1 + int((i * 7 % 41) * (i * 7 % 41) / 281)], 20 + i * 37 % 41, i * 11 % 13 }' >kinds.csv
advice() { logreg doctor kinds.csv "$@" | sed -n '/^Good/,$p'; }
advice --target 'the kind'
advice --target 'the kind' --categorical 'the kind'
advice --target 'the kind' --where '`the kind` != "sea-fan"'
logreg fit kinds.csv --target 'the kind' --no-curve --json --quiet | grep -c '"estimate"'
