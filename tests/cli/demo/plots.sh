# Every demo's picture is drawn whole, and its script is the same twice.
command -v gnuplot >/dev/null || { echo "gnuplot is not installed"; exit 77; }
for demo in $(logreg demo | sed -n 's/^  \([a-z-]*\) .*/\1/p'); do
    logreg demo "$demo" --plot "$demo.png" >/dev/null
    logreg demo "$demo" --plot "$demo.gp" >/dev/null
    logreg demo "$demo" --plot again.gp >/dev/null
    cmp "$demo.gp" again.gp
done
rm again.gp
"$PYTHON" "$TESTS/picture.py" ./*.png
"$PYTHON" "$TESTS/picture.py" --words ./*.png
logreg demo simpson --plot simpson.svg >/dev/null
logreg demo digits --plot digits.pdf >/dev/null
"$PYTHON" "$TESTS/picture.py" simpson.svg digits.pdf
