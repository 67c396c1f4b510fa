# The keys of the JSON are those of docs/cli.md.
logreg fit @challenger --json --quiet >two.json
logreg fit @iris --features sepal_length --json --quiet >three.json
"$PYTHON" - "$DOCS/cli.md" <<'END'
import json, re, sys
text = open(sys.argv[1]).read()
table = text[text.index("### JSON"):].split("\n##")[0]
documented = [key for row in re.findall(r"^\| (`.*?) \|", table, re.M) for key in re.findall(r"`(\w+)`", row)]
parts = {row[0]: set(re.findall(r"`(\w+)`", row[1])) for row in re.findall(r"^\| `(\w+)` \| (.*) \|$", table, re.M)}
two, three = json.load(open("two.json")), json.load(open("three.json"))
print("same keys:", list(two) == list(three) == documented)
print("parts:", set(two["r2"]) == parts["r2"], set(two["tests"]) == {"lr", "score", "wald"},
      all(list(test) == ["statistic", "df", "p"] for test in two["tests"].values()),
      set(two["seconds"]) == parts["seconds"], [set(w) for w in two["warnings"]] == [parts["warnings"]])
statuses = {"ok", "aliased", "plus_infinity", "minus_infinity", "undetermined"}
coefficient = parts["coefficients"] - statuses - {"name", "multiplier"} | {"name"}
print("coefficients:", set(three["coefficients"][0]) == coefficient,
      set(two["coefficients"][0]) == coefficient - {"class"})
print(three["positive"], [c["class"] for c in three["coefficients"]])
END
