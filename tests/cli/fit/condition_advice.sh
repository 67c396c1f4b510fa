# What is said of a condition that the file cannot answer as it stands, and that it answers once mended as told.
awk 'BEGIN { print "due,at,score,grade,joined,sex,x"
    for (i = 0; i < 60; i++)
        printf "%d-%02d-%02d,%02d:%02d,%d / 20,%s,%d.%d.%d,%s,%d\n", 2019 + i % 4, 1 + i * 5 % 12, 1 + i * 7 % 28, i * 11 % 24, i * 13 % 60, i * 17 % 21,
            substr("low mid high", 1 + i % 3 * 4, 4), 1 + i * 11 % 28, 1 + i * 7 % 12, 2001 + i * 3 % 9, substr("fm", 1 + i * i % 7 % 2, 1), i * 37 % 41 }' | sed 's/ ,/,/' >visits.csv
# mended COMMAND-OF-THE-LAST-ERROR: the file that it prints
mend() { sed -n 's/.*\(perl -lne .* visits.csv\).*/\1/p' .err >mend.sh && /bin/sh ./mend.sh >mended.csv; }
events() { logreg fit ${2-mended.csv} --target "$1" --features x --json --quiet | grep '"n_events"'; }
fails 1 logreg fit visits.csv --target 'due > 2020' --features x
mend && events 'due > 7304'
awk -F, 'NR > 1 && substr($1, 1, 4) > 2020 { n++ } END { print n }' visits.csv
fails 1 logreg fit visits.csv --target '2021 > due' --features x
events 'due >= "2021-06-01"' visits.csv
events '"2021-06" <= due' visits.csv
awk -F, 'NR > 1 && $1 >= "2021-06-01" { n++ } END { print n }' visits.csv
fails 1 logreg fit visits.csv --target 'joined < "1.5.2005"' --features x
fails 1 logreg fit visits.csv --where 'joined < 2005.5' --target sex --features x
fails 1 logreg fit visits.csv --target 'log(due) > 2' --features x
fails 1 logreg fit visits.csv --target 'score > 10' --features x
mend && events 'score > 10'
events 'at > "20:00"' visits.csv
awk -F, 'NR > 1 && $2 > "20:00" { n++ } END { print n }' visits.csv
fails 1 logreg fit visits.csv --target 'at > "9:30"' --features x
mend && events 'at > 20'
fails 1 logreg fit visits.csv --target 'grade > 2' --features x
# texts that no row has, or that rows have in another spelling too
awk 'BEGIN { print "city,status,code,remark,x"
    for (i = 0; i < 60; i++)
        printf "%s,%s,%d,%s,%d\n", i % 19 == 7 ? "MADRID" : i == 30 ? "Madird" : i % 3 ? "Madrid" : i % 2 ? "Bilbao" : "Sevilla",
            substr("active closed pending", 1 + i * 5 % 7 % 3 * 7, 7), i * 3 % 5, i % 4 == 1 ? "late" : i % 9 ? "" : "NA", i * 37 % 41 }' | sed 's/ ,/,/' >visits.csv
notes() { echo "\$ logreg fit visits.csv $*"; logreg fit visits.csv "$@" --no-curve 2>&1 | grep -E '^logreg|Modelling'; }
notes --target 'city == "Madrid"' --features x
logreg fit visits.csv --target 'city == "Madrid"' --features x 2>.err >/dev/null
mend && events 'city == "Madrid"'
notes --target 'city == "Madrid" | city == "MADRID" | city == "Madird"' --features x
notes --target 'city != "Madrid" & x > 3' --features x
notes --target city --positive Madrid --features x
notes --formula 'city == "Madrid" ~ x'
notes --target 'x > 20' --features status --where 'city == "Madrid"'
notes --target 'city == "Madrid"' --features x --quiet
fails 1 logreg fit visits.csv --target 'status == "actve"' --features x
fails 1 logreg fit visits.csv --target 'status == " Active"' --features x
fails 1 logreg fit visits.csv --target 'status == "open"' --features x
fails 1 logreg fit visits.csv --target 'status != "open"' --features x
fails 1 logreg fit visits.csv --target 'x > 9' --where 'status == "clsed"'
notes --target 'status == "Active" | status == "closed"' --features x
notes --target 'x > 20' --features code --where 'status == "actve" | x > 3'
fails 1 logreg fit visits.csv --target 'remark != ""' --features x
fails 1 logreg fit visits.csv --target 'remark == "NA"' --features x
notes --target 'remark == "late" | x > 20 | remark == ""' --features code
logreg doctor visits.csv --target 'city == "Madrid"' --features x | sed -n '/alike/,/^$/p'
logreg doctor visits.csv --target 'status == "actve"' --features x | sed -n '/! Target/,/^$/p'
logreg doctor visits.csv --target 'status == "actve" | x > 9' --features x | sed -n '/! Target/,/^$/p'
# one class of several is the event; for several make it a condition
fails 1 logreg fit visits.csv --target status --positive 'active, closed' --features x
fails 1 logreg fit visits.csv --target code --positive 0,4 --features x
fails 1 logreg fit visits.csv --target status --positive 'active,clsed' --features x
fails 1 logreg fit visits.csv --target city --positive Madrd --features x
# names that need backticks, where nothing else can be meant
sed '1s/x$/Price ($)/;1s/code/the code/' visits.csv >named.csv
logreg fit named.csv --target 'Price ($) > 20' --features 'the code' --where 'the code < 4' --quiet --save named.json | grep Formula
fails 1 logreg fit named.csv --target 'Price > 20' --features 'the code'
fails 1 logreg fit named.csv --target 'Price ($) = 20' --features 'the code'
fails 1 logreg fit named.csv --formula 'Price ($) > 20 ~ `the code`'
sed '1s/Price (\$)/Price($)/' named.csv >called.csv
fails 1 logreg fit called.csv --formula 'Price($) > 20 ~ status'
fails 1 logreg fit called.csv --formula 'Price($) ~ status'
fails 1 logreg fit called.csv --formula 'status ~ Price($)'
fails 1 logreg fit called.csv --formula 'status ~ log(Price($))'
fails 1 logreg fit called.csv --formula 'I(Price($) > 20) ~ status'
sed '1s/Price (\$)/$price/' named.csv >signed.csv
fails 1 logreg fit signed.csv --formula '$price > 20 ~ status'
fails 1 logreg fit signed.csv --formula 'status ~ $price'
# what goes on behind a name is no target
fails 1 logreg fit visits.csv --target 'x = 20' --features code
fails 1 logreg fit visits.csv --target 'x + 20' --features code
fails 1 logreg fit visits.csv --target 'x 20' --features code
