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
fails 1 logreg fit @vaso --reproduce r --penalty firth --quiet
fails 1 logreg fit @ucb --target admitted --sampling-weights count --reproduce r
printf 'x,z,y\n1,2,0\n2,4,1\n3,6,0\n4,8,1\n5,10,1\n6,12,0\n' >copies.csv
fails 1 logreg fit copies.csv --reproduce python --quiet
fails 1 logreg fit @vaso --formula 'constricted ~ poly(rate, 2)' --reproduce python
fails 1 logreg fit @vaso --where '!(rate > 1)' --reproduce python --quiet
fails 1 logreg fit @ucb --target admitted --weights count --vcov HC1 --reproduce r
cp "$TESTS/../reference/data/pupils.csv" .
fails 1 logreg fit pupils.csv --formula 'passed ~ x' --sampling-weights w --reproduce r
fails 1 logreg fit pupils.csv --formula 'passed ~ x + sex + district' --vcov cluster:school,year --reproduce r
logreg fit pupils.csv --formula 'passed ~ x' --vcov cluster:school --reproduce r | grep -e complete.cases -e vcovCL
