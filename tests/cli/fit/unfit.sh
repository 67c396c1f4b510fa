# Columns that no fit can use are told all at once; what leaves them out works as it is pasted.
awk 'BEGIN {
    print "StartDate,Response Id,Status,age,\"name, first\",\"the \"\"best\"\" day\",o\x27clock,-,y"
    for (i = 0; i < 60; i++)
        printf "2024-03-%02d 10:%02d,R_%d,IP Address,%d,p%d,%d.1.2024,,Yes,%s\n", i % 28 + 1, i, 7 * i + 1000, 30 + i * 7 % 31, i, i % 30 + 1, \
            i * 5 % 7 < 3 ? "yes" : "no"
}' >survey.csv
# fit OPTIONS KEPT: shows the message, and the fit with the options kept and what it says.
fit() {
    echo "\$ logreg fit survey.csv $1"
    eval "logreg fit survey.csv $1 --quiet" 2>message
    cat message
    way=$(sed -nE 's/.* out, (--(exclude|formula)[ =].*)/\1/; s/; C\(.*//; s/.*(--.*)/\1/p' message)
    eval "logreg fit survey.csv $2 $way --no-curve --quiet --json" | grep -E '"formula"|"n_rows"|"n_dropped"'
}
fit '--target y' '--target y'
fit '--target y --exclude StartDate,o\'"'"'clock' '--target y --exclude StartDate,o\'"'"'clock'
fit "--formula 'y ~ . - StartDate'"
fit "--formula 'y ~ age*Status + log(age) + \`Response Id\`' --no-intercept" --no-intercept
fit "--target y --features age,-" '--target y --features age,-'
# one value is left by what another column lacks: both ways lead on
awk 'BEGIN {
    print "age,follow,arm,site,lab,y"
    for (i = 0; i < 80; i++)
        print 18 + i * 17 % 41 "," (i < 60 || i % 3 ? "yes" : "no") "," (i < 60 ? "A" : i % 2 ? "A" : "B") ",north," (i < 60 ? i * 7 % 13 : "") "," (i * 53 % 17 < 8) }' >lost.csv
logreg fit lost.csv --quiet 2>&1
logreg fit lost.csv --exclude follow,arm,site --no-curve --quiet | sed -n '/^  Formula/,/^  Data/p'
logreg fit lost.csv --exclude site,lab --no-curve --quiet | sed -n '/^  Formula/,/^  Data/p'
logreg fit lost.csv --formula 'y ~ arm + lab' --quiet 2>&1
logreg fit lost.csv --formula 'y ~ age + arm + age:lab' --quiet 2>&1
