# What cannot be compared.
logreg fit @challenger --save a.json --quiet --csv=glance >/dev/null
logreg fit @challenger --where 'temperature > 60' --save b.json --quiet --csv=glance >/dev/null
logreg fit @mtcars --features wt --save c.json --quiet --csv=glance >/dev/null
fails 1 logreg compare a.json b.json
fails 1 logreg compare a.json a.json c.json
fails 2 logreg compare a.json
fails 3 logreg compare a.json nowhere.json
fails 2 logreg compare a.json a.json --csv
