"""Profile-likelihood intervals and tests of some models of cases.txt, in 80 digits, of which 30 are promised.

    python3 tests/reference/profile.py > tests/reference/profile.txt      (in the root of the project)

An end of the interval of a coefficient is where the largest log-likelihood with the coefficient held there lies chi-squared(0.95, 1) / 2 below
the maximum. It is found by Newton's method on what defines it: the loss, and the score of all other coefficients, which is 0. The
test that the coefficient is 0, and those of whole terms, compare maxima. A line

    profile K LOW HIGH STATISTIC P NAME

is about a coefficient of the linear predictor of class K, and

    term DF LR SCORE WALD NAME

about a term (a variable or an interaction of the formula), against the model without the terms that contain it. Each solution is checked before it is written.
"""

import sys

from mpmath import erfc, mp, mpf, sqrt

from precise import (Data, column_name, dot, find_aliases, log_likelihood, newton, probabilities, read_cases, read_r,
                     cholesky, score_and_information, show, solve)

CASES = {"challenger", "vaso", "vaso, as measured", "snoring", "ingots", "budworm", "mtcars weight", "mtcars power, no intercept", "beetle", "menarche",
         "ucb gender and department", "ucb saturated", "titanic", "titanic, deaths", "iris sepal width", 
         "exposure, everything", "counted", "holes", "levels, interactions", "classes, everything", "copies, interaction", "rare"}

QUANTILE = mpf("3.841458820694124032258")  # chi-squared, 0.95, 1 degree of freedom, refined below


def refine_quantile():
    global QUANTILE
    z = sqrt(QUANTILE)
    for _ in range(6):  # erfc(z / sqrt 2) = 0.05
        z += (erfc(z / sqrt(mpf(2))) - mpf("0.05")) * sqrt(mp.pi / 2) * mp.exp(z * z / 2)
    QUANTILE = z * z


class Point:
    """Value, score and information at coefficients, all predictors in one list."""

    def __init__(self, data, kept, b):
        p = len(kept)
        P = list(probabilities(data, kept, [b[i:i + p] for i in range(0, len(b), p)]))
        self.b, self.value = b, log_likelihood(data, P)
        self.g, self.H = score_and_information(data, kept, P)


def held(data, kept, start, free):
    """The maximum over the coefficients in `free`, the others staying as they are."""
    b = list(start)
    at = Point(data, kept, b)
    for _ in range(200):
        L = cholesky([[at.H[i][j] for j in free] for i in free])
        g = [at.g[i] for i in free]
        step = solve(L, g)
        decrement = dot(g, step)
        if decrement < mpf(10) ** -80:
            return at
        t = mpf(1)
        while True:
            new = list(b)
            for i, d in zip(free, step):
                new[i] += t * d
            after = Point(data, kept, new)
            if after.value >= at.value or decrement < mpf(10) ** -40:
                break
            t /= 2
        b, at = new, after
    raise ArithmeticError("no convergence")


def end(data, kept, top, j, side, variance):
    """Along the signed root of twice the fall, which is nearly a line in b_j: secant steps within a bracket."""
    q = len(top.b)
    free = [i for i in range(q) if i != j]
    want = sqrt(QUANTILE)

    def root(x, start):
        b = list(start)
        b[j] = x
        at = held(data, kept, b, free)
        return sqrt(2 * (top.value - at.value)) - want, at

    se = sqrt(variance[j])
    low, f_low = top.b[j], -want
    x = low + side * want * se
    f, at = root(x, top.b)
    high = None
    for _ in range(200):
        if abs(f) < mpf(10) ** -32:
            break
        if f < 0:
            low, f_low = x, f
        else:
            high, f_high = x, f
        slope = -at.g[j] / (f + want)  # of the root
        x = x - f / slope
        inside = (x - low) * side > 0 and (high is None or (high - x) * side > 0)
        if not inside:
            x = (low + high) / 2 if high is not None else low + 2 * side * se
        f, at = root(x, at.b)
    assert abs(2 * (top.value - at.value) - QUANTILE) < mpf(10) ** -28
    assert max([abs(at.g[i]) * sqrt(variance[i]) for i in free], default=0) < mpf(10) ** -25
    return x


def terms_of(columns):
    """Columns of each term, by the names of its variables."""
    terms = {}
    for j, parts in enumerate(columns):
        if parts:
            terms.setdefault(tuple(v for v, _ in parts), []).append(j)
    return terms


def term_tests(data, kept, columns, top):
    p, q = len(kept), len(top.b)
    terms = terms_of(columns)
    for name, own in terms.items():
        above = [j for other, js in terms.items() if set(name) < set(other) for j in js]

        def free_of(dropped):
            return [i for i in range(q) if kept[i % p] not in dropped]

        def fit(dropped):
            return held(data, kept, [mpf(0)] * q, free_of(dropped))

        full, part = fit(above), fit(above + own)
        tested = [i for i in range(q) if kept[i % p] in own]
        if not tested:
            continue
        free = free_of(above)
        g = [part.g[i] for i in free]
        score = dot(g, solve(cholesky([[part.H[i][j] for j in free] for i in free]), g))
        L = cholesky([[full.H[i][j] for j in free] for i in free])
        V = [solve(L, [mpf(free[a] == i) for a in range(len(free))]) for i in tested]
        V = [[row[free.index(i)] for i in tested] for row in V]
        b = [full.b[i] for i in tested]
        yield len(tested), 2 * (full.value - part.value), score, dot(b, solve(cholesky(V), b)), ":".join(name)


def main():
    refine_quantile()
    path = "tests/reference/cases.txt"
    print("# Written by profile.py.")
    from_r = read_r(path)
    for case in read_cases(path):
        if case["case"] not in CASES:
            continue
        columns = from_r[case["case"]]["columns"]
        data = Data(case, columns)
        kept, aliases = find_aliases(data, columns[0] == [])
        b, _, L, _ = newton(data, kept)
        p, q = len(kept), len(kept) * len(b)
        top = Point(data, kept, [c for row in b for c in row])
        variance = [solve(L, [mpf(i == j) for i in range(q)])[j] for j in range(q)]
        print()
        for key, text in case.items():
            print(key, text)
        for j in range(q):
            statistic = 2 * (top.value - held(data, kept, [mpf(0)] * q, [i for i in range(q) if i != j]).value)
            ends = [end(data, kept, top, j, side, variance) for side in (-1, 1)]
            print("profile", j // p + 1, *map(show, ends), show(statistic), show(erfc(sqrt(statistic / 2))),
                  column_name(case, columns[kept[j % p]]))
        if not aliases:
            for df, lr, score, wald, name in term_tests(data, kept, columns, top):
                print("term", df, show(lr), show(score), show(wald), name)
        sys.stdout.flush()


main()
