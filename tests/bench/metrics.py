#!/usr/bin/python3
"""metrics.py BUILD [ROWS] [REPEATS]: the table of metrics in docs/benchmarks.md, this library beside scikit-learn, and pROC where R has it, on the same rows in one run.
One thread each; medians."""
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import numpy as np
from sklearn import metrics as sk
from sklearn.calibration import calibration_curve

build, n, repeats = sys.argv[1], int((sys.argv[2:3] or [1000000])[0]), int((sys.argv[3:4] or [5])[0])
in_r = None
with tempfile.NamedTemporaryFile() as file:
    lines = subprocess.run([f"{build}/tests/bench/bench_metrics", file.name, str(n), str(repeats)], check=True,
                           capture_output=True, text=True).stdout.splitlines()
    flat = np.fromfile(file.name)
    if shutil.which("Rscript"):
        script = pathlib.Path(__file__).resolve().parent / "peers/delong.R"
        in_r = [float(subprocess.run(["Rscript", "--vanilla", script, file.name, str(n)], check=True, capture_output=True, text=True).stdout) for _ in range(repeats)]
y, p, q, code = flat[: 4 * n].reshape(4, n)
P = flat[4 * n :].reshape(n, 4)
said = p >= 0.5


def six():
    for score in (sk.accuracy_score, sk.precision_score, sk.recall_score, sk.f1_score, sk.matthews_corrcoef, sk.cohen_kappa_score):
        score(y, said)


def at_best(curve, worth):
    """The threshold where what is made of a curve is largest."""
    made = curve(y, p)
    return made[2][np.argmax(worth(*made)[: len(made[2])])]


def first(curve, enough):
    made = curve(y, p)
    return made[2][np.argmax(enough(*made))]


positives = y.mean()
peers = {
    "confusion, six of it": six,
    "log loss, brier": lambda: (sk.log_loss(y, p), sk.brier_score_loss(y, p)),
    "auc": lambda: sk.roc_auc_score(y, p),
    "average precision": lambda: sk.average_precision_score(y, p),
    "roc": lambda: sk.roc_curve(y, p),
    "precision-recall": lambda: sk.precision_recall_curve(y, p),
    "calibration": lambda: calibration_curve(y, p, n_bins=10),
    "threshold youden": lambda: at_best(sk.roc_curve, lambda fpr, tpr, t: tpr - fpr),
    "threshold f1": lambda: at_best(sk.precision_recall_curve, lambda precision, recall, t: precision * recall / (precision + recall)),
    "threshold cost": lambda: at_best(sk.roc_curve, lambda fpr, tpr, t: -(1 - positives) * fpr - 5 * positives * (1 - tpr)),
    "threshold sensitivity": lambda: first(sk.roc_curve, lambda fpr, tpr, t: tpr >= 0.9),
    "threshold specificity": lambda: first(sk.roc_curve, lambda fpr, tpr, t: fpr > 0.1),
    "threshold rate": lambda: np.quantile(p, 0.9),
    "auc_ovo, 4 classes": lambda: sk.roc_auc_score(code, P, multi_class="ovo"),
}
print("| of a million rows | seconds | scikit-learn | times as quick |" if n == 1000000 else f"| of {n} rows | seconds | scikit-learn | times as quick |")
print("| --- | ---: | ---: | ---: |")
for line in lines:
    name, seconds = line.split("\t")
    cells = ["", ""]
    if name in peers:
        taken = []
        for _ in range(repeats):
            start = time.perf_counter()
            peers[name]()
            taken.append(time.perf_counter() - start)
        other = statistics.median(taken)
        cells = [f"{other:.3f}", f"{other / float(seconds):.1f}"]
    if name == "two AUCs, DeLong" and in_r:
        other = statistics.median(in_r)
        cells = [f"{other:.3f} (pROC)", f"{other / float(seconds):.1f}"]
    print(f"| {name} | {float(seconds):.3f} | {cells[0]} | {cells[1]} |")
