#!/usr/bin/python3
"""Traces of first-order methods, for steps.txt: what scikit-learn's own steps lead to on the same rows in the same order.

    python3 tests/reference/steps.py > tests/reference/steps.txt      (in the root of the project)

The model is y ~ x1 + x2 of tests/reference/data/calibrated.csv, some cases with its weights. Losses and gradients are worked out here; who steps is
- `gd` of a fixed rate, plain, with momentum and Nesterov's: SGDOptimizer of scikit-learn's networks. Its parameters under Nesterov are the points where gradients are taken, which are ahead of the coefficients by momentum times velocity;
- `sgd` in batches: SGDOptimizer, its rate set before each step; of single rows without an average: SGDClassifier(loss="log_loss", penalty=None).partial_fit, a row at a time, with learning_rate
  "constant", "invscaling" (power_t = 3/4) and "optimal" (alpha = 1, where its rate is 1/t);
- `adam`: AdamOptimizer, which adds epsilon to sqrt(v) before its bias is taken out, and so is given epsilon sqrt(1 - 0.999^t), since Kingma & Ba's algorithm 1, and logreg, add it after.
What scikit-learn has not is worked out here by docs/mathematics.md: Nesterov's own momenta, backtracking (20), averages and coordinates in which the loss is round (120). Batches and rows held out are drawn from the project's streams. Early
stopping counts as SGDClassifier does, but by the mean loss: passes that gain less than 1e-4 on the best in a row are counted, and coefficients are those of the least loss.

Lines of a case: `case NAME`, the options that are not the defaults, and then
    row I LOSS GRADIENT STEP HELD B0 B1 B2      iteration, mean loss, largest entry of its gradient, step or rate, mean loss on rows held out (nan: none), coefficients
    end B0 B1 B2                                the model's coefficients, where they are not those of the last row
"""
import csv
import math

import numpy as np
from scipy.special import expit, log1p
from sklearn.linear_model import SGDClassifier
from sklearn.neural_network._stochastic_optimizers import AdamOptimizer, SGDOptimizer

from philox import Stream

BATCHES, HELD_OUT = 0, 1
GAIN, NEAR = 1e-4, 0.5


class Data:
    def __init__(self, Z, y, w):
        self.Z, self.y, self.w = Z, y, w
        self.n, self.W = len(y), w.sum()

    def part(self, rows):
        return Data(self.Z[rows], self.y[rows], self.w[rows])

    def loss(self, b):
        eta = self.Z @ b
        return self.w @ (np.maximum(eta, 0) + log1p(np.exp(-np.abs(eta))) - self.y * eta) / self.W

    def gradient(self, b):
        return self.Z.T @ (self.w * (expit(self.Z @ b) - self.y)) / self.W

    def information(self, b):
        p = expit(self.Z @ b)
        return self.Z.T @ (self.Z * (self.w * p * (1 - p))[:, None])


def split(data, share, seed):
    """Rows to fit to and rows held out: of each class its share, met in random order."""
    left = [int(share * np.sum(data.y == k) + 0.5) for k in (0, 1)]
    held = np.zeros(data.n, bool)
    for row in Stream(seed, HELD_OUT).permutation(data.n):
        k = int(data.y[row])
        if left[k]:
            left[k] -= 1
            held[row] = True
    return data.part(~held), data.part(held)


class Patience:
    def __init__(self, passes):
        self.passes, self.best, self.waited = passes, math.inf, 0

    def gains_no_more(self, loss):
        self.waited = 0 if loss < self.best - GAIN else self.waited + 1
        self.best = min(self.best, loss)
        return self.waited >= self.passes


# ---- Gradient descent ----

def scales(data, o):
    """What columns are centred and scaled by inside: means, and the powers of two next to their spreads."""
    if not o["scaling"]:
        return np.zeros(3), np.ones(3)
    mean = data.w @ data.Z / data.W
    factor = [2.0 ** -round(math.log2(s)) for s in np.sqrt(data.w @ (data.Z - mean) ** 2 / data.W)[1:]]
    return mean * [0, 1, 1], np.array([1.0] + factor)


def fixed_rate(data, rate, momentum, nesterov):
    ahead = np.zeros(data.Z.shape[1])
    own = nesterov and not momentum
    steps = SGDOptimizer([ahead], learning_rate_init=rate, momentum=momentum, nesterov=nesterov)
    theta, before, b = 1.0, ahead.copy(), ahead.copy()
    while True:
        if own:
            last, theta = theta, (1 + math.sqrt(1 + 4 * theta**2)) / 2
            y = b + (last - 1) / theta * (b - before)
            before, b = b, y - rate * data.gradient(y)
        else:
            steps.update_params([ahead], [data.gradient(ahead)])
            b = ahead - momentum * steps.velocities[0] if nesterov else ahead.copy()
        yield b, rate


