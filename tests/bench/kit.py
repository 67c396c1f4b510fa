#!/usr/bin/env python3
"""kit.py BUILD FOLDER [--tasks calibrate,path,..] [--rounds 3]: tasks of model building beside scikit-learn, glmnet, rms or NumPy, as a table of docs/benchmarks.md.

A row is a task and a peer, in processor seconds of one thread each, medians of rounds in which all take turns; the ratio is the median of those within a round. Of logreg they are those of a whole process less those of one that
reads the same file for the least that it can fit; of peers those of the call, the data being in memory. `differ` is the largest difference between coefficients where
both mean the same numbers. Data are made in FOLDER where they are missing. Peers that are not installed are left out."""
import argparse
import ctypes
import json
import os
import pathlib
import resource
import statistics
import subprocess
import sys
import warnings

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", OMP_WAIT_POLICY="passive")
import numpy as np
from scipy.special import expit
from sklearn.datasets import load_svmlight_file
from sklearn.impute import SimpleImputer
from sklearn.linear_model import SGDClassifier
from sklearn.neural_network import MLPClassifier
from sklearn.preprocessing import StandardScaler

import path as paths
from calls import balanced, bounded, by_glmnet, calibrated, grid_cv, grown, in_r, regression, resampled, steps, timed

warnings.simplefilter("ignore")

# ---- Data ----

#         rows     columns classes
SHAPES = {"tall": (50_000, 30, 2), "gaps": (50_000, 30, 2), "small": (2_000, 20, 2), "classes": (4_000, 20, 4), "stream": (200_000, 20, 2),
          "stream100": (200_000, 100, 2), "groups": (2_000, 20, 2), "stream200": (60_000, 200, 2)}
MARKS = {"groups": {"site": 100, "fold": 10}}  # columns of so many values, beside those of numbers


def make(file, name):
    rows, p, K = SHAPES[name]
    random = np.random.default_rng(list(SHAPES).index(name) + 40)
    X = random.standard_normal((rows, p)) + 0.7 * random.standard_normal((rows, 1))
    B = random.standard_normal((p, K)) * 1.2 / np.sqrt(p) * (np.arange(p) % 2 == 0)[:, None]
    y = (X @ B + random.gumbel(size=(rows, K))).argmax(axis=1)
    if name == "gaps":
        X[:, :10][random.random((rows, 10)) < 0.1] = np.nan
    marks = {mark: random.integers(1, values + 1, rows) for mark, values in MARKS.get(name, {}).items()}
    head = ",".join([f"x{j + 1}" for j in range(p)] + list(marks) + ["y"]) + "\n"
    with open(file, "w") as out:
        out.write(head)
        for i, x in enumerate(X):
            out.write(",".join(["" if np.isnan(v) else f"{v:.6g}" for v in x] + [str(of[i]) for of in marks.values()]) + f",{y[i]}\n")


def find(folder, name):
    if name not in SHAPES:
        return paths.find(folder, name)
    file = folder / f"kit_{name}.csv"
    if not file.exists():
        make(file.with_suffix(".part"), name)
        file.with_suffix(".part").rename(file)
    return file


def read(file):
    if file.suffix == ".svm":
        X, y = load_svmlight_file(str(file))
        return X, (y > 0).astype(int)
    rows = np.genfromtxt(file, delimiter=",", skip_header=1)
    return rows[:, [name.startswith("x") for name in names(file)]].copy(), rows[:, -1].astype(int)


def names(file):
    with open(file) as rows:
        return rows.readline().rstrip().split(",")


def marked(file, mark):
    """A column that is no number of a row."""
    return np.genfromtxt(file, delimiter=",", skip_header=1, usecols=names(file).index(mark)).astype(int)


# ---- logreg ----

