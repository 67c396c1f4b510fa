#!/usr/bin/env python3
"""path.py PROGRAM FOLDER [--call BENCH_PATH] [--sets few_rows,mid,..] [--penalty l1|l2] [--tol 1e-10,1e-3] [--thresh 1e-7,1e-14] [--limit SECONDS]: paths beside glmnet's, over the same strengths, one thread each.

Data are made in FOLDER where they are missing. Seconds are those that the processor spent for the user: of PROGRAM as a whole process that prints its summary, and without what it does
for a single strength, reading above all (coefficients, of which a path of a ridge has millions, are written by another run); of glmnet() alone, the data being in memory. With --call, tests/bench/bench_path of the build,
logreg's is its call alone too, the data being in memory, with all that it makes of the last model. Both say how optimal their worst strength is, which is worked out from the rows. glmnet needs R with the
packages glmnet and Matrix; what takes longer than the limit is stopped."""
import argparse
import json
import pathlib
import resource
import subprocess
import sys

import numpy as np
from sklearn.datasets import load_svmlight_file

import data

HERE = pathlib.Path(__file__).resolve().parent
SPARSE = {"sparse3000": 3000, "sparse10000": 10_000, "sparse": 100_000}
SETS = ["mid", "few_rows", "few_rows_classes", *SPARSE]
WORDS, IN_A_ROW = 100_000, 50


def make_few_rows(path, classes):
    random = np.random.default_rng(11)
    n, p, real = 200, 5000 if classes == 2 else 3000, 20
    x = random.standard_normal((n, p))
    if classes == 2:
        y = data.outcome(random, x[:, :real] @ random.standard_normal(real) * 1.5 / np.sqrt(real) - 0.5)
    else:  # the largest of utilities with errors of Gumbel's distribution
        y = (x[:, :real] @ random.standard_normal((real, classes)) * 1.5 / np.sqrt(real) + random.gumbel(size=(n, classes))).argmax(axis=1)
    head = ",".join(f"x{j + 1}" for j in range(p)) + ",y"
    np.savetxt(path, np.column_stack([x, y]), fmt=["%.6g"] * p + ["%d"], delimiter=",", header=head, comments="")


def make_sparse(path, n):
    """Rows of length one; columns by a power law, as words of texts are."""
    random = np.random.default_rng(8)
    beta = random.standard_normal(WORDS) * 6
    with open(path, "w") as file:
        for _ in range(n):
            drawn = (50 * (((WORDS + 50) / 50) ** random.random(3 * IN_A_ROW) - 1)).astype(int)
            _, first = np.unique(drawn, return_index=True)
            place = np.sort(drawn[np.sort(first)[:IN_A_ROW]])
            value = random.exponential(size=len(place)) + 0.1
            value /= np.sqrt((value**2).sum())
            y = random.random() < 1 / (1 + np.exp(-value @ beta[place]))
            file.write(("+1" if y else "-1") + "".join(f" {j + 1}:{v:.6g}" for j, v in zip(place, value)) + "\n")


def find(folder, name):
    path = folder / (name + (".svm" if name in SPARSE else ".csv"))
    if not path.exists():
        part = path.with_suffix(".part")
        if name in SPARSE:
            make_sparse(part, SPARSE[name])
        elif name.startswith("few_rows"):
            make_few_rows(part, 3 if name.endswith("classes") else 2)
        else:
            data.make(part, name)
        part.rename(path)
    return path


