# What is said of a condition that the file cannot answer as it stands, and that it answers once mended as told.
awk 'BEGIN { print "due,at,score,grade,joined,sex,x"
    for (i = 0; i < 60; i++)
        printf "%d-%02d-%02d,%02d:%02d,%d / 20,%s,%d.%d.%d,%s,%d\n", 2019 + i % 4, 1 + i * 5 % 12, 1 + i * 7 % 28, i * 11 % 24, i * 13 % 60, i * 17 % 21,
            substr("low mid high", 1 + i % 3 * 4, 4), 1 + i * 11 % 28, 1 + i * 7 % 12, 2001 + i * 3 % 9, substr("fm", 1 + i * i % 7 % 2, 1), i * 37 % 41 }' | sed 's/ ,/,/' >visits.csv
# mended COMMAND-OF-THE-LAST-ERROR: the file that it prints
mend() { sed -n 's/.*\(perl -lne .* visits.csv\).*/\1/p' .err >mend.sh && /bin/sh ./mend.sh >mended.csv; }
events() { logreg fit mended.csv --target "$1" --features x --json --quiet | grep '"n_events"'; }
fails 1 logreg fit visits.csv --target 'due > 2020' --features x
mend && events 'due > 730'
awk -F, 'NR > 1 && substr($1, 1, 4) > 2020 { n++ } END { print n }' visits.csv
fails 1 logreg fit visits.csv --target '2021 > due' --features x
fails 1 logreg fit visits.csv --target 'due >= "2021-06-01"' --features x
mend && events 'due >= 882'
awk -F, 'NR > 1 && $1 >= "2021-06-01" { n++ } END { print n }' visits.csv
fails 1 logreg fit visits.csv --target 'joined < "1.5.2005"' --features x
fails 1 logreg fit visits.csv --where 'joined < 2005.5' --target sex --features x
fails 1 logreg fit visits.csv --target 'log(due) > 2' --features x
fails 1 logreg fit visits.csv --target 'score > 10' --features x
mend && events 'score > 10'
fails 1 logreg fit visits.csv --target 'at > "20:00"' --features x
mend && events 'at > 20'
fails 1 logreg fit visits.csv --target 'grade > 2' --features x
