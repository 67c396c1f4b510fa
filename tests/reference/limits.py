"""Profile likelihoods of several separated classes, and of separated matched sets, by brute force.

    python3 tests/reference/limits.py > tests/reference/limits.txt

Each likelihood is a product over observations of exp(eta of what happened) / sum of exp(eta of all that might have): of a row its classes, of a
matched set all subsets of as many events. Nothing here knows of separation. A coefficient, or a difference of two, is held at a value and all
others go to the maximum of the likelihood less 1e-36 / 2 times their squares, by Newton's method in 50 digits; what runs away goes so far that it no longer counts. An
end is where that has fallen by chi-squared(0.95, 1) / 2; it is infinite where it has not at +-200.

    case NAME
    classes K | sets            then offset, weights where there are any
    columns NAME..              a number each; the intercept is not one of them
    row Y|SET,Y [OFFSET] [WEIGHT] X..
    deviance X                  in the limit
    coefficient K NAME LOW HIGH STATISTIC
    contrast K AGAINST NAME LOW HIGH STATISTIC      class K against class AGAINST, both against the first
    hypothesis STATISTIC DF TEXT    that equations hold, as --hypothesis has them
"""

import itertools
import random

from mpmath import mp, mpf, matrix, lu_solve, cholesky_solve, exp, log, sqrt, erfc

mp.dps = 50
RIDGE = mpf(10) ** -36
FARTHEST = 200


def quantile():
    z = sqrt(mpf("3.841458820694124032258"))
    for _ in range(6):
        z += (erfc(z / sqrt(mpf(2))) - mpf("0.05")) * sqrt(mp.pi / 2) * exp(z * z / 2)
    return z * z


HALF = quantile() / 2


class Likelihood:
    """Observations are (weight, [(vector, offset) of what happened, of each alternative..]); coordinates may be turned first."""

    def __init__(self, observations, q):
        self.q = q
        self.rows = []
        for weight, options in observations:  # differences to what happened
            first, shift = options[0]
            rows = [([x - f for x, f in zip(vector, first)], offset - shift) for vector, offset in options[1:]]
            self.rows.append((weight, rows))

    def turned(self, combination, h):
        """With the combination in the place of coefficient h."""
        other = Likelihood([], self.q)
        for weight, rows in self.rows:
            new = []
            for z, offset in rows:
                own = z[h] / combination[h]
                new.append(([own if j == h else z[j] - combination[j] * own for j in range(self.q)], offset))
            other.rows.append((weight, new))
        return other

    def look(self, b, free):
        loss, g, H = mpf(0), [mpf(0)] * self.q, matrix(len(free), len(free))
        for weight, rows in self.rows:
            e = [exp(offset + mp.fdot(z, b)) for z, offset in rows]
            total = 1 + sum(e)
            loss += weight * log(total)
            p = [x / total for x in e]
            mean = [mp.fdot(p, [z[j] for z, _ in rows]) for j in range(self.q)]
            for j in range(self.q):
                g[j] += weight * mean[j]
            for a, i in enumerate(free):
                for c, j in enumerate(free[:a + 1]):
                    H[a, c] += weight * (sum(pr * z[i] * z[j] for pr, (z, _) in zip(p, rows)) - mean[i] * mean[j])
        for a, i in enumerate(free):
            loss += RIDGE / 2 * b[i] ** 2
            g[i] += RIDGE * b[i]
            H[a, a] += RIDGE
            for c in range(a):
                H[c, a] = H[a, c]
        return loss, g, H

    def least(self, b, free):
        """(loss, gradient, b) with the others as they are."""
        b = list(b)
        loss, g, H = self.look(b, free)
        for _ in range(2000):
            if not free:
                break
            step = cholesky_solve(H, matrix([g[i] for i in free]))
            decrement = sum(step[a] * g[i] for a, i in enumerate(free))
            if decrement < mpf(10) ** -34:
                break
            t = mpf(1)
            while True:
                new = list(b)
                for a, i in enumerate(free):
                    new[i] -= t * step[a]
                value = self.look(new, free)
                if value[0] <= loss:
                    break
                t /= 2
            b, (loss, g, H) = new, value
        return loss, g, b


def end(of, h, side, start, t, least):
    free = [j for j in range(of.q) if j != h]
    inside, outside, step = t, None, mpf(1)

    def rise(value, b):
        b = list(b)
        b[h] = value
        loss, g, b = of.least(b, free)
        return loss - least, g[h], b

    b = start
    while outside is None:
        value = inside + side * step
        if abs(value) > FARTHEST:
            return mpf("inf") * side
        r, slope, new = rise(value, b)
        if r > HALF:
            outside, at, b = value, (r, slope, value), new
        else:
            inside, b, step = value, new, 2 * step
    for _ in range(200):
        r, slope, value = at
        root = sqrt(2 * r)
        new = value + (sqrt(2 * HALF) - root) * root / slope if r > 0 and slope != 0 else inside
        if not min(inside, outside) < new < max(inside, outside):
            new = (inside + outside) / 2
        r, slope, b = rise(new, b)
        if r > HALF:
            outside = new
        else:
            inside = new
        at = (r, slope, new)
        if abs(r - HALF) < mpf(10) ** -24:
            return new
    raise ArithmeticError("no end")


