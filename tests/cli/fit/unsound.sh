# Not converged: exit code 4, printed, saved and traced all the same.
logreg fit @challenger --quiet --max-iter 1 --no-curve --save model.json --trace trace.csv >out
echo "exit $?"
grep -ci 'not converged' out
wc -l <trace.csv
logreg predict model.json @challenger | wc -l
