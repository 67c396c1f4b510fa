#!/usr/bin/env python3
"""Makes digits.txt: how many of the last 899 handwritten digits scikit-learn's multinomial fit to the first 898 says right, by the penalty that
`logreg demo digits` has (l2, C = 1)."""
import csv
from pathlib import Path

import sklearn
from sklearn.linear_model import LogisticRegression

TRAIN = 898

with open(Path(__file__).parent.parent.parent / "datasets" / "digits.csv", encoding="utf-8") as file:
    rows = list(csv.reader(file))[1:]
X = [[float(cell) for cell in row[:-1]] for row in rows]
y = [row[-1] for row in rows]
model = LogisticRegression(C=1, tol=1e-10, max_iter=100000).fit(X[:TRAIN], y[:TRAIN])
said = model.predict(X[TRAIN:])
right = sum(a == b for a, b in zip(said, y[TRAIN:]))
print(f"# scikit-learn {sklearn.__version__}, LogisticRegression(C=1), {model.n_iter_.max()} iterations")
print(f"right {right} of {len(said)}")