def backtracking(data, momentum, nesterov):
    b = before = np.zeros(data.Z.shape[1])
    t, theta, grow = 1.0, 1.0, False
    while True:
        m = momentum
        if nesterov and not momentum:
            last, theta = theta, (1 + math.sqrt(1 + 4 * theta**2)) / 2
            m = (last - 1) / theta
        t, grow = (2 * t if grow else t), True
        while True:
            base = b + m * (b - before) if nesterov else b
            g = data.gradient(base)
            following = base - t * g + (0 if nesterov else m * (b - before))
            slope = g @ (following - base)
            falls = slope < 0 and data.loss(following) <= data.loss(base) + slope / 2
            if m > 0 and not (falls and data.loss(following) <= data.loss(b)):
                m, theta = 0, 1.0
            elif falls:
                break
            else:
                t, grow = t / 2, False
        before, b = b, following
        yield b, t


def descend(data, o):
    mean, factor = scales(data, o)
    inside = Data((data.Z - mean) * factor, data.y, data.w)
    if o["learning_rate"]:
        way = fixed_rate(inside, o["learning_rate"], o["momentum"], o["nesterov"])
    else:
        way = backtracking(inside, o["momentum"], o["nesterov"])
    at, step = np.zeros(3), 0
    while True:
        b = at * factor
        b[0] -= mean @ b
        yield b, step, np.abs(inside.gradient(at)).max()
        at, step = next(way)


# ---- Stochastic steps ----

def rate_of(schedule, r, t):
    return {"invscaling": r / t**0.75, "optimal": 1 / (1 / r + t - 1)}.get(schedule, r)


class Optimizer:
    """Steps of scikit-learn's optimizers, in u."""

    def __init__(self, solver, size):
        self.u = np.zeros(size)
        self.adam = solver == "adam"
        self.steps = AdamOptimizer([self.u]) if self.adam else SGDOptimizer([self.u], momentum=0, nesterov=False)

    def move(self, gradient, rate, t):
        self.u[:] = 0
        self.steps.learning_rate = self.steps.learning_rate_init = rate
        if self.adam:
            self.steps.epsilon = 1e-8 * math.sqrt(1 - 0.999**t)
        self.steps.update_params([self.u], [gradient])
        return self.u


class Classifier:
    """Steps of SGDClassifier, from single rows."""

    def __init__(self, b, schedule, rate):
        self.fit = SGDClassifier(loss="log_loss", penalty=None, learning_rate=schedule, power_t=0.75, eta0=rate, alpha=1, average=False)
        self.fit.classes_, self.fit.t_ = np.array([0, 1]), 1.0
        self.fit.coef_, self.fit.intercept_ = b[None, 1:].copy(), b[:1].copy()

    def learn(self, row, weight):
        self.fit.partial_fit(row.Z[:, 1:], row.y, classes=[0, 1], sample_weight=[weight])
        return np.concatenate([self.fit.intercept_, self.fit.coef_[0]])


def near(decrement):
    assert abs(decrement - NEAR) > 1e-3, "rounding would decide"
    return decrement <= NEAR


def stochastic(data, o):
    q, order = data.Z.shape[1], Stream(o["seed"], BATCHES)
    batch = min(o["batch_size"] or 32, data.n)
    r = o["learning_rate"] or {"sgd": 0.5, "adam": 0.05}[o["solver"]]
    b = np.array([math.log(data.w @ data.y / (data.W - data.w @ data.y)), 0, 0])
    M = np.linalg.inv(np.linalg.cholesky(data.information(b))) if o["scaling"] else None
    single = batch == 1 and not o["average"] and M is None and o["solver"] == "sgd"
    average, t, passes, following = b, 0, 0, 1
    who = Classifier(b, o["schedule"], r) if single else Optimizer(o["solver"], q)
    adaptive = Patience(o["n_iter_no_change"])
    mean, factor = scales(data, o)

    def slope(b):
        g = data.gradient(b)
        return np.abs((g - mean * g[0]) * factor).max()

    yield b, 0, slope(b)
    while True:
        rows = order.permutation(data.n)
        for first in range(0, data.n, batch):
            of = data.part(rows[first:first + batch])
            t += 1
            rate = rate_of(o["schedule"], r, t)
            if single:
                b = who.learn(of, of.W * data.n / data.W)
                continue
            g = of.gradient(b) * of.W * data.n / of.n / data.W
            if M is None:
                b = b + who.move(g, rate, t)
            else:
                b = b + math.sqrt(data.W) * M.T @ who.move(math.sqrt(data.W) * M @ g, rate, t)
            average = average + 4 / (t + 3) * (b - average)
        passes += 1
        told = average if o["average"] else b
        yield told, rate_of(o["schedule"], r, t), slope(told)
        if o["schedule"] == "adaptive" and adaptive.gains_no_more(data.loss(told)):
            r, adaptive.waited = r / 5, 0
        if passes < following and (M is None or not near(np.linalg.norm(data.W * M @ data.gradient(told)))):
            continue
        L = np.linalg.cholesky(data.information(told))
        if near(np.linalg.norm(np.linalg.solve(L, data.W * data.gradient(told)))):
            return
        if M is not None and passes >= following:
            M, b, average, t, passes = np.linalg.inv(L), told, told, 0, 0
            who, following = Optimizer(o["solver"], q), 2 * following


