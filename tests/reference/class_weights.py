# Fits with class_weight by scikit-learn's LogisticRegression, without a penalty, by Newton's method with conjugate gradients.
#
#     python3 tests/reference/class_weights.py > tests/reference/class_weights_sklearn.txt      (in the root of the project)
#
# Lines of a case:
#     case NAME               then features and target of tests/reference/data/pupils.csv or a data set, class_weight TEXT as options have it
#     factor K VALUE          what a row of class K weighs
#     estimate K I VALUE      of class K against class 0, in the order of the design, from 0
import csv
import warnings

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.utils.class_weight import compute_class_weight

warnings.simplefilter("ignore")


def case(name, path, features, target, text, given):
    rows = list(csv.DictReader(open(path)))
    X = np.array([[float(r[f]) for f in features] for r in rows])
    y = np.array([r[target] for r in rows])
    labels = sorted(set(y))
    middle, scale = X.mean(axis=0), X.std(axis=0)
    fit = LogisticRegression(penalty=None, class_weight=given, solver="newton-cg", tol=1e-13, max_iter=100000)
    fit.fit((X - middle) / scale, y)
    slopes = fit.coef_ / scale
    intercept = fit.intercept_ - slopes @ middle
    if len(labels) > 2:
        slopes, intercept = slopes[1:] - slopes[0], intercept[1:] - intercept[0]
    factors = compute_class_weight(given, classes=np.array(labels), y=y)
    print(f"case {name}\nfile {path}\nformula {target} ~ {' + '.join(features)}\nclass_weight {text}")
    for k, f in enumerate(factors):
        print(f"factor {k} {f:.17g}")
    for k in range(len(labels) - 1):
        for i, b in enumerate([intercept[k], *slopes[k]]):
            print(f"estimate {k + 1} {i} {b:.17g}")
    print()


case("two", "datasets/challenger.csv", ["temperature"], "distress", "balanced", "balanced")
case("two given", "datasets/mtcars.csv", ["mpg", "wt"], "vs", "0=1,1=3", {"0": 1, "1": 3})
case("many", "tests/reference/data/pupils.csv", ["x"], "grade", "balanced", "balanced")
