"""Fits every model of cases.txt by Newton's method in 50 digits and writes what the library must find.

    python3 tests/reference/precise.py > tests/reference/fits.txt      (in the root of the project)

R says how the columns of each model are coded (fits.R), and its glm's results are compared with ours: the comment
below each case tells how far they are apart. README.md in tests/ describes the format of the output.

A row i counts m_ik in class k (of K, the first is the reference): a 0/1 row its weight in one class, a grouped row
its events and non-events. With p_ik = softmax(0, eta_i1, ..), eta_ik = offset_i + x_i'b_k,
    loglik = sum m_ik log p_ik,  gradient_k = sum x_i (m_ik - m_i p_ik),
    information_kl = sum m_i (p_ik [k = l] - p_ik p_il) x_i x_i'.
"""

import csv
import subprocess
import sys
from collections import defaultdict

from mpmath import binomial, erfc, exp, gammainc, inf, isfinite, log, mp, mpf, nstr, sqrt

mp.dps = 80  # of which 50 remain where products of numbers far from 0 cancel

MISSING = {"", "NA", "N/A", "NaN", "nan", "NULL", "null", ".", "?"}
SEPARATOR, LEVEL = "\x1e", "\x1f"


# ---- Reading -----------------------------------------------------------------------------------------------


def read_cases(path):
    cases = []
    for line in open(path):
        key, _, value = line.rstrip("\n").partition(" ")
        if key == "case":
            cases.append({"case": value})
        elif key and key != "#":
            cases[-1][key] = value
    return cases


def read_r(path):
    """What fits.R printed, by case: columns as lists of (variable, level or None), and glm's numbers."""
    out = subprocess.run(["Rscript", "tests/reference/fits.R", path], check=True, stdout=subprocess.PIPE)
    found = {}
    for line in out.stdout.decode().rstrip("\n").split("\n"):
        key, *values = line.split("\t")
        if key == "case":
            this = found[values[0]] = {"columns": [], "glm": [], "stats": None}
        elif key == "column":
            parts = [] if values[0] == "(Intercept)" else values[0].split(SEPARATOR)
            this["columns"].append([tuple(p.split(LEVEL)) if LEVEL in p else (p, None) for p in parts])
        elif key == "glm":
            this["glm"].append([None if v == "NA" else float(v) for v in values])
        else:
            this["stats"] = [float(v) for v in values]
    return found


def is_number(text):
    try:
        float(text)
    except ValueError:
        return False
    return True


def read_data(path):
    """Columns by name: doubles where every cell is a number, else labels; None where missing."""
    with open(path, newline="") as file:
        names, *rows = csv.reader(file)
    table = {}
    for j, name in enumerate(names):
        cells = [None if row[j] in MISSING else row[j] for row in rows]
        numeric = all(is_number(c) for c in cells if c is not None)
        table[name] = [c if c is None or not numeric else float(c) for c in cells]
    return table


def label(value):
    return value if isinstance(value, str) else f"{value:g}"


class Data:
    """Rows of equal covariates and offset together: x, offset, m (weight per class); and facts of single rows."""

    def __init__(self, case, columns):
        table = read_data(case["file"])
        target = case["formula"].split("~")[0].strip()
        used = {target} | {v for column in columns for v, _ in column}
        used |= {case[k] for k in ("weights", "offset", "trials") if k in case}
        n = len(table[target])
        rows = [i for i in range(n) if all(table[v][i] is not None for v in used)]
        counts = [case[k] for k in ("weights", "trials") if k in case]
        rows = [i for i in rows if all(table[v][i] != 0 for v in counts)]
        self.rows_used = len(rows)

        def column(key, default):
            return [mpf(table[case[key]][i]) for i in rows] if key in case else [mpf(default)] * len(rows)

        frequency, trials, offset = column("weights", 1), column("trials", 1), column("offset", 0)
        y = [table[target][i] for i in rows]
        if "trials" in case:
            self.classes = ["0", "1"]
        else:
            self.classes = [label(v) for v in sorted(set(y))]
            if case.get("positive", self.classes[-1]) != self.classes[-1] and len(self.classes) == 2:
                self.classes.reverse()
        K = len(self.classes)

        numbers = {v for parts in columns if len(parts) > 1 for v, level in parts if level is None}
        mean = {v: sum(mpf(table[v][i]) for i in rows) / len(rows) for v in numbers}

        def cell(i, parts, centre={}):
            value = mpf(1)
            for variable, level in parts:
                v = table[variable][i]
                value *= mpf(v) - centre.get(variable, 0) if level is None else mpf(label(v) == level)
            return value

        self.n_columns = len(columns)
        self.log_choose = self.saturated = self.n_bic = mpf(0)
        self.n_positive, self.weights = 0, set()
        centred = {}
        cells = defaultdict(lambda: [mpf(0)] * K)
        for i, f, t, o, value in zip(rows, frequency, trials, offset, y):
            if f * t == 0:
                continue
            if "trials" in case:
                m = [f * (t - mpf(value)), f * mpf(value)]
                self.log_choose += f * log(binomial(t, mpf(value)))
                self.saturated += sum(c * log(c / (f * t)) for c in m if c)
            else:
                m = [f * (label(value) == c) for c in self.classes]
            self.n_positive += 1
            self.n_bic += f
            self.weights.add(f * t)
            key = (tuple(cell(i, parts) for parts in columns), o)
            centred.setdefault(key, tuple(cell(i, parts, mean if len(parts) > 1 else {}) for parts in columns))
            cells[key] = [a + b for a, b in zip(cells[key], m)]
        self.x = [x for x, _ in cells]
        self.centred = [centred[key] for key in cells]
        self.offset = [o for _, o in cells]
        self.m = list(cells.values())
        self.total = sum(map(sum, self.m))


