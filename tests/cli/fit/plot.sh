# The fitted curve as a picture, in every format and for every kind of fit.
look() { "$PYTHON" "$TESTS/picture.py" "$@"; }
for name in fit.png fit.svg fit.pdf FIT.PNG; do
    logreg fit @challenger --quiet --plot $name >/dev/null && look $name
done
logreg fit @challenger --quiet --plot fit.gp >fit.txt && gnuplot -d fit.gp >drawn.png && look drawn.png
grep -c '' fit.txt
look --same fit.png drawn.png
look --words fit.png fit.svg fit.pdf

echo "--- what is written in them"
logreg fit @beetle --quiet --target killed --trials n --plot grouped.svg >/dev/null
logreg fit @ucb --quiet --target admitted --weights count --plot levels.svg >/dev/null
logreg fit @iris --quiet --target species --plot classes.svg >/dev/null
logreg fit @titanic --quiet --json --formula 'survived ~ age + sex' --curve age --plot age.svg >/dev/null
logreg make-classification --n-samples 3000 --coefficients=-5,0.8 >rare.csv
logreg fit rare.csv --quiet --plot rare.svg >/dev/null
logreg fit @challenger --quiet --no-curve --plot fit.svg --alt | tail -n 2
look --text fit.svg grouped.svg levels.svg classes.svg age.svg rare.svg
ls
