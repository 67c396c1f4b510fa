# Options about the data mean what they mean to a fit.
PRINT='import json, sys
d = json.load(sys.stdin)
print(d["target"], [(k["label"], k["n"]) for k in d["classes"]],
      [c["name"] for c in d["columns"] if not c["excluded"]],
      [f["code"] + (":" + f["column"] if f["column"] else "") for f in d["findings"]])'
doctor() {
    echo "\$ logreg doctor $*"
    logreg doctor "$@" --json | "$PYTHON" -c "$PRINT"
}
doctor @beetle --target killed --trials n
doctor @beetle
doctor @ucb --weights count
doctor @ucb
doctor @iris --target species --features sepal_width
doctor @titanic --formula 'survived ~ class * age' --reference class=3rd --positive no
doctor @titanic --where 'class != "crew"' --exclude age
doctor @mtcars --target am --features wt,gear --categorical gear --no-intercept
doctor @mtcars --formula 'am ~ wt + offset(log(hp))'
doctor @mtcars --target am --features wt --offset qsec
doctor @titanic --positive maybe

cat >shares.csv <<'END'
dose,n,share,died
1,59,0.1017,6
2,60,0.2167,13
3,62,0.2903,18
4,56,0.5000,28
END
echo
logreg doctor shares.csv --exclude died --target share | sed -n '/stops/,$p'
echo
fails 1 logreg doctor @titanic --where 'class == crew'
fails 1 logreg doctor @titanic --reference class=4th
fails 1 logreg doctor @titanic --formula 'survived ~ sexe'
fails 2 logreg doctor @titanic --formula 'survived ~ sex' --target survived
fails 1 logreg doctor @iris --positive setos
fails 2 logreg doctor @beetle --target n --trials n
logreg doctor @titanic --where 'class != "crew"' --exclude age | sed '/^$/q'
# A column that varies, but not in the rows that a sparse one leaves: the doctor tries a fit without that one, which fit's sentence names.
awk -v OFS=, 'BEGIN { print "age,gender,plan,seller,y"; for (i = 1; i <= 60; i++) print 20 + i * 7 % 41, (i % 10 == 4 || i % 3 ? "Male" : "Female"), (i % 10 == 4 || i % 4 ? "free" : "paid"), (i % 10 == 4 ? (i % 20 == 4 ? "eBay" : "OLX") : ""), (i * i % 7 < 3) }' >sparse_seller.csv
logreg doctor sparse_seller.csv | grep -e Refused -e Much -e Constant
logreg fit sparse_seller.csv 2>&1 | tail -1
