#!/usr/bin/python3
"""Grids, and what they lose on outer folds, by scikit-learn's GridSearchCV and cross_val_score, for grid.txt.

    python3 tests/reference/grid.py > tests/reference/grid.txt      (in the root of the project)

Candidates are sets of columns of tests/reference/data/path.csv, standardised on the rows that are fitted to, with shares of an elastic net; each is fitted at every lambda, which is C = 1 / (lambda n) of the n rows fitted to. Folds, inner and
outer, are dealt as logreg deals them. Numbers of rows are such that all folds of a grid are of one size, since scikit-learn averages them without weights.

Lines of a case: `case NAME`, `target`, `penalty`, `measure`, `folds`, `outer`, `seed`; `columns I FORMULA`, `ratio I X`, `lambda I X` by their places; then
    value C I MEAN ERROR      candidate (columns by columns, within these by ratio), place of lambda: measure on rows held out and its standard error
    best C I                  the candidate and lambda that are chosen
    nested MEAN ERROR         the measure of the whole choice on outer folds, and its standard error
    choice F C                the candidate chosen without outer fold F
"""
import csv

import numpy as np
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.model_selection import GridSearchCV, cross_validate
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import StandardScaler

from dealt import OUTER, Dealt
from polished import Polished

SCORES = {"log_loss": ("neg_log_loss", -1), "auc": ("roc_auc", 1), "accuracy": ("accuracy", 1)}


class Columns(BaseEstimator, TransformerMixin):
    def __init__(self, names=""):
        self.names = names

    def fit(self, X, y=None):
        return self

    def transform(self, X):
        return X[:, [int(name[1]) - 1 for name in self.names.split(" + ")]]


class ByLambda(Polished):
    def __init__(self, strength=1.0, penalty="l2", l1_ratio=None, C=1.0, solver="newton-cg", tol=1e-6, max_iter=20000):
        super().__init__(penalty=penalty, l1_ratio=l1_ratio, C=C, solver=solver, tol=tol, max_iter=max_iter)
        self.strength = strength

    def fit(self, X, y):
        self.C = 1 / (self.strength * len(y))
        return super().fit(X, y)


def case(name, rows, target, columns, strengths, folds, outer, seed, penalty="elasticnet", ratios=(None,), measure="log_loss"):
    X = np.array([[float(r[f"x{j}"]) for j in range(1, 9)] for r in rows])
    y = np.array([r[target] for r in rows])
    scoring, sign = SCORES[measure]
    fit = ByLambda(penalty=penalty, solver="newton-cg" if penalty == "l2" else "saga")
    search = GridSearchCV(Pipeline([("columns", Columns()), ("scale", StandardScaler()), ("fit", fit)]),
                          {"columns__names": columns, "fit__l1_ratio": list(ratios), "fit__strength": strengths},
                          scoring=scoring, cv=Dealt(folds, seed), error_score="raise")
    inside = cross_validate(search, X, y, scoring=scoring, cv=Dealt(outer, seed, OUTER), return_estimator=True, error_score="raise")
    search.fit(X, y)

    def place(p):
        return columns.index(p["columns__names"]) * len(ratios) + ratios.index(p["fit__l1_ratio"])

    def error(x):
        return np.std(x) / np.sqrt(len(x) - 1)

    print(f"case {name}\ntarget {target}\npenalty {penalty}\nmeasure {measure}\nfolds {folds}\nouter {outer}\nseed {seed}")
    for i, of in enumerate(columns):
        print(f"columns {i} {of}")
    for i, ratio in enumerate(ratios):
        if ratio is not None:
            print(f"ratio {i} {ratio:g}")
    for i, strength in enumerate(strengths):
        print(f"lambda {i} {strength:g}")
    found = search.cv_results_
    for i, p in enumerate(found["params"]):
        splits = [sign * found[f"split{f}_test_score"][i] for f in range(folds)]
        print(f"value {place(p)} {strengths.index(p['fit__strength'])} {np.mean(splits):.17g} {error(splits):.17g}")
    print("best", place(search.best_params_), strengths.index(search.best_params_["fit__strength"]))
    print(f"nested {np.mean(sign * inside['test_score']):.17g} {error(inside['test_score']):.17g}")
    for f, of in enumerate(inside["estimator"]):
        print("choice", f, place(of.best_params_))
    print()


def main():
    with open("tests/reference/data/path.csv") as file:
        rows = list(csv.DictReader(file))
    sets = ["x1 + x2", "x1 + x2 + x7 + x8", "x3 + x4"]
    case("elastic nets", rows, "y", sets, [0.1, 0.03, 0.01], 5, 3, seed=1, ratios=(0.2, 0.9))
    case("ridges by AUC", rows, "y", sets, [1.0, 0.1, 0.01, 0.001], 3, 5, seed=2, penalty="l2", measure="auc")
    case("one lasso", rows, "y", ["x1 + x2 + x3 + x4 + x5 + x6 + x7 + x8"], [0.1, 0.05, 0.02, 0.01, 0.005], 5, 6, seed=3, penalty="l1")
    case("three classes", rows, "z", sets[1:], [0.3, 0.1, 0.03], 5, 5, seed=4, penalty="l2")


main()
