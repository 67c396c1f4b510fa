"""Average effects on probabilities and adjusted risks, with the delta method's standard errors, in 40 digits, of which 20 are promised.

    python3 tests/reference/effects.py > tests/reference/effects.txt      (in the root of the project)

Nothing here follows from the formulas of docs/mathematics.md: a mean probability is a function of the coefficients, and its gradient, like
the derivative by a column, is taken by differences in so many digits that their error does not matter. A case is a few lines and an empty one:

    case NAME                   then file, formula, weights, trials, offset as in cases.txt
    at NAME VALUE               what all rows are given; discrete NAME: a column of 0 and 1
    means                       all numbers stand at their means
    slope K COLUMN ESTIMATE SE                          on the probability of class number K
    level K COLUMN LEVEL RISK SE DIFFERENCE SE RATIO SE the last of the log

At the end, on standard error, the effects of Spector's data, which come with statsmodels and are not ours to ship, against what it says.
"""

import csv
import sys

from mpmath import diff, exp, log, matrix, mp, mpf, sqrt, lu_solve

mp.dps = 60


def read(path):
    rows = []
    for row in csv.DictReader(open(path)):
        rows.append({name: number(cell) for name, cell in row.items()})
    return rows


def number(cell):
    try:
        return mpf(float(cell))
    except ValueError:
        return cell


class Case:
    """design: row -> columns. classes: in order, the reference first; of two the event last."""

    def __init__(self, name, file, formula, design, target, classes, numbers=(), levels=None, offset=lambda row: mpf(0),
                 options=(), at=None, means=False, discrete=()):
        self.name, self.file, self.formula, self.design, self.target, self.classes = name, file, formula, design, target, classes
        self.numbers, self.levels, self.offset, self.options = numbers, levels or {}, offset, dict(options)
        self.at, self.means, self.discrete = dict(at or {}), means, discrete
        self.rows = read(file)
        self.w = [row[self.options["weights"]] if "weights" in self.options else mpf(1) for row in self.rows]
        if "trials" in self.options:
            self.w = [w * row[self.options["trials"]] for w, row in zip(self.w, self.rows)]
        self.k = len(classes) - 1
        self.p = len(design(self.rows[0]))

    def outcome(self, row):
        """Shares of the classes."""
        if "trials" in self.options:
            share = row[self.target] / row[self.options["trials"]]
            return [1 - share, share]
        return [mpf(row[self.target] == c) for c in self.classes]

    def probabilities(self, row, b):
        x = self.design(row)
        eta = [mpf(0)] + [self.offset(row) + sum(u * v for u, v in zip(x, b[m * self.p:(m + 1) * self.p])) for m in range(self.k)]
        e = [exp(t) for t in eta]
        return [t / sum(e) for t in e]

    def fit(self):
        q = self.k * self.p
        b = [mpf(0)] * q
        for _ in range(100):
            g, H = matrix(q, 1), matrix(q, q)
            for row, w in zip(self.rows, self.w):
                if w == 0:
                    continue
                x, y, P = self.design(row), self.outcome(row), self.probabilities(row, b)
                for c in range(self.k):
                    for i in range(self.p):
                        g[c * self.p + i] += w * (y[c + 1] - P[c + 1]) * x[i]
                        for m in range(self.k):
                            s = w * P[c + 1] * ((c == m) - P[m + 1])
                            for j in range(self.p):
                                H[c * self.p + i, m * self.p + j] += s * x[i] * x[j]
            step = lu_solve(H, g)
            b = [u + v for u, v in zip(b, step)]
            if max(abs(v) for v in step) < mpf(10) ** -45:
                return b, H ** -1
        raise ValueError("no maximum")

    def population(self):
        fixed = dict(self.at)
        if self.means:
            n = sum(self.w)
            fixed = {name: sum(w * row[name] for w, row in zip(self.w, self.rows)) / n for name in self.numbers} | fixed
        return [(dict(row, **fixed), w) for row, w in zip(self.rows, self.w) if w > 0]

    def risk(self, k, changes, b):
        """The mean probability of class k."""
        rows = self.population()
        return sum(w * self.probabilities(dict(row, **changes), b)[k] for row, w in rows) / sum(w for _, w in rows)

    def slope(self, k, name, b):
        rows = self.population()
        h = mpf(10) ** -20
        total = sum(w * (self.probabilities(dict(row, **{name: row[name] + h}), b)[k] -
                         self.probabilities(dict(row, **{name: row[name] - h}), b)[k]) / (2 * h) for row, w in rows)
        return total / sum(w for _, w in rows)


def delta(f, b, V, h=mpf(10) ** -15):
    """f(b) and its standard error."""
    g = matrix(len(b), 1)
    for i in range(len(b)):
        up, down = list(b), list(b)
        up[i] += h
        down[i] -= h
        g[i] = (f(up) - f(down)) / (2 * h)
    return f(b), sqrt((g.T * V * g)[0])


def show(x):
    return mp.nstr(x, 20)


