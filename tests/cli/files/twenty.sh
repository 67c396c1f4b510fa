# Files as programs export them: each gives R's coefficients on the cleaned data (tests/reference/files.txt), or a
# sentence; what the sentence says is then done, and gives them too.
"$PYTHON" "$TESTS/files/make.py" .
good() { # CASE ARGUMENT...
    case=$1
    shift
    logreg fit "$@" --formula 'y ~ age + weight + sex' --no-curve --quiet --json >got.json || echo "WRONG: exit $?"
    "$PYTHON" - "$case" "$TESTS/../reference/files.txt" <<'END'
import json, sys
want = {l.split()[0]: list(map(float, l.split()[1:])) for l in open(sys.argv[2])}[sys.argv[1]]
got = json.load(open("got.json"))
values = [got["n_rows"] - got["n_dropped"]] + [c[key] for key in ("estimate", "std_error") for c in got["coefficients"]]
ok = len(values) == len(want) and all(abs(a - b) <= 1e-7 * max(1, abs(b)) for a, b in zip(values, want))
print("as in R" if ok else f"WRONG: {values}, {want}")
END
}
bad() { fails 1 logreg fit "$@" --formula 'y ~ age + weight + sex'; }
good all plain.csv
good all excel_german.csv --decimal ,
good all excel_sep.csv
good all excel_unicode.txt
good all excel_latin.csv --decimal , --encoding windows-1252
good all mac.csv
good all quoted.csv
good all packed.csv.gz
good all trailing.csv
good missing sas.csv
good missing spss.csv
good missing stata.csv
good missing postgres.csv
good missing sentinel.csv --na-values=-99
logreg fit mysql.tsv --no-header --no-curve --quiet --json | grep -E 'formula|n_dropped'

bad excel_german.csv
bad excel_latin.csv --decimal ,
bad latin.csv
good all latin.csv --encoding latin1
bad stata_extended.csv
good missing stata_extended.csv --na-values .a
good all r_rownames.csv
sed -E '1s/^("")?/row/' r_rownames.csv | good all -
good all pandas_index.csv
sed -E '1s/^("")?/row/' pandas_index.csv | good all -
bad r_table.txt
sed '1s/^/row\t/' r_table.txt | good all -
bad comments.tsv
grep -v '^#' comments.tsv | good all -
bad preamble.csv
tail -n +3 preamble.csv | good all -
bad logger.csv
tail -n +4 logger.csv | good all -
bad padded.csv
tail -n +2 padded.csv | good all -
bad titles.csv
tail -n +4 titles.csv | good all -
bad units.csv
sed 2d units.csv | good all -
bad totals.csv
sed 42d totals.csv | good all -
bad sums.csv
sed 42d sums.csv | good all -
bad money.csv
tr -d '$' <money.csv | good all -
bad thousands.csv
sed -E ':f;s/("[0-9]+),([0-9]{3})/\1\2/;tf' thousands.csv | good thousands -
bad book.xlsx
