"""Fits the models of firth_cases.txt by Firth's penalised likelihood, FLIC and FLAC in 60 digits, of which 20 are promised.

    python3 tests/reference/firth.py > tests/reference/firth.txt      (in the root of the project)

The score of l(b) + log|I(b)| / 2 is the likelihood's plus w_i mu_id (a_id - sum_s mu_is a_is) x_i / 2, summed over rows, with a_is = v_s' inv(I) v_s and
v_s = (e_s - mu_i) (x) x_i; at each solution it is compared with differences of log|I| before it is written. Newton's method takes second derivatives from
differences of the score. Where R's brglm2 (firth.R) gets there, a comment tells how far, in standard errors, its estimates are from these. Lines, beside those of fits.txt and profile.txt:

    coefficient K ESTIMATE STD_ERROR P NAME    standard errors from inv(X'WX)
    augmentedJ STD_ERROR                       of the J-th coefficient (from 0), from inv(X'W(1 + h)X)
    flicJ ESTIMATE STD_ERROR                   after the intercept has been moved; from inv(X'WX) there
    flacJ ESTIMATE STD_ERROR                   of maximum likelihood with pseudo-rows
    penalised X, null_penalised X              the penalised log-likelihoods
    lr STATISTIC DF P                          of these
    profile K LOW HIGH STATISTIC P NAME        of the penalised likelihood, I that of all columns
"""

import subprocess
import sys

from mpmath import erfc, log, mp, mpf, sqrt

from precise import (Data, cholesky, chi_squared, column_name, dot, find_aliases, log_likelihood, probabilities,
                     read_cases, read_r, score_and_information, show, solve)

mp.dps = 60
PROFILED = 1000  # rows times coefficients squared, up to which profiles are taken
PATH = "tests/reference/firth_cases.txt"
STEP = mpf(10) ** -25  # of differences: their error is its square

# chi-squared(0.95, 1): erfc(z / sqrt 2) = 0.05
Z = mpf("1.959963984540054")
for _ in range(6):
    Z += (erfc(Z / sqrt(mpf(2))) - mpf("0.05")) * sqrt(mp.pi / 2) * mp.exp(Z * Z / 2)
QUANTILE = Z * Z


def inverse(H):
    L = cholesky(H)
    return [solve(L, [mpf(i == j) for i in range(len(H))]) for j in range(len(H))]


class Model:
    """The columns `kept` of the data; coefficients class by class, in one list of q."""

    def __init__(self, data, kept):
        self.data, self.kept, self.p, self.k = data, kept, len(kept), len(data.classes) - 1
        self.q = self.p * self.k

    def probabilities(self, b):
        p = self.p
        return list(probabilities(self.data, self.kept, [b[i:i + p] for i in range(0, self.q, p)]))

    def information(self, P):
        return score_and_information(self.data, self.kept, P)[1]

    def half_determinant(self, b):
        """Minus infinity where rounding has made the information singular."""
        try:
            L = cholesky(self.information(self.probabilities(b)))
            return sum(log(L[i][i]) for i in range(self.q))
        except ZeroDivisionError:
            return -mp.inf

    def value(self, b):
        determinant = self.half_determinant(b)
        return log_likelihood(self.data, self.probabilities(b)) + determinant if mp.im(determinant) == 0 else -mp.inf

    def lengths(self, P, V):
        """a_is of every row, s = 0 .. k, and its sum over s times mu."""
        p, k = self.p, self.k
        for x, ps in zip(self.data.x, P):
            z = [x[j] for j in self.kept]
            A = [[mpf(0)] * (k + 1) for _ in range(k + 1)]
            for r in range(k):
                for s in range(k):
                    A[r + 1][s + 1] = sum(z[a] * dot(V[r * p + a][s * p:(s + 1) * p], z) for a in range(p))
            mean = [dot(ps, row) for row in A]
            a = [A[s][s] - 2 * mean[s] + dot(ps, mean) for s in range(k + 1)]
            yield a, dot(ps, a)

    def score(self, b):
        P = self.probabilities(b)
        g, H = score_and_information(self.data, self.kept, P)
        for x, m, ps, (a, mean) in zip(self.data.x, self.data.m, P, self.lengths(P, inverse(H))):
            for d in range(self.k):
                r = sum(m) * ps[d + 1] * (a[d + 1] - mean) / 2
                for j, column in enumerate(self.kept):
                    g[d * self.p + j] += r * x[column]
        return g

    def scales(self):
        """Lengths in which differences are taken: about a standard error."""
        H = self.information(self.probabilities([mpf(0)] * self.q))
        return [1 / sqrt(H[j][j]) for j in range(self.q)]

    def second(self, b, unit):
        rows = []
        for j in range(self.q):
            h = STEP * unit[j]
            up, down = list(b), list(b)
            up[j] += h
            down[j] -= h
            rows.append([(u - d) / (2 * h) for u, d in zip(self.score(up), self.score(down))])
        return rows