class Ours:
    def __init__(self, build):
        self.program, self.library = f"{build}/cli/logreg", f"{build}/lib/liblogreg.so"

    def seconds(self, command, file, *options):
        """JSON of a process of one thread, and its seconds."""
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run([self.program, command, file, *options, "--threads", "1", "--json", "--quiet"], stdout=subprocess.PIPE, text=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if done.returncode not in (0, 4):
            sys.exit(f"{command} {' '.join(map(str, options))}: exit {done.returncode}")
        return json.loads(done.stdout), after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def slopes(found):
    """Of a fit, class by class; intercepts left out, which scikit-learn and glmnet centre otherwise."""
    return np.array([c["estimate"] for c in found["coefficients"] if c["name"] != "(Intercept)"])


def by_number(found):
    """Of columns by number, those that are left out being 0."""
    kept = {int(c["name"][1:]): c["estimate"] for c in found["coefficients"] if c["name"] != "(Intercept)"}
    b = np.zeros(max(kept))
    for j, estimate in kept.items():
        b[j - 1] = estimate
    return b


def chosen(found):
    """Of a path, at the strength that it chose."""
    return by_number(next(at for at in found["path"] if at["lambda"] == found["lambda"]))


# ---- Learning from rows as they come ----

class Matrix(ctypes.Structure):
    _fields_ = [("size1", ctypes.c_size_t), ("size2", ctypes.c_size_t), ("tda", ctypes.c_size_t), ("data", ctypes.c_void_p),
                ("block", ctypes.c_void_p), ("owner", ctypes.c_int)]


class Vector(ctypes.Structure):
    _fields_ = [("size", ctypes.c_size_t), ("stride", ctypes.c_size_t), ("data", ctypes.c_void_p), ("block", ctypes.c_void_p), ("owner", ctypes.c_int)]


BATCH = 1000


def distance(X, y, intercept, b, strength=0):
    """The coefficient farthest from the maximum, in its standard errors; under a ridge, in standard deviations of the posterior."""
    Z, at = np.column_stack([np.ones(len(X)), X]), np.zeros(X.shape[1] + 1)
    ridge = np.r_[0, np.full(X.shape[1], strength * len(X))]
    for _ in range(12):
        p = expit(Z @ at)
        H = Z.T @ (Z * (p * (1 - p))[:, None]) + np.diag(ridge)
        at -= np.linalg.solve(H, Z.T @ (p - y) + ridge * at)
    return np.abs((np.r_[intercept, b] - at) / np.sqrt(np.diag(np.linalg.inv(H)))).max()


def stream_ours(ours, X, y):
    library = ctypes.CDLL(ours.library)
    library.logreg_learner_coefficient.restype = ctypes.c_double
    library.logreg_learner_coefficient.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_size_t]
    learner, codes = ctypes.c_void_p(), y.astype(float)
    library.logreg_learner_new(ctypes.byref(learner), ctypes.c_size_t(X.shape[1]), ctypes.c_size_t(2), None, None)

    def go():
        for at in range(0, len(X), BATCH):
            x, of = np.ascontiguousarray(X[at:at + BATCH]), np.ascontiguousarray(codes[at:at + BATCH])
            part = Matrix(x.shape[0], x.shape[1], x.shape[1], x.ctypes.data, None, 0), Vector(len(of), 1, of.ctypes.data, None, 0)
            if library.logreg_learner_partial_fit(learner, ctypes.byref(part[0]), ctypes.byref(part[1]), None, None):
                sys.exit("partial_fit failed")
    _, seconds = timed(go)
    found = [library.logreg_learner_coefficient(learner, 1, j) for j in range(X.shape[1] + 1)]
    library.logreg_learner_free(learner)
    return distance(X, y, found[0], found[1:]), seconds


def stream_sgd(X, y, passes=1, **settings):
    fit = SGDClassifier(loss="log_loss", average=True, **settings)
    _, seconds = timed(lambda: [fit.partial_fit(X[at:at + BATCH], y[at:at + BATCH], classes=[0, 1]) for _ in range(passes) for at in range(0, len(X), BATCH)])
    return distance(X, y, fit.intercept_[0], fit.coef_[0]), seconds


def streams(ours, folder, rounds):
    for data in ("stream", "stream100", "stream200"):
        stream(ours, folder, rounds, data)


