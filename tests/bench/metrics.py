#!/usr/bin/python3
"""metrics.py BUILD [ROWS] [REPEATS]: the table of metrics in docs/benchmarks.md, this library beside scikit-learn, NumPy where that has no function, and pROC where R has it, on the same rows.

Processor seconds of one thread each, taking turns; medians, and of the ratios within a turn."""
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")
import numpy as np
from sklearn import metrics as sk
from sklearn.calibration import calibration_curve
from statsmodels.stats.proportion import proportion_confint

build, n, repeats = sys.argv[1], int((sys.argv[2:3] or [1000000])[0]), int((sys.argv[3:4] or [3])[0])
BINS = 10

# ---- Peers: of y, p and q of two classes; of code and P of four ----


def six():
    for score in (sk.accuracy_score, sk.precision_score, sk.recall_score, sk.f1_score, sk.matthews_corrcoef, sk.cohen_kappa_score):
        score(y, said)


def shares():
    c = sk.confusion_matrix(y, said)
    of = [(c.trace(), c.sum()), (c[1, 1], c[1].sum()), (c[0, 0], c[0].sum()), (c[1, 1], c[:, 1].sum())]
    return [proportion_confint(hits, rows, method="wilson") for hits, rows in of]


def terms_with_intervals():
    for term in (-np.where(y == 1, np.log(p), np.log1p(-p)), (y - p) ** 2):
        term.mean() + 1.96 * term.std(ddof=1) / np.sqrt(n) * np.array([-1, 1])


def binned(happened, p):
    """Rows, mean probability and share of what happened of each bin, as calibration_curve has them."""
    which = np.searchsorted(np.linspace(0, 1, BINS + 1)[1:-1], p)
    rows = np.bincount(which, minlength=BINS)
    there = rows > 0
    return rows[there], *(np.bincount(which, of, BINS)[there] / rows[there] for of in (p, happened))


def ece(happened, p):
    rows, mean, share = binned(happened, p)
    return rows @ np.abs(mean - share) / n


def brier_parts():
    rows, mean, share = binned(y, p)
    overall = y.mean()
    reliability, resolution = rows @ (mean - share) ** 2 / n, rows @ (share - overall) ** 2 / n
    return sk.brier_score_loss(y, p) - (reliability - resolution + overall * (1 - overall))


def gain():
    order = np.argsort(-p, kind="stable")
    last = np.r_[np.flatnonzero(np.diff(p[order])), n - 1]
    rate, of_events = (last + 1) / n, np.cumsum(y[order])[last] / y.sum()
    return p[order][last], rate, of_events, of_events / rate


def at_best(curve, worth):
    """The threshold where what is made of a curve is largest."""
    made = curve(y, p)
    return made[2][np.argmax(worth(*made)[: len(made[2])])]


def first(curve, enough):
    made = curve(y, p)
    return made[2][np.argmax(enough(*made))]


def in_r(what):
    """Seconds that pROC takes, or None without it."""
    def run():
        if not shutil.which("Rscript"):
            return None
        done = subprocess.run(["Rscript", "--vanilla", pathlib.Path(__file__).resolve().parent / "peers/delong.R", rows, str(n), what], capture_output=True, text=True)
        return float(done.stdout) if done.returncode == 0 else None
    return run


def timed(how):
    def run():
        start = time.process_time()
        how()
        return time.process_time() - start
    return run


def four_classes(score, **settings):
    return timed(lambda: score(code, P, **settings))


# name: (seconds of the peer, who it is where it is not scikit-learn)
PEERS = {
    "confusion, six of it": (timed(six), ""),
    "four shares, their intervals": (timed(shares), " (and statsmodels)"),
    "classification report": (timed(lambda: sk.classification_report(y, said, output_dict=True)), ""),
    "classification report, 4 classes": (timed(lambda: sk.classification_report(code, P.argmax(axis=1), output_dict=True)), ""),
    "log loss, brier": (timed(lambda: (sk.log_loss(y, p), sk.brier_score_loss(y, p))), ""),
    "log loss, brier, their intervals": (timed(terms_with_intervals), " (NumPy)"),
    "brier and its parts": (timed(brier_parts), " (and NumPy)"),
    "ece": (timed(lambda: ece(y, p)), " (NumPy)"),
    "ece, 4 classes": (timed(lambda: ece(P.argmax(axis=1) == code, P.max(axis=1))), " (NumPy)"),
    "auc": (timed(lambda: sk.roc_auc_score(y, p)), ""),
    "auc, its interval (DeLong)": (in_r("interval"), " (pROC)"),
    "two AUCs, DeLong": (in_r("test"), " (pROC)"),
    "auc_ovo, 4 classes": (four_classes(sk.roc_auc_score, multi_class="ovo"), ""),
    "average precision": (timed(lambda: sk.average_precision_score(y, p)), ""),
    "roc": (timed(lambda: sk.roc_curve(y, p)), ""),
    "precision-recall": (timed(lambda: sk.precision_recall_curve(y, p)), ""),
    "calibration": (timed(lambda: calibration_curve(y, p, n_bins=BINS)), ""),
    "gain and lift": (timed(gain), " (NumPy)"),
    "top-k accuracy, 4 classes": (four_classes(sk.top_k_accuracy_score, k=2), ""),
    "threshold youden": (timed(lambda: at_best(sk.roc_curve, lambda fpr, tpr, t: tpr - fpr)), ""),
    "threshold f1": (timed(lambda: at_best(sk.precision_recall_curve, lambda precision, recall, t: precision * recall / (precision + recall))), ""),
    "threshold cost": (timed(lambda: at_best(sk.roc_curve, lambda fpr, tpr, t: -(1 - positives) * fpr - 5 * positives * (1 - tpr))), ""),
    "threshold sensitivity": (timed(lambda: first(sk.roc_curve, lambda fpr, tpr, t: tpr >= 0.9)), ""),
    "threshold specificity": (timed(lambda: first(sk.roc_curve, lambda fpr, tpr, t: fpr > 0.1)), ""),
    "threshold rate": (timed(lambda: np.quantile(p, 0.9)), ""),
}

# ---- The table ----


def ours(name):
    print(name, file=library.stdin, flush=True)
    return float(library.stdout.readline())


with tempfile.NamedTemporaryFile() as file:
    rows = file.name
    library = subprocess.Popen([f"{build}/tests/bench/bench_metrics", rows, str(n)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    tasks = list(iter(lambda: library.stdout.readline().rstrip("\n"), ""))
    flat = np.fromfile(rows)
    y, p, q, code = flat[: 4 * n].reshape(4, n)
    P = flat[4 * n :].reshape(n, 4)
    said, positives = p >= 0.5, y.mean()
    print(f"| of {'a million' if n == 1000000 else n} rows | seconds | scikit-learn | times as quick |\n| --- | ---: | ---: | ---: |")
    for name in tasks:
        own, others = [], []
        how, who = PEERS.get(name, (lambda: None, ""))
        for _ in range(repeats):
            own.append(ours(name))
            others.append(how())
        cells = ["", ""]
        if None not in others:
            cells = [f"{statistics.median(others):.3f}{who}", f"{statistics.median(b / a for a, b in zip(own, others)):.1f}"]
        print(f"| {name} | {statistics.median(own):.3f} | {cells[0]} | {cells[1]} |", flush=True)
    library.stdin.close()
