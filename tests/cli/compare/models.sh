# Models of the same rows side by side.
logreg fit @titanic --formula 'survived ~ class + sex + age' --save main.json --quiet --csv=glance >/dev/null
logreg fit @titanic --formula 'survived ~ class * sex + age' --save crossed.json --quiet --csv=glance >/dev/null
logreg fit @titanic --formula 'survived ~ sex' --positive no --save sex.json --quiet --csv=glance >/dev/null
logreg fit @titanic --formula 'survived ~ class' --save class.json --quiet --csv=glance >/dev/null
logreg compare crossed.json sex.json main.json class.json
logreg compare crossed.json main.json --json
COLUMNS=60 LC_ALL=C logreg compare main.json crossed.json | sed -n '1,/^ *A weight/p'

# Without a common offset nothing is nested; a lone comparison of likelihoods stands.
logreg fit @challenger --formula 'distress ~ 1' --save one.json --quiet --csv=glance >/dev/null
logreg fit @challenger --formula 'distress ~ temperature + offset(temperature / 100)' --save off.json --quiet --csv=glance >/dev/null
logreg compare one.json off.json | tail -2

# A separated model has a limit; the exit code is that of its fit.
printf 'x,z,y\n1,1,0\n2,0,0\n3,1,1\n4,0,1\n5,1,1\n' >parted.csv
logreg fit parted.csv --formula 'y ~ x' --save x.json --quiet --csv=glance >/dev/null 2>&1
logreg fit parted.csv --formula 'y ~ 1' --save null.json --quiet --csv=glance >/dev/null 2>&1
logreg compare null.json x.json
echo "exit $?"