DEFAULTS = dict(solver="gd", learning_rate=0, momentum=0, nesterov=0, batch_size=0, schedule="invscaling", average=1, scaling=0,
                validation_fraction=0, early_stopping=0, n_iter_no_change=5, max_iter=6, seed=0, weights=0)


def case(name, data, **options):
    o = {**DEFAULTS, **options}
    print("case", name)
    for key, value in options.items():
        print(key, value)
    weighted = data if o["weights"] else Data(data.Z, data.y, np.ones(data.n))
    share = o["validation_fraction"] or (0.1 if o["early_stopping"] else 0)
    fit, held = split(weighted, share, o["seed"]) if share else (weighted, None)
    patience, least, end = Patience(o["n_iter_no_change"]), (math.inf, None), None
    way = descend(fit, o) if o["solver"] == "gd" else stochastic(fit, o)
    for i, (b, step, gradient) in enumerate(way):
        loss = held.loss(b) if held else math.nan
        print("row", i, *(f"{float(x):.17g}" for x in (fit.loss(b), gradient, step, loss, *b)))
        least = min(least, (loss, i), key=lambda x: x[0])
        if i == least[1]:
            best = b
        if o["early_stopping"] and patience.gains_no_more(loss):
            end = best
            break
        if i == o["max_iter"]:
            break
    if end is not None:
        print("end", *(f"{x:.17g}" for x in end))
    print()


def main():
    with open("tests/reference/data/calibrated.csv") as file:
        rows = list(csv.DictReader(file))
    data = Data(np.array([[1, float(r["x1"]), float(r["x2"])] for r in rows]),
                np.array([float(r["y"] == "yes") for r in rows]), np.array([float(r["w"]) for r in rows]))

    case("gradient descent", data, learning_rate=1.5)
    case("momentum", data, learning_rate=0.8, momentum=0.9, max_iter=12)
    case("Nesterov, fixed momentum", data, learning_rate=0.8, momentum=0.9, nesterov=1, max_iter=12)
    case("Nesterov, his own", data, learning_rate=2, nesterov=1, max_iter=12)
    case("scaled, weighted", data, learning_rate=0.5, momentum=0.5, scaling=1, weights=1)
    case("backtracking", data, max_iter=8)
    case("backtracking, momentum", data, momentum=0.7, scaling=1, max_iter=10)
    case("backtracking, Nesterov", data, nesterov=1, max_iter=10)

    for schedule, rate in (("constant", 0.02), ("invscaling", 0.2), ("optimal", 1)):
        case(f"{schedule}, single rows", data, solver="sgd", schedule=schedule, learning_rate=rate, batch_size=1, average=0, max_iter=3, seed=5)
    case("single rows, weighted", data, solver="sgd", learning_rate=0.05, batch_size=1, average=0, max_iter=2, weights=1, seed=2**52 + 9)
    for solver, rate in (("sgd", 0.3), ("adam", 0.02)):
        for schedule in ("constant", "invscaling", "optimal"):
            case(f"{solver}, {schedule}", data, solver=solver, schedule=schedule, learning_rate=rate, batch_size=16, average=0, max_iter=9)
        case(f"{solver}, adaptive", data, solver=solver, schedule="adaptive", learning_rate=10 * rate, batch_size=8, average=0,
             n_iter_no_change=2, max_iter=20, seed=2)
        case(f"{solver}, averaged", data, solver=solver, learning_rate=rate, batch_size=40, weights=1, max_iter=4, seed=3)
        case(f"{solver}, as it is by default", data, solver=solver, scaling=1, max_iter=30)
        case(f"{solver}, round, small batches", data, solver=solver, scaling=1, batch_size=7, weights=1, schedule="constant", learning_rate=0.004,
             average=0, max_iter=10)

    case("held out", data, learning_rate=1, validation_fraction=0.25, max_iter=4, seed=1, weights=1)
    case("gd stops early", data, learning_rate=1.5, early_stopping=1, n_iter_no_change=3, max_iter=200, validation_fraction=0.2)
    case("sgd stops early", data, solver="sgd", learning_rate=2, batch_size=4, early_stopping=1, n_iter_no_change=3, max_iter=200, average=0,
         schedule="constant", seed=11)
    case("adam stops early", data, solver="adam", learning_rate=0.2, batch_size=4, early_stopping=1, n_iter_no_change=2, max_iter=200, average=0,
         schedule="constant", validation_fraction=0.3, seed=6)


main()
