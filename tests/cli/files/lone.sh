# An outcome of which one class alone is written: the command that writes both works as it is pasted, whatever parts cells, and 1 is the
# event. A number and a text are two classes, however seldom one of them is.
table() { # DELIMITER VALUE OTHERWISE: in 60 rows, 24 of the value
    awk -v d="$1" -v value="$2" -v other="$3" 'BEGIN {
        printf "a%sy%sb\n", d, d
        for (i = 0; i < 60; i++)
            printf "%d%s%s%s%d\n", i * 7 % 31, d, i * 13 % 5 < 2 ? value : other, d, i * 11 % 17
    }'
}
pasted() {
    echo "$1:"
    logreg fit "$1" --target y --quiet 2>message
    sed -E 's/^logreg fit: //' message
    sed -nE 's/.*, (perl .*); if not, name.*/\1/p' message >command
    sh ./command >mended.csv
    told mended.csv
}
told() {
    logreg fit "$1" --target y --no-curve --quiet --json | "$PYTHON" -c '
import json, sys
fit = json.load(sys.stdin)
print(fit["n_rows"], fit["n_dropped"], fit["n_events"], *("%.6f" % c["estimate"] for c in fit["coefficients"]))'
}
table , 1 0 >plain.csv
told plain.csv
table , X '' >comma.csv
table ';' X '' >semicolon.csv
table '	' X '' >tab.csv
table '|' 'X     ' '      ' >padded.csv
table , X '' | sed 's/$/\r/' >crlf.csv
table , '"died, in care"' '""' >quoted.csv
table , "it's 1/2 (so)" NA >marks.csv
table , 1 '' >one.csv
table ';' 1.0 ' ' >ones.csv
table , '' Nein >no.csv
table , NULL 0 >zero.csv
table , '' '-' >dash.csv
for file in comma semicolon tab padded crlf quoted marks one ones no zero dash; do
    pasted $file.csv
done
table , X 0 >seldom.csv
table , unknown 7 >gap.csv
told seldom.csv
fails 1 logreg fit gap.csv --target y
logreg doctor comma.csv --target y | sed -n '/^What stops/,/^Good/p'
# First names with numbers, one of them that of a month: IDs; nine dates in ten are dates.
for dates in 1 34; do
    awk -v dates=$dates -v OFS=, 'BEGIN { print "first,x,y"; for (i = 1; i <= 40; i++) print (i > dates ? "Rosario" i * 7 : dates == 1 ? "Augustus49" : sprintf("2024-%02d-%02d", i % 12 + 1, i % 28 + 1)), i * 7 % 41, (i * i % 7 < 3) }' >first.csv
    logreg doctor first.csv | grep -o '! [^ ]* first \(looks like an ID\|holds dates\)'
    sed 's/Rosario28[0-9]*\|Rosario27.*\|Rosario26.*//; s/^Rosario2[45][0-9]*//' first.csv >gaps.csv
    logreg doctor gaps.csv | grep -o '! [^ ]* first \(looks like an ID\|holds dates\)'
done

# NA beside empty cells is unknown, and stays
for sign in X 1; do
    awk -v s=$sign 'BEGIN { print "age,sick"; for (i = 1; i <= 40; i++) printf "%d,%s\n", 20 + i * 7 % 31, i % 7 == 0 ? "NA" : i % 3 == 0 ? s : "" }' >na.csv
    logreg fit na.csv --target sick 2>told.txt
    cat told.txt
    sed 's/.*\(perl .*na\.csv\);.*/\1/' told.txt | sh | cut -d , -f 2 | sort | uniq -c
done
