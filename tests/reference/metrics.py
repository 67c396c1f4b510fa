#!/usr/bin/python3
"""Writes metrics.h: small data sets with ties and weights, and scikit-learn's metrics of them."""
import numpy as np
from sklearn.metrics import (accuracy_score, brier_score_loss, confusion_matrix, f1_score, log_loss, precision_score,
                             recall_score, roc_auc_score)


def array(name, values):
    return f"static const double {name}[] = {{" + ", ".join(repr(float(v)) for v in values) + "};"


def tjur(y, p, w):
    return np.average(p[y == 1], weights=w[y == 1]) - np.average(p[y == 0], weights=w[y == 0])


def data(n, digits, seed, weighted):
    rng = np.random.default_rng(seed)
    score = rng.normal(size=n)
    p = np.clip(np.round(1 / (1 + np.exp(-score)), digits), 10.0**-digits, 1 - 10.0**-digits)
    y = (rng.random(n) < p).astype(float)
    w = rng.integers(0, 5, size=n).astype(float) if weighted else np.ones(n)
    return y, p, w


def table(y, p, w, threshold):
    """Every metric of two classes, by its name in the library's table."""
    said = p >= threshold
    return {
        "accuracy": accuracy_score(y, said, sample_weight=w),
        "log_loss": log_loss(y, p, sample_weight=w),
        "brier": brier_score_loss(y, p, sample_weight=w),
        "auc": roc_auc_score(y, p, sample_weight=w),
        "tjur": tjur(y, p, w),
        "sensitivity": recall_score(y, said, sample_weight=w),
        "specificity": recall_score(y, said, sample_weight=w, pos_label=0),
        "precision": precision_score(y, said, sample_weight=w),
        "f1": f1_score(y, said, sample_weight=w),
    }


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
        named += [(name, threshold, *item) for item in table(y, p, w, threshold).items()]
    values = [
        log_loss(y, p, sample_weight=w),
        brier_score_loss(y, p, sample_weight=w),
        accuracy_score(y, p >= 0.5, sample_weight=w),
        accuracy_score(y, p >= 0.3, sample_weight=w),
        tjur(y, p, w),
        roc_auc_score(y, p, sample_weight=w),
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
/* The library's whole table of metrics. */
static const struct {
    const char *data;
    double threshold;
    const char *metric;
    double value;
} metrics_named[] = {""")
for name, threshold, metric, value in named:
    print(f'    {{"{name}", {threshold}, "{metric}", {float(value)!r}}},')
print("};")

rng = np.random.default_rng(5)
P = rng.dirichlet([1, 1, 1, 1], size=40)
y = np.array([rng.choice(4, p=row) for row in P])
y[:4] = range(4)
w = rng.integers(0, 4, size=40).astype(float)
print(f"""
/* Four classes. */
{array("many_y", y)}
{array("many_p", P.ravel())}
{array("many_w", w)}
static const struct {{
    const char *metric;
    double value;
}} metrics_many[] = {{""")
onehot = np.eye(4)[y]
for metric, value in {
    "accuracy": accuracy_score(y, P.argmax(axis=1), sample_weight=w),
    "log_loss": log_loss(y, P, sample_weight=w),
    "brier": np.average(((P - onehot) ** 2).sum(axis=1), weights=w),
}.items():
    print(f'    {{"{metric}", {float(value)!r}}},')
print("};")
print(array("many_confusion", confusion_matrix(y, P.argmax(axis=1), sample_weight=w).ravel()))