def tell(case):
    print("case", case.name)
    print("file", case.file)
    print("formula", case.formula)
    for key, value in case.options.items():
        print(key, value)
    for key, value in case.at.items():
        print("at", key, value if isinstance(value, str) else mp.nstr(value, 17))
    for name in case.discrete:
        print("discrete", name)
    if case.means:
        print("means")
    b, V = case.fit()
    classes = [1] if case.k == 1 else range(case.k + 1)
    for name in case.numbers:
        if name in case.discrete:
            continue
        for k in classes:
            print("slope", k, name, *[show(x) for x in delta(lambda b: case.slope(k, name, b), b, V)])
    levels = dict(case.levels, **{name: [mpf(0), mpf(1)] for name in case.discrete})
    for name, values in levels.items():
        for k in classes:
            for value in values:
                def risk(b, value=value):
                    return case.risk(k, {name: value}, b)
                label = value if isinstance(value, str) else mp.nstr(value, 5).removesuffix(".0")
                words = ["level", k, name, label, *[show(x) for x in delta(risk, b, V)]]
                if value != values[0]:
                    words += [show(x) for x in delta(lambda b: risk(b) - risk(b, values[0]), b, V)]
                    ratio, se = delta(lambda b: log(risk(b) / risk(b, values[0])), b, V)
                    words += [show(exp(ratio)), show(se)]
                print(*words)
    print()


def is_(row, name, level):
    return mpf(row[name] == level)


def budworm(r):
    male = is_(r, "sex", "male")
    return [1, male, r["log2_dose"], male * r["log2_dose"]]


def vaso(r):
    return [1, log(r["volume"]), r["rate"], r["rate"] ** 2, log(r["volume"]) * r["rate"]]


def classes(r):
    usual = is_(r, "arm", "usual")
    return [1, r["x"], usual, r["x"] * usual]


def zones(r):
    return [1] + [mpf(r["zone"] == z) for z in ZONES[1:]] + [r["x"]]


def counted(r):
    return [1, r["x"], is_(r, "g", "b"), is_(r, "g", "c")]


DATA = "tests/reference/data/"
VASO = dict(file="datasets/vaso.csv", formula="constricted ~ log(volume)*rate + I(rate^2)", design=vaso, target="constricted",
            classes=[mpf(0), mpf(1)], numbers=("volume", "rate"))
BUDWORM = dict(file="datasets/budworm.csv", formula="dead ~ sex*log2_dose", design=budworm, target="dead", classes=["", "dead"],
               numbers=("log2_dose",), levels={"sex": ["female", "male"]}, options={"trials": "moths"})
CLASSES = dict(file=DATA + "classes.csv", formula="grade ~ x*arm", design=classes, target="grade", classes=["a", "b", "c", "d"],
               numbers=("x",), levels={"arm": ["new", "usual"]}, options={"weights": "n", "offset": "offset"},
               offset=lambda r: r["offset"])


def ours():
    global ZONES
    tell(Case("vaso", **VASO))
    tell(Case("vaso at a rate", **VASO | dict(at={"rate": mpf(2)}, numbers=("volume", "rate"))))
    tell(Case("vaso at means", **VASO, means=True))
    tell(Case("budworm", **BUDWORM))
    tell(Case("budworm at a dose", **BUDWORM | dict(at={"log2_dose": mpf(3)})))
    tell(Case("budworm, a sex", **BUDWORM | dict(at={"sex": "male"}, levels={})))
    tell(Case("classes", **CLASSES))
    tell(Case("classes at means", **CLASSES, means=True))
    tell(Case("an offset that moves", "datasets/vaso.csv", "constricted ~ rate + offset(log(volume))", lambda r: [1, r["rate"]],
              "constricted", [mpf(0), mpf(1)], numbers=("rate", "volume"), offset=lambda r: log(r["volume"])))
    rows = read("tests/reference/data/levels.csv")
    ZONES = sorted({r["zone"] for r in rows})
    tell(Case("numbers as levels", DATA + "levels.csv", "y ~ C(zone) + x", zones, "y", [mpf(0), mpf(1)], numbers=("x",),
              levels={"zone": ZONES}))
    tell(Case("0 and 1", "datasets/mtcars.csv", "am ~ wt + vs", lambda r: [1, r["wt"], r["vs"]], "am", [mpf(0), mpf(1)],
              numbers=("wt", "vs"), discrete=("vs",)))
    tell(Case("counted", DATA + "counted.csv", "y ~ x + g", counted, "y", [mpf(0), mpf(1)], numbers=("x",),
              levels={"g": ["a", "b", "c"]}, options={"weights": "n"}))


def spector():
    import statsmodels.api as sm
    data = sm.datasets.spector.load_pandas()
    x = sm.add_constant(data.exog, prepend=True)
    fit = sm.Logit(data.endog, x).fit(disp=0, tol=1e-14, maxiter=100)
    for options in (dict(), dict(dummy=True), dict(at="mean")):
        effects = fit.get_margeff(**options)
        for name, a, b in zip(["GPA", "TUCE", "PSI"], effects.margeff, effects.margeff_se):
            print("statsmodels", options, name, "%.13f %.13f" % (a, b), file=sys.stderr)
    data.data.to_csv("/tmp/spector.csv", index=False)


if __name__ == "__main__":
    ours()
    spector()
