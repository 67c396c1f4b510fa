# A terminal on standard input and no file: short help. The name of standard input reads it, and so does a pipe.
on_terminal logreg fit
echo $?
admit
logreg fit --features gre <admit.csv >none 2>&1
echo $?
logreg fit - --features gre <admit.csv >dash 2>&1
echo $?
grep -v '^  Time' none >none.text
grep -v '^  Time' dash | cmp - none.text
