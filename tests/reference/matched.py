"""Conditional logistic regression of matched sets, in 50 digits, of which 30 are promised; and the data that it is about.

    python3 tests/reference/matched.py tests/reference/data > tests/reference/matched.txt      (in the root of the project)

The conditional likelihood of a set is a ratio whose denominator is a sum over subsets. Small sets have it written out subset by subset; larger ones
have the elementary symmetric polynomial by the plain recursion, with its derivatives, which no scaling needs in so many digits; both are
compared where both can be had. infert is R's (infertility after abortion: Trichopoulos and others 1976), by way of R, whose
survival::clogit(method = "exact") is compared with: the comment of a case tells how far apart they are. A case has

    strata COLUMN                   and offset COLUMN where there is one
    counts N INFORMATIVE SINGLE EVENTLESS FULL ROWS EVENTS
    log_likelihood X                null X, score X (Rao's statistic) likewise
    coefficient ESTIMATE STD_ERROR LOW HIGH NAME      LOW and HIGH: the 95% profile interval

Of the case that is separated, x1 is infinite and all else is about the rows that tie: those that lie where events meet non-events.
"""

import csv
import itertools
import random
import subprocess
import sys

from mpmath import erfinv, exp, log, mp, mpf, sqrt

mp.dps = 50
QUANTILE = 2 * erfinv(mpf("0.95")) ** 2

R = """
suppressMessages(library(survival))
d <- read.csv("%s")
m <- clogit(%s + strata(%s), d, method = "exact", control = coxph.control(eps = 1e-14, toler.chol = 1e-15))
cat(format(coef(m)[!is.na(coef(m))], digits = 16), sep = " "); cat("\\n")
cat(format(sqrt(diag(vcov(m)))[!is.na(coef(m))], digits = 16), sep = " "); cat("\\n")
cat(format(c(m$loglik, m$score), digits = 16), "\\n")
"""


# ---- Data ----

def write(path, names, rows):
    with open(path, "w") as f:
        f.write(",".join(names) + "\n" + "".join(",".join(str(x) for x in r) + "\n" for r in rows))


def make_infert(path):
    subprocess.run(["Rscript", "-e", f'write.csv(infert[c("stratum", "age", "spontaneous", "induced", "case")], "{path}", '
                    "row.names = FALSE, quote = FALSE)"], check=True)


def make_sets(path):
    """Sets of 2 to 12 rows with any number of events, their rows apart, some of which say nothing; z is the same within sets."""
    draw, rows = random.Random(7), []
    for s in range(40):
        n, z = (1 if s in (3, 30) else draw.randint(2, 12)), draw.randint(-9, 9) / 10
        for _ in range(n):
            x1, x2 = draw.randint(-99, 99) / 50, draw.randint(0, 1)
            y = int(draw.random() < 1 / (1 + mp.e ** (mpf(6 - s % 9) / 5 - x1 + z / 2 - x2 * mpf("0.4"))))
            rows.append((f"s{s}", x1, x2, z, draw.randint(-9, 9) / 10, y))
    draw.shuffle(rows)
    write(path, ("set", "x1", "x2", "z", "o", "y"), rows)


def make_large(path):
    """Two sets of hundreds of rows and events."""
    draw, rows = random.Random(8), []
    for s, n, level in ((1, 700, -2), (2, 200, 1)):
        for _ in range(n):
            x = draw.randint(-300, 300) / 100
            rows.append((s, x, int(draw.random() < 1 / (1 + mp.e ** (-level - x / 2)))))
    write(path, ("s", "x", "y"), rows)


def make_quasi(path):
    """x1 never tells an event from a non-event the wrong way."""
    draw, rows = random.Random(9), []
    for s in range(60):
        for k in range(4):
            x1 = draw.choice((0.1, 0.1, 0.3)) if k < 2 else draw.choice((0, 0.1))
            rows.append((s, x1, draw.randint(0, 9) / 10, int(k < 2)))
    write(path, ("s", "x1", "x2", "y"), rows)


# ---- The likelihood ----

