# Warnings stand above a long table of coefficients, and below a short one.
awk 'BEGIN { print "probe,again,x,y"
    for (i = 0; i < 240; i++) printf "MX-%04d,%d,%d,%d\n", i % 48 * 7, i % 48 * 14, i * 37 % 23, i * i % 11 % 2 }' >probes.csv
order() { grep -n -o '^Warnings\|^Coefficients\|^Fit$\|^  ! [A-Z][a-z ]*\|again .*aliased.*'; }
logreg fit probes.csv --exclude again --no-curve | order
logreg fit probes.csv --exclude again --no-curve | sed -n '/Many levels/,/^  ! Few/p'
logreg fit probes.csv --no-curve | order
logreg fit probes.csv --exclude probe --vcov cluster:probe --no-curve | order
