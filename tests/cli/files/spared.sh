# A column that the model does not use need not be sound: --exclude, --features and --formula pass it over, with all its rows. Whatever uses
# it gets the sentence that it would have had at once.
awk 'BEGIN {
    print "age,note,policy,y"
    for (i = 0; i < 60; i++)
        printf "%d,%s,%02d.%03d.%03d,%d\n", 20 + i * 13 % 41, i % 12 ? i * 7 % 40 : "n.d.", 10 + i, 100 + i * 37 % 900, 100 + i * 53 % 900, i * 7 % 5 < 2
}' >notes.csv
fit() {
    echo "$*:"
    logreg fit notes.csv "$@" --quiet --no-curve --json 2>&1 | grep -E '"n_rows"|"n_dropped"|^logreg'
}
for options in "--exclude note,policy" "--features age" "--formula y~age"; do
    fit $options
done
for options in "--exclude age" "--exclude policy" "--features note" "--formula y~age+C(note)" "--formula note~age" \
    "--features age --weights note" "--features age --calibrate platt --group note" "--features age --where note>1" "--target note --features age"; do
    fit $options
done
# a header that stands there again concerns all
sed '30{p;s/.*/age,note,policy,y/}' notes.csv >again.csv
logreg fit again.csv --exclude note,policy --quiet 2>&1
# also where something else has to be mended first
{ echo "Report of May"; echo; cat notes.csv; } >report.csv
logreg fit report.csv --exclude note,policy --quiet 2>&1
logreg doctor notes.csv --exclude note,policy | sed -n '/Columns/,$p'
# a column of sets is no ID to be left out
awk 'BEGIN { print "set,age,y"; for (i = 0; i < 60; i++) printf "%d,%s,%d\n", 1 + int(i / 2), i == 7 ? "x" : 20 + i * 17 % 41, i % 2 }' >sets.csv
logreg fit sets.csv --target y --quiet 2>&1 | grep -c 'exclude set'
logreg fit sets.csv --target y --strata set --quiet 2>&1 | grep -c 'exclude set'

# where a formula or --features name the columns, no --exclude is told
{ echo k,amount,y; for i in $(seq 60); do echo "$i,$((i * 37 % 101)),\"$((i * 7 % 50)),5\",$((i * i % 7 % 2))"; done; } >rows.csv
{ echo amount,age,y; for i in $(seq 60); do echo "$([ $((i % 3)) = 1 ] && echo "x$i" || echo $((9000 + i * 37))),$((i * 7 % 50)),$((i * i % 7 % 2))"; done; } >codes.csv
for file in rows codes; do
    fails 1 logreg fit $file.csv --quiet
    fails 1 logreg fit $file.csv --formula y~amount --quiet
    fails 1 logreg fit $file.csv --features amount --target y --quiet
done

# decimal commas of a column that no model uses stop nobody, unless they tell what the dots of one that is used part
{ echo "age,dose,y"; for i in $(seq 60); do [ $((i % 20)) = 9 ] && dose='"9,5"' || dose=$((i * 37 % 101)); echo "$((20 + i * 13 % 41)),$dose,$((i * i % 7 % 2))"; done; } >commas.csv
fit() {
    echo "$*:"
    logreg fit "$@" --quiet --no-curve --json 2>&1 | grep -E '"n_rows"|"n_dropped"|^logreg'
}
fit commas.csv --formula y~age
fit commas.csv --target y --features age
fit commas.csv --formula y~age+dose
fit commas.csv --formula y~age --where 'dose > 3'
{ echo "pay;dose;y"; for i in $(seq 60); do echo "$(((i * 7 % 9) + 1)).$((100 + i * 37 % 900));$i,5;$((i * i % 7 % 2))"; done; } >dots.csv
fit dots.csv --formula y~dose
fit dots.csv --formula y~pay
