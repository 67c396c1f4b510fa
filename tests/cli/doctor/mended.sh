# What can be mended is told once, and not among what is to be left out.
awk 'BEGIN { print "id;seen;pH;y"; for (i = 0; i < 40; i++) print 1000 + 13 * i ";2024-0" i % 9 + 1 "-" 10 + i % 19 ";" (i % 3 ? i % 5 + 3 "." 40 + i : "0" i % 7 + 1 ". Aug") ";" i * 7 % 11 % 2 }' >lost.csv
logreg doctor lost.csv --target y | sed -n '/^To leave out/,$p'
awk 'BEGIN { print "id,nr,answer,y"; for (i = 0; i < 40; i++) print 1000 + 13 * i "," i "," (i % 4 ? (i % 3 ? "yes" : "no") : (i % 8 ? "Yes" : "NO")) "," i * 7 % 11 % 2 }' >answers.csv
logreg doctor answers.csv --target y | sed -n '/^To leave out/,$p'
echo '# a column that names the units of another'
awk 'BEGIN { print "height,unit,age,y"; for (i = 0; i < 60; i++) { h = 153 + i * 37 % 36; print (i % 6 ? h : h / 100) "," (i % 6 ? "cm" : "m") "," 20 + i * 17 % 41 "," i * 7 % 11 % 2 } }' >units.csv
logreg doctor units.csv --target y | grep -E '^  ! (Two units|Units beside)'
logreg doctor units.csv --target y --exclude unit | grep -E '^  ! (Two units|Units beside)'
