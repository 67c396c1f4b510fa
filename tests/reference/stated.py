#!/usr/bin/python3
"""Probabilities of another program in columns of a table, and what scikit-learn's metrics say of them.

    tests/reference/stated.py tests/reference/data > tests/reference/stated.txt

Writes DATA/stated.csv. Thresholds of rules are found by trying every one.
"""
import contextlib
import io
import sys

import numpy as np
from sklearn import metrics as sk

with contextlib.redirect_stdout(io.StringIO()):
    import metrics  # which prints a file of its own

N = 160
rng = np.random.default_rng(2024)
score, other = rng.normal(size=(2, N))
p = 1 / (1 + np.exp(-1.2 * score))
q = np.round(1 / (1 + np.exp(-score - 0.5 * other)), 2)
y = (rng.random(N) < 1 / (1 + np.exp(-score - 0.3 * other))).astype(int)
w = rng.integers(0, 4, size=N)
P = rng.dirichlet([1.5, 1, 2], size=N)
kind = np.array([rng.choice(3, p=row) for row in 0.5 * P + 0.5 / 3])
KINDS = np.array(["low", "mid", "top"])
gone = np.arange(N) % 40 == 7  # rows without a probability

with open(sys.argv[1] + "/stated.csv", "w", encoding="ascii") as out:
    out.write("y,answer,p,q,rest,w,kind,share.top,share.low,share.mid\n")
    for i in range(N):
        cell = "" if gone[i] else repr(float(p[i]))
        thirds = ",".join(repr(float(P[i][k])) for k in (2, 0, 1))
        out.write(f"{y[i]},{'yes' if y[i] else 'no'},{cell},{q[i]},{float(1 - q[i]):.2f},{w[i]},{KINDS[kind[i]]},{thirds}\n")


def put(name, target, columns, values, weighted, **more):
    print(f"case {name}\ntarget {target}\ncolumns {columns}")
    if weighted:
        print("weights w")
    for key, value in more.items():
        print(f"{key} {value}")
    for metric, value in values.items():
        if not np.isnan(value):
            print(f"metric {metric} {float(value)!r}")
    print()


def shares(y, p, w, t):
    c = sk.confusion_matrix(y, p >= t, sample_weight=w)
    return c[1, 1] / c[1].sum(), c[0, 0] / c[0].sum(), c[:, 1].sum() / c.sum(), c[0, 1], c[1, 0], c


def choose(rule, y, p, w):
    """The threshold among the probabilities, and above them all; of equals the highest."""
    name, _, numbers = rule.partition(":")
    x = [float(t) for t in numbers.split(",")] if numbers else []
    tried = [(t, shares(y, p, w, t)) for t in np.append(np.unique(p[w > 0]), 1)]
    if name == "sensitivity":
        return max(t for t, s in tried if s[0] >= x[0])
    if name == "specificity":
        return min(t for t, s in tried if s[1] >= x[0])
    if name == "rate":
        return min(t for t, s in tried if s[2] <= x[0])
    goal = {
        "youden": lambda s, t: s[0] + s[1],
        "f1": lambda s, t: sk.f1_score(y, p >= t, sample_weight=w),
        "cost": lambda s, t: -x[0] * s[3] - x[1] * s[4],
    }[name]
    best = max(goal(s, t) for t, s in tried)
    return max(t for t, s in tried if goal(s, t) >= best - 1e-12)


there = ~gone
for weighted in (False, True):
    v = w if weighted else np.ones(N, int)
    tail = ", weighted" if weighted else ""
    put("of the event" + tail, "y", "p", metrics.of_two(y[there], p[there], v[there], 0.5), weighted)
    put("of both answers" + tail, "answer", "no=rest yes=q", metrics.of_two(y, q, v, 0.5), weighted)
    put("of three kinds" + tail, "kind", "share.low share.mid share.top", metrics.of_many(kind, P, v), weighted)
    for rule in ("youden", "f1", "cost:1,1", "cost:1,5", "cost:7,2", "sensitivity:0.9", "specificity:0.8", "rate:0.25"):
        t = choose(rule, y, q, v)
        values = metrics.of_two(y, q, v, t)
        put(f"{rule}{tail}", "y", "q", {m: values[m] for m in ("accuracy", "sensitivity", "specificity", "f1")}, weighted,
            rule=rule)
