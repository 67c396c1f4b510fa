"""Writes datasets/wdbc.csv from scikit-learn's copy of the Wisconsin diagnostic breast cancer data.

    python3 tests/reference/datasets.py datasets
"""

import csv
import pathlib
import sys

import sklearn.datasets

folder = pathlib.Path(sys.argv[1])
data = sklearn.datasets.load_breast_cancer()

# "mean radius", "radius error", "worst radius" become mean_radius, se_radius, worst_radius.
names = ["se_" + name[:-6] if name.endswith(" error") else name for name in data.feature_names]
names = [name.replace(" ", "_") for name in names]

with open(folder / "wdbc.csv", "w", newline="") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow(names + ["diagnosis"])
    for x, y in zip(data.data, data.target):
        out.writerow([f"{v:.12g}" for v in x] + [data.target_names[y]])
