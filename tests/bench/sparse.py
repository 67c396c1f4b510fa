#!/usr/bin/env python3
"""sparse.py PROGRAM FILE.svm [ROUNDS]: seconds of whole processes that fit l2 (C = 1, no intercept) to sparse rows, beside LIBLINEAR's `train -s 0` (primal) and
`-s 7` (dual), run alternately; medians, and the ratio of each round. Processor seconds, which other processes on the machine change less, are beside them; logreg's are those of one thread, as LIBLINEAR's are.

LIBLINEAR stops at its usual tolerance, and at the one from which on its objective is within 1e-9 of the least. The objective of each is worked out from its model file, not taken from
what it prints; PROGRAM's is the least that can be found. Of Debian it needs liblinear-tools; numpy and scipy read the file for the objectives."""
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time

import numpy as np
from sklearn.datasets import load_svmlight_file

program, file = sys.argv[1:3]
rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 5
folder = tempfile.mkdtemp()
ways = {
    "logreg": [program, "fit", file, "--penalty", "l2", "--no-intercept", "--quiet", "--save", f"{folder}/logreg.json"],
    "logreg, one thread": [program, "fit", file, "--penalty", "l2", "--no-intercept", "--quiet", "--threads", "1", "--save", f"{folder}/one.json"],
    "train -s 0": ["liblinear-train", "-q", "-s", "0", "-c", "1", file, f"{folder}/primal"],
    "train -s 0 -e 1e-4": ["liblinear-train", "-q", "-s", "0", "-c", "1", "-e", "0.0001", file, f"{folder}/fine"],
    "train -s 7": ["liblinear-train", "-q", "-s", "7", "-c", "1", file, f"{folder}/dual"],
    "train -s 7 -e 1e-4": ["liblinear-train", "-q", "-s", "7", "-c", "1", "-e", "0.0001", file, f"{folder}/dual_fine"],
}
seconds, worked = {way: [] for way in ways}, {way: [] for way in ways}


def processor():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


for _ in range(rounds):
    for way, command in ways.items():
        start, before = time.perf_counter(), processor()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        seconds[way].append(time.perf_counter() - start)
        worked[way].append(processor() - before)

X, y = load_svmlight_file(file)
labels = sorted(set(y))


def beta_of(way, command):
    if way.startswith("logreg"):
        kept = json.load(open(command[-1]))["sparse_coefficients"][0]
        beta = np.zeros(X.shape[1])
        beta[kept["columns"]] = kept["values"]
        return beta
    lines = open(command[-1]).read().split("\n")
    first = float(next(line for line in lines if line.startswith("label")).split()[1])
    beta = np.array([float(x) for x in lines[lines.index("w") + 1:] if x])
    return beta if first == labels[1] else -beta


sign = np.where(y == labels[1], 1, -1)
objective = {}
for way, command in ways.items():
    beta = beta_of(way, command)
    objective[way] = np.logaddexp(0, -sign * (X @ beta)).sum() + beta @ beta / 2
least = min(objective.values())
print("| | seconds | times logreg's, by rounds | processor seconds | times logreg's | objective beyond the least |\n| --- | ---: | ---: | ---: | ---: | ---: |")
for way in ways:
    ratio = [a / b for a, b in zip(seconds[way], seconds["logreg"])]
    share = [a / b for a, b in zip(worked[way], worked["logreg, one thread"])]
    print(f"| {way} | {statistics.median(seconds[way]):.2f} | {min(ratio):.2f} to {max(ratio):.2f} | {statistics.median(worked[way]):.2f} | {min(share):.2f} to {max(share):.2f} | "
          f"{objective[way] / least - 1:.1e} |")
