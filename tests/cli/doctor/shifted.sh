# A comma without quotes parts one text into two cells, pushes the row to the right and the last cell off: the row is told, not its
# text as a missing value; and the command puts it right.
{ echo id,mode,kind,first,second,y,place
  for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
      case $i in 5 | 11) echo "$i,bus,fixed, by weekday,7.$((i * 7 % 10)),9.4,1" ;;
      *) echo "$i,car,free,7.$((i * 7 % 10)),9.$((i * 3 % 7)),$((i * 5 % 7 > 3)),-1.60$((i * 11 % 37 + 10))" ;; esac
  done; } > shift.csv
logreg fit shift.csv --target y
logreg doctor shift.csv --target y --exclude id | sed -n '/^What stops/,/^$/p'
eval "$(logreg doctor shift.csv --target y --exclude id | grep '^perl')" | grep weekday
# what only looks so: a text whose row is as the others
sed 's/^9,car,free,[^,]*,/9,car,free,late,/' shift.csv | grep -v weekday > late.csv
logreg fit late.csv --target y --exclude id
# nor is one that answers several questions alike, whose columns hold that text in its row alone
awk -F, -v OFS=, 'NR == 9 { $4 = $5 = $6 = "high" } 1' shift.csv | grep -v weekday | cut -d, -f1-6 > alike.csv
logreg fit alike.csv --target mode --exclude id
