#!/usr/bin/python3
"""Writes metrics.h: small data sets with ties and weights, and scikit-learn's metrics of them, with standard errors by definition.

    tests/reference/metrics.py > tests/reference/metrics.h && clang-format -i tests/reference/metrics.h
"""
import warnings

import mpmath
import numpy as np
from sklearn import metrics as sk
from statsmodels.stats.inter_rater import cohens_kappa

warnings.simplefilter("ignore")  # of shares of nothing
mpmath.mp.dps = 50
BETA, TOP_K, BINS = 2, 2, 10


def number(value):
    return "NAN" if np.isnan(value) else repr(float(value))


def array(name, values):
    return f"static const double {name}[] = {{" + ", ".join(repr(float(v)) for v in values) + "};"


def data(n, digits, seed, weighted):
    rng = np.random.default_rng(seed)
    score = rng.normal(size=n)
    p = np.clip(np.round(1 / (1 + np.exp(-score)), digits), 10.0**-digits, 1 - 10.0**-digits)
    y = (rng.random(n) < p).astype(float)
    w = rng.integers(0, 5, size=n).astype(float) if weighted else np.ones(n)
    return y, p, w


def many(n, seed, weighted):
    rng = np.random.default_rng(seed)
    P = rng.dirichlet([1, 1, 1, 1], size=n)
    y = np.array([rng.choice(4, p=row) for row in P])
    y[:4] = range(4)
    return y, P, rng.integers(0, 4, size=n).astype(float) if weighted else np.ones(n)


def tied(n, seed, weighted):
    """Shares of sixteen, so that classes tie within a row and rows with each other."""
    rng = np.random.default_rng(seed)
    P = (1 + rng.multinomial(12, [0.25] * 4, size=n)) / 16
    y = np.array([rng.choice(4, p=row) for row in P])
    y[:4] = range(4)
    return y, P, rng.integers(0, 4, size=n).astype(float) if weighted else np.ones(n)


def absent(n, seed):
    """Class 1 is never said, class 2 neither there nor said, class 3 said but not there."""
    rng = np.random.default_rng(seed)
    P = rng.dirichlet([2, 2, 2, 2], size=n)
    y = rng.integers(0, 2, size=n)
    for row in P:
        row[[1, 2]] = np.sort(row)[:2]
        row[[0, 3]] = np.roll(1 - row[1] - row[2] - np.array([0.02, 0]), rng.integers(2)) / 2
    P /= P.sum(axis=1, keepdims=True)
    return y, P, rng.integers(0, 4, size=n).astype(float)


# ---- Values ----


def tjur(y, p, w):
    return np.average(p[y == 1], weights=w[y == 1]) - np.average(p[y == 0], weights=w[y == 0])


def bins(y, p, w):
    """Of scikit-learn's calibration_curve: weight, mean p, share of events."""
    which = np.searchsorted(np.linspace(0, 1, BINS + 1)[1:-1], p)
    for b in np.unique(which[w > 0]):
        i = which == b
        yield w[i].sum(), np.average(p[i], weights=w[i]), np.average(y[i], weights=w[i])


def ece(y, p, w):
    return sum(n * abs(mean - share) for n, mean, share in bins(y, p, w)) / w.sum()


def brier_parts(y, p, w):
    overall = np.average(y, weights=w)
    reliability = sum(n * (mean - share) ** 2 for n, mean, share in bins(y, p, w)) / w.sum()
    resolution = sum(n * (share - overall) ** 2 for n, mean, share in bins(y, p, w)) / w.sum()
    uncertainty = overall * (1 - overall)
    whole = np.average((y - p) ** 2, weights=w)
    return np.array([reliability, resolution, uncertainty, whole - (reliability - resolution + uncertainty)])


BRIER_PARTS = ["brier_reliability", "brier_resolution", "brier_uncertainty", "brier_within"]


def specificity(y, said, w):
    """Mean over each class that is there or said of the recall of the rest; undefined ones do not count."""
    classes = [k for k in np.union1d(y, said) if (y != k).any()]
    return np.mean([sk.recall_score(y != k, said != k, sample_weight=w) for k in classes])


