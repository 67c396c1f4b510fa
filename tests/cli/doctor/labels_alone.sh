# Labels that are one in two ways, slips, and units beside numbers are told where the target will not do, so that there is no fit to tell of them.
awk 'BEGIN { print "y,area,shop,weight,weight_unit"
    for (i = 0; i < 80; i++)
        printf "1,%s,%s,%d,%s\n", i % 9 == 2 ? "NORTH" : i % 2 ? "North" : "South", i == 41 ? "Haburg" : i % 3 ? "Hamburg" : "Berlin", 60 + i * 37 % 41, i % 4 ? "kg" : "lb" }' >shops.csv
logreg doctor --target y shops.csv | sed -n '/mislead/,$p'
sed 's/^1,\(.*\)$/&/;20,50s/^1/0/' shops.csv >fit.csv
logreg doctor --target y fit.csv | grep -c 'Values alike\|Slips in'
logreg doctor --target y shops.csv --json | grep '"code"'
sed '2,$s/NORTH/North/;s/Haburg/Hamburg/;s/lb$/kg/' shops.csv | logreg doctor --target y - --json | grep '"code"'
