# Probabilities of another program, in columns of the file: each kind that is of rows, two classes and three, weights, a pipe; what is of a model, and what is refused.
cp "$TESTS"/../reference/data/stated.csv .
for kind in roc precision-recall calibration gain lift confusion; do
    logreg plot stated.csv --target y --probability p --what $kind --alt
done
LC_ALL=C logreg plot stated.csv --target y --probability p --what calibration
logreg plot --target answer --probability no=rest,yes=q --weights w --what roc --alt - <stated.csv
logreg plot stated.csv --target kind --probability share.low,share.mid,share.top --what roc --alt
# What a model says, written into the file by predict, is drawn as the model is, but for the words that name it.
logreg fit @challenger --features temperature --save m.json --quiet >fit.txt
logreg predict m.json @challenger --append >scored.csv
for kind in roc precision-recall calibration gain lift confusion; do
    logreg plot m.json @challenger --what $kind -o model.gp
    logreg plot scored.csv --target distress --probability probability --what $kind -o columns.gp
    for file in model columns; do
        sed -n '/<< EOD/,/^EOD/p' $file.gp >$file.data
    done
    cmp model.data columns.data
done
wc -l <columns.data
logreg predict m.json @challenger --append | logreg plot - --target distress --probability probability --what lift --alt
fails 2 logreg plot stated.csv --target y --probability p
fails 2 logreg plot stated.csv --target y --probability p --what influence
fails 2 logreg plot stated.csv --probability p --what roc
fails 2 logreg plot stated.csv --target y --what roc
fails 2 logreg plot m.json stated.csv --target y --probability p --what roc
fails 2 logreg plot --target y --probability p --what roc
fails 1 logreg plot stated.csv --target y --probability pp --what roc
fails 1 logreg plot stated.csv --target y --probability answer --what roc
fails 2 logreg plot stated.csv --target y --probability y --what roc
fails 1 logreg plot stated.csv --target y --probability p,q --what roc
printf 'y,p\n0,0.25\n1,1.5\n' >beyond.csv
fails 1 logreg plot beyond.csv --target y --probability p --what roc -o beyond.gp
printf 'y,p\n1,0.25\n1,0.5\n' >ones.csv
fails 1 logreg plot ones.csv --target y --probability p --what gain -o ones.gp
ls
