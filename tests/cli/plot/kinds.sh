# Figures of each kind: in the terminal, and what they need.
logreg fit @mtcars --formula 'vs ~ mpg + C(am)' --quiet --save cars.json >/dev/null
for kind in forest effects nomogram; do
    logreg plot cars.json --what $kind
done
for kind in precision-recall calibration gain lift confusion residuals leverage influence; do
    logreg plot cars.json @mtcars --what $kind
done
logreg plot cars.json @mtcars --what forest --alt
logreg plot cars.json @mtcars --what confusion --threshold 0.3 --alt
logreg fit @mtcars --formula 'vs ~ wt + hp' --quiet --save two.json >/dev/null
LC_ALL=C logreg plot two.json @mtcars --what boundary
logreg fit @mtcars --formula 'vs ~ mpg' --quiet --save one.json >/dev/null
logreg plot one.json @mtcars --what descent

echo "--- what they need"
fails 1 logreg plot cars.json --what calibration
fails 1 logreg plot cars.json --what influence
fails 1 logreg plot cars.json @mtcars --what descent
fails 1 logreg plot cars.json @mtcars --what boundary
fails 1 logreg plot two.json @mtcars --what boundary --by vs
fails 1 logreg plot cars.json --what weights
fails 1 logreg plot cars.json @iris --what gain
fails 1 logreg plot cars.json @challenger --what residuals
fails 2 logreg plot cars.json --what iterations
fails 2 logreg plot cars.json --what loss
fails 2 logreg fit @mtcars --formula 'vs ~ mpg' --what iterations
fails 2 logreg path @mtcars --target vs --what curve --plot path.gp
logreg fit @mtcars --formula 'vs ~ mpg * wt' --penalty firth --quiet --save crossed.json >/dev/null
fails 1 logreg plot crossed.json --what nomogram
logreg fit @iris --quiet --target species --penalty l2 --save iris.json >/dev/null
fails 1 logreg plot iris.json --what forest
for kind in curve effects boundary; do
    logreg plot iris.json @iris --what $kind --alt
done
logreg plot iris.json @iris --what boundary
logreg fit @iris --quiet --formula 'species ~ sepal_width + sepal_length' --penalty firth --save sepals.json >/dev/null
logreg plot sepals.json @iris --what influence --alt
logreg plot sepals.json @iris --what residuals --alt
fails 1 logreg plot iris.json @iris --what leverage
fails 1 logreg plot sepals.json @iris --what nomogram
fails 1 logreg plot sepals.json @iris --what descent
fails 1 logreg plot iris.json @iris --what residuals
for kind in roc precision-recall calibration gain lift; do
    logreg plot iris.json @iris --what $kind --alt
done
printf 'mpg,am,vs\n20,0,1\n21,1,1\n' >ones.csv
fails 1 logreg plot cars.json ones.csv --what gain
fails 1 logreg plot cars.json ones.csv --what influence
printf 'mpg,am,vs\n' >none.csv
fails 1 logreg plot cars.json none.csv --what roc
ls
