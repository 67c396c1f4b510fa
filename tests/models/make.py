#!/usr/bin/env python3
"""make.py BUILD FOLDER: makes the models kept in tests/models, rows to predict, and their probabilities as hexadecimal
floats, with the program and library of a build folder. They stand for what users have saved: once committed a model is never made again, since it must load and predict the
same bits for ever; new features bring new models."""
import csv
import ctypes
import os
import subprocess
import sys

build, folder = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
program = os.path.join(build, "cli/logreg")
APART = [(1, "a", 0), (2, "b", 0), (3, "a", 1), (4, "b", 0), (4, "a", 0), (5, "a", 1), (6, "b", 1), (2, "c", 1), (5, "c", 1)]
ALIASED = [(i, (i * 7) % 5, 2 * i + (i * 7) % 5, int((i * 5) % 11 + i > 12)) for i in range(1, 21)]
OFFSET = [(i % 9, round(0.1 * (i % 4) - 0.2, 1), 1 + i % 3, int((i * 7) % 10 > 9 - i % 9)) for i in range(40)]
CURVES = [(i / 10, (i * 37 % 101) / 20 + 0.05, (i * 53 % 97) / 10 + 0.2, "pqr"[i * 7 % 3], i % 5 + 1,
           int((i * 31) % 100 < 30 + i // 5 + (i * 53 % 97) / 4)) for i in range(1, 181)]
NAMES = [(i % 7, ["a, b", "~", 'say "so"', "ä ö"][i * 3 % 4], int((i * 11) % 13 > 6)) for i in range(60)]
GAPS = [("" if i % 7 == 3 else a, b if i % 11 else "", "" if i % 5 == 1 else g, t, y) for i, (a, b, c, g, t, y) in enumerate(CURVES)]
MODELS = {
    "bases": (["bases.csv", "--formula", "y ~ poly(a, 3) + bs(b, df = 5) + ns(c, knots = c(2, 6)) + poly(b, 2):g",
               "--where", "t < 5"], "bases.csv", [("a", "b", "c", "g", "t", "y"), *CURVES]),
    "contrasts": (["@titanic", "--formula", "survived ~ C(class, sum) + C(sex, helmert) + C(age, treatment)"], "@titanic", None),
    "ordered": (["@titanic", "--formula", "survived ~ C(class, poly)*sex + C(age, base = 2) - 1"], "@titanic", None),
    "weights": (["@ucb", "--formula", "admitted ~ C(dept, helmert) + gender", "--weights", "count"], "@ucb", None),
    "functions": (["functions.csv", "--formula", "y ~ log(a) + I(b^2.5 / 10) + exp(-c) + sqrt(b):g + log10(c) + abs(a - 9)"
                   " + I(a^3 / 1000) + log2(b) + expm1(c / 10) + offset(log1p(t)) - 1"], "functions.csv",
                  [("a", "b", "c", "g", "t", "y"), *CURVES]),
    "imputed": (["imputed.csv", "--formula", "y ~ log(a) + is_missing(a) + poly(b, 2)*g - t", "--impute", "mean,level,b=median"], "imputed.csv",
                [("a", "b", "g", "t", "y"), *GAPS]),
    "names": (["names.csv", "--formula", "`wo was?` ~ `1, 2` * `a, ü`"], "names.csv",
              [("1, 2", "a, ü", "wo was?"), *NAMES]),
    "parted": (["@iris", "--formula", "species ~ petal_length + sepal_width"], "@iris", None),
    "factors": (["@titanic", "--formula", "survived ~ sex*class + age"], "@titanic", None),
    "multinomial": (["@iris", "--formula", "species ~ sepal_length"], "@iris", None),
    "separated": (["apart.csv", "--target", "y"], "apart.csv", [("x", "g", "y"), *APART]),
    "aliased": (["aliased.csv", "--target", "y"], "aliased.csv", [("a", "b", "c", "y"), *ALIASED]),
    "grouped": (["@beetle", "--target", "killed", "--trials", "n"], "@beetle", None),
    "ridge": (["@mtcars", "--formula", "vs ~ mpg + wt*hp + C(gear)", "--penalty", "l2", "--C", "0.5", "--standardize"], "@mtcars", None),
    "lasso": (["@iris", "--formula", "species ~ .", "--penalty", "l1", "--lambda", "0.02"], "@iris", None),
    "elasticnet": (["@titanic", "--formula", "survived ~ sex*class + age", "--penalty", "elasticnet", "--l1-ratio", "0.3", "--lambda", "0.01",
                    "--penalty-factor", "sex=0,age=2", "--bounds", "class=-0.5:"], "@titanic", None),
    "conditions": (["conditions.csv", "--formula", "y ~ I(a > 9 & g == \"q\")*b + I(is.na(g)) + I((c > 5) * t) - 1"], "conditions.csv",
                   [("a", "b", "g", "c", "t", "y"), *((a, b, g, c[2], t, y) for (a, b, g, t, y), c in zip(GAPS, CURVES)
                                                             if b != "" and (g and g != "q" if a == "" else a <= 9 or g))]),
    "offset": (["offset.csv", "--formula", "y ~ x + C(w)", "--offset", "o"], "offset.csv",
               [("x", "o", "w", "y"), *OFFSET]),
}
HERE = os.path.dirname(os.path.abspath(__file__))
os.chdir(folder)
for name, (arguments, rows, data) in MODELS.items():
    if os.path.exists(f"{name}.json"):
        continue
    if data:
        with open(rows, "w", newline="") as out:
            csv.writer(out, lineterminator="\n").writerows(data)
    subprocess.run([program, "fit", *arguments, "--quiet", "--save", f"{name}.json"], stdout=subprocess.DEVNULL)
    path = os.path.join(HERE, "../../datasets", rows[1:] + ".csv") if rows[0] == "@" else rows
    with open(path, newline="") as file:
        columns, *cells = csv.reader(file)
    predicted = subprocess.run([program, "predict", f"{name}.json", rows, "--quiet"], check=True,
                               capture_output=True, text=True).stdout
    seen, kept = set(), []
    for row, prediction in zip(cells, csv.DictReader(predicted.splitlines()), strict=True):
        if tuple(row) not in seen:  # each combination of values once
            kept.append((row, [v for c, v in prediction.items() if c == "probability" or c.startswith("p_")]))
        seen.add(tuple(row))
    kept = kept if len(kept) <= 30 else [kept[i * len(kept) // 30] for i in range(30)]
    with open(f"{name}.csv", "w", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(row for row, _ in kept)
    with open(f"{name}.hex", "w") as out:
        for _, values in kept:
            print(*(float(v).hex() for v in values), file=out)
    if data and rows != f"{name}.csv":
        os.remove(rows)


def matrix(gsl, rows, columns):
    """A gsl_matrix and its entries, row by row."""
    gsl.gsl_matrix_alloc.restype = ctypes.c_void_p
    at = gsl.gsl_matrix_alloc(ctypes.c_size_t(rows), ctypes.c_size_t(columns))
    return ctypes.c_void_p(at), ctypes.cast(at + 24, ctypes.POINTER(ctypes.POINTER(ctypes.c_double))).contents


# A model of a matrix has no formula, and comes from the library alone.
if not os.path.exists("plain.json"):
    gsl, library = ctypes.CDLL("libgsl.so"), ctypes.CDLL(os.path.join(build, "lib/liblogreg.so"))
    data = [(i % 7 / 3, (i * i) % 11 - 4, int((i * 11) % 13 > 6)) for i in range(30)]
    (X, x), (P, p), model = matrix(gsl, 30, 2), matrix(gsl, 30, 2), ctypes.c_void_p()
    gsl.gsl_vector_alloc.restype = ctypes.c_void_p
    y_at = gsl.gsl_vector_alloc(ctypes.c_size_t(30))
    y = ctypes.cast(y_at + 16, ctypes.POINTER(ctypes.POINTER(ctypes.c_double))).contents
    for i, (a, b, event) in enumerate(data):
        x[2 * i], x[2 * i + 1], y[i] = a, b, event
    assert library.logreg_fit(ctypes.byref(model), X, ctypes.c_void_p(y_at), None, None) == 0
    assert library.logreg_predict_proba(model, X, P, None) == 0
    assert library.logreg_model_save(model, b"plain.json", None) == 0
    with open("plain.csv", "w", newline="") as out:
        csv.writer(out, lineterminator="\n").writerows([("x1", "x2", "y"), *data])
    with open("plain.hex", "w") as out:
        for i in range(30):
            print(p[2 * i + 1].hex(), file=out)
