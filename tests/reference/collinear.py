"""Separated data whose columns are nearly collinear: small whole numbers, of which large multiples of columns are added to others.

What such data have is decided on the small numbers, by linear programmes whose answers are proven in fractions: a direction of recession,
and positive multiples of the comparisons that it leaves at 0 which sum to 0. Coefficients of columns that were not added to others are
those of the small numbers, fitted by Newton's method to the comparisons that are tied.

    python3 tests/reference/collinear.py > tests/reference/collinear.txt

A block: "data CLASSES ROWS COLUMNS KIND DEVIANCE"; the rows, each with its class; for each class but the first a line for each column, with
its status (. where it is not told) and, where that is finite, estimate and standard error.
"""
from fractions import Fraction

import numpy as np
from scipy.optimize import linprog

CASES = 60
rng = np.random.default_rng(6)

# The small numbers of data that were once misjudged: classes, multiple of the first column in the second, what is added to each column,
# rows with their class.
KNOWN = [
    (2, 10**4, [0, 0, 10000, 0],
     "0 1 1 -1 1, -1 2 3 3 1, 1 -1 0 2 0, -2 1 3 2 1, 0 2 0 3 1, 2 -3 2 2 1, 1 -2 3 0 0, -3 -2 -2 1 0, 0 -1 -2 1 0, 3 1 1 -1 "
     "0, -1 -3 -3 0 0, 1 2 -2 1 1, -2 -1 2 2 1, 2 -3 1 -1 0, 0 -2 2 1 1, -2 -1 2 1 1, 2 1 2 -2 0, 2 -3 -3 -2 0, -1 0 -1 -1 0, "
     "0 3 -3 3 1, 0 -2 2 -1 0"),
    (3, 10**4, [0, 0],
     "-3 3 2, -2 3 2, 0 2 0, 3 -2 1, 1 2 1, 3 -2 1, -2 2 2, 3 3 1, 2 0 1, -1 3 2, -3 4 2, 0 1 2, 0 0 2, 1 4 1, 0 0 1, -2 1 2, "
     "2 -1 1, 0 1 1, 0 0 2, -2 -2 2, -3 2 2, -1 4 2, -3 2 2, 0 4 2, 0 4 0, -3 -1 2, -1 4 2, -1 1 0"),
    (3, 10**6, [100000, 0],
     "-3 3 2, -1 0 2, 1 0 0, 3 -1 0, 1 -1 0, 1 -1 0, -3 -1 2, 1 1 0, 1 0 0, 0 -1 2, -2 0 2, -2 2 1, 3 -1 0, -3 3 1, 1 -3 2, 1 "
     "0 1, -2 0 2, -1 -1 2, -2 1 1, -3 -1 2, -2 -1 2, 3 3 0, 3 0 0, 3 -2 0, 1 -1 2"),
    (2, 10**6, [100000000, 100],
     "3 2 1, -3 2 0, 3 3 0, -3 -1 0, 0 1 0, -1 -2 1, 2 2 0, 0 -2 1, -2 -2 1, 1 0 1, -1 -3 1, -1 2 0, 2 1 1, -1 3 0, 0 0 0, 2 "
     "-2 1, 2 3 0, 1 1 0, 1 -1 1, -3 1 0, 0 -2 1, 1 2 0"),
    (3, 10**6, [10000, 1000, 10],
     "-3 3 -1 2, 1 -2 0 1, -2 -1 -1 0, 2 2 3 2, 2 -2 2 1, -1 -3 -3 0, 0 1 0 1, -3 -3 0 0, 2 2 -1 2, -2 1 2 2, -3 -2 -3 0, -1 0 "
     "0 2"),
]


def comparisons(X, y, K):
    n, p = X.shape
    Z, of = [], []
    for i in range(n):
        for loser in range(K):
            if loser != y[i]:
                z = np.zeros((K, p), int)
                z[y[i]] += X[i]
                z[loser] -= X[i]
                Z.append(z[1:].ravel())
                of.append((i, loser))
    return np.array(Z), of


def fractions(v):
    return [Fraction(float(x)).limit_denominator(5000) for x in v]


