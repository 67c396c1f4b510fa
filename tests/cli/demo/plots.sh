# Every demo's picture is drawn whole, and those of drawn rows are the same twice.
command -v gnuplot >/dev/null || { echo "gnuplot is not installed"; exit 77; }
for demo in $(logreg demo | sed -n 's/^  \([a-z-]*\) .*/\1/p'); do
    logreg demo "$demo" --plot "$demo.png" >/dev/null
done
for demo in normal one-feature; do
    logreg demo $demo --plot once.gp >/dev/null
    logreg demo $demo --plot again.gp >/dev/null
    cmp once.gp again.gp
done
"$PYTHON" "$TESTS/picture.py" ./*.png
"$PYTHON" "$TESTS/picture.py" --words ./*.png
logreg demo simpson --plot simpson.svg >/dev/null
logreg demo digits --plot digits.pdf >/dev/null
"$PYTHON" "$TESTS/picture.py" simpson.svg digits.pdf
