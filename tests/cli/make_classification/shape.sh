# Rows, columns and class counts.
count() {
    awk -F, 'NR == 1 { columns = NF; print NF " columns, " $1 " .. " $NF; next }
        NF != columns { print "WRONG: line " NR " has " NF " cells" }
        { rows[$NF]++ }
        END { for (k = 0; k in rows; k++) print "y = " k ": " rows[k] }'
}
logreg make-classification | count
logreg make-classification --flip-y 0 --weights 0.995 | count
logreg make-classification --flip-y 0 --weights 0.25,0.25,0.5 --n-classes 3 --n-informative 3 --n-samples 1000 | count
logreg make-classification --flip-y 0 --n-features 80 --n-informative 64 --n-classes 5 --n-redundant 0 | count
logreg make-classification --coefficients 0.5,-1,2 --n-samples 10000 | count

# What flipping leaves alone.
logreg make-classification --seed 3 >plain.csv
logreg make-classification --seed 3 --flip-y 1 >flipped.csv
cut -d, -f1-20 plain.csv >a
cut -d, -f1-20 flipped.csv | cmp - a && echo 'the same features'
cmp -s plain.csv flipped.csv || echo 'other labels'

# As svmlight, the same numbers: fits agree.
for format in csv svmlight; do
    logreg make-classification --seed 4 --n-features 4 --format $format >rows.$format
    logreg fit rows.$format --format $format --penalty l2 --C 0.5 --csv --quiet | cut -d, -f1-2 | sed -E 's/(\.[0-9]{7})[0-9]*/\1/' >fit.$format
done
cut -c1-40 rows.svmlight | sed -E 's/(\.[0-9]{4})[0-9]*/\1/g' | head -n 2
cmp fit.csv fit.svmlight && echo 'the same fit'
logreg make-classification --coefficients 0,1 --n-samples 2 --format svmlight | cut -d: -f1
