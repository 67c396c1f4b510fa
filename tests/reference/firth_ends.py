"""Ends of profile intervals and tests of Firth's penalised likelihood where it has several maxima, by brute force.

    python3 tests/reference/firth_ends.py tests/reference/data > tests/reference/firth_ends.txt

A coefficient is held at values on a grid, and all others go to a maximum by BFGS from each of fifteen random starts, and from the best points of the values beside it. The
profile is the most that was found; an end is the outermost place where it passes the level, which is then found by bisection. A line

    end FILE NAME LOW HIGH
    test FILE NAME STATISTIC

holds to about 7 digits, as do maxima that gradients in double lead to; the statistic is twice what the profile has fallen by at 0.
"""

import csv
import sys

import numpy as np
from scipy.optimize import minimize

LEVEL = 3.841458820694124 / 2


def read(path):
    with open(path, newline="") as file:
        rows = list(csv.reader(file))
    table = np.array([[float(x) for x in row] for row in rows[1:]])
    return ["(Intercept)"] + rows[0][:-1], np.column_stack([np.ones(len(table)), table[:, :-1]]), table[:, -1]


def objective(b, X, y):
    """Minus the penalised log-likelihood and its gradient."""
    eta = X @ b
    mu = 1 / (1 + np.exp(-np.clip(eta, -700, 700)))
    loss = np.sum(np.logaddexp(0, -eta) * y + np.logaddexp(0, eta) * (1 - y))
    # log of the root of mu (1 - mu), which does not vanish far out
    root = np.exp(-(np.logaddexp(0, -eta) + np.logaddexp(0, eta)) / 2)
    Q, R = np.linalg.qr(X * root[:, None])
    d = np.abs(np.diag(R))
    if np.any(d < 1e-150):
        return 1e6, np.zeros(len(b))
    h = np.sum(Q * Q, axis=1)
    return loss - np.sum(np.log(d)), X.T @ (mu - y - h * (0.5 - mu))


class Profile:
    def __init__(self, X, y, j):
        self.X, self.y, self.j = X, y, j
        self.free = [i for i in range(X.shape[1]) if i != j]
        self.rng = np.random.default_rng(1)
        self.known = {}

    def climb(self, t, start):
        def f(x):
            b = np.empty(self.X.shape[1])
            b[self.j], b[self.free] = t, x
            value, g = objective(b, self.X, self.y)
            return value, g[self.free]

        r = minimize(f, start, jac=True, method="BFGS", options={"gtol": 1e-8, "maxiter": 300})
        return r.fun, r.x

    def at(self, t, starts, n_random=0):
        size = self.X.shape[1] - 1
        starts = list(starts) + [np.zeros(size)]
        starts += [self.rng.normal(size=size) * s for s in self.rng.choice([0.5, 2, 5, 10, 20], n_random)]
        best = min((self.climb(t, s) for s in starts), key=lambda r: r[0])
        return best


def end(X, y, j, side, peak, least, se):
    p = Profile(X, y, j)
    grid, points = peak[j] + side * np.concatenate([np.arange(1, 12), 11 + np.arange(1, 20) * 3]) * se, []
    last = peak[p.free]
    for t in grid:
        points.append(p.at(t, [last, peak[p.free]], 15))
        last = points[-1][1]
    for i in range(len(grid) - 2, -1, -1):
        points[i] = min(points[i], p.at(grid[i], [points[i + 1][1]]), key=lambda r: r[0])
    inside = [i for i in range(len(grid)) if points[i][0] - least < LEVEL]
    i = max(inside) if inside else -1
    assert i + 1 < len(grid)
    a, b = (grid[i] if i >= 0 else peak[j]), grid[i + 1]
    xa, xb = (points[i][1] if i >= 0 else peak[p.free]), points[i + 1][1]
    while abs(b - a) > 1e-8 * (1 + abs(a)):
        t = (a + b) / 2
        value, x = p.at(t, [xa, xb])
        if value - least < LEVEL:
            a, xa = t, x
        else:
            b, xb = t, x
    return a


def main(folder):
    print("# Written by firth_ends.py.")
    for name in ("firth_two.csv", "firth_nine.csv", "firth_ridge.csv", "firth_lobes_1.csv", "firth_lobes_2.csv", "firth_lobes_3.csv"):
        names, X, y = read(f"{folder}/{name}")
        rng = np.random.default_rng(2)
        starts = [np.zeros(X.shape[1])] + [rng.normal(size=X.shape[1]) * s for s in (1, 3, 5, 10) for _ in range(20)]
        best = min((minimize(objective, s, args=(X, y), jac=True, method="BFGS", options={"gtol": 1e-10}) for s in starts),
                   key=lambda r: r.fun)
        eta = X @ best.x
        H = (X * (1 / (2 + np.exp(eta) + np.exp(-eta)))[:, None]).T @ X
        se = np.sqrt(np.diag(np.linalg.inv(H)))
        for j, column in enumerate(names):
            low, high = (end(X, y, j, side, best.x, best.fun, se[j]) for side in (-1, 1))
            print("end", name, column, f"{low:.9g} {high:.9g}", flush=True)
            p = Profile(X, y, j)
            fall = p.at(0, [best.x[p.free], best.x[p.free] * 2, best.x[p.free] * 4], 100)[0] - best.fun
            print("test", name, column, f"{2 * fall:.9g}", flush=True)


main(sys.argv[1])