def show(x):
    return "inf" if x == mp.inf else "-inf" if x == -mp.inf else mp.nstr(x, 20)


def profile(of, h, start, least):
    free = [j for j in range(of.q) if j != h]
    zero = list(start)
    zero[h] = mpf(0)
    statistic = 2 * (of.least(zero, free)[0] - least)
    t = start[h]
    if abs(t) > 30:  # a place inside the interval from where both ends are sought
        t = mpf(30) * (1 if t > 0 else -1)
    start = list(start)
    start[h] = t
    low, high = (end(of, h, side, start, t, least) for side in (-1, 1))
    return f"{show(low)} {show(high)} {show(max(statistic, mpf(0)) if statistic > 1e-20 else mpf(0))}"


def hypothesis(of, names, equations, least):
    """Equations are ({coefficient: multiplier}, value): each becomes a coefficient of its own, which is held."""
    start, held, done = [mpf(0)] * of.q, [], []
    text = ", ".join(" + ".join((f"{m}*" if m != 1 else "") + names[j] for j, m in terms.items()) + f" = {v}" for terms, v in equations)
    for terms, value in equations:
        c = [mpf(terms.get(j, 0)) for j in range(of.q)]
        for before, h in done:  # in the coordinates that there are by now
            c = [c[h] / before[h] if j == h else c[j] - c[h] * before[j] / before[h] for j in range(of.q)]
        h = max((j for j in range(of.q) if j not in held), key=lambda j: abs(c[j]))
        turned = [mpf(0) if j in held else c[j] for j in range(of.q)]
        shift = sum(c[j] * start[j] for j in held)
        of = of.turned(turned, h)
        start[h] = mpf(str(value)) - shift
        held.append(h)
        done.append((turned, h))
    loss = of.least(start, [j for j in range(of.q) if j not in held])[0]
    print("hypothesis", mp.nstr(2 * (loss - least), 20), len(equations), text, flush=True)


