# A saved model drawn without rows and with them, and its ROC curve.
look() { "$PYTHON" "$TESTS/picture.py" "$@"; }
logreg fit @challenger --quiet --save model.json >/dev/null
logreg plot model.json -o alone.svg
logreg plot model.json @challenger -o rows.svg
logreg plot model.json @challenger --what roc -o roc.svg
logreg plot model.json @challenger --what roc --output=roc.png
look --text alone.svg rows.svg roc.svg
look roc.png
logreg fit @beetle --quiet --target killed --trials n --save grouped.json >/dev/null
logreg plot grouped.json @beetle --what roc -o grouped.gp
sed -n '/line4 << EOD/,/^EOD/p' grouped.gp

echo "--- in the terminal, and in words"
logreg plot model.json @challenger
LC_ALL=C logreg plot model.json @challenger --what roc
logreg plot model.json @challenger --alt
logreg plot grouped.json @beetle --what roc --alt -o grouped.svg && look grouped.svg
logreg fit @mtcars --quiet --formula 'am ~ wt + C(cyl)' --penalty firth --save cars.json >/dev/null
logreg plot cars.json @mtcars --curve wt --by cyl
logreg plot cars.json --curve wt --at cyl=8 --alt

echo "--- errors"
fails 2 logreg plot model.json -o
fails 2 logreg plot model.json -x
fails 2 logreg plot model.json -o roc.tiff
fails 2 logreg plot model.json --what pie -o pie.png
fails 1 logreg plot model.json --what roc -o no.png
fails 1 logreg plot model.json @beetle -o no.png
fails 1 logreg plot model.json --curve hat -o no.png
fails 1 logreg plot model.json --by temperature
fails 1 logreg plot cars.json --by gear
fails 1 logreg plot cars.json --by cyl --at cyl=8
fails 1 logreg plot cars.json --curve cyl --by cyl
fails 1 logreg plot cars.json --at cyl=5
fails 1 logreg plot cars.json --at wt=heavy
logreg fit @iris --quiet --target species --save iris.json >/dev/null
fails 1 logreg plot iris.json @iris --what descent -o no.png

echo "--- no file may be longer than a kilobyte"
(
    ulimit -f 2
    fails 3 logreg plot model.json -o alone.svg
    fails 3 logreg fit @challenger --quiet --save long.json
)
look --text alone.svg
ls
