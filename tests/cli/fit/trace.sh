# A row an iteration: the loss goes down to the one that is reported, the last coefficients are those of the result.
for solver in newton gd; do
    logreg fit @challenger --quiet --json --solver $solver --trace trace.csv >out.json
    "$PYTHON" - <<'END'
import csv, json
rows = list(csv.reader(open("trace.csv")))
out = json.load(open("out.json"))
numbers = [[float(cell) for cell in row] for row in rows[1:]]
print(rows[0], [row[0] for row in numbers] == list(range(out["iterations"] + 1)))
loss = [row[1] for row in numbers]
print(all(b <= a + 1e-15 for a, b in zip(loss, loss[1:])), abs(loss[-1] + out["log_likelihood"] / 23) < 1e-12)
print(all(abs(a / c["estimate"] - 1) < 1e-9 for a, c in zip(numbers[-1][4:], out["coefficients"])), numbers[0][3])
END
done
logreg fit @iris --features sepal_length --quiet --trace iris.csv >/dev/null
head -n 1 iris.csv
