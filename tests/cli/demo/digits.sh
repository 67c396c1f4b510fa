# Handwritten digits; at least as many test images are right as by scikit-learn's multinomial fit.
logreg demo digits --steps >lesson
cat lesson
theirs=$(sed -n 's/^right \([0-9]*\) of 899$/\1/p' "$TESTS/../reference/digits.txt")
ours=$(sed -n 's/^  right: \([0-9]*\) of 899.*/\1/p' lesson)
[ "$ours" -ge "$theirs" ] || echo "WRONG: $ours of 899 are right, and by scikit-learn $theirs"
logreg demo digits | diff - lesson | grep '^<'
true
