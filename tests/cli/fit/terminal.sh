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
# a long sentence is a list there: columns, commands and further findings on lines of their own; elsewhere it is one line
long=how_often_did_you_do_so_in_the_last_four_weeks_before_this_interview_of_which_there_were_several_in_a_row
{ echo "age,${long}_a,${long}_b,${long}_a,${long}_b,y"
  for i in 1 2 3 4 5 6 7 8 9 10 11 12; do echo "$((20 + i)).5 kg,1,$i,2,3,$((i % 2))"; done; } >twice.csv
on_terminal logreg fit twice.csv
logreg fit twice.csv 2>&1 | wc -l
