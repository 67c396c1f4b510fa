"""Exact inference by brute force: every outcome of every row written out, counted in fractions, and roots found in 40 digits.

    python3 tests/reference/exact.py tests/reference/data > tests/reference/exact.txt      (in the root of the project)

A case has the file, its formula and the columns of trials, offset, weights or strata, then lines

    exact STATISTIC LEAST MOST VALUES ESTIMATE MEDIAN_UNBIASED LOW HIGH PROBABILITY P P_MID P_PROBABILITY SCORE P_SCORE NAME

and, where a case has terms of several columns, or an intercept to test, lines

    term DF VALUES PROBABILITY P_PROBABILITY SCORE P_SCORE NAME
    intercept as exact

R's fisher.test and mantelhaen.test(exact = TRUE) say the same of tables of two by two: p_probability is their p.
"""

import csv
import itertools
import random
import sys
from fractions import Fraction
from math import comb

from mpmath import exp, inf, matrix, mp, mpf

mp.dps = 40
DIGITS = mpf(10) ** -30


def write(path, names, rows):
    with open(path, "w") as f:
        f.write(",".join(names) + "\n" + "".join(",".join(str(x) for x in r) + "\n" for r in rows))


def make(folder):
    draw = random.Random(21)
    write(f"{folder}/exact.csv", ("dose", "age", "batch", "late", "o", "y"),
          [(draw.choice((0.1, 0.25, 0.5)), draw.randint(3, 9), draw.choice("abcd"), draw.randint(0, 1), draw.choice((0, 0.5)),
            draw.randint(0, 1)) for _ in range(15)])
    write(f"{folder}/exact_grouped.csv", ("x", "z", "n", "events"), [(0, 0, 3, 0), (1, 0, 4, 1), (0, 1, 2, 1), (1, 1, 5, 5), (2, 1, 2, 2)])
    write(f"{folder}/exact_parted.csv", ("x", "z", "y"), [(x, z, int(x > 4)) for x, z in zip((1, 2, 3, 4, 5, 6, 7), (1, 0, 0, 1, 1, 1, 0))])


def root(rising):
    """Where a function that rises through 0 is 0."""
    low, high = mpf(-1), mpf(1)
    while rising(low) > 0:
        low *= 2
    while rising(high) < 0:
        high *= 2
    while high - low > DIGITS * max(1, abs(low)):
        middle = (low + high) / 2
        low, high = (middle, high) if rising(middle) < 0 else (low, middle)
    return low


def joint(rows, of, intercept):
    """{values of the statistics of columns `of`: weight} given the others; rows are (set, columns, trials, events, offset), columns fractions."""
    def totals(y):
        sums = [sum(x[c] * k for (_, x, *_), k in zip(rows, y)) for c in range(len(rows[0][1]))]
        counts = {}
        for (s, *_), k in zip(rows, y):
            counts[s] = counts.get(s, 0) + k
        return sums, tuple(sorted(counts.items())) if intercept else ()

    observed, count = totals([r[3] for r in rows])
    found = {}
    for y in itertools.product(*(range(r[2] + 1) for r in rows)):
        sums, counts = totals(y)
        if counts != count or any(a != b for c, (a, b) in enumerate(zip(sums, observed)) if c not in of):
            continue
        weight = mpf(1)
        for (_, _, n, _, o), k in zip(rows, y):
            weight *= comb(n, k) * (exp(mpf(o.numerator) / o.denominator * k) if o else 1)
        key = tuple(sums[c] for c in of)
        found[key] = found.get(key, mpf(0)) + weight
    return found, tuple(observed[c] for c in of)


def distribution(rows, j, intercept):
    found, observed = joint(rows, [j], intercept)
    return {t[0]: w for t, w in found.items()}, observed[0]


def describe_term(found, t, name):
    total, m = sum(found.values()), len(t)
    number = lambda v: [mpf(x.numerator) / x.denominator for x in v]
    values = [(number(v), w / total) for v, w in found.items()]
    centre = [sum(w * v[k] for v, w in values) for k in range(m)]
    variance = matrix(m, m)
    for a in range(m):
        for b in range(m):
            variance[a, b] = sum(w * (v[a] - centre[a]) * (v[b] - centre[b]) for v, w in values)
    inverse = variance ** -1

    def score(v):
        d = matrix([v[k] - centre[k] for k in range(m)])
        return (d.T * inverse * d)[0]

    own, far = found[t] / total, score(number(t))
    p_probability = sum(w for _, w in values if w <= own * (1 + DIGITS))
    p_score = sum(w for v, w in values if score(v) >= far * (1 - DIGITS))
    print("term", m, len(values), *(mp.nstr(x, 17) for x in (own, p_probability, far, p_score)), name)


