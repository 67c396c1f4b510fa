"""Writes the data sets of tests/reference/data that follow from published ones: vaso with its logarithms, and
the two species of iris that overlap.

    python3 tests/reference/derived.py datasets tests/reference/data
"""

import csv
import math
import pathlib
import sys

def write(path, rows):
    with open(path, "w", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def vaso(rows):
    yield ["volume", "rate", "log_volume", "log_rate", "constricted"]
    for volume, rate, y in rows:
        yield [volume, rate, math.log(float(volume)), math.log(float(rate)), y]


def main():
    datasets, folder = map(pathlib.Path, sys.argv[1:])
    with open(datasets / "vaso.csv") as file:
        write(folder / "vaso.csv", vaso(list(csv.reader(file))[1:]))
    with open(datasets / "iris.csv") as file:
        write(folder / "iris_two.csv", [row for row in csv.reader(file) if row[-1] != "setosa"])


main()