def of_said(y, said, w):
    """What knows of probabilities only which class they say."""
    values = {
        "accuracy": sk.accuracy_score(y, said, sample_weight=w),
        "balanced_accuracy": sk.balanced_accuracy_score(y[w > 0], said[w > 0], sample_weight=w[w > 0]),
        "mcc": sk.matthews_corrcoef(y, said, sample_weight=w),
        "kappa": sk.cohen_kappa_score(y, said, sample_weight=w),
        "specificity_macro": specificity(y[w > 0], said[w > 0], w[w > 0]),
    }
    for average in ("macro", "weighted", "micro"):
        values[f"fbeta_{average}"] = sk.fbeta_score(y[w > 0], said[w > 0], beta=BETA, sample_weight=w[w > 0], average=average)
    for average in ("macro", "weighted", "micro"):
        for name, score in (("precision", sk.precision_score), ("recall", sk.recall_score), ("f1", sk.f1_score)):
            values[f"{name}_{average}"] = score(y[w > 0], said[w > 0], sample_weight=w[w > 0], average=average)
    return values


def of_two(y, p, w, threshold):
    """Every metric of two classes, by its name in the library's table."""
    said = (p >= threshold).astype(float)
    return of_said(y, said, w) | {
        "log_loss": sk.log_loss(y, p, sample_weight=w),
        "brier": sk.brier_score_loss(y, p, sample_weight=w),
        "mae": sk.mean_absolute_error(y, p, sample_weight=w),
        "auc": sk.roc_auc_score(y, p, sample_weight=w),
        "tjur": tjur(y, p, w),
        "sensitivity": sk.recall_score(y, said, sample_weight=w),
        "specificity": sk.recall_score(y, said, sample_weight=w, pos_label=0),
        "precision": sk.precision_score(y, said, sample_weight=w, zero_division=0),
        "f1": sk.f1_score(y, said, sample_weight=w),
        "fbeta": sk.fbeta_score(y, said, beta=BETA, sample_weight=w),
        "average_precision": sk.average_precision_score(y, p, sample_weight=w),
        "ece": ece(y, p, w),
    } | dict(zip(BRIER_PARTS, brier_parts(y, p, w)))


def of_many(y, P, w):
    said, classes = P.argmax(axis=1), np.arange(P.shape[1])
    onehot = np.eye(P.shape[1])[y]
    times = w.astype(int)
    Y, R = np.repeat(y, times), np.repeat(P, times, axis=0)  # pairs take no weights there

    def auc(**how):
        return sk.roc_auc_score(Y, R, labels=classes, **how) if len(np.unique(Y)) == len(classes) else np.nan

    parts = sum(brier_parts(onehot[:, k], P[:, k], w) for k in classes)
    return of_said(y, said, w) | {
        "log_loss": sk.log_loss(y, P, sample_weight=w, labels=classes),
        "brier": np.average(((P - onehot) ** 2).sum(axis=1), weights=w),
        "mae": sk.mean_absolute_error(onehot, P, sample_weight=w) * len(classes),
        "kappa_linear": sk.cohen_kappa_score(y, said, weights="linear", sample_weight=w, labels=classes),
        "kappa_quadratic": sk.cohen_kappa_score(y, said, weights="quadratic", sample_weight=w, labels=classes),
        "top_k_accuracy": sk.top_k_accuracy_score(y, P, k=TOP_K, sample_weight=w, labels=classes),
        "average_precision": np.mean([sk.average_precision_score(onehot[:, k], P[:, k], sample_weight=w)
                                      if onehot[w > 0, k].any() else np.nan for k in classes]),
        "ece": ece(said == y, P.max(axis=1), w),
        "auc_ovr": auc(multi_class="ovr"),
        "auc_ovr_weighted": auc(multi_class="ovr", average="weighted"),
        "auc_ovo": auc(multi_class="ovo"),
        "auc_ovo_weighted": auc(multi_class="ovo", average="weighted"),
    } | dict(zip(BRIER_PARTS, parts))


# ---- Standard errors ----


def score(right, said, so, beta2):
    """F, 0 of nothing; beta2 None is recall."""
    below = so if beta2 is None else said + beta2 * so
    return (1 if beta2 is None else 1 + beta2) * right / below if below else mpmath.mpf(0)


