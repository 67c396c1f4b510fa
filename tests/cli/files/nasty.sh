# Small files that each hold one thing that has made a program lie, or fall: what a user reads of it.
rows() { i=1; while [ $i -le 20 ]; do echo "$((i % 7)),$((i * i % 5)),$([ $((i * i % 7)) -lt 3 ] && echo yes || echo no)"; i=$((i + 1)); done; }
try() { # NAME [OPTION]...: fits standard input
    name=$1
    shift
    cat >"$name"
    echo "\$ logreg fit $name $*"
    logreg fit "$name" "$@" --target y --no-curve --quiet --json >.json 2>.err && code=0 || code=$?
    cat .err
    echo "exit $code$(grep -o '"n_rows": [0-9]*' .json | sed 's/.*:/, rows/')$(grep -o '"n_dropped": [1-9][0-9]*' .json | sed 's/.*:/, dropped/')$(grep -o '"code": "[a-z_]*"' .json | sed 's/.*: "/, /;s/"//' | tr -d '\n')"
}
{ echo x,z,y; rows; } >plain.csv
: | try empty.csv
head -n 1 plain.csv | try header.csv
tail -n +2 plain.csv | try headless.csv
printf '\357\273\277' | cat - plain.csv | try bom.csv
sed 'n;s/$/\r/' plain.csv | try mixed_ends.csv
tr '\n' '\r' <plain.csv | try mac.csv
printf %s "$(cat plain.csv)" | try no_final.csv
sed '5s/,/\x00,/' plain.csv | try nul.csv
sed '5s/,/,"/' plain.csv | try unclosed.csv
sed '5s/no/n"o/;5s/yes/y"es/' plain.csv | try quote.csv
sed '1s/z/x/' plain.csv | try twice.csv
sed '1s/z/\xe2\x80\x8b/' plain.csv | try zero_width.csv
sed '1s/z/\xe2\x80\xaex/' plain.csv | try bidi.csv
sed '1s/x,z/"=HYPERLINK(""http:\/\/x"",""y"")",<script>alert(1)<\/script>/' plain.csv | try formula_name.csv
sed '1s/x/`id`/;1s/z/"\x1b]0;z\x07\nw"/' plain.csv | try control_names.csv
sed '5s/,/,,/' plain.csv | try long_row.csv
sed '5s/,//' plain.csv | try short_row.csv
{ printf 'Exported on Monday\n\n'; cat plain.csv; } | try preamble.csv
sed '1s/$/\nyears,kg,/' plain.csv | try two_headers.csv
{ sed 's/^/a/;1s/^a/id,/;2,$s/^a/a,/' plain.csv; awk -F, 'NR > 1 { s += $2 } END { print "Total,," s "," }' plain.csv; } | try totals.csv
sed '2,$s/^/"1,00/;2,$s/,\([^,]*,[a-z]*\)$/",\1/' plain.csv | try thousands.csv
sed '2,$s/^/$1/' plain.csv | try money.csv
sed 's/,/;/g;2,$s/;/,5;/' plain.csv | try decimal_comma.csv
sed 's/,/;/g;2,$s/;/,5;/' plain.csv | try decimal_comma.csv --decimal ,
sed '2,$s/,/,5,/' plain.csv | try decimal_commas_bare.csv
for value in inf 1e400 0x10 12abc; do
    sed "5s/^[0-9]*/$value/" plain.csv | try $value.csv
done
sed '5s/^[0-9]*/1e-400/' plain.csv | try tiny.csv
sed "5s/^[0-9]*/3.$(printf '%0500d' 1)/" plain.csv | try digits.csv
sed '1s/^/w,/;2,$s/^/,/' plain.csv | try all_missing.csv
sed '1s/^/w,/;2,$s/^/3,/' plain.csv | try constant.csv
sed '1s/^/w,/;2,$s/^\([^,]*\)/\1,\1/' plain.csv | try same_column.csv
sed 's/yes$/Yes/;5s/Yes/yes/;6s/no/NO/' plain.csv | try capitals.csv --categorical y
sed '5s/$/\xc2\xa0/' plain.csv | try no_break.csv
sed '2,$s/^/2023-01-01 10:00,/;1s/^/when,/' plain.csv | awk -F: -v OFS=: 'NR > 1 { sub(/^[0-9]+/, NR + 10, $2) } 1' | try dates.csv
logreg doctor capitals.csv --categorical y | grep -A 2 'Values alike'
logreg fit capitals.csv --categorical y --no-curve | grep -A 2 'Values alike'
