# Models of the same rows side by side.
logreg fit @titanic --formula 'survived ~ class + sex + age' --save main.json --quiet --csv=glance >/dev/null
logreg fit @titanic --formula 'survived ~ class * sex + age' --save crossed.json --quiet --csv=glance >/dev/null
logreg fit @titanic --formula 'survived ~ sex' --positive no --save sex.json --quiet --csv=glance >/dev/null
logreg fit @titanic --formula 'survived ~ class' --save class.json --quiet --csv=glance >/dev/null
logreg compare crossed.json sex.json main.json class.json
logreg compare crossed.json main.json --json
COLUMNS=60 LC_ALL=C logreg compare main.json crossed.json | sed -n '1,/^ *A weight/p'

# An offset that the larger model's columns make up for.
logreg fit @challenger --formula 'distress ~ 1' --save one.json --quiet --csv=glance >/dev/null
logreg fit @challenger --formula 'distress ~ temperature + offset(temperature / 100)' --save off.json --quiet --csv=glance >/dev/null
logreg compare one.json off.json | tail -2

# A separated model has a limit; the exit code is that of its fit.
printf 'x,z,y\n1,1,0\n2,0,0\n3,1,1\n4,0,1\n5,1,1\n' >parted.csv
logreg fit parted.csv --formula 'y ~ x' --save x.json --quiet --csv=glance >/dev/null 2>&1
logreg fit parted.csv --formula 'y ~ 1' --save null.json --quiet --csv=glance >/dev/null 2>&1
logreg compare null.json x.json
echo "exit $?"
# The same rows, left out for a missing value by one model and by a condition by the other, are the same rows.
printf 'y,f,x\n0,1,\n1,2,3\n0,3,1\n1,1,\n1,4,2\n0,2,5\n1,5,4\n0,6,3\n1,3,6\n' >holes.csv
logreg fit holes.csv --formula 'y ~ f + x' --save all.json --quiet --csv=glance >/dev/null
logreg fit holes.csv --formula 'y ~ f' --where '!is.na(x)' --save where.json --quiet --csv=glance >/dev/null
logreg fit holes.csv --formula 'y ~ 1' --where '!is.na(x) & f > 0' --save one.json --quiet --csv=glance >/dev/null
logreg compare all.json where.json one.json
# of more classes each has a probability
logreg fit @iris --target species --features sepal_width --save three.json >fitted
logreg compare three.json | sed 1q