def of_counts(name, c):
    """A metric as a function of the confusion matrix c, in 50 digits."""
    K = len(c)
    right, so = [c[k][k] for k in range(K)], [sum(row) for row in c]
    said, N = [sum(row[k] for row in c) for k in range(K)], sum(map(sum, c))
    if name == "mcc":
        up = N * sum(right) - sum(r * s for r, s in zip(so, said))
        return up / mpmath.sqrt((N**2 - sum(s * s for s in said)) * (N**2 - sum(r * r for r in so)))
    if name.startswith("kappa"):
        power = {"kappa": 0, "kappa_linear": 1, "kappa_quadratic": 2}[name]
        apart = [[0 if i == j else abs(i - j) ** power for j in range(K)] for i in range(K)]
        cells = [(i, j) for i in range(K) for j in range(K)]
        return 1 - N * sum(apart[i][j] * c[i][j] for i, j in cells) / sum(apart[i][j] * so[i] * said[j] for i, j in cells)
    kind, _, mean = name.partition("_")
    if kind == "specificity":
        each = [1 - sum(c[i][k] for i in range(K) if i != k) / (N - so[k]) for k in range(K)]
        weights = [int(so[k] + said[k] > 0) for k in range(K)]
        return sum(v * f for v, f in zip(weights, each)) / sum(weights)
    beta2 = {"precision": 0, "recall": None, "balanced": None, "f1": 1, "fbeta": BETA**2}[kind]
    scores = [score(right[k], said[k], so[k], beta2) for k in range(K)]
    if not mean:
        return scores[1]
    weights = [so[k] if mean == "weighted" else int((so[k] if mean == "accuracy" else so[k] + said[k]) > 0) for k in range(K)]
    return sum(v * f for v, f in zip(weights, scores)) / sum(weights)


def delta_error(name, counts):
    """The delta method's, derivatives taken as differences."""
    K, h = len(counts), mpmath.mpf(10) ** -15
    c = [[mpmath.mpf(float(x)) for x in row] for row in counts]
    total, squares, mean = sum(map(sum, c)), 0, 0
    for i in range(K):
        for j in range(K):
            if not c[i][j]:
                continue
            kept, ends = c[i][j], []
            for step in (h, -h):
                c[i][j] = kept + step
                ends.append(of_counts(name, c))
            c[i][j] = kept
            slope = (ends[0] - ends[1]) / (2 * h)
            squares += kept * slope**2
            mean += kept * slope
    return float(mpmath.sqrt(squares - mean**2 / total))


def share_error(share, n):
    return np.sqrt(share * (1 - share) / n)


def mean_error(x):
    return np.std(x, ddof=1) / np.sqrt(len(x))


DELTA = ["balanced_accuracy", "mcc", "kappa", "specificity_macro"] + [f"{kind}_{mean}" for mean in ("macro", "weighted")
                                                 for kind in ("precision", "recall", "f1", "fbeta")]


def errors(values, y, said, w, extra):
    counts = sk.confusion_matrix(y, said, sample_weight=w, labels=range(4) if max(y) > 1 or max(said) > 1 else [0, 1])
    found = {name: delta_error(name, counts) for name in DELTA + extra}
    if len(np.unique(y)) == len(np.unique(said)) == len(counts):
        assert abs(found["kappa"] - cohens_kappa(counts).std_kappa) < 1e-12
    for name in ("accuracy", "precision_micro", "recall_micro", "f1_micro", "fbeta_micro"):
        found[name] = share_error(values[name], w.sum())
    return found, counts


def errors_of_two(values, y, p, w, threshold):
    found, counts = errors(values, y, p >= threshold, w, ["f1", "fbeta"])
    found["sensitivity"] = share_error(values["sensitivity"], counts[1].sum())
    found["specificity"] = share_error(values["specificity"], counts[0].sum())
    found["precision"] = share_error(values["precision"], counts[:, 1].sum())
    Y, R = np.repeat(y, w.astype(int)), np.repeat(p, w.astype(int))
    found["log_loss"] = mean_error(-np.where(Y == 1, np.log(R), np.log1p(-R)))
    found["brier"] = mean_error((Y - R) ** 2)
    found["mae"] = mean_error(np.abs(Y - R))
    found["tjur"] = np.hypot(mean_error(R[Y == 1]), mean_error(R[Y == 0]))
    return found


