#!/usr/bin/python3
"""Writes separation.h: what linear programmes (scipy, HiGHS) say of the separation of the shipped data.

Comparisons z'b >= 0, one for each row and each class that is not its own (docs/mathematics.md, equation 12). One
programme finds the comparisons that some direction decides: the most t_i with z_i'b >= t_i, 0 <= t_i <= 1, are 1 there and
0 elsewhere. Two more for each coefficient, its largest and its least value over the directions with |b_j| <= 1 in scaled
columns, give its status: o finite, + and - infinite, u of both signs.

Run from the top folder: /usr/bin/python3 tests/reference/separation.py > tests/reference/separation.h
"""
import csv

import numpy as np
from scipy.optimize import linprog


def read(name):
    with open(f"datasets/{name}.csv", newline="") as file:
        rows = list(csv.DictReader(file))
    return {column: np.array([row[column] for row in rows]) for column in rows[0]}


def comparisons(X, y):
    n, p = X.shape
    k = y.max()
    rows = []
    for i in range(n):
        for other in range(k + 1):
            if other != y[i]:
                z = np.zeros((k + 1, p))
                z[y[i]] += X[i]
                z[other] -= X[i]
                rows.append(z[1:].ravel())
    return np.array(rows), np.repeat(np.arange(n), k)


def programme(cost, A, b, bounds):
    result = linprog(cost, A_ub=A, b_ub=b, bounds=bounds, method="highs")
    assert result.status == 0, result.message
    return result


def decide(X, y):
    Z, owner = comparisons(X, y)
    m, q = Z.shape
    t = programme(np.r_[np.zeros(q), -np.ones(m)], np.c_[-Z, np.eye(m)], np.zeros(m),
                  [(None, None)] * q + [(0, 1)] * m).x[q:]
    assert np.all((t < 1e-6) | (t > 1 - 1e-6))
    strict = t > 0.5
    separated = sum(strict[owner == i].all() for i in range(len(y)))
    statuses = ""
    for j in range(q):
        cost = np.zeros(q)
        cost[j] = 1
        low = programme(cost, -Z, np.zeros(m), [(-1, 1)] * q).fun < -1e-6
        high = programme(-cost, -Z, np.zeros(m), [(-1, 1)] * q).fun < -1e-6
        statuses += {(0, 0): "o", (0, 1): "+", (1, 0): "-", (1, 1): "u"}[int(low), int(high)]
    kind = "NONE" if not strict.any() else "COMPLETE" if strict.all() else "QUASI"
    return kind, separated, statuses


def case(name, target, features, keep=None):
    data = read(name)
    keep = np.ones(len(data[target]), bool) if keep is None else keep(data)
    X = np.column_stack([data[f][keep].astype(float) for f in features])
    X = np.column_stack([np.ones(len(X)), X / np.abs(X).max(axis=0)])
    labels = data[target][keep]
    y = np.array([sorted(set(labels)).index(label) for label in labels])
    kind, separated, statuses = decide(X, y)
    formula = f"{target} ~ {' + '.join(features)}"
    lines = [formula[i : i + 90] for i in range(0, len(formula), 90)]
    text = "\n     ".join(f'"{line}"' for line in lines)
    print(f'    {{"{name}",\n     {text},\n     LOGREG_SEPARATION_{kind}, {separated}, "{statuses}"}},')


def main():
    print("/* Made by separation.py. */")
    print("static const expected_separation separations[] = {")
    iris = ["sepal_length", "sepal_width", "petal_length", "petal_width"]
    wdbc = [c for c in read("wdbc") if c != "diagnosis"]
    case("iris", "species", iris)
    case("iris", "species", ["sepal_length", "sepal_width"])
    case("iris", "species", ["petal_length"])
    case("wdbc", "diagnosis", wdbc)
    case("wdbc", "diagnosis", wdbc[:10])
    case("wdbc", "diagnosis", wdbc[20:])
    case("mtcars", "am", ["wt", "gear"])
    case("mtcars", "vs", ["cyl", "qsec"])
    case("mtcars", "am", ["mpg", "wt", "qsec", "cyl"])
    case("mtcars", "gear", ["am", "vs"])
    print("};")


main()
