# A column of numbers as a category: however its numbers are written, and whatever made it one, levels are the same.
rows() { # AWK'S WAY TO WRITE A LEVEL, OF ROW NR
    awk "BEGIN { print \"k,y\"; for (i = 1; i <= 80; i++) { k = i % 3 + 1; if (i % 7 == 0) k = 10; print $1 \",\" (i * i % 11 < 4 + k % 4 ? 1 : 0) } }"
}
names() { grep -oE '"(positive|n_rows)": [^,]*|"name": ("([^"\\]|\\.)*"|[^,]*), "estimate": -?[0-9.]{6}'; }
rows k >plain.csv
rows 'k ".0"' >pandas.csv
rows '(i % 4 == 0 ? k : i % 4 == 1 ? k ".0" : i % 4 == 2 ? k "e0" : "0" k)' >mixed.csv
rows 'sprintf("%03d", k)' >codes.csv
for file in plain pandas mixed codes; do
    logreg fit $file.csv --target y --categorical k --no-curve --json --quiet --save $file.json | names
done
logreg fit plain.csv --formula 'y ~ C(k)' --no-curve --json --quiet --save wrapped.json | names
logreg predict plain.json plain.csv >want.csv
for model in plain pandas mixed codes wrapped; do
    for file in plain pandas mixed codes; do
        logreg predict $model.json $file.csv --quiet | cmp - want.csv
        logreg evaluate $model.json $file.csv --quiet | grep log
    done
done | sort | uniq -c | sed 's/^ *//'
logreg predict codes.json --at k=2.0
logreg predict plain.json --at k=002
fails 1 logreg predict plain.json --at k=4.0
logreg fit pandas.csv --target y --categorical k --reference k=10.0 --positive 0.0 --where 'k == 1 | k > 2' --no-curve --quiet --json |
    names
logreg fit plain.csv --formula 'y ~ C(k, base = "10.0")' --where 'k != 3' --no-curve --quiet --json | names
logreg fit pandas.csv --target y --categorical k,y --where 'k != "2"' --positive 0 --no-curve --quiet --json | names
fails 1 logreg fit plain.csv --target y --categorical k --where 'k + 1 == 2'
printf 'k,y\n1,a\n2,b\nx,a\n' >texts.csv
fails 1 logreg fit texts.csv --target y --categorical k --where 'k == 1'
