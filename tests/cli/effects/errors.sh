logreg fit @titanic --save titanic.json --quiet >/dev/null
fails 1 logreg effects titanic.json @vaso
fails 1 logreg effects titanic.json @titanic --where 'sex == "male"'
fails 1 logreg effects titanic.json @titanic --of sax
fails 1 logreg effects titanic.json @titanic --of sex --at sex=male
fails 1 logreg effects titanic.json @titanic --at sex=men
fails 1 logreg effects titanic.json @titanic --at sax=male
fails 2 logreg effects titanic.json @titanic --at sex
fails 2 logreg effects titanic.json @titanic --json --csv
fails 2 logreg effects
fails 2 logreg fit @titanic --effects --csv --quiet
logreg fit @vaso --formula 'constricted ~ log(volume)' --save vaso.json --quiet >/dev/null
fails 1 logreg effects vaso.json @vaso --at volume=0
fails 1 logreg effects vaso.json @vaso --at volume=much
fails 1 logreg effects vaso.json @vaso --discrete volume
printf 'x,y\n1,0\n2,0\n3,1\n4,1\n' >parted.csv
logreg fit parted.csv --save parted.json --quiet >/dev/null
fails 1 logreg effects parted.json parted.csv