# ---- Linear algebra and Newton -----------------------------------------------------------------------------


def cholesky(A):
    n = len(A)
    L = [[mpf(0)] * n for _ in range(n)]
    for i in range(n):
        for j in range(i + 1):
            s = A[i][j] - sum(L[i][k] * L[j][k] for k in range(j))
            L[i][j] = sqrt(s) if i == j else s / L[j][j]
    return L


def solve(L, b):
    n, z = len(L), []
    for i in range(n):
        z.append((b[i] - sum(L[i][k] * z[k] for k in range(i))) / L[i][i])
    for i in reversed(range(n)):
        z[i] = (z[i] - sum(L[k][i] * z[k] for k in range(i + 1, n))) / L[i][i]
    return z


def dot(a, b):
    return sum((u * v for u, v in zip(a, b)), mpf(0))


def probabilities(data, columns, b):
    """p_ik of every row for coefficients b[k][j] of the given columns."""
    for x, o in zip(data.x, data.offset):
        eta = [mpf(0)] + [o + sum((c * x[j] for c, j in zip(beta, columns)), mpf(0)) for beta in b]
        top = max(eta)
        e = [exp(v - top) for v in eta]
        total = sum(e)
        yield [v / total for v in e]


def log_likelihood(data, P):
    return sum(m * log(p) for row, ps in zip(data.m, P) for m, p in zip(row, ps) if m)


def score_and_information(data, columns, P):
    p, k = len(columns), len(data.classes) - 1
    g = [mpf(0)] * (p * k)
    H = [[mpf(0)] * (p * k) for _ in range(p * k)]
    for x, m, prob in zip(data.x, data.m, P):
        total = sum(m)
        some = [(a, x[j]) for a, j in enumerate(columns) if x[j]]
        for r in range(k):
            residual = m[r + 1] - total * prob[r + 1]
            for a, xa in some:
                g[r * p + a] += residual * xa
            for s in range(r + 1):
                w = total * prob[r + 1] * ((r == s) - prob[s + 1])
                for a, xa in some:
                    row, wx = H[r * p + a], w * xa
                    for c, xc in some:
                        row[s * p + c] += wx * xc
    for a in range(p * k):
        for c in range(a):
            H[c][a] = H[a][c]
    return g, H


def newton(data, columns):
    """The maximum: coefficients b[k][j], probabilities, information's Cholesky factor, log-likelihood."""
    p, k = len(columns), len(data.classes) - 1
    b = [[mpf(0)] * p for _ in range(k)]
    P = list(probabilities(data, columns, b))
    value = log_likelihood(data, P)
    for _ in range(100):
        g, H = score_and_information(data, columns, P)
        L = cholesky(H)
        step = solve(L, g)
        decrement = dot(g, step)
        if decrement < mpf(10) ** -84:
            return b, P, L, value
        t = mpf(1)
        while True:
            new = [[b[r][a] + t * step[r * p + a] for a in range(p)] for r in range(k)]
            P = list(probabilities(data, columns, new))
            value_new = log_likelihood(data, P)
            if value_new >= value or decrement < mpf(10) ** -40:
                break
            t /= 2
        b, value = new, value_new
    raise ArithmeticError("no convergence")