def eliminate(A, b):
    """Solves A x = b with pivoting; A need not be positive."""
    n = len(b)
    M = [list(row) + [v] for row, v in zip(A, b)]
    for c in range(n):
        pivot = max(range(c, n), key=lambda r: abs(M[r][c]))
        M[c], M[pivot] = M[pivot], M[c]
        for r in range(c + 1, n):
            f = M[r][c] / M[c][c]
            M[r] = [u - f * v for u, v in zip(M[r], M[c])]
    x = [mpf(0)] * n
    for r in reversed(range(n)):
        x[r] = (M[r][n] - dot(M[r][r + 1:n], x[r + 1:])) / M[r][r]
    return x


def maximum(model, start, free):
    """The largest penalised likelihood over the coefficients in `free`."""
    b, unit = list(start), model.scales()
    value = model.value(b)
    for _ in range(200):
        if not free:
            break
        g = model.score(b)
        H = model.information(model.probabilities(b))
        step = solve(cholesky([[H[i][j] for j in free] for i in free]), [g[i] for i in free])
        size = max(abs(s) / unit[i] for i, s in zip(free, step))
        if size < mpf(10) ** -28:
            break
        if size < mpf("0.3"):
            S = model.second(b, unit)
            step = eliminate([[-S[i][j] for j in free] for i in free], [g[i] for i in free])
        t = mpf(1)
        while True:
            new = list(b)
            for i, s in zip(free, step):
                new[i] += t * s
            after = model.value(new)
            if after >= value - mpf(10) ** -45 * abs(value):
                break
            t /= 2
        b, value = new, after
    else:
        raise ArithmeticError("no convergence")
    return b, value


def end(model, top, value, j, side, variance):
    """Along the signed root of twice the fall, which is nearly a line in b_j: secant steps within a bracket. With a coefficient held far out
    there may be two maxima, of which the larger one counts."""
    free, se = [i for i in range(model.q) if i != j], sqrt(variance[j][j])

    def root(x, start):
        found = []
        for b in (start, top, [mpf(0)] * model.q, [-c for c in top]):
            b = list(b)
            b[j] = x
            found.append(maximum(model, b, free))
        b, v = max(found, key=lambda f: f[1])
        return sqrt(2 * (value - v)) - Z, b, v

    low, high, x = top[j], None, top[j] + side * Z * se
    f, b, v = root(x, top)
    for _ in range(200):
        if abs(f) < mpf(10) ** -26:
            break
        if f < 0:
            low = x
        else:
            high = x
        x = x + f * (f + Z) / model.score(b)[j]
        if not ((x - low) * side > 0 and (high is None or (high - x) * side > 0)):
            x = (low + high) / 2 if high is not None else low + 2 * side * se
        f, b, v = root(x, b)
    assert abs(v - value + QUANTILE / 2) < mpf(10) ** -22 and (x - top[j]) * side > 0
    return x


def check(model, b, value):
    """The score against differences of the likelihood and of log|I|."""
    unit = model.scales()
    g = model.score(b)
    for j in range(model.q):
        h = STEP * unit[j] * mpf(10) ** 10
        up, down = list(b), list(b)
        up[j] += h
        down[j] -= h
        slope = (model.value(up) - model.value(down)) / (2 * h)
        assert abs(slope) * unit[j] < mpf(10) ** -20 and abs(slope - g[j]) * unit[j] < mpf(10) ** -20


def augmented(model, b):
    """Standard errors from rows that count 1 + h times."""
    P = model.probabilities(b)
    V = inverse(model.information(P))
    H = [[mpf(0)] * model.q for _ in range(model.q)]
    for x, m, ps, (_, mean) in zip(model.data.x, model.data.m, P, model.lengths(P, V)):
        z = [x[j] for j in model.kept]
        n = sum(m)
        s = (n + n * mean) * ps[0] * ps[1]
        for i in range(model.q):
            for j in range(model.q):
                H[i][j] += s * z[i] * z[j]
    return [sqrt(row[i]) for i, row in enumerate(inverse(H))]


def flic(model, b):
    """The intercepts that give each class its share."""
    b, starts = list(b), range(0, model.q, model.p)
    for _ in range(100):
        g, H = score_and_information(model.data, model.kept, model.probabilities(b))
        step = eliminate([[H[i][j] for j in starts] for i in starts], [g[i] for i in starts])
        for i, s in zip(starts, step):
            b[i] += s
        if max(map(abs, step)) < mpf(10) ** -40:
            break
    V = inverse(model.information(model.probabilities(b)))
    return b, [sqrt(V[i][i]) for i in range(model.q)]


