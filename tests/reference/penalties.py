# Fits with penalties by scikit-learn's LogisticRegression: l2 by Newton's method, l1 and elasticnet by SAGA until nothing changes.
#
#     python3 tests/reference/penalties.py > tests/reference/penalties_sklearn.txt      (in the root of the project)
#
# Lines of a case, those of penalties.R too:
#     case NAME               then file, formula, penalty, and what stands otherwise than by default: C, lambda, l1_ratio, standardize 1,
#                             class_weight, weights COLUMN, trials COLUMN, offset COLUMN
#     factor NAME X           what multiplies the penalty of a column, and bounds NAME LOW HIGH
#     estimate K I VALUE      of class K (1 of two classes, else from 0), in the order of the design, from 0
import csv
import warnings

import numpy as np
from sklearn.linear_model import LogisticRegression

warnings.simplefilter("ignore")


def case(name, path, features, target, penalty, C, ratio=None, class_weight=None, text=None, weights=None, intercept=True):
    rows = list(csv.DictReader(open(path)))
    X = np.array([[float(r[f]) for f in features] for r in rows])
    y = np.array([r[target] for r in rows])
    two = len(set(y)) == 2
    # Gradients of all rows find the l2 minimum to the last digits; SAGA's steps shrink with the squares of rows, and it goes on for as long as that takes.
    solver = "saga" if penalty != "l2" else "newton-cholesky" if two else "newton-cg"
    fit = LogisticRegression(penalty=penalty, C=C, l1_ratio=ratio, class_weight=class_weight, solver=solver,
                             tol={"saga": 1e-12, "newton-cg": 1e-10}.get(solver, 1e-15),
                             max_iter=200000 if solver == "saga" else 1000, fit_intercept=intercept, random_state=1,
                             multi_class="auto" if two else "multinomial")
    fit.fit(X, y, sample_weight=[float(r[weights]) for r in rows] if weights else None)
    print(f"case {name}\nfile {path}\nformula {target} ~ {' + '.join(features)}{'' if intercept else ' - 1'}\npenalty {penalty}\nC {C:.17g}")
    if ratio is not None:
        print(f"l1_ratio {ratio:.17g}")
    if text:
        print(f"class_weight {text}")
    if weights:
        print(f"weights {weights}")
    for k in range(len(fit.coef_)):
        for i, b in enumerate([*([fit.intercept_[k]] if intercept else []), *fit.coef_[k]]):
            print(f"estimate {k + two} {i} {b:.17g}")
    print()


vaso, iris, pupils = "datasets/vaso.csv", "datasets/iris.csv", "tests/reference/data/pupils.csv"
flower = ["sepal_length", "sepal_width", "petal_length", "petal_width"]
case("ridge", vaso, ["volume", "rate"], "constricted", "l2", 1.0)
case("ridge, weak", vaso, ["volume", "rate"], "constricted", "l2", 1e4)
case("ridge, strong", "datasets/mtcars.csv", ["mpg", "wt", "hp"], "vs", "l2", 1e-3)
case("ridge, class weights", vaso, ["volume", "rate"], "constricted", "l2", 0.5, class_weight={"0": 1, "1": 3}, text="0=1,1=3")
case("ridge, weights", pupils, ["x"], "passed", "l2", 0.05, weights="n")
case("ridge, no intercept", vaso, ["volume", "rate"], "constricted", "l2", 1.0, intercept=False)
case("ridge, classes", "datasets/iris.csv", flower, "species", "l2", 1.0)
case("ridge, classes, weighted", iris, flower[:2], "species", "l2", 10.0, class_weight={"setosa": 2, "versicolor": 1, "virginica": 0.5},
     text="setosa=2,versicolor=1,virginica=0.5")
case("lasso", vaso, ["volume", "rate"], "constricted", "l1", 0.3)
case("lasso, weights", pupils, ["x"], "passed", "l1", 0.05, weights="n")
case("lasso, classes", iris, flower, "species", "l1", 0.2)
case("elastic net", vaso, ["volume", "rate"], "constricted", "elasticnet", 0.5, ratio=0.3)
case("elastic net, classes", iris, flower, "species", "elasticnet", 0.5, ratio=0.6)
case("elastic net, classes, no intercept", iris, flower, "species", "elasticnet", 0.1, ratio=0.5, intercept=False)
