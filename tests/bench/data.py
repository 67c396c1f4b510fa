#!/usr/bin/env python3
"""Makes the benchmark's data sets, the same on every machine, in a folder (which keeps those that are there).

    data.py FOLDER [NAME...]

Numbers in columns x1 .. xp, an outcome y of 0 and 1 last; `cat` has four columns of labels before it.
"""
import pathlib
import sys

try:
    import numpy as np
except ImportError:  # enough for those who only ask for SHAPES, or have all data
    np = None

#           rows        numbers
SHAPES = {
    "small": (200, 4),
    "tall": (1_000_000, 20),
    "mid": (100_000, 100),
    "wide": (100_000, 500),
    "corr": (200_000, 50),
    "narrow": (10_000_000, 5),
    "cat": (500_000, 6),
}
LEVELS = (5, 10, 20, 50)
CONDITION = 1e6
AT_A_TIME = 5_000_000  # numbers
SKIP = 77  # so that meson counts the benchmark as skipped, not as failed


def outcome(random, eta):
    return (random.random(len(eta)) < 1 / (1 + np.exp(-eta))).astype(int)


def make(path, name):
    rows, p = SHAPES[name]
    random = np.random.default_rng(list(SHAPES).index(name))
    beta = random.standard_normal(p) * 1.5 / np.sqrt(p)
    effects = [random.standard_normal(k) / 2 for k in LEVELS]
    basis = None
    if name == "corr":  # singular values from 1 down to 1 / CONDITION
        vectors, _ = np.linalg.qr(random.standard_normal((p, p)))
        basis = np.logspace(0, -np.log10(CONDITION), p)[:, None] * vectors.T
    digits = "%.12g" if name == "corr" else "%.6g"  # so that rounding does not hide the smallest direction
    with open(path, "w") as file:
        labels = [f"f{j + 1}" for j in range(len(LEVELS))] if name == "cat" else []
        file.write(",".join([f"x{j + 1}" for j in range(p)] + labels + ["y"]) + "\n")
        step = max(1, AT_A_TIME // p)
        for first in range(0, rows, step):
            n = min(step, rows - first)
            x = random.standard_normal((n, p))
            if basis is not None:
                x = x @ basis
            eta = x @ beta - 0.5
            codes = [random.integers(0, k, n) for k in LEVELS] if labels else []
            for code, effect in zip(codes, effects):
                eta += effect[code]
            y = outcome(random, eta)
            form = ",".join([digits] * p + ["l%02d"] * len(codes) + ["%d"]) + "\n"
            for row in zip(*x.T.tolist(), *[c.tolist() for c in codes], y.tolist()):
                file.write(form % row)


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name in sys.argv[2:] or SHAPES:
        path = folder / f"{name}.csv"
        if not path.exists():
            if np is None:
                print("the data are made by NumPy, which is not there: apt install python3-numpy", file=sys.stderr)
                sys.exit(SKIP)
            make(path.with_suffix(".part"), name)
            path.with_suffix(".part").rename(path)


if __name__ == "__main__":
    main()
