# Strays of which a sentence shows other bytes than stand in the file, or not all: the option that it names must be of use.
rows() { # STRAY: as printf has it
    printf "x,y\n1,0\n2,1\n\"$1\",0\n4,1\n5,0\n6,1\n7,1\n8,0\n9,1\n10,0\n11,1\n" >rows.csv
}
follow() { # fits once more with the --na-values of the sentence, if it has one
    fails 1 logreg fit rows.csv
    option=$(logreg fit rows.csv 2>&1 | grep -o -e "--na-values .* (which" | sed 's/ (which//')
    [ -z "$option" ] || bash -c "logreg fit rows.csv --quiet $option --json" | grep -o '"n_obs": [0-9]*'
}
rows 'si\tte' && follow
rows 'a\342\200\256b\302\233\033[31m' && follow
rows "it''s\\\\ \\033\"\"," && follow
rows 'no value' && follow
rows '1e400' && follow
rows '-1.5E+999' && follow
long() {
    awk "BEGIN { for (i = 0; i < $2; i++) printf \"%s\", \"$1\" }"
}
rows "1$(long 0 500)" && follow
rows "$(long 'not measured; ' 10)" && follow
rows "$(long x 79)" && follow
sed 's/^7,/-,/' rows.csv >other.csv && mv other.csv rows.csv && follow
rows "$(long x 80)" && sed 's/^7,/-,/' rows.csv >other.csv && mv other.csv rows.csv && follow
# The name of a column.
rows n.d. && sed '1s/.*/"x\x1b,""q""'"'"'",y/' rows.csv >other.csv && mv other.csv rows.csv && fails 1 logreg fit rows.csv
option=$(logreg fit rows.csv 2>&1 | grep -o -e "--categorical .*")
bash -c "logreg fit rows.csv --quiet $option" 2>&1 | grep -o 'not enough\|Formula.*\|many levels\|looks like an ID' | head -1