def describe(found, t, name, word="exact"):
    values = {mpf(v.numerator) / v.denominator: w for v, w in found.items()}
    t = mpf(t.numerator) / t.denominator
    total = sum(values.values())

    def tail(theta, keep):
        weights = {v: w * exp(theta * (v - t)) for v, w in values.items()}
        return sum(w for v, w in weights.items() if keep(v)) / sum(weights.values())

    def mean(theta):
        weights = {v: w * exp(theta * (v - t)) for v, w in values.items()}
        return sum(w * (v - t) for v, w in weights.items()) / sum(weights.values())

    def up(a):
        return root(lambda h: tail(h, lambda v: v >= t) - a)

    def down(a):
        return root(lambda h: a - tail(h, lambda v: v <= t))

    least, most = min(values), max(values)
    if least == most:
        estimate, median, low, high = mpf("nan"), mpf("nan"), -inf, inf
    else:
        low, high = -inf if t == least else up(mpf("0.025")), inf if t == most else down(mpf("0.025"))
        estimate = -inf if t == least else inf if t == most else root(mean)
        median = down(mpf("0.5")) if t == least else up(mpf("0.5")) if t == most else (up(mpf("0.5")) + down(mpf("0.5"))) / 2
    lower, upper, own = tail(0, lambda v: v <= t), tail(0, lambda v: v >= t), tail(0, lambda v: v == t)
    centre = sum(v * w for v, w in values.items()) / total
    variance = sum((v - centre) ** 2 * w for v, w in values.items()) / total
    close = 1 + mpf(10) ** -25
    p_probability = sum(w for w in values.values() if w <= values[t] * close) / total
    p_score = sum(w for v, w in values.items() if (v - centre) ** 2 * close >= (t - centre) ** 2) / total
    numbers = (t, least, most, len(values), estimate, median, low, high, own, min(mpf(1), 2 * min(lower, upper)),
               min(mpf(1), 2 * min(lower, upper) - own), p_probability, (t - centre) ** 2 / variance if variance else mpf(0), p_score)
    print(word, *(mp.nstr(mpf(x), 17) for x in numbers), name)


def case(name, path, formula, columns, trials=None, offset=None, strata=None, weights=None, intercept=True, terms=(), test_intercept=False):
    """terms: names of terms, with the places of their columns."""
    table = list(csv.DictReader(open(path)))
    target = formula.split("~")[0].strip()
    rows = []
    for r in table:
        x = [f(r) for f in columns.values()]
        n = int(r[trials]) if trials else 1
        k = int(r[weights]) if weights else 1
        rows.append((r[strata] if strata else 0, x, n * k, int(r[target]) * k, Fraction(r[offset]) if offset else Fraction(0)))
    if strata:  # those that say nothing
        both = {s for s in {r[0] for r in rows} if 0 < sum(r[3] for r in rows if r[0] == s) < sum(r[2] for r in rows if r[0] == s)}
        rows = [r for r in rows if r[0] in both]
    print(f"\ncase {name}\nfile {path}\nformula {formula}")
    for role, column in (("trials", trials), ("offset", offset), ("strata", strata), ("weights", weights)):
        if column:
            print(role, column)
    for j, column in enumerate(columns):
        describe(*distribution(rows, j, intercept), column)
    for term, of in terms:
        describe_term(*joint(rows, of, intercept), term)
    if test_intercept:
        with_one = [(r[0], [Fraction(1), *r[1]], *r[2:]) for r in rows]
        describe(*distribution(with_one, 0, False), "(Intercept)", "intercept")


def number(name):
    return lambda r: Fraction(r[name])


def level(name, value):
    return lambda r: Fraction(int(r[name] == value))


def main():
    folder = sys.argv[1]
    make(folder)
    data, grouped = f"{folder}/exact.csv", f"{folder}/exact_grouped.csv"
    print("# Written by exact.py.")
    case("one column", data, "y ~ dose", {"dose": number("dose")}, test_intercept=True)
    case("two columns", data, "y ~ dose + late", {"dose": number("dose"), "late": number("late")})
    case("levels", data, "y ~ age + batch", {"age": number("age")} | {f"batch[{b}]": level("batch", b) for b in "bcd"},
         terms=[("batch", [1, 2, 3])], test_intercept=True)
    case("levels and an offset", data, "y ~ batch", {f"batch[{b}]": level("batch", b) for b in "bcd"}, offset="o", terms=[("batch", [0, 1, 2])])
    case("powers", data, "y ~ late + poly(age, 2, raw = TRUE)", {"late": number("late"), "poly(age, 2, raw = TRUE)[1]": number("age"),
                                                                "poly(age, 2, raw = TRUE)[2]": lambda r: Fraction(r["age"]) ** 2},
         strata="batch", terms=[("poly(age, 2, raw = TRUE)", [1, 2])])
    case("a product", data, "y ~ age * late", {"age": number("age"), "late": number("late"), "age:late": lambda r: Fraction(r["age"]) * Fraction(r["late"])})
    case("an offset", data, "y ~ dose", {"dose": number("dose")}, offset="o")
    case("no intercept", data, "y ~ dose + age - 1", {"dose": number("dose"), "age": number("age")}, intercept=False)
    case("strata", data, "y ~ age + dose", {"age": number("age"), "dose": number("dose")}, strata="batch")
    case("strata and an offset", data, "y ~ age", {"age": number("age")}, strata="batch", offset="o")
    case("grouped", grouped, "events ~ x + z", {"x": number("x"), "z": number("z")}, trials="n", test_intercept=True)
    case("frequencies", data, "y ~ dose", {"dose": number("dose")}, weights="late")
    case("parted", f"{folder}/exact_parted.csv", "y ~ x", {"x": number("x")})
    case("parted, two columns", f"{folder}/exact_parted.csv", "y ~ x + z", {"x": number("x"), "z": number("z")})


main()
