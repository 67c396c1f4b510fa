# What stands for missing values in the column of a condition: told unless the condition names it.
awk 'BEGIN { print "sat,ans,age"
    for (i = 0; i < 90; i++)
        print (i % 10 == 3 ? 99 : 1 + i * 7 % 5) "," (i % 9 == 4 ? "Don'"'"'t know" : i * i % 7 < 2 ? "yes" : "no") "," 20 + i * 37 % 41 }' >s.csv
misled() { echo "\$ logreg doctor s.csv $*"; logreg doctor s.csv "$@" | sed -n '/mislead/,$p'; }
misled --target 'sat > 3' --exclude ans
misled --target 'ans == "yes"' --features age
misled --target 'sat > 3 & sat != 99' --features age
misled --target "ans == \"Don't know\"" --features age
misled --target 'ans == "yes"' --features age --categorical ans

# in a fit, and what --where keeps of them
notes() { echo "\$ logreg fit s.csv $*"; logreg fit s.csv "$@" --no-curve 2>&1 | sed -n '/^logreg/p;/disguise/,/^$/p'; }
notes --target 'sat > 3' --features age
notes --target 'sat > 3' --features age --na-values sat=99
notes --target 'ans == "yes" | sat == 99' --features age
notes --target 'age > 35' --features sat --where 'ans != "no"' --na-values sat=99
notes --target 'ans == "yes"' --features age --where 'sat > 3'
notes --target 'ans == "yes"' --features age --where 'sat < 9' --quiet
logreg doctor s.csv --target 'age > 35' --where 'sat > 3 & ans != "no"' --exclude sat,ans 2>&1 | head -1

# more ways of not knowing
for dk in "I can't say" 'hard to say' 'kann ich nicht sagen' undecided; do
    sed "s/Don't know/$dk/" s.csv | logreg fit --target ans --features age --no-curve - 2>&1 | sed -n '/^logreg/p'
done
