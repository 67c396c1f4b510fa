# --csv: tables in the shapes of R's broom.
admit
fit() { echo "\$ logreg fit $*"; logreg fit "$@"; echo "exit $?"; echo; }
fit admit.csv --target admit --features gre,school --csv --quiet
fit admit.csv --target admit --features gre,school --csv=tidy --quiet --conf-level 0.8 | sed -n 1,3p
fit admit.csv --target admit --features gre --csv=glance --quiet
fit admit.csv --target admit --features gre --where 'gre > 600' --csv=augment --quiet

echo '# three classes: a row a class and term, a column a class'
fit @iris --formula 'species ~ sepal_width' --csv --quiet
fit @iris --formula 'species ~ sepal_width' --csv=glance --quiet
fit @iris --formula 'species ~ sepal_width' --csv=augment --quiet | sed -n 1,3p

echo '# missing values, a weight of 0, names and labels that must be quoted, a line end in a cell'
printf 'x,w,"a,""b",y\n1,1,u v,no\n2,0,"p,q",yes\n3,2,,yes\n4,1,"r""s",no\n,1,t,no\n2.5,1,"l1\nl2",yes\n2,1,\303\251,\n' >odd.csv
fit odd.csv --formula 'y ~ x' --weights w --csv=augment --quiet
fit odd.csv --formula 'y ~ x + `a,"b`' --weights w --csv --quiet

echo '# what has no finite value is empty; warnings go to standard error'
printf 'x,z,y\n1,2,0\n2,4,0\n3,6,1\n4,8,1\n' >apart.csv
fit apart.csv --csv 2>warnings
cat warnings
fit apart.csv --csv --quiet 2>warnings >none
cat warnings
fit apart.csv --csv=glance --quiet
fit apart.csv --csv=augment --quiet

echo '# beside other outputs, and again from the saved model'
logreg fit admit.csv --target admit --features gre,gpa --csv --quiet --save model.json --trace trace.csv >fitted
logreg show model.json --csv 2>warnings | cmp - fitted && echo same
head -n 1 warnings
head -n 1 trace.csv
logreg fit admit.csv --target admit --features gre,gpa --csv=glance --quiet >fitted
logreg show model.json --csv=glance 2>none | cmp - fitted && echo same
logreg fit admit.csv --target admit --features gre --csv=augment --quiet >rows.csv
logreg fit rows.csv --target admit --features gre --csv --quiet >again
logreg fit admit.csv --target admit --features gre --csv --quiet | cmp - again && echo same fit to its own rows

echo '# every number reads back: probabilities are those that predict gives'
logreg predict model.json admit.csv | cut -d , -f 1 >predicted
logreg fit admit.csv --target admit --features gre,gpa --csv=augment --quiet | cut -d , -f 6 | sed s/.fitted/probability/ | cmp - predicted && echo same

echo '# no control byte of the data reaches a terminal'
printf 'x,"a\033[31mb",y\n1,p,0\n2,"\033]0;t\007",1\n3,q,0\n4,r,1\n' >hostile.csv
on_terminal logreg fit hostile.csv --formula 'y ~ x' --csv=augment --quiet | sed -n 1,3p
on_terminal logreg fit hostile.csv --formula "y ~ x + \`$(printf 'a\033[31mb')\`" --csv --quiet | cut -d , -f 1
logreg fit hostile.csv --formula 'y ~ x' --csv=augment --quiet | sed -n 1p | od -c | grep -c 033

echo '# what makes no sense'
fails 2 logreg fit admit.csv --csv=foo
fails 2 logreg fit admit.csv --csv=
fails 2 logreg fit admit.csv --csv glance
fails 2 logreg fit --csv augment admit.csv
fails 2 logreg fit admit.csv --csv --json
fails 2 logreg fit admit.csv --csv --curve gre
fails 2 logreg show model.json --csv=augment
fails 2 logreg show model.json --csv --json
printf 'x,.resid,y\n1,2,0\n2,4,1\n3,6,0\n4,8,1\n' >taken.csv
fails 1 logreg fit taken.csv --features x --csv=augment --quiet
printf 'x,.fitted,y\n1,2,0\n2,4,1\n3,6,0\n4,8,1\n' >taken.csv
fails 1 logreg fit taken.csv --features x --csv=augment --quiet
printf 'x,.fitted.b,y\n1,2,a\n2,4,b\n3,6,c\n4,8,b\n5,8,a\n6,8,c\n' >taken.csv
fails 1 logreg fit taken.csv --features x --csv=augment --quiet
fails 3 logreg fit admit.csv --target admit --features gre --csv=augment --quiet --save missing/model.json
logreg fit admit.csv --target admit --features gre --csv=augment --quiet >/dev/full
echo "full: $?"
