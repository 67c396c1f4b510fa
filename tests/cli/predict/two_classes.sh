# Columns may be permuted, missing or more than needed; a missing value gives empty cells.
admit
logreg fit admit.csv --target admit --features gre,school --save model.json --quiet >/dev/null || echo "exit $?"
cat >new.csv <<'END'
school,note,gre
south,"a, b",700
,"say ""no""",500
north,,NA
east,x,1.50e2
END
logreg predict model.json new.csv
logreg predict model.json new.csv --append --quiet
logreg predict model.json --json <new.csv
logreg predict model.json admit.csv --json >all.json
"$PYTHON" - <<'END'
# The average predicted probability is the share of events: the fit has an intercept.
import json
all = json.load(open("all.json"))
p = [row["probability"] for row in all["predictions"]]
print(all["schema"], all["classes"], all["positive"], all["n_rows"], abs(sum(p) / len(p) - 0.5) < 1e-12)
END