def find_aliases(data, intercept):
    """Columns in order: one whose part outside the earlier ones is below 1e-11 of itself, as R's glm has it, and below
    half of the centred column where there is an intercept, is an alias (of products that of centred numbers, where
    these differ by earlier columns only). Returns the kept columns and, for each alias, its coefficients on the kept
    ones before; none where it is only nearly made of them."""
    weight = [sum(m) for m in data.m]

    def inner(u, v):
        return sum((w * a * c for w, a, c in zip(weight, u, v)), mpf(0))

    kept, basis, aliases = [], [], {}

    def outside(column):
        """The part outside the basis, its length, and the squares of the column's own and of the centred column's."""
        whole = size = inner(column, column)
        for i, q in enumerate(basis):
            c = inner(column, q)
            column = [a - c * v for a, v in zip(column, q)]
            if i == 0 and intercept:
                size = max(inner(column, column), size * mpf(10) ** -60)
        return column, sqrt(inner(column, column)), whole, size

    for j in range(data.n_columns):
        residual, norm, whole, size = outside([x[j] for x in data.x])
        _, norm_centred, whole_centred, size_centred = outside([x[j] for x in data.centred])
        if abs(norm - norm_centred) < mpf(10) ** -25 * sqrt(size):
            whole, size = min(whole, whole_centred), min(size, size_centred)
        if norm > mpf(10) ** -11 * sqrt(whole) or norm > sqrt(size) / 2:
            basis.append([a / norm for a in residual])
            kept.append(j)
            continue
        gram = [[inner([x[a] for x in data.x], [x[c] for x in data.x]) for c in kept] for a in kept]
        right = [inner([x[a] for x in data.x], [x[j] for x in data.x]) for a in kept]
        aliases[j] = [(c, i) for c, i in zip(solve(cholesky(gram), right), kept) if abs(c) > mpf(10) ** -9]
        if norm > mpf(10) ** -12 * sqrt(size):
            aliases[j] = []
    return kept, aliases


def condition(data, intercept, kept, P, variance):
    """The largest sqrt(H_jj inv(H)_jj), columns centred by the weights of the information where there is an intercept:
    how many times longer a column is than its part outside the others."""
    p, worst = len(kept), mpf(1)
    for c in range(1, len(data.classes)):
        weight = [sum(m) * ps[c] * (1 - ps[c]) for m, ps in zip(data.m, P)]
        for a in range(intercept, p):
            x = [row[kept[a]] for row in data.x]
            mean = dot(weight, x) / sum(weight) if intercept else 0
            length = dot(weight, [(v - mean) ** 2 for v in x])
            worst = max(worst, sqrt(length * variance[(c - 1) * p + a]))
    return worst


# ---- Statistics --------------------------------------------------------------------------------------------


def auc_and_error(data, P):
    """Area under the ROC curve; its standard error by DeLong, DeLong and Clarke-Pearson (1988) for rows that all
    weigh the same."""
    # Equal covariates give equal p; what differs by less than 1e-30 is equal too.
    order = sorted((ps[1], m[1], m[0]) for ps, m in zip(P, data.m))
    groups = []
    for p, events, others in order:
        if groups and p - groups[-1][0] < mpf(10) ** -30:
            groups[-1][1] += events
            groups[-1][2] += others
        else:
            groups.append([p, events, others])
    n1, n0 = sum(g[1] for g in groups), sum(g[2] for g in groups)
    below0 = below1 = area = mpf(0)
    placements = []
    for _, events, others in groups:
        v1 = (below0 + others / 2) / n0
        v0 = (n1 - below1 - events / 2) / n1
        placements.append((events, v1, others, v0))
        area += events * v1
        below0, below1 = below0 + others, below1 + events
    area /= n1
    if data.weights != {1} or min(n0, n1) < 2:
        return area, None
    s1 = sum(e * (v1 - area) ** 2 for e, v1, _, _ in placements) / (n1 - 1)
    s0 = sum(o * (v0 - area) ** 2 for _, _, o, v0 in placements) / (n0 - 1)
    return area, sqrt(s1 / n1 + s0 / n0)


def chi_squared(statistic, df):
    tail = gammainc(mpf(df) / 2, statistic / 2, inf, regularized=True)
    return [statistic, df, tail]


