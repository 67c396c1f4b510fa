"""What kit.py and folds.py call of scikit-learn, SciPy, NumPy and R: functions from X, y and the file to numbers and processor seconds."""
import json
import os
import pathlib
import subprocess
import sys
import time

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit
from sklearn.calibration import CalibratedClassifierCV
from sklearn.linear_model import LogisticRegression, LogisticRegressionCV
from sklearn.model_selection import StratifiedShuffleSplit, learning_curve
from sklearn.neural_network._stochastic_optimizers import SGDOptimizer
from sklearn.pipeline import make_pipeline
from sklearn.utils import resample

HERE = pathlib.Path(__file__).resolve().parent


def timed(call):
    start = time.process_time()
    made = call()
    return made, time.process_time() - start


def regression(pre=None, **settings):
    def run(X, y, file):
        fit = LogisticRegression(max_iter=10_000, **settings)
        whole = make_pipeline(*pre, fit) if pre else fit
        _, seconds = timed(lambda: whole.fit(X, y))
        scaled = [step.scale_ for step in pre or () if hasattr(step, "scale_")]
        return fit.coef_.ravel() / (scaled[0] if scaled else 1), seconds
    return run


def bounded(strength):
    """L2 with coefficients of 0 or more, by the quasi-Newton method that scipy has for bounds, to what doubles allow."""
    def run(X, y, file):
        Z = np.column_stack([np.ones(len(X)), X])

        def loss(b):
            eta = Z @ b
            return (np.mean(np.logaddexp(0, eta) - y * eta) + strength / 2 * b[1:] @ b[1:], Z.T @ (expit(eta) - y) / len(y) + strength * np.r_[0, b[1:]])
        found, seconds = timed(lambda: minimize(loss, np.zeros(Z.shape[1]), jac=True, method="L-BFGS-B", bounds=[(None, None)] + [(0, None)] * X.shape[1],
                                                options={"ftol": 0, "gtol": 1e-10}))
        return found.x[1:], seconds
    return run


def balanced(**settings):
    return regression(class_weight="balanced", penalty=None, **settings)


def calibrated(method):
    def run(X, y, file):
        fit = LogisticRegression(penalty=None, solver="newton-cholesky", tol=1e-8)
        return None, timed(lambda: CalibratedClassifierCV(fit, method=method, cv=5, ensemble=False).fit(X, y))[1]
    return run


def resampled(times, **settings):
    def run(X, y, file):
        fit = LogisticRegression(**settings)
        return None, timed(lambda: [fit.fit(*resample(X, y, random_state=b)).coef_ for b in range(times)])[1]
    return run


def grid_cv(X, y, file):
    fit = LogisticRegressionCV(penalty="elasticnet", solver="saga", Cs=20, l1_ratios=[0.2, 0.5, 0.8], cv=5, scoring="neg_log_loss", max_iter=10_000)
    return None, timed(lambda: fit.fit(X, y))[1]


def grown(pre=()):
    fit = make_pipeline(*pre, LogisticRegression(C=1, solver="newton-cholesky", tol=1e-8))
    split, sizes = StratifiedShuffleSplit(5, test_size=0.25, random_state=0), [2.0**-i for i in range(5, -1, -1)]
    return lambda X, y, file: (None, timed(lambda: learning_curve(fit, X, y, train_sizes=sizes, cv=split, scoring="neg_log_loss"))[1])


def steps(momentum, nesterov, rate, count, trace=False):
    """The same steps by scikit-learn's optimizer, gradients by two products of NumPy; a trace has loss, gradient and coefficients of each."""
    def run(X, y, file):
        Z, b = np.column_stack([np.ones(len(X)), X]), np.zeros(X.shape[1] + 1)
        optimizer = SGDOptimizer([b], learning_rate_init=rate, momentum=momentum, nesterov=nesterov)

        def go():
            told = []
            for i in range(count):
                eta = Z @ b
                gradient = Z.T @ (expit(eta) - y) / len(y)
                if trace:
                    told.append(np.r_[i, np.mean(np.logaddexp(0, eta) - y * eta), np.abs(gradient).max(), rate, b])
                optimizer.update_params([b], [gradient])
            if trace:
                np.savetxt(os.devnull, told, delimiter=",")
        _, seconds = timed(go)
        return (b - momentum * optimizer.velocities[0] if nesterov else b)[1:], seconds
    return run


def in_r(task, *more):
    def run(X, y, file):
        done = subprocess.run(["Rscript", "--vanilla", HERE / "peers/kit.R", file, task, *map(str, more)], capture_output=True, text=True)
        if done.returncode:
            print(done.stderr, file=sys.stderr)
            return None, None
        found = json.loads(done.stdout)
        return np.array(found["numbers"]) if found["numbers"] else None, found["seconds"]
    return run


def by_glmnet(share, how):
    """A fit at its default and to the optimum, its columns standardised, free of the penalty or bounded."""
    return {f"glmnet, thresh {thresh}": in_r("fit", share, 0.01, thresh, how) for thresh in ("1e-7", "1e-14")}