def stream(ours, folder, rounds, data):
    X, y = read(find(folder, data))
    falling = {"learning_rate": "invscaling", "eta0": 0.05, "alpha": 1e-8}
    settings = {"its defaults": {}, "eta0 = 0.05, invscaling, alpha = 1e-8": falling, "the same, five passes": {"passes": 5, **falling}}
    taken = {name: [] for name in ["logreg", *settings]}
    for _ in range(rounds):
        taken["logreg"].append(stream_ours(ours, X, y))
        for name, of in settings.items():
            taken[name].append(stream_sgd(X, y, **of))
    own = statistics.median(s for _, s in taken["logreg"])
    print(f"| partial_fit | {len(X) // BATCH} batches of {BATCH} x {X.shape[1]} | {own:.2f} | | | | {taken['logreg'][0][0]:.2g} standard errors off |")
    for name in settings:
        ratio = statistics.median(s / t for (_, s), (_, t) in zip(taken[name], taken["logreg"]))
        print(f"| | | | SGDClassifier, averaged, {name} | {statistics.median(s for _, s in taken[name]):.2f} | {ratio:.2f} | {taken[name][0][0]:.2g} standard errors off |", flush=True)


# ---- The table ----

# ---- Reading ----

def read_svmlight(ours, file):
    """Rows of a file, and the seconds that it takes to have them in memory."""
    library, frame = ctypes.CDLL(ours.library), ctypes.c_void_p()
    library.logreg_frame_rows.restype = ctypes.c_size_t
    status, seconds = timed(lambda: library.logreg_frame_read_svmlight(ctypes.byref(frame), str(file).encode(), None, None))
    if status:
        sys.exit(f"{file} was not read")
    rows = library.logreg_frame_rows(frame)
    library.logreg_frame_free(frame)
    return rows, seconds


def reading(ours, folder, rounds):
    for data in "sparse3000", "sparse10000":
        file, taken, others = find(folder, data), [], []
        for _ in range(rounds):
            rows, seconds = read_svmlight(ours, file)
            taken.append(seconds)
            (X, _), seconds = timed(lambda: load_svmlight_file(str(file)))
            others.append(seconds)
            if X.shape[0] != rows:
                sys.exit(f"{rows} rows of {X.shape[0]}")
        ratio = statistics.median(t / s for t, s in zip(others, taken))
        print(f"| read svmlight | {data} | {statistics.median(taken):.3f} | load_svmlight_file | {statistics.median(others):.3f} | {ratio:.2f} | |", flush=True)


# ---- Steps by batches: schedules, and stopping by rows held out ----

def linear(fit):
    """Seconds, intercept and slopes of a classifier of scikit-learn's; a network without hidden layers is a logistic regression."""
    def run(X, y):
        _, seconds = timed(lambda: fit.fit(X, y))
        b = np.r_[fit.intercepts_[0], fit.coefs_[0].ravel()] if hasattr(fit, "coefs_") else np.r_[fit.intercept_, fit.coef_[0]]
        return b, seconds, fit.n_iter_
    return run


def sgd_classifier(penalty=None, **settings):
    return SGDClassifier(loss="log_loss", penalty=penalty, average=True, **settings)


# name: (what logreg does, peer, how for so many passes)
RIDGE = 0.01
BATCHES = {
    **{f"sgd, {schedule}": (("--solver", "sgd", "--schedule", schedule, "--max-iter", "20"), "SGDClassifier, averaged, as many passes",
                            lambda passes, schedule=schedule, rate=rate: sgd_classifier(learning_rate=schedule, eta0=rate, max_iter=passes, tol=None))
       for schedule, rate in (("constant", 0.01), ("invscaling", 0.05), ("optimal", 0.01), ("adaptive", 0.05))},
    "sgd, l2": (("--solver", "sgd", "--penalty", "l2", "--lambda", str(RIDGE)), "SGDClassifier, averaged, l2, as many passes",
                lambda passes: sgd_classifier("l2", alpha=RIDGE, learning_rate="invscaling", eta0=0.05, max_iter=passes, tol=None)),
    "sgd, early stopping": (("--solver", "sgd", "--early-stopping"), "SGDClassifier, averaged, early_stopping",
                            lambda passes: sgd_classifier(early_stopping=True, learning_rate="invscaling", eta0=0.05)),
    "adam, early stopping": (("--solver", "adam", "--early-stopping"), "MLPClassifier, no hidden layer, early_stopping",
                             lambda passes: MLPClassifier(hidden_layer_sizes=(), alpha=0, early_stopping=True)),
    "gd, early stopping": (("--solver", "gd", "--early-stopping"), None, None),
}


