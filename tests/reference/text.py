#!/usr/bin/python3
"""Writes text.h: what scikit-learn counts in a few texts.

    text.py > text.h

Words are as logreg has them: an apostrophe between two of its letters belongs to a word. scikit-learn has no marks in words, so that the texts are composed
(NFC) and of scripts without. Vocabularies are capped only where no two words come equally often.
"""
import sys

import sklearn
from sklearn.feature_extraction.text import CountVectorizer, HashingVectorizer, TfidfVectorizer

TEXTS = [
    "I love this movie",
    "This was awful",
    "Great performance",
    "Terrible experience",
    "The film was great, great fun; the film's end wasn't.",
    "Don't  go -- it is NOT worth 10 euros, not at all!",
    "\u00dcberall M\u00e4dchen, \u00e9t\u00e9 \u00c9T\u00c9 stra\u00dfe",
    "\u041c\u043d\u0435 \u043f\u043e\u043d\u0440\u0430\u0432\u0438\u043b\u043e\u0441\u044c, \u041e\u0427\u0415\u041d\u042c",
    "a b c",
    "",
    "snake_case x2 2x 42 3.14 e.g. o'clock 'quoted' rock'n'roll",
    "the the the film film film was",
]
TOKEN = r"\w(?:'?\w)+"
CASES = [
    ("words", CountVectorizer, dict()),
    ("pairs", CountVectorizer, dict(ngram_range=(1, 2))),
    ("rare", CountVectorizer, dict(min_df=2)),
    ("capped", CountVectorizer, dict(max_features=2)),
    ("binary", CountVectorizer, dict(binary=True, ngram_range=(1, 3))),
    ("tfidf", TfidfVectorizer, dict()),
    ("tfidf_pairs", TfidfVectorizer, dict(ngram_range=(1, 2), min_df=2)),
    ("hashed", HashingVectorizer, dict(n_features=16, norm=None)),
    ("hashed_pairs", HashingVectorizer, dict(n_features=1021, norm=None, ngram_range=(1, 2))),
]


def quoted(text):
    """A literal of C in ASCII."""
    return '"' + "".join(chr(b) if 32 <= b < 127 and chr(b) not in '"\\?' else f"\\{b:03o}" for b in text.encode()) + '"'


def main():
    print(f"/* Written by text.py with scikit-learn {sklearn.__version__}. */")
    print("static const char *const texts[] = {")
    for t in TEXTS:
        print(f"    {quoted(t)},")
    print("};\n")
    for name, kind, options in CASES:
        v = kind(token_pattern=TOKEN, **options)
        X = v.fit_transform(TEXTS).tocsr()
        X.sort_indices()
        X.eliminate_zeros()
        words = list(v.get_feature_names_out()) if kind is not HashingVectorizer else []
        print(f"static const char *const {name}_words[] = {{")
        for w in words:
            print(f"    {quoted(w)},")
        print("    NULL};")
        cells = [(i, j, X[i, j]) for i in range(X.shape[0]) for j in X[i].indices]
        print(f"static const cell {name}_cells[] = {{")
        for i, j, x in cells:
            print(f"    {{{i}, {j}, {float(x)!r}}},")
        print("};")
        o = options
        print(f"static const counted of_{name} = {{{{{o.get('ngram_range', (1, 1))[1]}, {o.get('min_df', 1)}, "
              f"{o.get('max_features', 1000000)}, {o.get('n_features', 0)}, "
              f"{2 if kind is TfidfVectorizer else 1 if o.get('binary') else 0}}}, {X.shape[1]}, {name}_words, "
              f"{name}_cells, {len(cells)}}};\n")
    print("static const counted *const cases[] = {" + ", ".join("&of_" + c[0] for c in CASES) + "};")


if __name__ == "__main__":
    sys.exit(main())
