#!/usr/bin/python3
"""What a learner knows after each part of the rows, for learner.txt, and where all of them have their maximum.

    python3 tests/reference/learner.py > tests/reference/learner.txt      (in the root of the project)

The rows are those of tests/reference/data/calibrated.csv, in their order. logreg_learner_partial_fit takes Newton's steps, which scikit-learn's partial_fit does not, so that its rule, equation (122), is worked out here, all
classes at a time by Kronecker products. The maximum and its standard errors are those of statsmodels: GLM, or MNLogit, of all rows.

Lines of a case: `case NAME`, `target`, `batch_size`, `weights 1`, `intercept 0`, `ridge` where they are not the defaults; then
    after N K J ESTIMATE STD_ERROR      of class K, coefficient J, when N rows have been seen
    maximum K J ESTIMATE STD_ERROR      of all rows
"""
import csv

import numpy as np
import statsmodels.api as sm
from scipy.special import logsumexp, softmax

STEPS, SMALL, FALLS, SHORT, BENDS, FIRST_STEPS, FIRST_SMALL, REST = 8, 1e-2, 0.3, 1, 0.4, 50, 1e-8, 1e-12
LOOKS = (5, 40, 100, 150)


def batch_loss(Z, y, w, theta, k):
    eta = np.column_stack([np.zeros(len(Z)), Z @ theta.reshape(k, -1).T])
    return w @ (logsumexp(eta, axis=1) - eta[np.arange(len(Z)), y])


def batch_sums(Z, y, w, theta, k):
    """Gradient and information of a batch, theta as one vector, class by class."""
    P = softmax(np.column_stack([np.zeros(len(Z)), Z @ theta.reshape(k, -1).T]), axis=1)[:, 1:]
    Y = y[:, None] == np.arange(1, k + 1)
    g = (Z.T @ (w[:, None] * (P - Y))).T.ravel()
    H = sum(wi * np.kron(np.diag(p) - np.outer(p, p), np.outer(z, z)) for wi, p, z in zip(w, P, Z))
    return g, H


def step(theta, g, H, Z, y, w, k):
    """Newton's step, shortened where it is long and the batch's loss bends up by too much."""
    d = np.linalg.solve(H, g)
    slope, second = batch_sums(Z, y, w, theta, k)
    bend = batch_loss(Z, y, w, theta - d, k) - batch_loss(Z, y, w, theta, k) + slope @ d - d @ second @ d / 2
    moves = np.column_stack([np.zeros(len(Z)), Z @ d.reshape(k, -1).T])
    M = np.ptp(moves, axis=1).max()
    return theta - d * (np.log1p(M) / M if M > SHORT and bend > BENDS * (g @ d) else 1), np.sqrt(g @ d)


def first(Z, y, w, k, ridge):
    theta = np.zeros(k * Z.shape[1])
    for _ in range(FIRST_STEPS):
        g, H = batch_sums(Z, y, w, theta, k)
        H = H + ridge * np.eye(len(theta))
        theta, decrement = step(theta, g + ridge * theta, H, Z, y, w, k)
        if decrement <= FIRST_SMALL:
            break
    return theta, batch_sums(Z, y, w, theta, k)[1] + ridge * np.eye(len(theta))


def later(Z, y, w, k, theta0, H0, ridge, left, t):
    keep = min(left, max(ridge / t**4, REST * np.mean(np.diag(H0))))
    gone, H0 = left - keep, H0 - (left - keep) * np.eye(len(theta0))
    theta, decrement, anew = theta0, np.inf, True
    for _ in range(STEPS):
        g, second = batch_sums(Z, y, w, theta, k)
        if anew:
            H = second + H0
        before = decrement
        theta, decrement = step(theta, g + H0 @ (theta - theta0) - gone * theta0, H, Z, y, w, k)
        anew = decrement > FALLS * before
        if decrement <= SMALL:
            break
    return theta, H, keep


def learn(X, y, w, k, batch, intercept, ridge):
    """Coefficients and standard errors, in units of the data."""
    head = X[:batch]
    mean, spread = head.mean(axis=0) * intercept, np.sqrt(((head - head.mean(axis=0)) ** 2).mean(axis=0))
    Z = (X - mean) / spread
    if intercept:
        Z = np.column_stack([np.ones(len(X)), Z])
    for t, at in enumerate(range(0, len(X), batch), 1):
        part = (Z[at:at + batch], y[at:at + batch], w[at:at + batch], k)
        if t == 1:
            (theta, H), left = first(*part, ridge), ridge
        else:
            theta, H, left = later(*part, theta, H, ridge, left, t)
    T = np.diag(1 / spread)
    if intercept:
        T = np.block([[np.ones((1, 1)), -(mean / spread)[None]], [np.zeros((X.shape[1], 1)), T]])
    T = np.kron(np.eye(k), T)
    return T @ theta, np.sqrt(np.diag(T @ np.linalg.inv(H) @ T.T))


def tell(line, b, se, k, intercept):
    for a, (bs, es) in enumerate(zip(np.split(b, k), np.split(se, k)), 1):
        for j, (x, e) in enumerate(zip(bs, es), 1 - intercept):
            print(f"{line} {a} {j} {x:.17g} {e:.17g}")


def case(name, rows, target, batch=0, weighted=0, intercept=1, ridge=1):
    X = np.array([[float(r["x1"]), 1000 + 20 * float(r["x2"])] for r in rows])
    if not intercept:
        X[:, 1] -= 1000
    names = sorted({r[target] for r in rows})
    y, k = np.array([names.index(r[target]) for r in rows]), len(names) - 1
    w = np.array([float(r["w"]) if weighted else 1.0 for r in rows])
    print(f"case {name}\ntarget {target}")
    print(f"batch_size {batch}\nweights {weighted}\nintercept {intercept}\nridge {ridge}")
    size = batch or max(64, 8 * k * (X.shape[1] + intercept))
    for n in LOOKS:
        tell(f"after {n}", *learn(X[:n], y[:n], w[:n], k, size, intercept, ridge), k, intercept)
    Z = np.column_stack([np.ones(len(X)), X]) if intercept else X
    if k == 1:
        fit = sm.GLM(y, Z, family=sm.families.Binomial(), freq_weights=w).fit(tol=1e-14)
    else:
        assert not weighted
        fit = sm.MNLogit(y, Z).fit(method="newton", disp=0)
    tell("maximum", np.ravel(fit.params, order="F"), np.ravel(fit.bse, order="F"), k, intercept)
    print()


def main():
    with open("tests/reference/data/calibrated.csv") as file:
        rows = list(csv.DictReader(file))
    case("two classes", rows, "y")
    case("two classes, small batches", rows, "y", batch=8)
    case("weights", rows, "y", batch=30, weighted=1)
    case("no intercept, another ridge", rows, "y", batch=25, intercept=0, ridge=0.25)
    case("three classes", rows, "k", batch=50)


main()
