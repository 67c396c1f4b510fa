# The words of a text column as columns of a fit.
"$PYTHON" "$TESTS/fit/words.py"
cat >four.csv <<'END'
review,stars,good
I love this movie,5,yes
This was awful,1,no
Great performance,4,yes
Terrible experience,2,no
END
echo '# four sentences'
logreg fit four.csv --target good --features stars --text review --penalty l2 --save m.json | grep -v Time
printf 'stars,review\n5,"Great movie, a LOVE letter"\n1,\n4,Gr\303\250at\n' >new.csv
echo '# new ones: a text that is missing, and words that nobody knows'
logreg predict m.json new.csv 2>&1
for review in great zzz 'zzz great' 'zzz yyy'; do
    printf 'stars,review\n5,"%s"\n' "$review" | logreg predict m.json - 2>&1 >/dev/null
done
logreg show m.json | sed -n '/Texts/,/Data/p'
logreg evaluate m.json four.csv --metrics accuracy | sed -n '/accuracy/p'
echo '# saved and loaded it predicts the same, whatever counts words'
for options in '--ngrams 2' '--text-weight tfidf' '--hash 8' '--hash 1' '--text-weight binary --max-words 3' '--min-rows 2'; do
    logreg fit four.csv --target good --features stars --text review --penalty l2 --save n.json --csv=augment --quiet $options >a.csv 2>err || cat err
    [ -s err ] || logreg predict n.json four.csv --quiet | cut -d, -f1 >p && cut -d, -f4 a.csv | sed 1s/.*/probability/ | cmp - p && logreg show n.json | sed -n '/Texts/,/Data/p'
done
echo '# probabilities calibrated on folds, each with a vocabulary of its own'
logreg fit @reviews --text review --penalty l2 --calibrate platt --no-curve --quiet | sed -n '/Calib/,/Time/p' | grep -v Time
logreg fit @reviews --text review --penalty l1 --C 0.1 --no-curve --quiet | grep 'columns have a coefficient'
echo '# what is refused'
fails 2 logreg fit four.csv --target good --text review
fails 1 logreg fit four.csv --target good --text revue --penalty l2
fails 1 logreg fit four.csv --target good --text stars --penalty l2
fails 2 logreg fit four.csv --target good --ngrams 2
fails 2 logreg fit four.csv --target good --text review --penalty l2 --hash 8 --min-rows 2
fails 2 logreg fit four.csv --target good --text review --penalty l2 --hash 8 --text-weight tfidf
fails 2 logreg fit four.csv --target good --text review --penalty l2 --ngrams 9
fails 1 logreg fit four.csv --target good --text review --penalty l2 --min-rows 5
fails 1 logreg predict m.json @vaso
cut -d, -f2 four.csv >stars.csv
fails 1 logreg predict m.json stars.csv
printf '1 1:1\n0 2:1\n1 1:2\n' >t.svm
fails 1 logreg fit t.svm --text qid --penalty l2
sed 's/"love"/"zzz"/' m.json >broken.json
fails 1 logreg show broken.json
fails 1 logreg fit four.csv --target good --text review --penalty l2 --effects --quiet
echo '# without --text'
fails 1 logreg fit @reviews --quiet
logreg doctor @reviews | sed -n '/ID. review/,$p'
echo '# paths of penalties'
logreg path @reviews --text review --min-rows 5 --n-lambda 20 --no-cv --csv --quiet | wc -l
logreg path @reviews --text review --min-rows 5 --folds 3 --n-lambda 5 --quiet | grep 'Texts'
fails 2 logreg path @reviews --ngrams 2
