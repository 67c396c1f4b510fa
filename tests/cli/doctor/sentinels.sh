# Numbers that stand for missing values: what the doctor says of them, pasted, gives R's fit of the cleaned data or leaves out
# just these rows; and then there is nothing more to say. What looks like them stays silent.
"$PYTHON" "$TESTS/files/make.py" .
heard() { # what the report of .json says of numbers that are none
    "$PYTHON" -c 'import json
for w in json.load(open(".json"))["warnings"]:
    if w["code"] in ("sentinel", "zeros", "date", "id"):
        print(w["code"] + ":", w["message"])'
}
advice() { # FILE OPTION...: the options that the doctor names for them, one finding a line
    logreg doctor "$@" --json | "$PYTHON" -c 'import json, sys
for f in json.load(sys.stdin)["findings"]:
    if f["code"] == "sentinel":
        print(f["advice"].split(", say ")[1].rstrip("."))'
}
paste() { # FILE OPTION...: fits before and after
    echo "\$ logreg fit $*"
    logreg fit "$@" --no-curve --json >.json
    heard
    told=$(advice "$@" | sort -u)
    echo "$told"
    eval "logreg fit \"\$@\" $told --no-curve --json" >.json
    echo "rows $(grep -o '"n_rows": [0-9]*' .json | sed 's/.*: //'), dropped $(grep -o '"n_dropped": [0-9]*' .json | sed 's/.*: //'), then said: $(eval "advice \"\$@\" $told")"
}
paste sentinel.csv --target y 2>&1
"$PYTHON" - "$TESTS/../reference/files.txt" <<'END'
import json, sys
want = {l.split()[0]: list(map(float, l.split()[1:])) for l in open(sys.argv[1])}["missing"]
got = [c[key] for key in ("estimate", "std_error") for c in json.load(open(".json"))["coefficients"]]
good = len(got) == len(want) - 1 and all(abs(a - b) <= 1e-7 * max(1, abs(b)) for a, b in zip(got, want[1:]))
print("as in R" if good else f"WRONG: {got}, {want}")
END
sed -E 's/-99,/-99.00,/' sentinel.csv >zeros_behind.csv
paste zeros_behind.csv --target y 2>&1
awk -F, -v OFS=, 'NR > 1 && NR % 9 == 0 { $1 = "NA" } NR > 1 && NR % 7 == 0 { $1 = -1 } 1' sentinel.csv >two.csv
paste two.csv --target y 2>&1
# other reasons, in columns of their own and in one
awk -F, -v OFS=, 'NR > 1 && NR % 11 == 0 { $1 = -98 } NR > 1 && NR % 13 == 0 { $1 = -77 } NR > 1 && $2 == -99 { $2 = -88 } 1' sentinel.csv >reasons.csv
paste reasons.csv --target y 2>&1
# another column means the number
awk -F, -v OFS=, 'NR == 1 { $1 = "the code"; $2 = "score" } NR > 1 { $1 = NR % 9 ? NR % 4 : 99; $2 = 2.5 * NR - 1 } 1' sentinel.csv >means.csv
sed -i 's/\b101.5\b/99/' means.csv
paste means.csv --target y 2>&1
awk -F, -v OFS=, 'NR > 1 { $4 = NR % 13 ? $4 == "yes" : 9 } 1' sentinel.csv >target.csv
paste target.csv --target y --exclude weight 2>&1
logreg fit sentinel.csv --target y --exclude weight --no-curve --json >.json
heard
logreg doctor means.csv --target y | sed -n '/disguise/,/^$/p'
# levels that are numbers, named so or made so, and once where the column is there as a number too
awk -F, -v OFS=, 'NR == 1 { $1 = "grp" } NR > 1 { $1 = NR % 8 ? NR % 3 + 1 : -99 } 1' sentinel.csv | cut -d, -f1,2,4 >levels.csv
logreg doctor levels.csv --target y --categorical grp | sed -n '/grp holds/,/grp=/p'
for options in '--target=y --categorical=grp' '--formula=y~C(grp)' '--formula=y~C(grp)+grp:weight'; do
    logreg fit levels.csv $options --no-curve --quiet | sed -n '/disguise/,/leaves/p'
done
head -n 100 "$DATA/digits.csv" >digits.csv # all of them take the sanitizers half a minute
for set in @beetle @budworm @challenger digits.csv @ingots @iris @menarche @mtcars @snoring @titanic @ucb @vaso @wdbc; do
    advice $set
    logreg fit $set --no-curve --json --quiet >.json 2>&1
    grep -q warnings .json && heard
done
