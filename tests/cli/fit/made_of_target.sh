# Columns that go with what the condition of the target asks about.
awk 'BEGIN { print "name,home,away,extra,margin,grade,crowd"
    split("low mid high", g)
    for (i = 0; i < 80; i++) { h = i * 37 % 5; a = i * 53 % 4
        printf "%s,%d,%d,%d,%d,%s,%d\n", i % 2 ? "cup" : "league", h, a, h + (i == 40), 3 * h - 3, g[h < 1 ? 1 : h < 4 ? 2 : 3], i * i % 97 } }' >goals.csv
made() { echo "\$ logreg $*"; logreg "$@" 2>&1 | sed -n '/^  ! Made/,/^  ! [^M]/p; /^  ! Suspected/,/^  ! [^S]/p' | sed '/^  ! [^MS]/d'; }
made fit goals.csv --target 'home > away' --exclude name --no-curve
made fit goals.csv --formula 'home > 2 ~ extra + crowd' --no-curve
made doctor goals.csv --target 'home > 2' --exclude extra,margin
made doctor goals.csv --target 'home > away'
made fit goals.csv --target 'crowd > 40' --no-curve
logreg fit goals.csv --target 'home > 2' --features grade,crowd --json | jq -c '.warnings[].code'