def batches(ours, folder, rounds):
    X, y = read(find(folder, "tall"))
    print("| task | seconds, passes, standard errors off | peer | seconds, passes, standard errors off | times as quick |\n| --- | --- | --- | --- | ---: |", flush=True)
    for name, (command, peer, how) in BATCHES.items():
        taken, others, ratios = [], [], []
        ridge = RIDGE if "--lambda" in command else 0
        for _ in range(rounds):
            found, whole = ours.seconds("fit", find(folder, "tall"), *command)
            _, less = ours.seconds(FIT[0], find(folder, "tall"), *FIT[1:])
            b = np.array([c["estimate"] for c in found["coefficients"]])
            taken.append((max(whole - less, 1e-3), found["iterations"], distance(X, y, b[0], b[1:], ridge)))
            if how:
                b, seconds, passes = linear(how(found["iterations"]))(X, y)
                others.append((seconds, passes, distance(X, y, b[0], b[1:], ridge)))
                ratios.append(others[-1][0] / taken[-1][0])

        def tell(of):
            return f"{statistics.median(s for s, _, _ in of):.3f}, {of[0][1]}, {of[0][2]:.2g}"
        print(f"| {name} | {tell(taken)} | {peer or ''} | {tell(others) if others else ''} | {f'{statistics.median(ratios):.2f}' if ratios else ''} |", flush=True)


FIT = ("fit", "--formula", "y ~ 1")
PATH = ("path", "--no-cv", "--n-lambda", "1")
STRONG = ("fit", "--penalty", "l1", "--lambda", "0.01")
HALF_FREE = "*=2," + ",".join(f"x{j + 1}=0" for j in range(15))
GD = ["--solver", "gd", "--scaling", "none", "--learning-rate", "0.1", "--max-iter", "100"]
EXACT = {"solver": "newton-cholesky", "tol": 1e-8}

