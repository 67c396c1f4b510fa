# Ticks where a text for missing values stands for nothing: the command writes 0 for it, but where empty cells say no beside it, or the caller said what it means.
ticks() { # NAME NO OTHER NO: what stands for no tick in two columns
    awk -v no="$2" -v other="$3" 'BEGIN { print "age,treated,smokes,y"; for (i = 0; i < 60; i++)
        printf "%d,%s,%s,%d\n", 20 + i * 17 % 41, i * 7 % 5 < 2 ? "BEAM" : i % 4 ? no : other, i * 11 % 7 < 3 ? "x" : i % 4 ? other : no, i * 13 % 11 % 2 }' >"$1.csv"
}
ticks clean 0 0
sed 's/BEAM/1/;s/,x,/,1,/' clean.csv >clean
follow() {
    fails 1 logreg fit "$1.csv" --target y
    eval "$(logreg fit "$1.csv" --target y 2>&1 | grep -o "perl .* $1.csv")" >done.csv
    cmp done.csv clean && echo 'as the clean file'
}
ticks na NA NA
follow na
ticks null NULL .
follow null
ticks both NA ''
follow both | sed '/differ/d'
cut -d, -f2 done.csv | sort | uniq -c
awk -F, -v OFS=, '$2 == "NA" { $2 = "" } 1' na.csv >one.csv
follow one
fails 1 logreg fit na.csv --target y --na-values treated=NA,smokes=NA
# more answers than a command can name: whatever is no text for missing values is one
survey() { # NAME TICK NO NO: of every second question
    awk -v tick="$2" -v no="$3" -v other="$4" 'BEGIN {
        printf "age"; for (k = 1; k <= 40; k++) printf ",Q5_%d", k; print ",y"
        for (i = 0; i < 60; i++) {
            printf "%d", 20 + i * 17 % 41
            for (k = 1; k <= 40; k++) printf ",%s", (i + k) * i % 11 < 4 ? (tick == "" ? "Answer number " k : tick) : k % 2 ? no : other
            print "," i * 13 % 11 % 2 } }' >"$1.csv"
}
survey clean 1 0 0
mv clean.csv clean
survey wide '' '' ''
follow wide | tail -n 1
survey wide_na '' NA NA
follow wide_na | tail -n 1
survey mixed '' NA ''
follow mixed | tail -n 1
# beside empty cells NA stays what it is
awk -F, -v OFS=, 'NR == 5 { $3 = "NA" } 1' wide.csv >unknown.csv
awk -F, -v OFS=, 'NR == 5 { $3 = "NA" } 1' clean >clean.csv
mv clean.csv clean
follow unknown | tail -n 1
logreg fit wide.csv --target y 2>&1 | sed 's/.*\. If/If/; s/, or leave.*//'
