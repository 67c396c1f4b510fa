#!/usr/bin/python3
"""stochastic.py LOGREG: stochastic solvers beside Newton's method and scikit-learn's SGDClassifier, as a table of docs/benchmarks.md.

Processor seconds of one thread, the least of three: of logreg those of a whole process less those of a fit of the intercept alone, which reads the same file; of scikit-learn those of fit(), on
columns that were scaled before, by the best of a few settings. Distances are those of the coefficient that is farthest from the maximum, in its standard errors."""
import csv
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
import warnings

import numpy as np
from sklearn.linear_model import SGDClassifier

warnings.simplefilter("ignore")
logreg = sys.argv[1]


def run(*arguments):
    """JSON of a fit, and its processor seconds, the least of three."""
    best = float("inf")
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        out = subprocess.run([logreg, "fit", *arguments, "--threads", "1", "--json", "--quiet"], check=True, capture_output=True, text=True).stdout
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        best = min(best, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)
    return json.loads(out), best


def table(name, path):
    X = np.loadtxt(path, delimiter=",", skiprows=1)
    X, y = X[:, :-1], X[:, -1]
    _, reading = run(path, "--formula", "y ~ 1")
    fit, newton = run(path)
    b = np.array([c["estimate"] for c in fit["coefficients"]])
    se = np.array([c["std_error"] for c in fit["coefficients"]])
    print(f"| {name} | newton | {fit['iterations']} | {newton - reading:.2f} | 0 |")
    for solver in "sgd", "adam":
        fit, seconds = run(path, "--solver", solver)
        far = np.max(np.abs(np.array([c["estimate"] for c in fit["coefficients"]]) - b) / se)
        print(f"| {name} | {solver} | {fit['iterations']} | {seconds - reading:.2f} | {far:.2g} |")
    middle, spread = X.mean(axis=0), X.std(axis=0)
    for passes in 1, 5, 20:
        nearest = None
        for setting in SETTINGS:
            best = float("inf")
            for _ in range(3):
                start = time.process_time()
                m = SGDClassifier(loss="log_loss", average=True, max_iter=passes, tol=None, random_state=0, **setting).fit((X - middle) / spread, y)
                best = min(best, time.process_time() - start)
            slopes = m.coef_[0] / spread
            found = np.r_[m.intercept_[0] - slopes @ middle, slopes]
            far = np.max(np.abs(found - b) / se)
            if nearest is None or far < nearest[0]:
                nearest = far, best
        print(f"| {name} | SGDClassifier, averaged | {passes} | {nearest[1]:.2f} | {nearest[0]:.2g} |", flush=True)


# Of which the best counts, each time anew.
SETTINGS = [{"alpha": 1e-4}, {"alpha": 1e-8, "learning_rate": "constant", "eta0": 0.01}, {"alpha": 1e-8, "learning_rate": "constant", "eta0": 0.001},
            {"alpha": 1e-8, "learning_rate": "invscaling", "eta0": 0.1, "power_t": 0.5}, {"alpha": 1e-8, "learning_rate": "invscaling", "eta0": 1, "power_t": 0.5}]

os.environ["OMP_WAIT_POLICY"] = "passive"
print("| data | solver | passes | seconds | standard errors |\n| --- | --- | ---: | ---: | ---: |")
with tempfile.TemporaryDirectory() as folder:
    for name, informative, redundant in ("independent", 20, 0), ("correlated", 10, 0):
        path = os.path.join(folder, name + ".csv")
        made = subprocess.run([logreg, "make-classification", "--n-samples", "100000", "--n-features", "20", "--n-informative", str(informative), "--n-redundant", str(redundant),
                               "--class-sep", "0.3", "--seed", "1"], check=True, capture_output=True, text=True).stdout
        rows = list(csv.reader(made.splitlines()))
        if name == "correlated":  # each of five columns beside another that differs from it by a twentieth
            for row in rows[1:]:
                for j in range(5):
                    row[10 + j] = repr(float(row[j]) + 0.05 * float(row[10 + j]))
        with open(path, "w", newline="") as f:
            csv.writer(f).writerows(rows)
        table(name, path)
