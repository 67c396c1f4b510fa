# Calibrated probabilities by scikit-learn's CalibratedClassifierCV with ensemble=False, folds given by a column.
#
#     python3 tests/reference/calibrated.py tests/reference/data > tests/reference/calibrated.txt      (in the root of the project)
#
# writes calibrated.csv into the folder: two numbers, weights, the number of a fold, a part that some folds lack of a category, outcomes of two classes and of three.
#
# Two things are other than as scikit-learn has them out of the box. Platt's line, which it finds to five digits, and fits of two classes are gone on with by Newton's method to the last one. Scores of three
# classes are log-odds of each against the rest, not its linear predictors, which do not order the rows by the probability of a class.
#
# Lines of a case:
#     case NAME               then target, method, penalty (none, or l2 with C = 1), class_weight and weights where there are any
#     line K SLOPE INTERCEPT  of class K; of two classes K = 1
#     corner K SCORE P        of class K
#     p I K VALUE             probability of class K in row I, from 0, of the first rows; of two classes that of the event
import csv
import sys
import warnings

import numpy as np
import sklearn.calibration
from scipy.special import expit
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import PredefinedSplit
from sklearn.utils.class_weight import compute_class_weight

warnings.simplefilter("ignore")
N, FOLDS, SHOWN = 150, 5, 40


def make(path):
    random = np.random.default_rng(20261122)
    x1, x2 = random.normal(size=N).round(3), random.normal(size=N).round(3)
    w = random.integers(1, 4, size=N)
    fold = random.permutation(np.arange(N) % FOLDS)
    eta = 0.3 + 0.9 * x1 - 0.7 * x2
    y = np.where(random.uniform(size=N) < expit(eta), "yes", "no")
    scores = np.stack([np.zeros(N), 0.5 + x1, -0.3 + 0.8 * x2], axis=1) + random.gumbel(size=(N, 3))
    k = np.array(["a", "b", "c"])[scores.argmax(axis=1)]
    part = np.where(np.arange(N) == 7, "rare", np.where(x1 > 0.2, "high", "low"))
    with open(path, "w", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["x1", "x2", "w", "fold", "part", "y", "k"])
        writer.writerows(zip(x1, x2, w, fold, part, y, k))


def newton(objective, start, fprime, disp):
    ab = start.astype(float)
    for _ in range(200):
        g, h = fprime(ab), 1e-6
        H = np.stack([(fprime(ab + h * e) - fprime(ab - h * e)) / (2 * h) for e in np.eye(2)])
        step, t = np.linalg.solve(H, g), 1.0
        while objective(ab - t * step) > objective(ab) and t > 1e-8:
            t /= 2
        ab = ab - t * step
        if np.abs(step).max() < 1e-14:
            break
    return ab


class AgainstTheRest(LogisticRegression):
    def fit(self, X, y, sample_weight=None):
        super().fit(X, y, sample_weight)
        if len(self.classes_) == 2:
            self.polish(X, y == self.classes_[1], np.ones(len(y)) if sample_weight is None else sample_weight)
        return self

    def polish(self, X, event, w):
        w = w * compute_class_weight(self.class_weight, classes=np.array([False, True]), y=event)[event.astype(int)]
        Z = np.column_stack([np.ones(len(X)), X])
        ridge = np.diag([0.0] + [0.0 if self.penalty is None else 1 / self.C] * X.shape[1])
        b = np.concatenate([self.intercept_, self.coef_[0]])
        for _ in range(5):
            p = expit(Z @ b)
            b -= np.linalg.solve(Z.T @ (Z * (w * p * (1 - p))[:, None]) + ridge, Z.T @ (w * (p - event)) + ridge @ b)
        self.intercept_, self.coef_ = b[:1], b[None, 1:]

    def decision_function(self, X):
        eta = super().decision_function(X)
        if eta.ndim == 1:
            return eta
        rest = [np.log(np.exp(np.delete(eta, c, axis=1)).sum(axis=1)) for c in range(eta.shape[1])]
        return eta - np.stack(rest, axis=1)


def case(name, rows, target, method, penalty, class_weight=None, weighted=False):
    X = np.array([[float(r["x1"]), float(r["x2"])] for r in rows])
    y = np.array([r[target] for r in rows])
    w = np.array([float(r["w"]) for r in rows]) if weighted else None
    fit = AgainstTheRest(penalty=None if penalty == "none" else penalty, C=1, class_weight=class_weight,
                         solver="newton-cg", tol=1e-12, max_iter=200)
    folds = PredefinedSplit([int(r["fold"]) for r in rows])
    calibrated = sklearn.calibration.CalibratedClassifierCV(
        fit, method="sigmoid" if method == "platt" else method, cv=folds, ensemble=False)
    calibrated.fit(X, y, sample_weight=w)
    P = calibrated.predict_proba(X)
    print(f"case {name}\ntarget {target}\nmethod {method}\npenalty {penalty}")
    if class_weight:
        print(f"class_weight {class_weight}")
    if weighted:
        print("weights w")
    calibrators = calibrated.calibrated_classifiers_[0].calibrators
    for k, c in enumerate(calibrators):
        of = 1 if len(calibrators) == 1 else k
        if method == "platt":
            print(f"line {of} {-c.a_:.17g} {-c.b_:.17g}")
        else:
            for score, p in zip(c.X_thresholds_, c.y_thresholds_):
                print(f"corner {of} {score:.17g} {p:.17g}")
    for i, row in enumerate(P[:SHOWN]):
        for k, p in list(enumerate(row))[len(row) == 2:]:
            print(f"p {i} {k} {p:.17g}")
    print()


path = sys.argv[1] + "/calibrated.csv"
make(path)
data = list(csv.DictReader(open(path)))
own = sklearn.calibration.fmin_bfgs
sklearn.calibration.fmin_bfgs = newton
for method in ("platt", "isotonic"):
    case(f"{method} of two", data, "y", method, "none")
    case(f"{method} of two, l2", data, "y", method, "l2")
    case(f"{method} of two, weighted", data, "y", method, "none", weighted=True)
    case(f"{method} of two, balanced", data, "y", method, "none", class_weight="balanced")
    case(f"{method} of three, l2", data, "k", method, "l2")
