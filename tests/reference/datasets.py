"""Writes datasets/wdbc.csv and datasets/digits.csv from scikit-learn's copies.

    python3 tests/reference/datasets.py datasets
"""

import csv
import pathlib
import sys

import sklearn.datasets

folder = pathlib.Path(sys.argv[1])


def write(name, header, rows):
    with open(folder / name, "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(header)
        out.writerows(rows)


# "mean radius", "radius error", "worst radius" become mean_radius, se_radius, worst_radius.
data = sklearn.datasets.load_breast_cancer()
names = ["se_" + name[:-6] if name.endswith(" error") else name for name in data.feature_names]
names = [name.replace(" ", "_") for name in names]
write("wdbc.csv", names + ["diagnosis"],
      ([f"{v:.12g}" for v in x] + [data.target_names[y]] for x, y in zip(data.data, data.target)))

# pRC is the pixel in row R, column C, from the top left.
data = sklearn.datasets.load_digits()
write("digits.csv", [f"p{i // 8}{i % 8}" for i in range(64)] + ["digit"],
      ([int(v) for v in x] + [y] for x, y in zip(data.data, data.target)))
