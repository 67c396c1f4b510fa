# Numbers that are dressed are no missing values: neither a column that is full of them nor one with a single plain number is empty or constant.
rows() { # what each cell of price is written as, behind NUMBER
    echo "price;kind;ok"
    for i in $(seq 1 30); do
        echo "$(echo "$1" | sed "s/N/$((i * 37 % 61 + 20))/");$(echo A B C | cut -d' ' -f$((i * 7 % 3 + 1)));$((i * 5 % 7 > 3))"
    done
}
seen() { sed -n '/^Columns/,/kind/p; /^What stops/,$p'; }
rows '$N.54' > money.csv
logreg doctor money.csv | seen
rows '5N.438,25' > thousands.csv
logreg doctor thousands.csv | seen
rows 'N,82' > commas.csv
logreg doctor commas.csv | seen
echo exit $?
rows 'N%' | sed '2s/^[^;]*/50/; 3s/^[^;]*//' | logreg doctor - | seen
# in a target, and in the condition that is one
logreg doctor money.csv --target price | seen
logreg doctor money.csv --target 'price > 40' | seen
rows 'N' | sed '9s/^[^;]*/-Inf/; 12s/^[^;]*/Inf/' > infinite.csv
logreg doctor infinite.csv --target 'price > 40'
# texts decide which rows there are no more than numbers
logreg doctor infinite.csv --where 'price > 40'
echo exit $?
