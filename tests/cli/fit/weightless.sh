# A fit to rows of which some have a weight of 0, or no trials, is that to the others.
"$PYTHON" "$TESTS/fit/weightless.py"
printf 'x,f,w,y\n1,a,1,0\n2,b,1,0\n3,a,2,1\n4,b,1,1\n2,a,1,0\n3,b,1,1\n4,a,1,0\n-1,c,0,1\n' > levels.csv

echo '# a level that only a row of weight 0 has, and a logarithm that there is not'
logreg fit levels.csv --formula 'y ~ log(x) + f' --weights w --csv=augment --save m.json --quiet
logreg evaluate m.json levels.csv
echo '# nothing but such rows'
{ cat levels.csv; echo 2,a,0,0; } >none.csv
fails 1 logreg fit none.csv --formula 'y ~ x' --weights w --where 'w == 0'
echo '# the programs of other languages leave them out too'
logreg fit among.csv --formula 'y ~ z + f' --weights w --reproduce r --quiet | grep '!= 0'
logreg fit among.csv --formula 'r ~ z + f' --weights w --trials n --reproduce python --quiet | grep '!= 0'