def statistics(data, intercept, kept, b, P, L, value):
    K, k, p = len(data.classes), len(data.classes) - 1, len(kept)
    if intercept:
        b0, P0, _, value0 = newton(data, [0])
    else:
        P0 = list(probabilities(data, [], [[] for _ in range(k)]))
        value0 = log_likelihood(data, P0)
    yield "rank", [p]
    yield "df_residual", [data.n_positive - k * p]
    yield "log_likelihood", [value + data.log_choose]
    yield "null_log_likelihood", [value0 + data.log_choose]
    yield "deviance", [2 * (data.saturated - value)]
    yield "null_deviance", [2 * (data.saturated - value0)]
    yield "aic", [2 * k * p - 2 * (value + data.log_choose)]
    yield "bic", [log(data.n_bic) * k * p - 2 * (value + data.log_choose)]
    # The coefficients of determination are those of the single trials, whether rows are grouped or not.
    cox_snell = 1 - exp(2 * (value0 - value) / data.total)
    yield "mcfadden", [1 - value / value0]
    yield "cox_snell", [cox_snell]
    yield "nagelkerke", [cox_snell / (1 - exp(2 * value0 / data.total))]
    yield "brier", [sum(m * ((1 - ps[c]) ** 2 if K == 2 else sum((ps[j] - (j == c)) ** 2 for j in range(K)))
                        for ms, ps in zip(data.m, P) for c, m in enumerate(ms)) / data.total]
    if K == 2:
        n0, n1 = (sum(m[c] for m in data.m) for c in (0, 1))
        yield "tjur", [sum(ps[1] * (m[1] / n1 - m[0] / n0) for m, ps in zip(data.m, P))]
        area, error = auc_and_error(data, P)
        yield "auc", [area]
        if error is not None:
            yield "auc_se", [error]
    tested = [r * p + a for r in range(k) for a in range(intercept, p)]
    if not tested:
        return
    yield "lr", chi_squared(2 * (value - value0), len(tested))
    g, H = score_and_information(data, kept, P0)
    yield "score", chi_squared(dot(g, solve(cholesky(H), g)), len(tested))
    covariance = [solve(L, [mpf(i == j) for i in range(k * p)]) for j in tested]
    block = [[row[i] for i in tested] for row in covariance]
    flat = [b[i // p][i % p] for i in tested]
    yield "wald", chi_squared(dot(flat, solve(cholesky(block), flat)), len(tested))


# ---- Writing -----------------------------------------------------------------------------------------------


def column_name(case, parts):
    def one(variable, level):
        shown = f"C({variable})" if f"C({variable})" in case["formula"] else variable
        return shown if level is None else f"{shown}[{level}]"

    return ":".join(one(*part) for part in parts) or "(Intercept)"


def show(value):
    return str(value) if isinstance(value, int) else nstr(value, 20)


def compare(case, r, kept, b, errors, values):
    """The comment that says how far glm is from us: coefficients in standard errors, the rest relative."""
    if not r["stats"]:
        return
    if [j for j, (estimate, _) in enumerate(r["glm"]) if estimate is not None] != kept:
        yield "# R finds other aliases"
        return
    glm = [r["glm"][j] for j in kept]
    estimate = max(abs(e - v) / s for (e, _), v, s in zip(glm, b[0], errors[0]))
    error = max(abs(e / s - 1) for (_, e), s in zip(glm, errors[0]))
    exact = [values[key][0] for key in ("deviance", "null_deviance", "log_likelihood", "aic")]
    if {"trials", "weights"} <= case.keys():
        del exact[2:]  # R counts the ways to draw weights times trials
    fit = max(abs(x / mpf(y) - 1) for x, y in zip(r["stats"], exact))
    yield (f"# R: coefficients {nstr(estimate, 2)} standard errors away, standard errors {nstr(error, 2)}, "
           f"fit {nstr(fit, 2)}" + ("" if r["stats"][4] else ", not converged"))


def main():
    path = "tests/reference/cases.txt"
    print("# Written by precise.py.")
    from_r = read_r(path)
    for case in read_cases(path):
        r = from_r[case["case"]]
        data = Data(case, r["columns"])
        intercept = r["columns"][0] == []
        names = [column_name(case, parts) for parts in r["columns"]]
        kept, aliases = find_aliases(data, intercept)
        b, P, L, value = newton(data, kept)
        p, k = len(kept), len(b)
        variance = [solve(L, [mpf(i == j) for i in range(k * p)])[j] for j in range(k * p)]
        errors = [[sqrt(variance[r * p + a]) for a in range(p)] for r in range(k)]
        values = dict(statistics(data, intercept, kept, b, P, L, value))

        print()
        for key, text in case.items():
            print(key, text)
        for line in compare(case, r, kept, b, errors, values):
            print(line)
        for name in data.classes:
            print("class", name)
        print("rows_used", data.rows_used)
        print("n_obs", show(data.total))
        print("condition", nstr(condition(data, intercept, kept, P, variance), 3))
        for r in range(k):
            for j, name in enumerate(names):
                if j in aliases:
                    print("alias", r + 1, name)
                else:
                    e, s = b[r][kept.index(j)], errors[r][kept.index(j)]
                    print("coefficient", r + 1, show(e), show(s), show(erfc(abs(e / s) / sqrt(mpf(2)))), name)
        for j, parts in aliases.items():
            for multiplier, i in parts:
                print("of", j, show(multiplier), names[i])
        for key, numbers in values.items():
            print(key, *map(show, numbers))
        sys.stdout.flush()


if __name__ == "__main__":
    main()