def subsets(eta, Z, d):
    """Sum, mean and covariance over the subsets of size d, each written out."""
    p, B, m, S = len(Z[0]), mpf(0), None, None
    m, S = [mpf(0)] * p, [[mpf(0)] * p for _ in range(p)]
    for chosen in itertools.combinations(range(len(eta)), d):
        w = exp(sum(eta[i] for i in chosen))
        z = [sum(Z[i][j] for i in chosen) for j in range(p)]
        B += w
        for j in range(p):
            m[j] += w * z[j]
            for k in range(p):
                S[j][k] += w * z[j] * z[k]
    return B, [x / B for x in m], [[S[j][k] / B - m[j] * m[k] / B / B for k in range(p)] for j in range(p)]


def recursion(eta, Z, d):
    p = len(Z[0])
    pairs = [(j, k) for j in range(p) for k in range(j + 1)]
    B = [mpf(1)] + [mpf(0)] * d
    G = [[mpf(0)] * p for _ in range(d + 1)]
    S = [{pair: mpf(0) for pair in pairs} for _ in range(d + 1)]
    for e, z in zip((exp(x) for x in eta), Z):
        for k in range(d, 0, -1):
            for j, l in pairs:
                S[k][j, l] += e * (S[k - 1][j, l] + z[j] * G[k - 1][l] + z[l] * G[k - 1][j] + z[j] * z[l] * B[k - 1])
            for j in range(p):
                G[k][j] += e * (G[k - 1][j] + z[j] * B[k - 1])
            B[k] += e * B[k - 1]
    m = [g / B[d] for g in G[d]]
    return B[d], m, [[S[d][max(j, k), min(j, k)] / B[d] - m[j] * m[k] for k in range(p)] for j in range(p)]


def look(sets, b):
    """Log-likelihood, score and information."""
    p, value = len(b), mpf(0)
    g, H = [mpf(0)] * p, [[mpf(0)] * p for _ in range(p)]
    for rows, d in sets:  # events first; of events and non-events the fewer are counted
        eta = [o + sum(x * c for x, c in zip(z, b)) for z, o in rows]
        Z, sign = [z for z, _ in rows], 1
        if 2 * d > len(rows):
            eta, Z, sign, d = [-x for x in eta[::-1]], [[-x for x in z] for z in Z[::-1]], -1, len(rows) - d
        B, m, C = recursion(eta, Z, d)
        if len(rows) <= 8 and p > 0:
            B2, m2, C2 = subsets(eta, Z, d)
            assert abs(B / B2 - 1) < mpf(10) ** -40 and all(abs(x - y) < mpf(10) ** -40 for x, y in zip(m, m2))
            assert all(abs(C[j][k] - C2[j][k]) < mpf(10) ** -38 for j in range(p) for k in range(p))
        value += sum(eta[:d]) - log(B)
        for j in range(p):
            g[j] += sum(z[j] for z in Z[:d]) - m[j]
            for k in range(p):
                H[j][k] += C[j][k]
    return value, g, H


def solve(A, y):
    return list(mp.lu_solve(mp.matrix(A), mp.matrix(y))) if y else []


def maximum(sets, b, free):
    """The maximum over the coefficients in `free`."""
    b = list(b)
    while True:
        value, g, H = look(sets, b)
        step = solve([[H[j][k] for k in free] for j in free], [g[j] for j in free])
        for j, s in zip(free, step):
            b[j] += s
        if sum(abs(s) for s in step) < mpf(10) ** -35:
            return b, value, H


def end(sets, best, top, H, j, side):
    """Where the profile of coefficient j has fallen by QUANTILE / 2: Newton on the fall and the other scores."""
    others = [k for k in range(len(best)) if k != j]
    V = mp.inverse(mp.matrix(H))
    b = [x + side * V[k, j] / sqrt(V[j, j]) * sqrt(QUANTILE) for k, x in enumerate(best)]
    while True:
        b, value, H = maximum(sets, b, others)
        _, g, _ = look(sets, b)
        step = (top - QUANTILE / 2 - value) / g[j]
        b[j] += step
        if abs(step) < mpf(10) ** -32:
            return b[j]


# ---- Cases ----

def show(x):
    return mp.nstr(x, 20)


