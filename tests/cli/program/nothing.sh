# Without a command: the overview on standard error, a usage error.
logreg >out 2>err
echo $?
cat out
logreg help | cmp - err
