#!/usr/bin/python3
"""Writes text_fits.json: fits of scikit-learn to the words of datasets/reviews.csv, each to a gradient below 1e-7.

    text_fits.py datasets/reviews.csv > text_fits.json
"""
import csv
import json
import sys
import warnings

import numpy as np
from sklearn.feature_extraction.text import CountVectorizer, HashingVectorizer, TfidfVectorizer
from sklearn.linear_model import LogisticRegression

TOKEN = r"\w(?:'?\w)+"
CASES = [
    ("--penalty l2", CountVectorizer(token_pattern=TOKEN), 1.0),
    ("--penalty l2 --C 10 --ngrams 2 --text-weight tfidf", TfidfVectorizer(token_pattern=TOKEN, ngram_range=(1, 2)), 10.0),
    ("--penalty l2 --C 0.1 --text-weight binary --min-rows 20", CountVectorizer(token_pattern=TOKEN, binary=True, min_df=20), 0.1),
    ("--penalty l2 --hash 64", HashingVectorizer(token_pattern=TOKEN, n_features=64, norm=None), 1.0),
]


def main():
    rows = list(csv.DictReader(open(sys.argv[1], encoding="utf-8")))
    texts, y = [r["review"] for r in rows], np.array([r["sentiment"] == "positive" for r in rows], float)
    out = []
    for options, v, C in CASES:
        X = v.fit_transform(texts)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of a tolerance below what rounding lets it reach
            m = LogisticRegression(C=C, solver="newton-cg", tol=1e-13, max_iter=1000).fit(X, y)
        p = m.predict_proba(X)[:, 1]
        gradient = np.abs(np.append(C * (X.T @ (p - y)) + m.coef_[0], C * (p - y).sum())).max()
        assert gradient < 1e-7, gradient
        names = [f"review[{w}]" for w in v.get_feature_names_out()] if hasattr(v, "vocabulary_") else [f"review[#{j + 1}]" for j in range(X.shape[1])]
        largest = np.argsort(-np.abs(m.coef_[0]))[:12]
        out.append({"options": options, "columns": X.shape[1], "intercept": m.intercept_[0],
                    "coefficients": {names[j]: m.coef_[0][j] for j in largest}})
    json.dump(out, sys.stdout, indent=1)
    print()


main()