# name: (data, what logreg does, what only reads, its numbers, {peer: how})
TASKS = {
    "l2": ("tall", ("fit", "--penalty", "l2"), FIT, slopes,
           {"LogisticRegression, newton-cholesky, tol 1e-8": regression(**EXACT), "lbfgs, its defaults": regression()}),
    "l2, weak": ("tall", ("fit", "--penalty", "l2", "--C", "1e4"), FIT, slopes, {"LogisticRegression, newton-cholesky, tol 1e-8": regression(C=1e4, **EXACT)}),
    "l1": ("tall", ("fit", "--penalty", "l1", "--lambda", "0.01"), FIT, slopes,
           {"saga, its defaults": regression(penalty="l1", solver="saga", C=1 / 500), "glmnet, thresh 1e-7": in_r("fit", 1, 0.01, 1e-7),
            "glmnet, thresh 1e-14": in_r("fit", 1, 0.01, 1e-14)}),
    "elasticnet": ("tall", ("fit", "--penalty", "elasticnet", "--lambda", "0.01"), FIT, slopes,
                   {"saga, its defaults": regression(penalty="elasticnet", solver="saga", C=1 / 500, l1_ratio=0.5),
                    "glmnet, thresh 1e-7": in_r("fit", 0.5, 0.01, 1e-7), "glmnet, thresh 1e-14": in_r("fit", 0.5, 0.01, 1e-14)}),
    "l2, standardised": ("tall", ("fit", "--penalty", "l2", "--standardize"), FIT, slopes,
                         {"StandardScaler, LogisticRegression, newton-cholesky, tol 1e-8": regression(pre=[StandardScaler()], **EXACT)}),
    "l1, standardised": ("tall", (*STRONG, "--standardize"), FIT, slopes, by_glmnet(1, "standardize")),
    "l1, half of the columns free": ("tall", (*STRONG, "--penalty-factor", HALF_FREE), FIT, slopes, by_glmnet(1, "factors")),
    "l1, none below 0": ("tall", (*STRONG, "--bounds", "*=0:"), FIT, slopes, by_glmnet(1, "bounds")),
    "l2, none below 0": ("tall", ("fit", "--penalty", "l2", "--lambda", "0.01", "--bounds", "*=0:"), FIT, slopes,
                         {"scipy, L-BFGS-B": bounded(0.01), **by_glmnet(0, "bounds")}),
    "l2, four classes": ("classes", ("fit", "--penalty", "l2"), FIT, slopes,
                         {"LogisticRegression, lbfgs, its defaults": regression(), "newton-cg, tol 1e-8": regression(solver="newton-cg", tol=1e-8)}),
    "sparse l1": ("sparse10000", ("fit", "--penalty", "l1", "--no-intercept"), ("fit", "--penalty", "l1", "--C", "1e-6", "--no-intercept"), by_number,
                  {"LIBLINEAR by LogisticRegression, tol 1e-4": regression(penalty="l1", solver="liblinear", fit_intercept=False, random_state=0),
                   "tol 1e-8": regression(penalty="l1", solver="liblinear", fit_intercept=False, tol=1e-8, random_state=0)}),
    "class weights": ("tall", ("fit", "--class-weight", "balanced"), FIT, slopes, {"LogisticRegression, newton-cholesky, tol 1e-8": balanced(**EXACT)}),
    "impute, indicator": ("gaps", ("fit", "--impute", "mean", "--missing-indicator", "--penalty", "l2"), ("fit", "--formula", "y ~ x30"), slopes,
                          {"SimpleImputer(add_indicator), LogisticRegression": regression(pre=[SimpleImputer(add_indicator=True)], **EXACT)}),
    "gd, 100 steps": ("tall", ("fit", *GD), FIT, slopes, {"NumPy, SGDOptimizer": steps(0, False, 0.1, 100)}),
    "gd, 100 steps, traced": ("tall", ("fit", *GD, "--trace", os.devnull), FIT, slopes, {"NumPy, SGDOptimizer, savetxt": steps(0, False, 0.1, 100, trace=True)}),
    "momentum": ("tall", ("fit", *GD, "--momentum", "0.9"), FIT, slopes, {"NumPy, SGDOptimizer": steps(0.9, False, 0.1, 100)}),
    "Nesterov": ("tall", ("fit", *GD, "--momentum", "0.9", "--nesterov"), FIT, slopes, {"NumPy, SGDOptimizer": steps(0.9, True, 0.1, 100)}),
    "platt, 5 folds": ("tall", ("fit", "--calibrate", "platt"), FIT, None, {"CalibratedClassifierCV, newton-cholesky": calibrated("sigmoid")}),
    "isotonic, 5 folds": ("tall", ("fit", "--calibrate", "isotonic"), FIT, None, {"CalibratedClassifierCV, newton-cholesky": calibrated("isotonic")}),
    "bootstrap, l2, 200": ("small", ("fit", "--penalty", "l2", "--ci", "bootstrap", "--resamples", "200"), FIT, None,
                           {"loop of resample, LogisticRegression": resampled(200, **EXACT)}),
    "bootstrap, l1, 200": ("small", ("fit", "--penalty", "l1", "--lambda", "0.01", "--ci", "bootstrap", "--resamples", "200"), FIT, None,
                           {"loop of glmnet, thresh 1e-7": in_r("bootstrap", 1, 0.01, 200)}),
    "bootstrap of a path, 39": ("small", ("path", "--ci", "bootstrap", "--resamples", "39"), PATH, None, {"loop of cv.glmnet, thresh 1e-7": in_r("path bootstrap", 39, 1e-7), "thresh 1e-12": in_r("path bootstrap", 39, 1e-12)}),
    "optimism, 200": ("small", ("fit", "--optimism", "200"), FIT, None, {"rms::validate": in_r("optimism", 200)}),
    "path, 10 folds": ("small", ("path",), PATH, None, {"cv.glmnet, thresh 1e-7": in_r("cv", 1, 1e-7), "thresh 1e-12": in_r("cv", 1, 1e-12)}),
    "path, class weights": ("small", ("path", "--class-weight", "balanced"), PATH, None,
                            {"cv.glmnet, weights, thresh 1e-7": in_r("weighed", 1e-7), "thresh 1e-12": in_r("weighed", 1e-12)}),
    "ridge path, 10 folds": ("small", ("path", "--penalty", "l2"), PATH, None, {"cv.glmnet, thresh 1e-7": in_r("cv", 0, 1e-7), "thresh 1e-12": in_r("cv", 0, 1e-12)}),
    "path of four classes, 5 folds": ("classes", ("path", "--folds", "5"), PATH, None,
                                      {"cv.glmnet, thresh 1e-7": in_r("cv", 1, 1e-7, 5), "thresh 1e-12": in_r("cv", 1, 1e-12, 5)}),
    "grid, 3 x 20, 5 folds": ("small", ("path", "--penalty", "elasticnet", "--l1-ratios", "0.2,0.5,0.8", "--n-lambda", "20", "--folds", "5"), PATH, None,
                              {"cv.glmnet for each share": in_r("grid", 1e-7), "thresh 1e-12": in_r("grid", 1e-12), "LogisticRegressionCV, saga": grid_cv}),
    "nested, 4 outer folds": ("small", ("path", "--nested", "4"), PATH, None, {"loop of cv.glmnet": in_r("nested", 4, 1e-7), "thresh 1e-12": in_r("nested", 4, 1e-12)}),
    "learning curve, 6 x 5": ("tall", ("learning-curve", "--penalty", "l2"), FIT, None, {"learning_curve, newton-cholesky": grown()}),
    "learning curve, imputed": ("gaps", ("learning-curve", "--penalty", "l2", "--impute", "mean"), ("fit", "--formula", "y ~ x30"), None,
                                {"learning_curve of SimpleImputer, newton-cholesky": grown([SimpleImputer()])}),
}


