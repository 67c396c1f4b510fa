# Of a target with one class there is no fit, and pairs of columns are looked at. Those that have nine rows in common lie near a line by chance; those with ten are told.
told() {
    awk -v common="$1" 'BEGIN { print "y,a,b"
        for (i = 0; i < 24; i++) print 1 "," i * 17 % 23 "," (i < common ? i * 17 % 23 + i % 3 / 4 : "") }' >few.csv
    logreg doctor few.csv --target y | grep -A2 'Correlated' || echo silent
}
told 9
told 10
