# Words of tables that mislead: what the error or the note says, done, gives R's fit of the cleaned data.
"$PYTHON" "$TESTS/files/words.py" .
heard() { # what the report of .json says of numbers that are none
    "$PYTHON" -c 'import json
for w in json.load(open(".json"))["warnings"]:
    if w["code"] in ("sentinel", "zeros", "date", "id"):
        print(w["code"] + ":", w["message"])'
}
follow() { "$PYTHON" "$TESTS/files/follow.py" "$TESTS" "$@"; }
model='y ~ age + weight + sex'
# texts for missing values: an error in the outcome, a note elsewhere
for token in blank dash dont_know k_a coded ref unknown null none; do
    follow missing y_$token.csv --formula "$model"
    follow missing --note sex_$token.csv --formula "$model"
done
follow missing refused.csv --formula "$model"
logreg fit two_columns.csv --target y --no-curve 2>&1 | grep stand
follow missing all_gaps.csv --formula "$model"
# they are levels: --categorical and C() say so, and no note comes
for option in "--categorical sex" "--formula y~age+weight+C(sex)"; do
    logreg fit sex_none.csv $option --target y --no-curve --json 2>&1 >.json | grep -c stand
done
logreg fit y_dash.csv --categorical y --target y --no-curve 2>&1 | grep 'classes\|stand'
for file in arthritis signs; do
    logreg fit $file.csv --target y --no-curve --json 2>&1 >.json
done
# answers in several spellings
for file in capitals codes few letters; do
    follow all spelt_$file.csv --formula "$model"
done
follow all spelt_german.csv --formula "$model" --positive J
follow missing spelt_and_missing.csv --formula "$model"
logreg fit spelt_codes.csv --categorical y --target y --no-curve 2>&1 | grep classes
# a third class in few rows
for code in eight minus_one two nine; do
    logreg fit odd_$code.csv --target y --no-curve --json 2>&1 >.json
    heard
done
# the doctor says so too, and what it says, pasted, leaves nothing to say
advice() {
    logreg doctor "$@" --target y --json | "$PYTHON" -c 'import json, sys
for f in json.load(sys.stdin)["findings"]:
    if f["code"] == "sentinel":
        print(f["message"], f["advice"])'
}
advice two_columns.csv
advice two_columns.csv --na-values=-,None
advice two_columns.csv --categorical sex,place
advice odd_eight.csv
advice odd_eight.csv --na-values y=8
# rows that sum up others
for file in sums_bare means_bare sum_of_y counted on_top subtotals submeans described; do
    follow all $file.csv --formula "$model"
done
logreg fit total_hip.csv --target y --no-curve --json 2>&1 >.json | grep -c totals
# encodings, ends of files, headers that come again
for file in zeros_le zeros_be zeros_be_units ctrl_z ctrl_z_crlf two_encodings header_capitals header_quoted; do
    follow all $file.csv --formula "$model"
done
logreg fit zeros_be.csv --encoding utf-16 --formula "$model" --csv --quiet >be.csv && logreg fit zeros_le.csv --formula "$model" --csv --quiet | cmp - be.csv
logreg doctor two_encodings.csv
logreg fit header_of_text.csv --target y
# headers of two rows, merged cells
for file in two_headers two_headers_again merged_sex; do
    follow all $file.csv --formula "$model"