def flac(model, b):
    """Rows, and pseudo-rows that weigh h, half event and half none, with a column of their own."""
    data, p = model.data, model.p
    P = model.probabilities(b)
    h = [sum(m) * mean for m, (_, mean) in zip(data.m, model.lengths(P, inverse(model.information(P))))]

    class Both:
        classes = data.classes
        x = [[row[j] for j in model.kept] + [mpf(0)] for row in data.x] + [[row[j] for j in model.kept] + [mpf(1)] for row in data.x]
        offset = data.offset * 2
        m = data.m + [[v / 2, v / 2] for v in h]

    columns, c = list(range(p + 1)), list(b) + [mpf(0)]
    value = None
    for _ in range(100):
        P = list(probabilities(Both, columns, [c]))
        g, H = score_and_information(Both, columns, P)
        step = solve(cholesky(H), g)
        if dot(g, step) < mpf(10) ** -80:
            break
        value, t = log_likelihood(Both, P), mpf(1)
        while True:
            new = [u + t * s for u, s in zip(c, step)]
            if dot(g, step) < mpf(10) ** -30 or log_likelihood(Both, list(probabilities(Both, columns, [new]))) >= value:
                break
            t /= 2
        c = new
    V = inverse(H)
    return c[:p], [sqrt(V[i][i]) for i in range(p)]


def read_brglm2():
    out = subprocess.run(["Rscript", "tests/reference/firth.R", PATH], check=True, stdout=subprocess.PIPE)
    found = {}
    for line in out.stdout.decode().splitlines():
        if line.startswith("case "):
            this = found[line[5:]] = []
        else:
            this.append([float(v) for v in line.split()])
    return found


def compare(found, b, se):
    if not found:
        return "brglm2: not fitted"
    apart = max(abs(mpf(f[0]) - x) / s for f, x, s in zip(found, b, se))
    errors = max(abs(mpf(f[1]) / s - 1) for f, s in zip(found, se))
    return f"brglm2: estimates within {float(apart):.0e} standard errors, these within {float(errors):.0e}" \
        if apart < 1 else "brglm2: did not converge"


def main():
    print("# Written by firth.py.")
    from_r, from_brglm2 = read_r(PATH), read_brglm2()
    for case in read_cases(PATH):
        columns = from_r[case["case"]]["columns"]
        data = Data(case, columns)
        intercept = columns[0] == []
        kept, _ = find_aliases(data, intercept)
        model = Model(data, kept)
        q, p = model.q, model.p
        everything = list(range(q))
        top, value = maximum(model, [mpf(0)] * q, everything)
        check(model, top, value)
        V = inverse(model.information(model.probabilities(top)))
        se = [sqrt(V[i][i]) for i in everything]
        intercepts = [i for i in everything if intercept and i % p == 0]
        null, null_value = maximum(model, [mpf(0)] * q, intercepts)
        sys.stdout.flush()
        print()
        for key, text in case.items():
            print(key, text)
        print("#", compare(from_brglm2.get(case["case"]), top, se))
        for j in everything:
            print("coefficient", j // p + 1, show(top[j]), show(se[j]), show(erfc(abs(top[j] / se[j]) / sqrt(mpf(2)))),
                  column_name(case, columns[kept[j % p]]))
        print("penalised", show(value + data.log_choose))
        print("null_penalised", show(null_value + data.log_choose))
        print("log_likelihood", show(log_likelihood(data, model.probabilities(top)) + data.log_choose))
        if q > len(intercepts):
            print("lr", *map(show, chi_squared(2 * (value - null_value), q - len(intercepts))))
        several = [("flic", flic(model, top))] if intercept else []
        if model.k == 1:
            for j, s in enumerate(augmented(model, top)):
                print(f"augmented{j}", show(s))
            several += [("flac", flac(model, top))] if intercept else []
        for name, (b, s) in several:
            for j in everything:
                print(f"{name}{j}", show(b[j]), show(s[j]))
        if len(data.x) * q * q > PROFILED:
            continue
        for j in everything:
            zero, zero_value = maximum(model, [mpf(0)] * q, [i for i in everything if i != j])
            statistic = 2 * (value - zero_value)
            ends = [end(model, top, value, j, side, V) for side in (-1, 1)]
            print("profile", j // p + 1, *map(show, ends), show(statistic), show(erfc(sqrt(statistic / 2))),
                  column_name(case, columns[kept[j % p]]))


main()
