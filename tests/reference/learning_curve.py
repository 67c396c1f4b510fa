#!/usr/bin/python3
"""Learning curves by scikit-learn's learning_curve, for learning_curve.txt.

    python3 tests/reference/learning_curve.py > tests/reference/learning_curve.txt      (in the root of the project)

The rows of tests/reference/data/calibrated.csv, the model of x1 and x2; where there is an imputation, those of learned.csv, whose x1 and x2 have gaps, in a pipeline. scikit-learn is given each repeat's rows as logreg draws them: rows in random order, the first of each class held out, the i-th (from 0) of the n_k others at
(i + u) / n_k of the order of those to fit to, u uniform, but for the first of each class, which come before all.
Lines of a case: `case NAME`, `target`, `penalty`, `C`, `repeats`, `seed`, `test_size`, `impute RULE`, `indicator` and `text WEIGHT` (of the column said) where there are such; then
    point N MEASURE MEAN SD MEAN SD      rows fitted to; log_loss, accuracy or auc; of the rows fitted to, then of those held out
"""
import csv

import numpy as np
from sklearn.compose import ColumnTransformer
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.impute import SimpleImputer
from sklearn.model_selection import learning_curve
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer

from philox import Stream
from polished import Polished

STREAM = 16
SCORES = {"log_loss": ("neg_log_loss", -1), "accuracy": ("accuracy", 1), "auc": ("roc_auc", 1)}


def draw(y, test_size, seed, repeat):
    stream = Stream(seed, STREAM + repeat)
    count = {k: int((y == k).sum()) for k in np.unique(y)}
    held = {k: min(max(1, int(test_size * n + 0.5)), n - 1) for k, n in count.items()}
    met, train, test = dict.fromkeys(count, 0), [], []
    for row in stream.permutation(len(y)):
        k, u = y[row], stream.uniform()
        nth = met[k] - held[k]
        met[k] += 1
        if nth < 0:
            test.append(row)
        else:
            train.append((-1 if nth == 0 else (nth + u) / (count[k] - held[k]), row))
    return np.array([row for _, row in sorted(train)]), np.array(test)


def as_numbers(X):
    return X.astype(float)


def learned(rule, indicator=False, words=None):
    """What a pipeline learns before there are coefficients, and how a case tells it."""
    gaps = make_pipeline(FunctionTransformer(as_numbers), SimpleImputer(strategy=rule, add_indicator=indicator))
    steps = [("gaps", gaps, [0, 1])]
    if words:
        steps.append(("words", CountVectorizer(token_pattern=r"\w(?:'?\w)+", min_df=words), 2))
    lines = [f"impute {rule}"] + ["indicator 1"] * indicator + ([f"text count {words}"] if words else [])
    return ColumnTransformer(steps, sparse_threshold=0), lines


def case(name, rows, target, sizes, penalty="l2", C=1.0, repeats=3, seed=0, test_size=0.25, before=None):
    if before:
        X = np.array([[float(r["x1"] or "nan"), float(r["x2"] or "nan"), r["said"]] for r in rows], object)
    else:
        X = np.array([[float(r["x1"]), float(r["x2"])] for r in rows])
    y = np.array([r[target] for r in rows])
    folds = [draw(y, test_size, seed, r) for r in range(repeats)]
    fit = Polished(penalty=None if penalty == "none" else penalty, C=C, tol=1e-6, max_iter=10000,
                   solver="saga" if penalty == "l1" else "newton-cg")
    print(f"case {name}\ntarget {target}\npenalty {penalty}\nC {C:g}\nrepeats {repeats}\nseed {seed}\ntest_size {test_size:g}")
    if before:
        print(*before[1], sep="\n")
        fit = make_pipeline(before[0], fit)
    for measure, (scoring, sign) in SCORES.items():
        if measure == "auc" and len(set(y)) > 2:
            continue
        n, *scores = learning_curve(fit, X, y, train_sizes=sizes, cv=folds, scoring=scoring, error_score="raise")
        for i, size in enumerate(n):
            told = [x for s in scores for x in ((sign * s[i]).mean(), s[i].std(ddof=1))]
            print(f"point {size} {measure}", *(f"{x:.17g}" for x in told))
    print()


def main():
    with open("tests/reference/data/calibrated.csv") as file:
        rows = list(csv.DictReader(file))
    case("l2", rows, "y", [15, 40, 113])
    case("l1", rows, "y", [30, 80], penalty="l1", C=0.5, repeats=2, seed=7)
    case("no penalty", rows, "y", [60, 100], penalty="none", repeats=4, seed=2, test_size=0.3)
    case("three classes", rows, "k", [12, 50, 112], C=2.0, seed=3)
    with open("tests/reference/data/learned.csv") as file:
        gaps = list(csv.DictReader(file))
    case("imputed, indicators", gaps, "y", [12, 40, 90], before=learned("median", indicator=True))
    case("imputed, words", gaps, "y", [20, 90], seed=4, before=learned("mean", words=2))


main()
