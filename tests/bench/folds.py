#!/usr/bin/env python3
"""folds.py BUILD FOLDER [--tasks parallel,..] [--rounds 3]: cross-validation by groups, by folds of one's own, repeated and of several formulas, beside glmnet and scikit-learn, as a table of docs/benchmarks.md.

Rows are those of kit.py, which says how they are timed. `parallel` is a table of its own: the same folds by one thread and by two."""
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

import kit  # first, since it says how many threads libraries have
from calls import in_r, timed
from kit import EXACT, PATH, chosen, marked
import numpy as np
from sklearn.compose import ColumnTransformer
from sklearn.linear_model import LogisticRegression, LogisticRegressionCV
from sklearn.model_selection import GridSearchCV, GroupKFold, RepeatedStratifiedKFold
from sklearn.pipeline import Pipeline

STRENGTHS = 10 ** -np.linspace(1, 4, 20)
RIDGE = ("path", "--penalty", "l2", "--lambdas", ",".join(map(repr, map(float, STRENGTHS))))
SETS = (5, 10, 15, 20)  # the first so many columns
FORMULAS = ["y ~ " + " + ".join(f"x{j + 1}" for j in range(columns)) for columns in SETS]
OFFERED = ("--formula", FORMULAS[0], *(part for text in FORMULAS[1:] for part in ("--or-formula", text)))
ALONE = ("path", "--formula", "y ~ x1", "--no-cv", "--n-lambda", "1")

# ---- Peers ----

def searched(folds, jobs=1):
    """LogisticRegressionCV over the same strengths; folds of X, y and the file."""
    def run(X, y, file):
        cv = folds(X, y, file)
        fit = LogisticRegressionCV(Cs=1 / (len(y) * STRENGTHS), cv=cv, scoring="neg_log_loss", max_iter=10_000, n_jobs=jobs, **EXACT)
        return None, timed(lambda: fit.fit(X, y))[1]
    return run


def by_site(X, y, file):
    return list(GroupKFold(10).split(X, y, marked(file, "site")))


def all_sets(X, y, file):
    """Columns and strengths chosen together."""
    choice = [ColumnTransformer([("kept", "passthrough", list(range(columns)))]) for columns in SETS]
    steps = Pipeline([("columns", choice[0]), ("fit", LogisticRegression(max_iter=10_000, **EXACT))])
    search = GridSearchCV(steps, {"columns": choice, "fit__C": 1 / (len(y) * STRENGTHS)}, cv=10, scoring="neg_log_loss")
    return None, timed(lambda: search.fit(X, y))[1]


def cv_glmnet(task, *more, name="cv.glmnet"):
    return {f"{name}, thresh 1e-7": in_r(task, 1e-7, *more), "thresh 1e-12": in_r(task, 1e-12, *more)}


# name: (data, what logreg does, what only reads, its numbers, {peer: how})
TASKS = {
    "10 folds of groups": ("groups", ("path", "--group", "site", "--exclude", "fold"), PATH, None, cv_glmnet("groups", name="cv.glmnet, foldid by groups")),
    "ridge, 10 folds of groups": ("groups", (*RIDGE, "--group", "site", "--exclude", "fold"), PATH, None,
                                  {"LogisticRegressionCV, GroupKFold, newton-cholesky": searched(by_site)}),
    "folds of a column": ("groups", ("path", "--fold-column", "fold", "--exclude", "site"), PATH, chosen, cv_glmnet("own", name="cv.glmnet, foldid")),
    "10 folds, 5 times": ("small", ("path", "--repeats", "5"), PATH, None, cv_glmnet("repeats", 5, name="loop of cv.glmnet")),
    "ridge, 10 folds, 5 times": ("small", (*RIDGE, "--repeats", "5"), PATH, None,
                                 {"LogisticRegressionCV, RepeatedStratifiedKFold": searched(lambda X, y, file: RepeatedStratifiedKFold(n_splits=10, n_repeats=5))}),
    "four formulas, 10 folds": ("small", ("path", *OFFERED), ALONE, None, cv_glmnet("formulas", name="loop of cv.glmnet, foldid")),
    "ridge, four formulas, 10 folds": ("small", (*RIDGE, *OFFERED), ALONE, None, {"GridSearchCV of ColumnTransformer, newton-cholesky": all_sets}),
}

# ---- Threads ----

def busiest(command):
    """What a process prints, its seconds by the clock, and those that its busiest thread was on a processor, which other work does not lengthen."""
    spent, start = {}, time.perf_counter()
    with tempfile.TemporaryFile("w+") as out:
        process = subprocess.Popen(command, stdout=out)
        while process.poll() is None:
            for thread in pathlib.Path(f"/proc/{process.pid}/task").glob("*/schedstat"):
                try:
                    spent[thread] = int(thread.read_text().split()[0]) * 1e-9
                except (OSError, IndexError):
                    pass  # it has just ended
            time.sleep(0.002)
        seconds = time.perf_counter() - start
        out.seek(0)
        if process.returncode:
            sys.exit(f"{' '.join(map(str, command))}: exit {process.returncode}")
        return out.read(), seconds, max(spent.values())


def parallel(ours, folder, rounds):
    """One thread and two by turns: by the clock the least of the rounds, of the busiest thread medians."""
    file = kit.find(folder, "tall")
    X, y = kit.read(file)
    print("\n| task | program | one thread | two | times as quick | busiest thread | of two | times less | numbers |\n| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |", flush=True)
    for name, task in {"lasso": ("path", "--n-lambda", "20"), "ridge": RIDGE}.items():
        clock, worked, told = {1: [], 2: []}, {1: [], 2: []}, set()
        for _ in range(rounds):
            for threads in (1, 2):
                text, seconds, most = busiest([ours.program, *task[:1], file, *task[1:], "--json", "--quiet", "--threads", str(threads)])
                clock[threads].append(seconds)
                worked[threads].append(most)
                told.add(text)
        one, two = min(clock[1]), min(clock[2])
        less = statistics.median(a / b for a, b in zip(worked[1], worked[2]))
        busy = " | ".join(f"{statistics.median(worked[threads]):.2f}" for threads in (1, 2))
        print(f"| {name} | logreg | {one:.2f} | {two:.2f} | {one / two:.2f} | {busy} | {less:.2f} | {'the same' if len(told) == 1 else 'differ'} |", flush=True)
    clock = {1: [], 2: []}
    for _ in range(rounds):
        for jobs in (1, 2):
            start = time.perf_counter()
            searched(lambda X, y, file: 10, jobs)(X, y, file)
            clock[jobs].append(time.perf_counter() - start)
    one, two = min(clock[1]), min(clock[2])
    print(f"| ridge | LogisticRegressionCV, newton-cholesky | {one:.2f} | {two:.2f} | {one / two:.2f} | | | | |", flush=True)


if __name__ == "__main__":
    kit.table(TASKS, {"parallel": parallel})
