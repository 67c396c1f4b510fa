#!/usr/bin/python3
"""What scikit-learn's pipelines lose on rows held out, all that they learn of columns being learned without these: path_learned.txt.

    python3 tests/reference/path_learned.py tests/reference/data > tests/reference/path_learned.txt

writes learned.csv into the folder: numbers with gaps, one that is whole, a text, the number of a fold, an outcome. Folds are those of PredefinedSplit, in all of which the rest learns imputed values, indicators,
words and their weights, means and variances, orthogonal polynomials (R's poly, by QR) and knots of B-splines (SciPy's). Coefficients, of which scikit-learn finds six digits or so, are gone on with by Newton's
method on those that are not 0 until the conditions of a minimum hold to 1e-13.

Lines of a case: `case NAME`, `formula`, `impute RULE`, `indicator`, `text WEIGHT MIN_ROWS`, `penalty`, `l1_ratio`, `standardize`, each where there is one; then of each strength `lambda I X`, `held_out I X` (mean log loss on the rows
held out, folds by their rows) and `error I X` (its standard error from the spread of the folds).
"""
import csv
import sys
import warnings

import numpy as np
from scipy.interpolate import BSpline
from scipy.special import expit
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.compose import make_column_transformer
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss
from sklearn.model_selection import PredefinedSplit
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import PolynomialFeatures, StandardScaler

warnings.simplefilter("ignore")
N, FOLDS = 120, 4
TOKEN = r"\w(?:'?\w)+"
WORDS = "good bad fine poor great awful slow quick kind rude clean dirty late early cheap dear warm cold loud calm".split()


def make(path):
    random = np.random.default_rng(20261123)
    x1, x2 = random.normal(size=N).round(3), random.exponential(size=N).round(3)
    x3 = (10 * random.beta(2, 4, size=N)).round(3)
    words = [random.choice(WORDS, size=random.integers(1, 9), p=np.arange(1, 21) / 210) for _ in range(N)]
    eta = 0.8 * x1 - 0.6 * x2 + np.sin(x3) + [0.5 * sum(w in ("calm", "warm", "dear") for w in row) - 0.5 for row in words]
    y = (random.uniform(size=N) < expit(eta)).astype(int)
    fold = random.permutation(np.arange(N) % FOLDS)
    gap1, gap2 = random.uniform(size=N) < 0.2, (random.uniform(size=N) < 0.3) & (fold > 0)
    with open(path, "w", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["x1", "x2", "x3", "said", "fold", "y"])
        for i in range(N):
            writer.writerow(["" if gap1[i] else x1[i], "" if gap2[i] else x2[i], x3[i], " ".join(words[i]), fold[i], y[i]])


class Poly(BaseEstimator, TransformerMixin):
    """R's poly: powers, orthogonal to each other and the constant on the rows learned from, of length 1."""

    def __init__(self, degree):
        self.degree = degree

    def fit(self, x, y=None):
        self.mean = x.mean()
        q, r = np.linalg.qr(np.vander(x.ravel() - self.mean, self.degree + 1, increasing=True))
        self.back = np.linalg.inv(r * np.sign(np.diag(r))[:, None])
        return self

    def transform(self, x):
        return (np.vander(x.ravel() - self.mean, self.degree + 1, increasing=True) @ self.back)[:, 1:]


class Splines(BaseEstimator, TransformerMixin):
    """R's bs of degree 3: inner knots at quantiles, the first column left out; beyond the boundary the polynomials go on."""

    def __init__(self, df):
        self.df = df

    def fit(self, x, y=None):
        inner = np.quantile(x, np.arange(1, self.df - 2) / (self.df - 2))
        self.knots = np.concatenate([[x.min()] * 4, inner, [x.max()] * 4])
        return self

    def transform(self, x):
        one = np.eye(self.df + 1)
        return np.column_stack([BSpline(self.knots, one[j], 3)(x.ravel()) for j in range(1, self.df + 1)])


def polish(X, y, b, alpha, C):
    """The minimum of C times the loss plus (1 - alpha) / 2 b^2 + alpha |b|, of those whose b is not 0."""
    Z = np.column_stack([np.ones(len(X)), X])
    active = np.concatenate([[True], (b[1:] != 0) if alpha else np.ones(X.shape[1], bool)])
    ridge, sign = np.where(np.arange(len(b)) > 0, 1 - alpha, 0.0), alpha * np.sign(b) * (np.arange(len(b)) > 0)
    A = Z[:, active]
    for _ in range(30):
        p = expit(Z @ b)
        g = C * A.T @ (p - y) + ridge[active] * b[active] + sign[active]
        b[active] -= np.linalg.solve(C * A.T @ (A * (p * (1 - p))[:, None]) + np.diag(ridge[active]), g)
    g = C * Z.T @ (expit(Z @ b) - y) + ridge * b
    assert np.abs(g + sign)[active].max() < 1e-11 * C * len(y), np.abs(g + sign)[active].max()
    assert active.all() or np.abs(g[~active]).max() <= alpha, "a column that should be in is out"
    assert (np.sign(b[1:]) * sign[1:] >= 0).all()
    return b


