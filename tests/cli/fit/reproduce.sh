# The code itself, and where there is none.
shown() { sed 's#"[^"]*/datasets/#"datasets/#'; }
logreg fit @vaso --formula 'constricted ~ log(volume) + rate^2' --where 'rate > 0.1' --reproduce r | shown
logreg fit @ucb --formula 'admitted ~ C(dept, sum) + gender' --weights count --reproduce python --conf-level 0.9 | shown
logreg fit @iris --target species --features sepal_width --reproduce r --quiet | shown | sed -n '/outcome <-/,/^V/p'
fails 2 logreg fit @vaso --reproduce r --json
fails 2 logreg fit @vaso --reproduce r --explain
fails 2 logreg fit @vaso --reproduce sas
printf 'x,y\n1,0\n2,1\n3,0\n4,1\n' >piped.csv
fails 1 logreg fit - --reproduce r --quiet <piped.csv
fails 1 logreg fit @vaso --reproduce r --penalty flac --quiet
fails 1 logreg fit @vaso --reproduce python --penalty firth --quiet
fails 1 logreg fit @vaso --reproduce python --ci profile --quiet
fails 1 logreg fit @iris --target species --features sepal_width --reproduce r --penalty firth --firth-se augmented --quiet
fails 1 logreg fit @iris --where 'species != "virginica"' --target species --reproduce r --quiet
logreg fit @vaso --reproduce r --penalty firth --quiet | sed -n '/brglm/,$p'
printf 'x,z,y\n1,2,0\n2,4,1\n3,6,0\n4,8,1\n5,10,1\n6,12,0\n' >copies.csv
fails 1 logreg fit copies.csv --reproduce python --quiet
fails 1 logreg fit @vaso --formula 'constricted ~ poly(rate, 2)' --reproduce python
fails 1 logreg fit @vaso --where '!(rate > 2.5)' --reproduce python --quiet
printf 'x,n,y\n1,1.5,0\n2,1,1\n3,1,0\n4,1,1\n' >halves.csv
fails 1 logreg fit halves.csv --weights n --vcov HC1 --reproduce r --quiet
fails 1 logreg fit @iris --formula 'species ~ sepal_width' --sampling-weights petal_width --reproduce r --quiet
fails 1 logreg fit @iris --formula 'species ~ sepal_width' --vcov HC1 --reproduce r --quiet
cp "$TESTS/../reference/data/pupils.csv" .
logreg fit pupils.csv --formula 'hits ~ x' --trials tries --sampling-weights w --weights n --vcov cluster:school --survey-strata district --reproduce r | sed -n '/outcome/,/^level/p'
fails 1 logreg fit pupils.csv --formula 'passed ~ x + sex + district' --vcov cluster:school,year --reproduce r
logreg fit pupils.csv --formula 'passed ~ x' --vcov cluster:school --reproduce r | grep -e complete.cases -e vcovCL
