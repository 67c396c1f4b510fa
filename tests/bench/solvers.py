#!/usr/bin/env python3
"""solvers.py PROGRAM [ROUNDS]: processor seconds of fits under penalties on sizes, one thread, by each solver that serves, less those of reading the file (a fit of one
step): the least of ROUNDS, by turns. The last column is `auto` over the quickest of those that converged."""
import json
import os
import resource
import subprocess
import sys
import tempfile

import numpy as np

program = sys.argv[1]
rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
folder = tempfile.mkdtemp()
environment = dict(os.environ, OMP_NUM_THREADS="1")
LIMIT = 120


def write(name, n, p, classes, correlation=0.0):
    random = np.random.default_rng(1)
    X = random.normal(size=(n, p))
    if correlation:
        X = np.sqrt(1 - correlation) * X + np.sqrt(correlation) * random.normal(size=(n, 1))
    beta = np.zeros((p, classes))
    beta[:20] = random.normal(size=(min(20, p), classes))
    eta = X @ beta
    y = (eta + random.gumbel(size=eta.shape)).argmax(1) if classes > 1 else random.random(n) < 1 / (1 + np.exp(-eta[:, 0]))
    path = f"{folder}/{name}.csv"
    with open(path, "w") as file:
        file.write(",".join(f"x{j}" for j in range(p)) + ",y\n")
        for row, label in zip(X, y):
            file.write(",".join(f"{x:.5g}" for x in row) + f",c{int(label)}\n")
    return path


files = {
    "20000 x 20": write("tall", 20000, 20, 1),
    "5000 x 200": write("mid", 5000, 200, 1),
    "5000 x 200, correlated": write("correlated", 5000, 200, 1, 0.95),
    "3000 x 1000": write("large", 3000, 1000, 1),
    "800 x 600": write("square", 800, 600, 1),
    "200 x 1200": write("wide", 200, 1200, 1),
    "2000 x 50, 3 classes": write("three", 2000, 50, 3),
    "8000 x 20, 10 classes": write("ten", 8000, 20, 10),
    "1500 x 60, 10 classes": write("many", 1500, 60, 10),
    "200 x 300, 5 classes": write("five", 200, 300, 5),
    "@digits, 10 classes": "@digits",
}
solvers = {"l2": ["newton", "newton-cg", "cd", "lbfgs"], "l1": ["cd", "lbfgs"]}


def seconds(arguments):
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    try:
        done = subprocess.run([program, "fit", *arguments, "--json", "--quiet"], capture_output=True, env=environment, timeout=LIMIT)
    except subprocess.TimeoutExpired:
        return LIMIT, None
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before, json.loads(done.stdout)


print(f"{'':24} {'penalty':14} {'auto':>7} is        " + "".join(f"{s:>11}" for s in solvers["l2"]) + f" {'auto/best':>10}")
for name, path in files.items():
    for penalty in (["l2", "--C", "1"], ["l2", "--C", "1e4"], ["l1", "--C", "1"]):
        best, told = {}, {}
        for _ in range(rounds):
            start = min(seconds([path, "--penalty", "l2", "--solver", "lbfgs", "--max-iter", "1"])[0] for _ in range(2))
            for solver in ["auto"] + solvers[penalty[0]]:
                took, told[solver] = seconds([path, "--penalty", *penalty, "--solver", solver])
                best[solver] = min(best.get(solver, LIMIT), max(took - start, 1e-3))
        sound = [s for s in solvers[penalty[0]] if told[s] and told[s]["converged"]]
        cells = "".join(f"{best[s]:10.3f}{' ' if s in sound else '*'}" if s in best else f"{'':11}" for s in solvers["l2"])
        print(f"{name:24} {' '.join(penalty):14} {best['auto']:7.3f} {told['auto']['solver']:9} {cells} {best['auto'] / min(best[s] for s in sound):10.2f}", flush=True)