def hold_out(steps, X, y, folds, penalty, alpha, strength):
    losses, sizes = [], []
    for train, test in folds.split():
        C = 1 / (strength * len(train))
        fit = LogisticRegression(penalty=penalty, C=C, l1_ratio=alpha if penalty == "elasticnet" else None,
                                 solver="saga" if alpha else "newton-cg", tol=1e-8, max_iter=3000 if alpha else 100)
        learned = make_pipeline(*steps)
        pipeline = make_pipeline(learned, fit).fit(X[train], y[train])
        D = lambda rows: (lambda Z: Z.toarray() if hasattr(Z, "toarray") else Z)(learned.transform(X[rows]))
        b = np.concatenate([fit.intercept_, fit.coef_[0]])
        b[1:][np.abs(b[1:]) < 1e-7] = 0
        b = polish(D(train), y[train], b, alpha, C)
        p = expit(b[0] + D(test) @ b[1:])
        assert np.abs(p - pipeline.predict_proba(X[test])[:, 1]).max() < 1e-4
        losses.append(log_loss(y[test], p, labels=[0, 1]))
        sizes.append(len(test))
    w = np.array(sizes) / sum(sizes)
    mean = w @ losses
    return mean, np.sqrt(w @ (losses - mean) ** 2 / (len(sizes) - 1))


def case(name, steps, X, y, folds, lines, penalty="l2", l1_ratio=None, strengths=(0.1, 0.02)):
    alpha = {"l1": 1.0, "l2": 0.0}.get(penalty, l1_ratio)
    print("case", name)
    for line in lines:
        print(line)
    print("penalty", penalty)
    if l1_ratio:
        print("l1_ratio", l1_ratio)
    for i, strength in enumerate(strengths):
        mean, error = hold_out(steps, X, y, folds, penalty, alpha, strength)
        print(f"lambda {i} {strength:.17g}\nheld_out {i} {mean:.17g}\nerror {i} {error:.17g}")
    print()


def main():
    path = sys.argv[1] + "/learned.csv"
    make(path)
    with open(path) as file:
        rows = list(csv.DictReader(file))
    X = np.array([[float(r[x] or "nan") for x in ("x1", "x2", "x3")] for r in rows])
    said, y = np.array([r["said"] for r in rows]), np.array([int(r["y"]) for r in rows])
    folds = PredefinedSplit([int(r["fold"]) for r in rows])
    wide = ["formula y ~ x1 + x2 + x3", "standardize 1"]
    for rule in ("mean", "median", "most_frequent"):
        case(rule, [SimpleImputer(strategy=rule), StandardScaler()], X, y, folds, wide + ["impute " + rule])
    case("lasso", [SimpleImputer(), StandardScaler()], X, y, folds, wide + ["impute mean"], "l1", None, (0.1, 0.03))
    case("indicator", [SimpleImputer(strategy="median", add_indicator=True), StandardScaler()], X, y, folds,
         wide + ["impute median", "indicator 1"])
    case("products", [SimpleImputer(), PolynomialFeatures(2, include_bias=False), StandardScaler()], X[:, :2], y, folds,
         ["formula y ~ x1 + x2 + I(x1^2) + x1:x2 + I(x2^2)", "standardize 1", "impute mean"], "elasticnet", 0.5)
    case("poly", [Poly(4)], X[:, 2:], y, folds, ["formula y ~ poly(x3, 4)"], strengths=(0.01, 0.001))
    case("splines", [make_column_transformer((Splines(6), [2]), (SimpleImputer(), [0])), StandardScaler()], X, y, folds,
         ["formula y ~ bs(x3, df = 6) + x1", "standardize 1", "impute mean"])
    case("counts", [CountVectorizer(token_pattern=TOKEN)], said, y, folds, ["formula y ~ 1", "text count 1"])
    case("tfidf", [TfidfVectorizer(token_pattern=TOKEN, min_df=12)], said, y, folds, ["formula y ~ 1", "text tfidf 12"], "elasticnet", 0.2,
         (0.03, 0.01))


main()
