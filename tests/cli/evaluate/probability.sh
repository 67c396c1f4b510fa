# Probabilities of another program, in columns of the file: two classes and three, against one another and a model, weights, trials, a pipe, and what is refused.
cp "$TESTS"/../reference/data/stated.csv .
logreg evaluate stated.csv --target y --probability p
logreg evaluate stated.csv --target answer --probability no=rest,yes=q --against-probability p --threshold f1 --gof | sed -n '1,/^Groups/p'
logreg evaluate --target answer --probability q --positive no --weights w --json <stated.csv | tr -d '\n' | cut -c 1-260
echo
logreg evaluate stated.csv --target kind --probability share.low,share.mid,share.top --curves gain | sed -n '1,/^Gain/p'
logreg evaluate stated.csv --target y --probability q --sampling-weights w --csv | head -3
logreg evaluate stated.csv --target y --probability p --csv=calibration | head -3
# What a model says, written into the file by predict, is worth what the model is.
logreg fit @challenger --features temperature --save m.json --quiet >fit.txt
logreg predict m.json @challenger --append >scored.csv
logreg evaluate m.json @challenger --csv >model.csv
logreg evaluate scored.csv --target distress --probability probability --csv | cmp model.csv -
logreg evaluate scored.csv --target distress --probability probability --against m.json | tail -7
logreg evaluate m.json scored.csv --against-probability probability | tail -7
cat scored.csv | logreg evaluate m.json --against-probability probability --json | grep -c '"model": "probability"'
logreg fit @beetle --target killed --trials n --save b.json --quiet >fit.txt
logreg predict b.json @beetle --append --quiet >beetles.csv
logreg evaluate b.json @beetle --csv >model.csv
logreg evaluate beetles.csv --target killed --trials n --probability probability --csv | cmp model.csv -
logreg fit @iris --features sepal_width --save i.json --quiet >fit.txt
logreg predict i.json @iris --append >irises.csv
logreg evaluate irises.csv --target species --probability p_setosa,p_versicolor,p_virginica --against i.json | tail -5
printf 'y,p=q,a\n0,0.25,0.75\n1,0.5,0.5\n1,0.75,0.25\n' >named.csv
logreg evaluate named.csv --target y --probability p=q --metrics accuracy | sed -n 3,4p
logreg evaluate named.csv --target y --probability 0=a,1=p=q --metrics accuracy | sed -n 3,4p
fails 2 logreg evaluate stated.csv --probability p
fails 2 logreg evaluate stated.csv --target y
fails 2 logreg evaluate m.json stated.csv --target y --probability p
fails 1 logreg evaluate stated.csv --target y --probability pp
fails 1 logreg evaluate stated.csv --target nobody --probability p
fails 1 logreg evaluate stated.csv --target y --probability p --weights nobody
fails 2 logreg evaluate stated.csv --target y --probability y
fails 1 logreg evaluate stated.csv --target y --probability answer
fails 1 logreg evaluate stated.csv --target y --probability p,q
fails 2 logreg evaluate stated.csv --target y --probability 1=p,q
fails 2 logreg evaluate stated.csv --target y --probability =p
fails 2 logreg evaluate stated.csv --target y --probability p=
fails 2 logreg evaluate stated.csv --target '' --probability p
fails 2 logreg evaluate stated.csv --target y --probability p --against ''
fails 1 logreg evaluate stated.csv --target y --probability p,rest,q
fails 1 logreg evaluate stated.csv --target kind --probability p
fails 1 logreg evaluate stated.csv --target y --probability 1=p,2=rest
fails 2 logreg evaluate stated.csv --target y --probability p --against m.json --against-probability q
fails 2 logreg evaluate stated.csv --target y --probability p --against-probability q --csv
fails 2 logreg evaluate --target y --probability p --against m.json <stated.csv
fails 1 logreg evaluate stated.csv --target kind --probability share.low,share.mid,share.top --against m.json
sed '5s/,0\.[0-9]*,/,170,/' stated.csv >percent.csv
fails 1 logreg evaluate percent.csv --target y --probability p
sed '6s/,\(low\|mid\|top\),0\.[0-9]*,/,\1,0.9,/' stated.csv >sum.csv
fails 1 logreg evaluate sum.csv --target kind --probability share.low,share.mid,share.top
sed 's/,yes,/,no,/' stated.csv >no.csv
fails 1 logreg evaluate no.csv --target answer --probability p
