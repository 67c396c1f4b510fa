# Fits to sparse rows by scikit-learn and LIBLINEAR, and the svmlight files that they are of.
#
#     python3 tests/reference/sparse.py tests/reference/data > tests/reference/sparse.txt      (in the root of the project)
#
# The files are made of random numbers from a fixed seed: sparse_two.svm of labels -1 and +1, sparse_three.svm of labels 1, 2 and 3. Each has columns without any number
# and rows without any. l2 is minimised by Newton's method, l1 and elasticnet by SAGA until nothing changes; "dual" is LIBLINEAR's own solver of the dual (train -s 7), which knows
# no intercept.
#
#     case NAME                 then file, penalty, C, and intercept 0 where there is none
#     objective X               sum of losses and 1/C times the penalty
#     estimate K J VALUE        of class K (1 of two classes, else from 0); J is 0 for the intercept, else the index. Those that are 0 are left out
import random
import sys
import warnings

import numpy as np
from sklearn.datasets import load_svmlight_file
from sklearn.linear_model import LogisticRegression

warnings.simplefilter("ignore")
folder = sys.argv[1]


def make(name, seed, labels, rows, columns):
    rng = random.Random(seed)
    beta = {c: [rng.gauss(0, 1) for _ in range(columns)] for c in labels}
    with open(f"{folder}/{name}", "w") as f:
        f.write(f"# made by tests/reference/sparse.py\n")
        for i in range(rows):
            # later columns are rarer, and every seventh has no number at all
            index = sorted({min(int(rng.expovariate(1) * columns / 3), columns - 1) for _ in range(7)})
            index = [j for j in index if j % 7 != 6] if i % 20 else []
            x = {j: round(rng.gauss(0, 1) * (3 if j % 5 == 0 else 1), 3) for j in index}
            score = {c: sum(beta[c][j] * v for j, v in x.items()) - 2 * np.log(-np.log(rng.random())) for c in labels}
            label = max(labels, key=score.get)
            f.write(" ".join([f"{label:+d}" if -1 in labels else str(label)] + [f"{j + 1}:{v:g}" for j, v in x.items()]) + "\n")


def case(name, file, C, intercept=True, dual=False):
    X, y = load_svmlight_file(f"{folder}/{file}")
    two = len(set(y)) == 2
    solver = "liblinear" if dual else "newton-cholesky" if two else "newton-cg"
    fit = LogisticRegression(C=C, solver=solver, dual=dual, fit_intercept=intercept,
                             tol={"newton-cg": 1e-10, "liblinear": 1e-12}.get(solver, 1e-15), max_iter=10000, random_state=1,
                             multi_class="auto" if two else "multinomial")
    fit.fit(X.toarray() if solver == "newton-cholesky" else X, y)
    eta = X @ fit.coef_.T + fit.intercept_
    eta = np.column_stack([np.zeros(len(y)), eta]) if two else eta
    code = np.searchsorted(fit.classes_, y)
    loss = np.sum(np.logaddexp.reduce(eta, axis=1) - eta[np.arange(len(y)), code])
    objective = loss + (fit.coef_ ** 2).sum() / 2 / C
    print(f"case {name}\nfile tests/reference/data/{file}\npenalty l2\nC {C:.17g}")
    if not intercept:
        print("intercept 0")
    print(f"objective {objective:.17g}")
    for k in range(len(fit.coef_)):
        for j, b in enumerate([fit.intercept_[k] if intercept else 0, *fit.coef_[k]]):
            if b != 0:
                print(f"estimate {k + two} {j} {b:.17g}")
    print()


make("sparse_two.svm", 1, [-1, 1], 120, 60)
make("sparse_three.svm", 2, [1, 2, 3], 150, 56)
two, three = "sparse_two.svm", "sparse_three.svm"
case("ridge", two, 1.0)
case("ridge, weak", two, 100.0)
case("ridge, no intercept", two, 1.0, intercept=False)
case("ridge, dual", two, 1.0, intercept=False, dual=True)
case("ridge, classes", three, 0.5)