def run(command, limit=None):
    """What a process prints, and its seconds; None and the limit where it is stopped."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, timeout=limit)
    except subprocess.TimeoutExpired:
        return None, limit
    return done.stdout, resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


def read(path):
    if path.suffix == ".svm":
        X, y = load_svmlight_file(str(path))
        return X, (y > 0).astype(float)
    rows = np.loadtxt(path, delimiter=",", skiprows=1)
    return rows[:, :-1], rows[:, -1]


def violation(path, gone, penalty):
    """Of the worst strength, over the largest lambda; classes have coefficients of their own where there are more than two."""
    X, y = read(path)
    mean = np.asarray(X.mean(axis=0)).ravel()
    square = np.asarray((X.multiply(X) if hasattr(X, "multiply") else X * X).mean(axis=0)).ravel()
    sd = np.sqrt(np.maximum(square - mean**2, 0))
    levels = np.unique(y)
    several = len(levels) > 2
    place = {str(int(level)): c for c, level in enumerate(levels)} if several else {None: 0}
    ours = (y[:, None] == levels).astype(float) if several else (y == levels[-1]).astype(float)[:, None]
    worst = 0
    for at in gone["path"]:
        a, b = np.zeros(len(place)), np.zeros((X.shape[1], len(place)))
        for c in at["coefficients"]:
            k = place[c.get("class")]
            if c["name"] == "(Intercept)":
                a[k] = c["estimate"]
            else:
                b[int(c["name"][1:]) - 1, k] = c["estimate"]
        eta = X @ b + a
        p = np.exp(eta - eta.max(axis=1, keepdims=True)) if several else 1 / (1 + np.exp(-eta))
        r = (p / p.sum(axis=1, keepdims=True) if several else p) - ours
        g = np.divide(X.T @ r - np.outer(mean, r.sum(axis=0)), sd[:, None] * len(y), out=np.zeros(b.shape), where=sd[:, None] > 0)
        strength = at["lambda"]
        if penalty == "l2":
            off = np.abs(g + strength * sd[:, None] * b)
        else:
            off = np.where(b != 0, np.abs(g + strength * np.sign(b)), np.maximum(np.abs(g) - strength, 0))
        worst = max(worst, off.max(), np.abs(r.mean(axis=0)).max())
    return worst / gone["largest_lambda"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--call")
    parser.add_argument("--sets", default=",".join(SETS))
    parser.add_argument("--penalty", choices=["l1", "l2"], default="l1")
    parser.add_argument("--tol", default="1e-10")
    parser.add_argument("--thresh", default="1e-7,1e-14,1e-18")
    parser.add_argument("--limit", type=float, default=600)
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    print(f"| data | program | seconds | {'of the call' if asked.call else 'without reading'} | times logreg's | violation | of the last |\n| --- | --- | ---: | ---: | ---: | ---: | ---: |")
    for name in asked.sets.split(","):
        path = find(asked.folder, name)
        ours = [asked.program, "path", path, "--penalty", asked.penalty, "--no-cv", "--threads", "1"]
        ours += [] if path.suffix == ".svm" else ["--target", "y"]
        _, reading = run([*ours, "--n-lambda", "1"])
        for tol in asked.tol.split(","):
            _, whole = run([*ours, "--tol", tol])
            text, _ = run([*ours, "--tol", tol, "--json", "--quiet"])
            gone = json.loads(text)
            alone = whole - reading
            if asked.call:
                repeats = "1" if path.suffix == ".svm" else "9"
                alone = json.loads(run([asked.call, path, asked.penalty, tol, repeats])[0])["path"]
            last = gone["path"][-1]
            tail = f"{last['n_nonzero']} columns, {last['explained_deviance']:.3f} explained"
            print(f"| {name} | logreg, tol {tol} | {whole:.2f} | {alone:.2f} | | {violation(path, gone, asked.penalty):.0e} | {tail} |", flush=True)
        strengths = asked.folder / f"{name}.lambda"
        strengths.write_text(f"{gone['largest_lambda']!r}\n" + "".join(f"{at['lambda']!r}\n" for at in gone["path"]))
        for thresh in asked.thresh.split(","):
            text, _ = run(["Rscript", "--vanilla", HERE / "peers/glmnet_path.R", path, strengths, thresh, asked.penalty], asked.limit)
            if text is None:
                print(f"| {name} | glmnet, thresh {thresh} | | over {asked.limit:.0f} with reading | | | |", flush=True)
                break
            peer = json.loads(text)
            print(f"| {name} | glmnet, thresh {thresh} | | {peer['seconds']:.2f} | {peer['seconds'] / alone:.2f} | {peer['kkt']:.0e} | |", flush=True)


if __name__ == "__main__":
    sys.exit(main())