done
fails 1 logreg fit merged.csv --target y
perl -lne '@F = /(?:^|,)((?:"[^"]*"|[^,])*)/g; if ($. > 1 && @F > 1) { for (0, 1) { $F[$_] = $v[$_] if $F[$_] =~ /^[" \r]*$/; $v[$_] = $F[$_] } } print join ",", @F' merged.csv | sed -n '2,7p'
logreg fit merged.csv --formula "$model" --no-curve --json --quiet >.json && grep n_dropped .json
logreg doctor merged.csv --target y | sed -n '/Merged/,/^$/p'
# numbers of rows and of cases
logreg fit numbered.csv --no-curve --json 2>&1 >.json && heard
logreg fit numbered.csv --exclude X,record_id --target y --no-curve --json 2>&1 >.json && heard
logreg fit numbered.csv --features X,age --target y --no-curve --json 2>&1 >.json && heard
logreg fit records.csv --no-curve --json 2>&1 >.json && heard
logreg fit records.csv --target y --exclude "hhid,Column3,N° dossier" --no-curve --json 2>&1 >.json && heard
logreg fit records.csv --formula 'y ~ hhid + Column3' --no-curve --json 2>&1 >.json && heard
logreg fit trend.csv --target y --no-curve --json 2>&1 >.json && heard
fails 1 logreg fit freq.csv
logreg fit freq.csv --weights Freq --target y --no-curve --json 2>&1 >.json && grep '"n_obs"' .json
logreg fit freq.csv --target y --no-curve --json 2>&1 >.json
fails 1 logreg fit grouped.csv
logreg fit grouped.csv --trials n --target killed --no-curve --json 2>&1 >.json && grep '"n_obs"' .json
logreg fit count_of_cells.csv --no-curve --json 2>&1 >.json
fails 1 logreg fit freq.csv --exclude y
logreg fit access.csv --formula "$model" --no-curve --json 2>&1 >.json
logreg fit access.csv --formula "$model" --no-curve --positive=-1 2>&1 | grep 'event'
follow all access.csv --formula "$model" --positive=-1
follow missing y_stata.csv --formula "$model"
follow all sap_list.txt --formula "$model"
# text of UTF-8 that was taken for another encoding
follow towns.clean towns.csv --target y
follow towns.clean --note towns_alone.csv --target y
logreg doctor towns_alone.csv --target y | sed -n '/Garbled/,$p'
# numbers of two units and values in other capitals: the warnings' commands, run, leave none, and give the clean file
logreg fit units.csv --decimal , --target y --no-curve --quiet --save units.model 2>&1 >.out
sed -n '/Two units/,/^perl/p;/Values alike/,/^perl/p' .out
logreg show units.model --no-curve | grep -c '^perl'
logreg doctor units.csv --decimal , --target y | sed -n '/Two units/,/^perl/p;/Values alike/,/^perl/p'
sh -c "$(grep -m1 '^perl' .out)" >half.csv
logreg fit half.csv --target y --no-curve --decimal , 2>&1 >.out
sh -c "$(grep -m1 '^perl' .out)" | cmp - units.clean && echo as the clean file
# groups whose names begin with a figure, or are years: the command makes one name of both rows
printf 'Patient,,Baseline,,6 months,,Outcome\nid,age,SBP,HR,SBP,HR,died\n' >visits.csv
printf 'Patient,,2019,,2020,,Outcome\nid,age,SBP,HR,SBP,HR,died\n' >years.csv
for file in visits years; do
    awk 'BEGIN { for (i = 0; i < 40; i++) print "P" i "," 20 + i * 13 % 41 "," 110 + i * 7 % 31 "," 60 + i * 5 % 23 "," 108 + i * 11 % 37 "," 58 + i * 3 % 29 "," (i * i % 7 < 3) }' >>$file.csv
    logreg fit $file.csv --quiet 2>&1 | tee message | cut -c1-120
    sed 's/.*: perl/perl/; s/; and leave out .*//' message >way
    sh way | head -2
    sh way | logreg fit - --exclude Patient_id --csv --quiet | cut -d, -f1
done
# outcomes that are not known, or not yet, beside two answers; a third answer is a class
for third in N/K n.k. Pending "lost to follow-up" Maybe; do
    awk -v third="$third" 'BEGIN { print "age,well"; for (i = 0; i < 60; i++) print 20 + i * 13 % 41 "," (i % 12 == 5 ? third : i * 7 % 5 < 2 ? "Yes" : "No") }' >open.csv
    logreg fit open.csv --quiet 2>&1 | head -1
done
