#!/usr/bin/python3
"""Writes make_classification.h: what scikit-learn's make_classification gives, as means and standard deviations of
statistics over many seeds."""
import numpy as np
from sklearn.datasets import make_classification

SEEDS = 400

# name, n_samples, n_features, n_informative, n_redundant, n_repeated, n_classes, n_clusters_per_class, first weight
# (None: equal shares), flip_y, class_sep, hypercube, random shift and scale. Shares are exact in binary, and divide the
# rows evenly among clusters.
PROBLEMS = [
    ("several clusters", 600, 14, 5, 4, 2, 3, 2, None, 0.1, 1.0, True, False),
    ("polytope", 400, 9, 4, 3, 0, 2, 1, 0.75, 0.0, 2.0, False, False),
    ("random shift and scale", 400, 12, 3, 2, 1, 2, 2, None, 0.01, 1.5, True, True),
    ("all labels random", 400, 8, 2, 2, 2, 4, 1, None, 1.0, 0.5, True, False),
    ("64 informative features", 320, 70, 64, 2, 0, 2, 2, None, 0.0, 1.0, True, False),
]
STATISTICS = ["centre_distance", "variance", "variance_spread", "correlation", "log_redundant", "noise_sd",
              "noise_mean", "flipped"]


def statistics(X, y, n_informative, n_redundant, n_repeated, n_classes, n_clusters, weight):
    """Rows stand cluster by cluster, columns informative, redundant, repeated, noise."""
    n, p = X.shape
    shares = [weight, 1 - weight] if weight else [1 / n_classes] * n_classes
    sizes = [round(n * shares[c % n_classes]) // n_clusters for c in range(n_classes * n_clusters)]
    cluster = np.repeat(np.arange(len(sizes)), sizes)
    parts = [X[cluster == c, :n_informative] for c in range(len(sizes))]
    centres = np.array([part.mean(axis=0) for part in parts])
    distances = [((a - b) ** 2).sum() for i, a in enumerate(centres) for b in centres[:i]]
    variances = np.array([part.var(axis=0) for part in parts])
    correlations = [np.abs(np.corrcoef(part.T)[np.tril_indices(n_informative, -1)]).mean() for part in parts]
    redundant = X[:, n_informative : n_informative + n_redundant]
    noise = X[:, n_informative + n_redundant + n_repeated :]
    return [
        np.mean(distances),
        variances.mean(),
        variances.std(),
        np.mean(correlations),
        np.log(redundant.var(axis=0)).mean(),
        noise.std(axis=0).mean(),
        np.abs(noise.mean(axis=0)).mean(),
        np.mean(y != cluster % n_classes),
    ]


print("/* Written by make_classification.py from scikit-learn. */")
print(f"enum {{ REFERENCE_SEEDS = {SEEDS}, N_STATISTICS = {len(STATISTICS)} }};\n")
print("static const char *const statistic_name[N_STATISTICS] = {")
print("    " + ", ".join(f'"{s}"' for s in STATISTICS) + "};")
print("""
static const struct {
    const char *name;
    size_t n_samples, n_features, n_informative, n_redundant, n_repeated, n_classes, n_clusters_per_class;
    double weight; /* of the first class; 0: equal shares */
    double flip_y, class_sep;
    bool hypercube, random_shift_and_scale;
    double mean[N_STATISTICS], sd[N_STATISTICS];
} classification_reference[] = {""")
for name, n, p, inf, red, rep, classes, clusters, weight, flip, sep, cube, random in PROBLEMS:
    values = []
    for seed in range(SEEDS):
        X, y = make_classification(
            n, p, n_informative=inf, n_redundant=red, n_repeated=rep, n_classes=classes, n_clusters_per_class=clusters,
            weights=[weight] if weight else None, flip_y=flip, class_sep=sep, hypercube=cube,
            shift=None if random else 0.0, scale=None if random else 1.0, shuffle=False, random_state=seed)
        values.append(statistics(X, y, inf, red, rep, classes, clusters, weight))
    mean, sd = np.mean(values, axis=0), np.std(values, axis=0, ddof=1)
    numbers = ["{" + ", ".join(f"{v:.6g}" for v in row) + "}" for row in (mean, sd)]
    flags = f"{str(cube).lower()}, {str(random).lower()}"
    print(f'    {{"{name}", {n}, {p}, {inf}, {red}, {rep}, {classes}, {clusters}, {weight or 0}, {flip}, {sep}, {flags},')
    print(f"     {numbers[0]},\n     {numbers[1]}}},")
print("};")
