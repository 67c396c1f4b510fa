# Texts among numbers are a finding beside the others, as they stop a fit alone: the table is there.
{ echo t,age,site,y
  for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30; do
      case $i in 12) t=late ;; *) t=9.$((i * 7 % 30)) ;; esac
      echo "$t,$((20 + i * 11 % 37)),here,$((i * 5 % 7 > 3))"
  done; } > late.csv
logreg doctor late.csv
logreg doctor late.csv --where 'age > 25' --exclude t,site
logreg doctor late.csv --where 't > 9.2'
echo exit $?
# so are texts in the target
sed '4s/[01]$/perhaps/' late.csv | logreg doctor - --exclude t,site
# so are decimal marks that others do not have
sed 's/9\.\(..*\),2/"9,\1",2/' late.csv > mark.csv
logreg doctor mark.csv
echo exit $?
