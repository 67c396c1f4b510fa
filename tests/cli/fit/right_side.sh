# A formula's right side alone, beside --target: the same fit as of the whole formula, of columns and of conditions.
admit
fit() { logreg fit admit.csv "$@" --quiet --no-curve | grep -v 'Time '; }
fit --formula 'admit ~ gre + C(school)' >whole.txt
fit --target admit --formula 'gre + C(school)' | diff whole.txt - && echo same
fit --target admit --formula ' ~ gre + C(school)' | diff whole.txt - && echo same
fit --formula 'gre > 600 ~ gpa' >whole.txt
fit --target 'gre > 600' --formula gpa | diff whole.txt - && echo same
fit --formula 'admit ~ . - gre' >whole.txt
fit --target admit --formula '. - gre' | diff whole.txt - && echo same
sed '1s/gpa/a~b/;1s/admit/got in/' admit.csv >odd.csv
logreg fit odd.csv --target 'got in' --formula '`a~b` + gre' --quiet --no-curve | grep Formula
sed '2s/,380,/,n.d.,/' admit.csv >unused.csv
logreg fit unused.csv --target admit --formula gpa --quiet --no-curve | grep Data
logreg learning-curve admit.csv --target admit --formula gpa --quiet | head -2
fails 1 logreg fit admit.csv --formula 'gre + gpa'
fails 1 logreg fit admit.csv --formula 'I("~" == gre)'
