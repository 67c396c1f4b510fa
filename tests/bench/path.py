#!/usr/bin/env python3
"""path.py PROGRAM FOLDER [--sets few_rows,mid,..] [--thresh 1e-7,1e-14] [--limit SECONDS]: paths of lasso beside glmnet's, over the same strengths, one thread each.

Data are made in FOLDER where they are missing. Seconds are those that the processor spent for the user: of PROGRAM as a whole process, and without what it does
for a single strength, reading above all; of glmnet() alone, the data being in memory. Both say how optimal their worst strength is, which is worked out from the rows. glmnet needs R with the
packages glmnet and Matrix; what takes longer than the limit is stopped."""
import argparse
import json
import pathlib
import resource
import subprocess
import sys

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.datasets import load_svmlight_file

import data

HERE = pathlib.Path(__file__).resolve().parent
SPARSE = {"sparse3000": 3000, "sparse10000": 10_000, "sparse": 100_000}
SETS = ["mid", "few_rows", *SPARSE]
WORDS, IN_A_ROW = 100_000, 50


def make_few_rows(path):
    random = np.random.default_rng(11)
    n, p, real = 200, 5000, 20
    x = random.standard_normal((n, p))
    y = data.outcome(random, x[:, :real] @ random.standard_normal(real) * 1.5 / np.sqrt(real) - 0.5)
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
        elif name == "few_rows":
            make_few_rows(part)
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
    return csr_matrix(rows[:, :-1]) if path.stem == "few_rows" else rows[:, :-1], rows[:, -1]


def violation(path, gone):
    """Of the worst strength, over the largest lambda."""
    X, y = read(path)
    mean = np.asarray(X.mean(axis=0)).ravel()
    square = np.asarray((X.multiply(X) if hasattr(X, "multiply") else X * X).mean(axis=0)).ravel()
    sd = np.sqrt(np.maximum(square - mean**2, 0))
    worst = 0
    for at in gone["path"]:
        b = np.zeros(X.shape[1])
        a = 0
        for c in at["coefficients"]:
            if c["name"] == "(Intercept)":
                a = c["estimate"]
            else:
                b[int(c["name"][1:]) - 1] = c["estimate"]
        r = 1 / (1 + np.exp(-(X @ b + a))) - y
        g = np.divide(X.T @ r - mean * r.sum(), sd * len(y), out=np.zeros(len(b)), where=sd > 0)
        off = np.where(b != 0, np.abs(g + at["lambda"] * np.sign(b)), np.maximum(np.abs(g) - at["lambda"], 0))
        worst = max(worst, off.max(), abs(r.mean()))
    return worst / gone["largest_lambda"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--sets", default=",".join(SETS))
    parser.add_argument("--thresh", default="1e-7,1e-14,1e-18")
    parser.add_argument("--limit", type=float, default=600)
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    print("| data | program | seconds | without reading | times logreg's | violation | of the last |\n| --- | --- | ---: | ---: | ---: | ---: | ---: |")
    for name in asked.sets.split(","):
        path = find(asked.folder, name)
        ours = [asked.program, "path", path, "--target", "y", "--no-cv", "--threads", "1", "--json", "--quiet"]
        ours = [word for word in ours if path.suffix == ".csv" or word not in ("--target", "y")]
        _, reading = run([*ours, "--n-lambda", "1"])
        text, whole = run(ours)
        gone = json.loads(text)
        alone = whole - reading
        last = gone["path"][-1]
        tail = f"{last['n_nonzero']} columns, {last['explained_deviance']:.3f} explained"
        print(f"| {name} | logreg | {whole:.2f} | {alone:.2f} | | {violation(path, gone):.0e} | {tail} |", flush=True)
        strengths = asked.folder / f"{name}.lambda"
        strengths.write_text("".join(f"{at['lambda']!r}\n" for at in gone["path"]))
        for thresh in asked.thresh.split(","):
            text, _ = run(["Rscript", "--vanilla", HERE / "peers/glmnet_path.R", path, strengths, thresh], asked.limit)
            if text is None:
                print(f"| {name} | glmnet, thresh {thresh} | | over {asked.limit:.0f} with reading | | | |", flush=True)
                break
            peer = json.loads(text)
            print(f"| {name} | glmnet, thresh {thresh} | | {peer['seconds']:.2f} | {peer['seconds'] / alone:.2f} | {peer['kkt']:.0e} | |", flush=True)


if __name__ == "__main__":
    sys.exit(main())
