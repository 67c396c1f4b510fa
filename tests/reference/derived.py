"""Writes the data sets of tests/reference/data that follow from published ones: vaso with its logarithms, and
the two species of iris that overlap.

    python3 tests/reference/derived.py datasets tests/reference/data
"""

import csv
import math
import pathlib
import sys

# D. J. Finney, The estimation from individual records of the relationship between dose and quantal response,
# Biometrika 34 (1947): volume of air inspired, rate of inspiration, vasoconstriction in the skin of the digits.
VASO = """
3.7 0.825 1  3.5 1.09 1  1.25 2.5 1  0.75 1.5 1  0.8 3.2 1  0.7 3.5 1  0.6 0.75 0  1.1 1.7 0  0.9 0.75 0  0.9 0.45 0
0.8 0.57 0  0.55 2.75 0  0.6 3 0  1.4 2.33 1  0.75 3.75 1  2.3 1.64 1  3.2 1.6 1  0.85 1.415 1  1.7 1.06 0
1.8 1.8 1  0.4 2 0  0.95 1.36 0  1.35 1.35 0  1.5 1.36 0  1.6 1.78 1  0.6 1.5 0  1.8 1.5 1  0.95 1.9 0  1.9 0.95 1
1.6 0.4 0  2.7 0.75 1  2.35 0.03 0  1.1 1.83 0  1.1 2.2 1  1.2 2 1  0.8 3.33 1  0.95 1.9 0  0.75 1.9 0  1.3 1.625 1
""".split()


def write(path, rows):
    with open(path, "w", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def vaso():
    yield ["volume", "rate", "log_volume", "log_rate", "constricted"]
    for volume, rate, y in zip(VASO[0::3], VASO[1::3], VASO[2::3]):
        yield [volume, rate, math.log(float(volume)), math.log(float(rate)), y]


def main():
    datasets, folder = map(pathlib.Path, sys.argv[1:])
    write(folder / "vaso.csv", vaso())
    with open(datasets / "iris.csv") as file:
        write(folder / "iris_two.csv", [row for row in csv.reader(file) if row[-1] != "setosa"])


main()
