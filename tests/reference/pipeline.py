#!/usr/bin/python3
"""What scikit-learn's Pipeline(SimpleImputer(add_indicator=True), LogisticRegression) learns, and predicts of other rows: pipeline.txt.

    python3 tests/reference/pipeline.py tests/reference/data > tests/reference/pipeline.txt

Lines of a case: `case STRATEGY`, `indicator` where these are added, `value X..` of the columns (age, bmi, pulse), `coefficient X..` with the
intercept first, `new P` of each row of part 2. Its solver is run until the gradient is 0 to rounding, without a penalty. Indicators of columns that miss
something in rows to predict alone are not made: MissingIndicator(features="missing-only")."""
import csv
import pathlib
import sys

import numpy as np
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

COLUMNS = ["age", "bmi", "pulse"]


def read(path, part):
    with open(path) as file:
        rows = [row for row in csv.DictReader(file) if row["part"] == part and (row["y"] or part == "2")]
    X = np.array([[float(row[name] or "nan") for name in COLUMNS] for row in rows])
    return X, np.array([float(row["y"] or "nan") for row in rows])


def tell(key, values):
    print(key, *(f"{value:.17g}" for value in values))


def main():
    path = pathlib.Path(sys.argv[1]) / "gaps.csv"
    (X, y), (new, _) = read(path, "1"), read(path, "2")
    for strategy in ["mean", "median", "most_frequent", "constant:0"]:
        for indicator in [False, True]:
            word, *fill = strategy.split(":")
            imputer = SimpleImputer(strategy=word, fill_value=float(fill[0]) if fill else None, add_indicator=indicator)
            fit = LogisticRegression(penalty="none", solver="newton-cg", tol=1e-14, max_iter=10000)
            pipeline = make_pipeline(imputer, StandardScaler(), fit).fit(X, y)
            scale = pipeline[1]
            beta = fit.coef_[0] / scale.scale_
            print("case", strategy)
            if indicator:
                print("indicator")
            tell("value", imputer.statistics_)
            tell("coefficient", [fit.intercept_[0] - beta @ scale.mean_, *beta])
            for p in pipeline.predict_proba(new)[:, 1]:
                tell("new", [p])
            print()


main()
