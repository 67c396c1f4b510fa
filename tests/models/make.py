#!/usr/bin/env python3
"""make.py LOGREG FOLDER: makes the models kept in tests/models, rows to predict, and their probabilities as hexadecimal
floats. They stand for what users have saved: once committed a model is never made again, since it must load and predict the
same bits for ever; new features bring new models."""
import csv
import os
import subprocess
import sys

program, folder = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
APART = [(1, "a", 0), (2, "b", 0), (3, "a", 1), (4, "b", 0), (4, "a", 0), (5, "a", 1), (6, "b", 1), (2, "c", 1), (5, "c", 1)]
ALIASED = [(i, (i * 7) % 5, 2 * i + (i * 7) % 5, int((i * 5) % 11 + i > 12)) for i in range(1, 21)]
OFFSET = [(i % 9, round(0.1 * (i % 4) - 0.2, 1), 1 + i % 3, int((i * 7) % 10 > 9 - i % 9)) for i in range(40)]
MODELS = {
    "factors": (["@titanic", "--formula", "survived ~ sex*class + age"], "@titanic", None),
    "multinomial": (["@iris", "--formula", "species ~ sepal_length"], "@iris", None),
    "separated": (["apart.csv", "--target", "y"], "apart.csv", [("x", "g", "y"), *APART]),
    "aliased": (["aliased.csv", "--target", "y"], "aliased.csv", [("a", "b", "c", "y"), *ALIASED]),
    "grouped": (["@beetle", "--target", "killed", "--trials", "n"], "@beetle", None),
    "offset": (["offset.csv", "--formula", "y ~ x + C(w)", "--offset", "o"], "offset.csv",
               [("x", "o", "w", "y"), *OFFSET]),
}
HERE = os.path.dirname(os.path.abspath(__file__))
os.chdir(folder)
for name, (arguments, rows, data) in MODELS.items():
    if os.path.exists(f"{name}.json"):
        continue
    if data:
        with open(rows, "w", newline="") as out:
            csv.writer(out, lineterminator="\n").writerows(data)
    subprocess.run([program, "fit", *arguments, "--quiet", "--save", f"{name}.json"], stdout=subprocess.DEVNULL)
    path = os.path.join(HERE, "../../datasets", rows[1:] + ".csv") if rows[0] == "@" else rows
    with open(path, newline="") as file:
        columns, *cells = csv.reader(file)
    predicted = subprocess.run([program, "predict", f"{name}.json", rows, "--quiet"], check=True,
                               capture_output=True, text=True).stdout
    seen, kept = set(), []
    for row, prediction in zip(cells, csv.DictReader(predicted.splitlines()), strict=True):
        if tuple(row) not in seen and len(kept) < 30:  # each combination of values once, 30 at most
            kept.append((row, [v for c, v in prediction.items() if c == "probability" or c.startswith("p_")]))
        seen.add(tuple(row))
    with open(f"{name}.csv", "w", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(row for row, _ in kept)
    with open(f"{name}.hex", "w") as out:
        for _, values in kept:
            print(*(float(v).hex() for v in values), file=out)
    if data and rows != f"{name}.csv":
        os.remove(rows)