def describe(name, path, formula, strata, columns, offset=None, r=None, limit=False):
    rows = list(csv.DictReader(open(path)))
    members = {}
    for row in rows:
        members.setdefault(row[strata], []).append(row)
    target = formula.split("~")[0].strip()
    counts, sets = [len(members), 0, 0, 0, 0, 0, 0], []
    for m in members.values():
        events = sum(row[target] == "1" for row in m)
        kind = 1 if 0 < events < len(m) else 2 if len(m) == 1 else 3 if events == 0 else 4
        counts[kind] += 1
        if kind != 1:
            continue
        counts[5] += len(m)
        counts[6] += events
        m.sort(key=lambda row: row[target] == "0")
        if limit:  # along x1, what ties is where the least event meets the largest non-event
            low, high = min(float(row["x1"]) for row in m[:events]), max(float(row["x1"]) for row in m[events:])
            assert low >= high
            m = [row for row in m if float(row["x1"]) == low == high]
            events = sum(row[target] == "1" for row in m)
        if m:
            sets.append(([([mpf(eval(c, {k: mpf(row[k]) for k in row if k != strata})) for c in columns.values()],
                           mpf(row[offset]) if offset else mpf(0)) for row in m], events))
    p = len(columns)
    null, g, H = look(sets, [mpf(0)] * p)
    score = sum(x * y for x, y in zip(g, solve(H, g)))
    b, value, H = maximum(sets, [mpf(0)] * p, list(range(p)))
    se = [sqrt(mp.inverse(mp.matrix(H))[j, j]) for j in range(p)]
    print(f"\ncase {name}")
    if r:
        out = subprocess.run(["Rscript", "-e", R % (path, r, strata)], check=True, capture_output=True, text=True)
        theirs = [[mpf(x) for x in line.split()] for line in out.stdout.splitlines()]
        ours = [b, se, [null, value, score]]
        apart = [max(abs(x / y - 1) for x, y in zip(u, v)) for u, v in zip(theirs, ours)]
        print("# R's clogit differs by", ", ".join(f"{mp.nstr(a, 1)} in {w}" for a, w in
              zip(apart, ("coefficients", "standard errors", "log-likelihoods and score"))))
    print(f"file {path}\nformula {formula}\nstrata {strata}")
    if offset:
        print(f"offset {offset}")
    print("counts", *counts)
    print("log_likelihood", show(value))
    if not limit:
        print("null", show(null))
        print("score", show(score))
    for j, c in enumerate(columns):
        low, high = (end(sets, b, value, H, j, -1), end(sets, b, value, H, j, 1)) if not limit else (mpf(0), mpf(0))
        print("coefficient", show(b[j]), show(se[j]), show(low), show(high), c)


def main():
    folder = sys.argv[1]
    make_infert(f"{folder}/infert.csv")
    make_sets(f"{folder}/sets.csv")
    make_large(f"{folder}/sets_large.csv")
    make_quasi(f"{folder}/sets_quasi.csv")
    print("# Written by matched.py.")
    describe("infert", f"{folder}/infert.csv", "case ~ spontaneous + induced", "stratum",
             {"spontaneous": "spontaneous", "induced": "induced"}, r="case ~ spontaneous + induced")
    describe("infert, quadratic", f"{folder}/infert.csv", "case ~ spontaneous + I(spontaneous^2) + spontaneous:age", "stratum",
             {"spontaneous": "spontaneous", "I(spontaneous^2)": "spontaneous**2", "spontaneous:age": "spontaneous*age"},
             r="case ~ spontaneous + I(spontaneous^2) + spontaneous:age")
    describe("sets", f"{folder}/sets.csv", "y ~ x1 * z + x2", "set",
             {"x1": "x1", "x2": "x2", "x1:z": "x1*z"}, offset="o", r="y ~ x1 * z + x2 + offset(o)")
    describe("large", f"{folder}/sets_large.csv", "y ~ x", "s", {"x": "x"})
    describe("quasi", f"{folder}/sets_quasi.csv", "y ~ x1 + x2", "s", {"x2": "x2"}, limit=True)


main()