def tied(Z):
    """Which comparisons are 0 for every direction of recession; None without a proof."""
    m, q = Z.shape
    # the most comparisons won by 1: b, and t <= 1 with t <= Z b
    A = np.block([[-Z, np.eye(m)], [-Z, np.zeros((m, m))]])
    r = linprog(np.r_[np.zeros(q), -np.ones(m)], A_ub=A, b_ub=np.zeros(2 * m),
                bounds=[(None, None)] * q + [(0, 1)] * m, method="highs")
    b = fractions(r.x[:q])
    margin = [sum(int(z) * x for z, x in zip(row, b)) for row in Z]
    if min(margin) < 0:
        return None
    T = [i for i in range(m) if margin[i] == 0]
    if T:
        r = linprog(np.ones(len(T)), A_eq=Z[T].T, b_eq=np.zeros(q), bounds=[(1, None)] * len(T), method="highs")
        if r.status != 0:
            return None
        w = fractions(r.x)
        if min(w) <= 0 or any(sum(a * int(Z[i][j]) for a, i in zip(w, T)) for j in range(q)):
            return None
    return T


def reach(Z, j):
    """The status of coefficient j, by how far directions in a box raise and lower it."""
    ends = []
    for sign in (1, -1):
        c = np.zeros(Z.shape[1])
        c[j] = -sign
        ends.append(-linprog(c, A_ub=-Z, b_ub=np.zeros(len(Z)), bounds=[(-1, 1)] * Z.shape[1], method="highs").fun > 1e-7)
    return "u" if all(ends) else "+" if ends[0] else "-" if ends[1] else "="


def limit(X, y, K, open_to):
    n, p = X.shape
    q = (K - 1) * p
    b = np.zeros(q)
    for _ in range(200):
        loss, g, H = 0, np.zeros(q), np.zeros((q, q))
        for i in range(n):
            classes = [y[i]] + [c for c in range(K) if (i, c) in open_to]
            V = np.zeros((len(classes), q))
            for a, c in enumerate(classes):
                if c:
                    V[a, (c - 1) * p:c * p] = X[i]
            eta = V @ b
            mu = np.exp(eta - eta.max())
            mu /= mu.sum()
            loss -= np.log(mu[0])
            g += mu @ V - V[0]
            H += (V * mu[:, None]).T @ V - np.outer(mu @ V, mu @ V)
        inverse = np.linalg.pinv(H, rcond=1e-10, hermitian=True)
        step = inverse @ g
        b -= step / max(1, np.abs(step).max())
        if abs(g @ step) < 1e-26:
            break
    return 2 * loss, b, np.sqrt(np.diag(inverse))


def draw():
    """Small numbers F, classes y, and what is made of F."""
    K = int(rng.choice([2, 3]))
    p, n = int(rng.integers(2, 4)), int(rng.integers(8, 26))
    F = rng.integers(-3, 4, (n, p))
    y = np.argmax(F @ rng.normal(size=(p, K)) + rng.gumbel(size=(n, K)) * rng.choice([0.1, 0.5, 1]), 1)
    times = 10 ** int(rng.choice([2, 3, 4, 5, 6, 6]))
    shift = np.zeros(p, int)
    if rng.random() < 0.3:
        shift[1:] = 10 ** int(rng.integers(1, 6))
    return K, F, y, times, shift


def known(K, times, shift, rows):
    R = np.array([[int(v) for v in row.split()] for row in rows.split(", ")])
    return K, R[:, :-1], R[:, -1], times, np.array(shift)


def describe(K, F, y, times, shift, all_kinds):
    n, p = F.shape
    X = np.column_stack([np.ones(n, int), F])
    if len(set(y)) < K or np.linalg.matrix_rank(X) < p + 1:
        return None
    Z, of = comparisons(X, y, K)
    T = tied(Z)
    if T is None:
        return None
    kind = "none" if len(T) == len(Z) else "quasi" if T else "complete"
    if not all_kinds and kind != "quasi" and rng.random() < 0.9:
        return None
    deviance, b, se = limit(X, y, K, {of[i] for i in T})
    G = F.copy()
    G[:, 1] += times * F[:, 0]
    G += shift
    lines = ["data %d %d %d %s %.12g" % (K, n, p, kind, abs(deviance))]
    lines += [" ".join(str(v) for v in row) + " %d" % c for row, c in zip(G, y)]
    for j in range((K - 1) * (p + 1)):
        told = j % (p + 1) > 1 or (j % (p + 1) == 0 and not shift.any())
        s = reach(Z, j) if told else "."
        lines.append("= %.10g %.10g" % (b[j], se[j]) if s == "=" else s)
    return lines


blocks = [describe(*known(*data), True) for data in KNOWN]
while len(blocks) < CASES:
    lines = describe(*draw(), False)
    if lines:
        blocks.append(lines)
print("\n".join("\n".join(lines) for lines in blocks))
