#!/usr/bin/python3
"""Writes resamples.txt, the resamples that logreg_optimism_new draws, for optimism.R to refit.

    python3 tests/reference/resamples.py > tests/reference/resamples.txt      (in the root of the project)

Resample b of a seed comes from stream 106 * 2^32 + b of it, a number below that of observations for each draw. Observations stand in the order of the rows; of a row of trials events come first.
Lines of a case: case, file, formula, and where there are any weights, trials COLUMN, impute RULE; `only SCRIPT` where others leave it; seed S; then for each resample `draw` with the observations of each row and, of
trials, `events` with those that are events."""
import bisect
import csv

import numpy as np

from philox import Stream

STREAM = 106 << 32


def draws(seed, number, total):
    stream = Stream(seed, STREAM + number)
    return [stream.below(total) for _ in range(total)]


def case(name, file, formula, refits, seed, weights=None, trials=None, impute=None, only=None):
    with open(file, encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    target = formula.split("~")[0].strip()
    size = [int(r[weights]) if weights else 1 for r in rows]
    if trials:
        size = [n * int(r[trials]) for n, r in zip(size, rows)]
    end = list(np.cumsum(size))
    print(f"case {name}\nfile {file}\nformula {formula}")
    if weights:
        print("weights", weights)
    if trials:
        print("trials", trials)
    if impute:
        print("impute", impute)
    if only:
        print("only", only)
    print("seed", seed)
    for number in range(refits):
        count, events = [0] * len(rows), [0] * len(rows)
        for x in draws(seed, number, int(end[-1])):
            row = bisect.bisect_right(end, x)
            count[row] += 1
            if trials:
                events[row] += x - (int(end[row]) - size[row]) < int(rows[row][target])
        print("draw", *count)
        if trials:
            print("events", *events)
    print()


case("vaso", "datasets/vaso.csv", "constricted ~ volume + rate", 40, 0)
case("beetle, trials", "datasets/beetle.csv", "killed ~ dose", 20, 7, trials="n")
case("pupils, frequencies", "tests/reference/data/pupils.csv", "passed ~ x + sex + grade", 12, 18446744073709551615, weights="n")
case("knots and gaps", "tests/reference/data/learned.csv", "y ~ ns(x3, 3) + x1 + x2", 25, 3, impute="mean")
case("a path", "tests/reference/data/path.csv", "y ~ x1 + x2 + x3 + x4 + x5 + x6", 59, 11, only="bootstrap")