def classes(name, k, columns, rows, offset=False, weights=False, contrasts=(), hypotheses=()):
    p = len(columns) + 1
    print(f"\ncase {name}\nclasses {k + 1}")
    for flag, word in ((offset, "offset"), (weights, "weights")):
        if flag:
            print(word)
    print("columns", *columns)
    observations = []
    assert {row[0] for row in rows} == set(range(k + 1))
    for y, o, w, x in rows:
        print("row", y, *([o] if offset else []), *([w] if weights else []), *x)
        full = [mpf(1)] + [mpf(str(v)) for v in x]

        def option(c):
            vector = [mpf(0)] * (k * p)
            if c:
                vector[(c - 1) * p:c * p] = full
            return vector, mpf(str(o)) if c else mpf(0)

        observations.append((mpf(w), [option(y)] + [option(c) for c in range(k + 1) if c != y]))
    of = Likelihood(observations, k * p)
    least, _, b = of.least([mpf(0)] * (k * p), list(range(k * p)))
    print("deviance", mp.nstr(2 * least, 20))
    names = ["(Intercept)"] + columns
    for j in range(k * p):
        print("coefficient", j // p + 1, names[j % p], profile(of, j, b, least), flush=True)
    for c, against in contrasts:
        for j in range(p):
            combination = [mpf(0)] * (k * p)
            h = (c - 1) * p + j
            combination[h], combination[(against - 1) * p + j] = mpf(1), mpf(-1)
            new = list(b)
            new[h] = b[h] - b[(against - 1) * p + j]
            print("contrast", c, against, names[j], profile(of.turned(combination, h), h, new, least), flush=True)
    for equations in hypotheses:
        hypothesis(of, [f"{j // p + 1}:{names[j % p]}" for j in range(k * p)], equations, least)


def sets(name, columns, rows, hypotheses=()):
    print(f"\ncase {name}\nsets\ncolumns", *columns)
    by_set, q = {}, len(columns)
    for s, y, x in rows:
        print("row", f"{s},{y}", *x)
        by_set.setdefault(s, []).append((y, [mpf(str(v)) for v in x]))
    observations = []
    for members in by_set.values():
        d = sum(y for y, _ in members)
        if d in (0, len(members)):
            continue
        members.sort(key=lambda m: -m[0])
        options = [([sum(members[i][1][j] for i in chosen) for j in range(q)], mpf(0))
                   for chosen in itertools.combinations(range(len(members)), d)]
        observations.append((mpf(1), options))
    of = Likelihood(observations, q)
    least, _, b = of.least([mpf(0)] * q, list(range(q)))
    print("deviance", mp.nstr(2 * least, 20))
    for j in range(q):
        print("coefficient", 1, columns[j], profile(of, j, b, least), flush=True)
    for equations in hypotheses:
        hypothesis(of, columns, equations, least)


def draw(rng, eta):
    u, total = rng.random(), sum(2.718281828 ** e for e in eta)
    for c, e in enumerate(eta):
        u -= 2.718281828 ** e / total
        if u < 0:
            return c
    return len(eta) - 1


def main():
    print("# Written by limits.py.")
    rng = random.Random(1)
    rows = []
    for i in range(26):  # no row of level b is of class 2
        x, level = round(rng.gauss(0, 1), 2), i % 3
        y = draw(rng, [0, .3 * x, .2 - .5 * x])
        rows.append((0 if level == 1 and y == 2 else y, 0, 1, [x, int(level == 1), int(level == 2)]))
    classes("an empty cell", 2, ["x", "fb", "fc"], rows,
            hypotheses=[[({1: 1}, 0), ({7: 1}, 0)], [({1: 1, 5: -2}, 0.5), ({6: 1}, 1)], [({2: 1}, 0), ({5: 1}, 0), ({6: 1}, 0)],
                        [({j: 1}, j / 8) for j in range(8)]])
    rows = []
    for i in range(18):  # class 0 stands apart; the others overlap
        x, z = rng.randrange(0, 5), round(rng.gauss(0, 1), 1)
        y = draw(rng, [-99, 0, .8 * x - 1.5 + z]) if i % 3 else 0
        rows.append((y, 0, 1, [x - 8 * (y == 0), z]))
    classes("one apart", 2, ["x", "z"], rows, contrasts=[(2, 1)],
            hypotheses=[[({1: 1}, 0), ({5: 1}, 0)], [({1: 1, 4: -1}, 0), ({2: 1, 5: -1}, 0.25)], [({1: 1, 4: -1}, 0), ({5: 1}, 0)]])
    rows = []
    rng = random.Random(3)
    for i in range(20):
        x, g = rng.randrange(-2, 3), i % 2
        y = draw(rng, [0, x, -x, .3])
        y = 3 if g and y == 2 else y
        rows.append((y, round(rng.gauss(0, .5), 1), rng.randrange(1, 4), [x, g]))
    classes("four classes", 3, ["x", "g"], rows, offset=True, weights=True, contrasts=[(2, 1), (3, 1), (3, 2)],
            hypotheses=[[({1: 1}, 0), ({5: 1, 8: 1}, 0)], [({1: 1, 4: 1, 7: 1}, 0), ({2: 1}, 0), ({5: 1}, 1)]])
    rows = []
    rng = random.Random(4)
    for i in range(15):  # whole numbers, nearly collinear
        x = rng.randrange(-3, 4)
        y = draw(rng, [0, x, 0])
        rows.append((0 if x == 3 else y, 0, 1, [x, 10 * x + rng.randrange(0, 3), int(x == 3)]))
    classes("nearly collinear", 2, ["x", "big", "edge"], rows, hypotheses=[[({1: 1}, 0), ({6: 1}, 0)], [({2: 1}, 0), ({3: 1, 7: 1}, 2)]])
    rows = []
    rng = random.Random(5)
    for s in range(10):
        members = [[rng.randrange(0, 3), round(rng.gauss(0, 1), 1), rng.randrange(0, 2)] for _ in range(3 + s % 2)]
        events = rng.sample(range(len(members)), 1 + s % 2)
        for i, x in enumerate(members):
            x[2] = x[2] if i in events else 0  # only events have g
            rows.append((s, int(i in events), x))
    sets("matched sets", ["a", "b", "g"], rows, hypotheses=[[({0: 1}, 0), ({1: 1}, 0)], [({0: 1, 2: 1}, 1), ({1: 1}, 0)], [({0: 1}, 0), ({1: 1}, 1), ({2: 1}, 2)]])
    rows = [(s, y, [y * (s % 3) + (s == 4) * (1 - y) * 0, (s * 7 + y * 3) % 4]) for s in range(7) for y in (0, 1)]
    sets("pairs", ["a", "b"], rows, hypotheses=[[({0: 1}, 0.5), ({1: 1}, 0)]])
    rows = [(2, -3, 0, 2), (3, 5, -3, 2), (1, 2, 1, 0), (3, -3, -2, 2), (1, -5, -1, 0), (2, -2, -3, 2), (2, 2, 2, 2), (3, 0, 1, 2), (3, 2, -1, 1),
            (2, 3, -1, 2)]  # class 1 runs ahead of class 2, and that of class 0
    classes("one ahead of another", 2, ["x", "z", "u"], [(y, 0, 1, [x, z, u]) for x, z, u, y in rows])


if __name__ == "__main__":
    main()
