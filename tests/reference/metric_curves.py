#!/usr/bin/python3
"""Writes metric_curves.h: scikit-learn's curves of small data sets with ties and weights, and gain and lift by their definition.

    tests/reference/metric_curves.py > tests/reference/metric_curves.h && clang-format -i tests/reference/metric_curves.h
"""
import warnings

import numpy as np
from sklearn.calibration import calibration_curve
from sklearn.metrics import precision_recall_curve, roc_curve

warnings.simplefilter("ignore")


def array(name, values):
    def number(v):
        return "NAN" if np.isnan(v) else "INFINITY" if np.isinf(v) else repr(float(v))

    return f"static const double {name}[] = {{" + ", ".join(number(v) for v in values) + "};"


def data(n, digits, seed, weighted):
    rng = np.random.default_rng(seed)
    p = np.clip(np.round(1 / (1 + np.exp(-rng.normal(size=n))), digits), 0, 1)
    y = (rng.random(n) < p).astype(float)
    w = rng.integers(0, 5, size=n).astype(float) if weighted else np.ones(n)
    return y, p, w


def roc(y, p, w, drop):
    fpr, tpr, threshold = roc_curve(y, p, sample_weight=w, drop_intermediate=drop)
    threshold[0] = np.inf  # as from scikit-learn 1.3 on; before it was the highest and 1
    return {"threshold": threshold, "fpr": fpr, "tpr": tpr}


def precision_recall(y, p, w):
    precision, recall, threshold = precision_recall_curve(y, p, sample_weight=w)
    return {"threshold": np.append(threshold, np.inf), "precision": precision, "recall": recall}


def calibration(y, p, w, bins, strategy):
    times = w.astype(int)  # it takes no weights
    true, pred = calibration_curve(np.repeat(y, times), np.repeat(p, times), n_bins=bins, strategy=strategy)
    return {"prob_pred": pred, "prob_true": true}


def gain(y, p, w):
    points = [(np.inf, 0, 0, np.nan)]
    for threshold in sorted(set(p[w > 0]), reverse=True):
        said = p >= threshold
        rate, found = w[said].sum() / w.sum(), (w * y)[said].sum() / (w * y).sum()
        points.append((threshold, rate, found, found / rate))
    return dict(zip(["threshold", "rate", "gain", "lift"], np.array(points).T))


print("/* Written by metric_curves.py. */")
sets, rows = [], []
for name, n, digits, seed, weighted in [("fine", 40, 6, 1, False), ("tied", 60, 1, 2, False), ("weighted", 60, 2, 3, True)]:
    y, p, w = data(n, digits, seed, weighted)
    print(f"\n{array(name + '_y', y)}\n{array(name + '_p', p)}\n{array(name + '_w', w)}")
    sets.append(f'    {{"{name}", {n}, {name}_y, {name}_p, {name}_w}},')
    curves = [("roc", drop, 0, 0, roc(y, p, w, drop)) for drop in (True, False)]
    curves.append(("precision_recall", 0, 0, 0, precision_recall(y, p, w)))
    curves += [("calibration", 0, bins, strategy == "quantile", calibration(y, p, w, bins, strategy))
               for bins in (1, 5, 10) for strategy in ("uniform", "quantile")]
    curves.append(("gain", 0, 0, 0, gain(y, p, w)))
    for at, (curve, drop, bins, quantile, columns) in enumerate(curves):
        for column, values in columns.items():
            symbol = f"{name}_{at}_{column}"
            print(array(symbol, values))
            rows.append(f'    {{"{name}", "{curve}", {int(drop)}, {bins}, {int(quantile)}, "{column}", {len(values)}, {symbol}}},')

print("""
static const struct {
    const char *name;
    size_t n;
    const double *y, *p, *w;
} curves_sets[] = {""")
print("\n".join(sets))
print("""};

static const struct {
    const char *data, *curve;
    bool drop_intermediate;
    size_t n_bins;
    bool quantile;
    const char *column;
    size_t n;
    const double *value;
} curves_columns[] = {""")
print("\n".join(rows))
print("};")
