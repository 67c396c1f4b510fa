# Two outputs that name one file: the one written last would be all that is left.
admit
sed 's/,520,/,"520,/' admit.csv >broken.csv
fails 2 logreg fit @vaso --save s.png --plot ./s.png
ln -s . here
fails 2 logreg fit @vaso --trace s.csv --save here/s.csv
fails 2 logreg fit broken.csv --on-bad-row skip --rejects s --save s
fails 2 logreg path @vaso --save s --rejects s --on-bad-row skip
fails 2 logreg split admit.csv --train s.csv --test s.csv
fails 2 logreg split broken.csv --on-bad-row skip --rejects test.csv
mkdir folder && ln -s . folder/link
fails 2 logreg fit @vaso --save folder/s --trace folder/link/s
ls
# Files that are there already, by links; a saved model is an input.
logreg fit admit.csv --features gre --save model.json --quiet >/dev/null && cp model.json kept.json
ln -s model.json soft && ln model.json hard
fails 2 logreg fit admit.csv --save soft --trace hard
fails 2 logreg predict model.json broken.csv --on-bad-row skip --rejects soft
fails 2 logreg evaluate model.json broken.csv --on-bad-row skip --rejects hard
cmp model.json kept.json
# Others go.
logreg fit broken.csv --features gre --on-bad-row skip --rejects r --save s --trace t.csv --quiet --no-curve >/dev/null && ls r s t.csv
logreg fit admit.csv --features gre --trace /dev/null --quiet --json | grep -c coefficients
