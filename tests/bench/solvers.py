#!/usr/bin/env python3
"""solvers.py PROGRAM FOLDER [--rows TEXT] [--rounds 3] [--limit SECONDS]: what `--solver auto` takes, and its time over that of the best solver, on rows of several shapes and penalties.

Seconds are those that the processor spends for the user on one thread, whole processes less reading and all else that a fit by the strongest penalty takes; the least of the rounds, solvers by turns. A solver that
does not serve, does not converge, or takes longer than the limit is told so. Data are made in FOLDER where they are missing."""
import argparse
import json
import pathlib
import re
import resource
import subprocess
import sys

import numpy as np

import data
import path as paths

CLOCK = 0.02  # seconds
SOLVERS = ["newton", "lbfgs", "newton-cg", "dual", "cd", "gd"]
#        data: rows, columns, classes, how columns go together
DENSE = {"tall": (50_000, 20, 2, "not"), "square": (4000, 400, 2, "not"), "corr": (20_000, 50, 2, "nearly collinear"), "classes": (5000, 30, 6, "not"),
         "classes_wide": (1000, 200, 6, "not"), "classes_square": (5000, 200, 3, "not"), "classes_corr": (3000, 150, 6, "nearly collinear"),
         "factor": (800, 600, 2, "one factor"), "few_rows_square": (400, 1500, 2, "not")}
PENALTIES = {"none": [], "l2": ["--penalty", "l2"], "l1": ["--penalty", "l1"], "elasticnet": ["--penalty", "elasticnet"],
             "l2, C = 1e4": ["--penalty", "l2", "--C", "1e4"], "l2, a bound": ["--penalty", "l2", "--bounds", "x1=0:"],
             "elasticnet, C = 100": ["--penalty", "elasticnet", "--C", "100"]}
UNPENALISED = ["tall", "square", "corr", "classes"]


def make_dense(file, name):
    n, p, classes, together = DENSE[name]
    random = np.random.default_rng(list(DENSE).index(name))
    x = random.standard_normal((n, p))
    if together == "one factor":
        x += random.standard_normal((n, 1))
    if together == "nearly collinear":
        basis, _ = np.linalg.qr(random.standard_normal((p, p)))
        x = x @ (np.logspace(0, -4, p)[:, None] * basis.T)
    eta = x @ random.standard_normal((p, classes - 1)) * 1.5 / np.sqrt(p)
    gumbel = random.gumbel(size=(n, classes))
    y = np.argmax(np.column_stack([np.zeros(n), eta]) + gumbel, axis=1)
    head = ",".join(f"x{j + 1}" for j in range(p)) + ",y"
    np.savetxt(file, np.column_stack([x, y]), fmt=["%.8g"] * p + ["%d"], delimiter=",", header=head, comments="")


def find(folder, name):
    if name not in DENSE:
        return paths.find(folder, name)
    file = folder / f"solvers_{name}.csv"
    if not file.exists():
        make_dense(file, name)
    return file


def fit(program, file, words, limit):
    """Seconds, and JSON; None where it is no answer."""
    target = ["--target", "y"] if file.suffix == ".csv" else []
    command = [program, "fit", file, *target, *words, "--threads", "1", "--json", "--quiet"]
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=limit)
    except subprocess.TimeoutExpired:
        return None, f"over {limit:.0f} s"
    took = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
    if done.returncode == 4:
        return None, "not converged"
    if done.returncode:
        return None, "does not serve"
    return took, json.loads(done.stdout)


def share(took, best):
    """Of the best; less than CLOCK is what timing is off by, and one that takes no more is as quick as it."""
    return f"{max(took, CLOCK) / max(best, CLOCK):.2f}" if max(took, best) > CLOCK else "as quick"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--rows", default="", help="regular expression; the rows whose data or penalty it finds")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--limit", type=float, default=60)
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    print("| data | penalty | auto took | over the best | " + " | ".join(SOLVERS) + " |\n| --- | --- | --- | ---: |" + " ---: |" * len(SOLVERS))
    for name in [*DENSE, "few_rows", "sparse3000", "sparse10000"]:
        for penalty, words in PENALTIES.items():
            if (penalty == "none" and name not in UNPENALISED) or not re.search(asked.rows, f"{name} {penalty}"):
                continue
            file = find(asked.folder, name)
            seconds, said, chosen = {}, {}, ""
            for _ in range(asked.rounds):
                for solver in ["auto", *SOLVERS]:
                    if solver in said:
                        continue
                    took, answer = fit(asked.program, file, [*words, "--solver", solver], asked.limit)
                    if took is None:
                        said[solver] = answer
                    else:
                        seconds[solver] = min(seconds.get(solver, took), took)
                        chosen = answer["solver"] if solver == "auto" else chosen
            idle = min((took for _ in range(asked.rounds) for took, _ in [fit(asked.program, file, ["--penalty", "l2", "--C", "1e-9"], asked.limit)] if took is not None), default=0)
            if "auto" not in seconds or len(seconds) == 1:
                print(f"| {name} | {penalty} | {chosen} | {said.get('auto', 'alone')} | " + " | ".join(said.get(s, "") for s in SOLVERS) + " |", flush=True)
                continue
            best = min(took for solver, took in seconds.items() if solver != "auto")
            cells = [share(seconds[s] - idle, best - idle) if s in seconds else said[s] for s in SOLVERS]
            print(f"| {name} | {penalty} | {chosen} | {share(seconds['auto'] - idle, best - idle)} | " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    sys.exit(main())