def errors_of_many(values, y, P, w):
    found, _ = errors(values, y, P.argmax(axis=1), w, ["kappa_linear", "kappa_quadratic"])
    found["top_k_accuracy"] = share_error(values["top_k_accuracy"], w.sum())
    Y, R = np.repeat(y, w.astype(int)), np.repeat(P, w.astype(int), axis=0)
    found["log_loss"] = mean_error(-np.log(R[np.arange(len(Y)), Y]))
    found["brier"] = mean_error(((R - np.eye(4)[Y]) ** 2).sum(axis=1))
    found["mae"] = mean_error(np.abs(R - np.eye(4)[Y]).sum(axis=1))
    return found


# ---- All of it ----

print("/* Written by metrics.py. */")
rows, named = [], []
for name, n, digits, seed, weighted in [
    ("plain", 30, 6, 1, False),
    ("tied", 40, 1, 2, False),
    ("weighted", 40, 1, 3, True),
    ("rare", 50, 3, 30, True),
]:
    y, p, w = data(n, digits, seed, weighted)
    if name == "rare":
        y[:] = 0
        y[[4, 17]] = 1
        w[[4, 17]] = 2, 1
    print(f"\n{array(name + '_y', y)}\n{array(name + '_p', p)}\n{array(name + '_w', w)}")
    for threshold in (0.5, 0.3):
        values = of_two(y, p, w, threshold)
        found = errors_of_two(values, y, p, w, threshold)
        named += [(name, threshold, metric, value, found.get(metric, np.nan)) for metric, value in values.items()]
    values = [
        sk.log_loss(y, p, sample_weight=w),
        sk.brier_score_loss(y, p, sample_weight=w),
        sk.accuracy_score(y, p >= 0.5, sample_weight=w),
        sk.accuracy_score(y, p >= 0.3, sample_weight=w),
        tjur(y, p, w),
        sk.roc_auc_score(y, p, sample_weight=w),
    ]
    rows.append(f'    {{"{name}", {n}, {name}_y, {name}_p, {name}_w, ' + ", ".join(map(repr, map(float, values))) + "},")

print("""
static const struct {
    const char *name;
    size_t n;
    const double *y, *p, *w;
    double log_loss, brier, accuracy_half, accuracy_three_tenths, tjur, auc;
} metrics_reference[] = {""")
print("\n".join(rows))
print("};")

print("""
/* The library's whole table of metrics; the standard error of the AUC is tested by its definition. */
static const struct {
    const char *data;
    double threshold;
    const char *metric;
    double value, std_error;
} metrics_named[] = {""")
for name, threshold, metric, value, error in named:
    print(f'    {{"{name}", {threshold}, "{metric}", {number(value)}, {number(error)}}},')
print("};")

print("\n/* Four classes. */")
sets, named = [], []
for name, (y, P, w) in {"many": many(40, 5, True), "ones": many(60, 6, False), "absent": absent(40, 7),
                         "ties": tied(50, 8, False), "ties_weighted": tied(50, 9, True)}.items():
    print(f"{array(name + '_y', y)}\n{array(name + '_p', P.ravel())}\n{array(name + '_w', w)}")
    values = of_many(y, P, w)
    found = errors_of_many(values, y, P, w)
    named += [(name, metric, value, found.get(metric, np.nan)) for metric, value in values.items()]
    confusion = sk.confusion_matrix(y, P.argmax(axis=1), sample_weight=w, labels=range(4))
    print(array(name + "_confusion", confusion.ravel()))
    report = sk.classification_report(y[w > 0], P.argmax(axis=1)[w > 0], sample_weight=w[w > 0], output_dict=True)
    lines = [report[mean][key] for mean in ("macro avg", "weighted avg")
             for key in ("precision", "recall", "f1-score", "support")]
    print(array(name + "_means", lines))
    sets.append(f'    {{"{name}", {len(y)}, {name}_y, {name}_p, {name}_w, {name}_confusion, {name}_means}},')
print("""
static const struct {
    const char *name;
    size_t n;
    const double *y, *p, *w, *confusion, *means;
} metrics_many_sets[] = {""")
print("\n".join(sets))
print("""};

static const struct {
    const char *data, *metric;
    double value, std_error;
} metrics_many[] = {""")
for name, metric, value, error in named:
    print(f'    {{"{name}", "{metric}", {number(value)}, {number(error)}}},')
print("};")