def row(name, task, ours, folder, rounds):
    data, command, reading, numbers, peers = task
    file = find(folder, data)
    X, y = read(file)
    taken = {peer: [] for peer in ["logreg", *peers]}
    found = {}
    for _ in range(rounds):
        found["logreg"], whole = ours.seconds(command[0], file, *command[1:])
        _, less = ours.seconds(reading[0], file, *reading[1:])
        taken["logreg"].append(max(whole - less, 1e-3))
        for peer, how in peers.items():
            found[peer], seconds = how(X, y, file)
            taken[peer].append(seconds)
    mine = numbers(found["logreg"]) if numbers else None
    if numbers and len(mine) < X.shape[1]:
        mine = np.pad(mine, (0, X.shape[1] - len(mine)))
    first = f"| {name} | {data} | {statistics.median(taken['logreg']):.3f}"
    for peer in peers:
        if None in taken[peer]:
            continue
        ratio = statistics.median(t / s for t, s in zip(taken[peer], taken["logreg"]))
        same = mine is not None and found[peer] is not None and len(mine) == len(found[peer])
        differ = f"{np.abs(mine - found[peer]).max():.0e}" if same else ""
        print(f"{first} | {peer} | {statistics.median(taken[peer]):.3f} | {ratio:.2f} | {differ} |", flush=True)
        first = "| | |"


def table(tasks, others):
    """What the command line asks for: rows of tasks, and what is measured otherwise, by name: from the programs, the folder and the number of rounds."""
    parser = argparse.ArgumentParser()
    parser.add_argument("build")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--tasks", default=",".join(name.replace(",", ";") for name in [*tasks, *others]), help="commas within a name as semicolons")
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    ours = Ours(asked.build)
    print("| task | data | logreg | peer | peer's seconds | times as quick | differ |\n| --- | --- | ---: | --- | ---: | ---: | ---: |", flush=True)
    for name in (name.replace(";", ",") for name in asked.tasks.split(",")):
        if name in others:
            others[name](ours, asked.folder, asked.rounds)
        else:
            row(name, tasks[name], ours, asked.folder, asked.rounds)


if __name__ == "__main__":
    table(TASKS, {"read svmlight": reading, "partial_fit": streams, "batches": batches})
