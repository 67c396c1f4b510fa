# Plain ASCII where the locale is not UTF-8; numbers have points in every locale.
LC_ALL=C logreg fit @challenger --quiet | LC_ALL=C grep -c '[^ -~]'
logreg fit @challenger --quiet | LC_ALL=C grep -c '[^ -~]' | sed 's/^[1-9][0-9]*$/some/'
logreg fit @challenger --quiet --json | sed '/"seconds"/d' >plain.json
LC_ALL=de_DE.UTF-8 LC_NUMERIC=de_DE.UTF-8 logreg fit @challenger --quiet --json | sed '/"seconds"/d' | cmp - plain.json
LC_ALL=C logreg fit @challenger --quiet --tol 1e-9 >/dev/null
