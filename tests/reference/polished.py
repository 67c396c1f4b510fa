"""scikit-learn's LogisticRegression, whose coefficients have six digits or so, gone on with by Newton's method to the last one: of the coefficients that are not 0, until the conditions of a minimum hold."""
import warnings

import numpy as np
from scipy.special import softmax
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression

warnings.simplefilter("ignore", ConvergenceWarning)


class Polished(LogisticRegression):
    def fit(self, X, y, sample_weight=None):
        super().fit(X, y, sample_weight)
        w = np.ones(len(y)) if sample_weight is None else sample_weight
        two = len(self.classes_) == 2
        B = np.column_stack([self.intercept_, self.coef_])
        B[:, 1:][np.abs(B[:, 1:]) < 1e-6] *= self.penalty not in ("l1", "elasticnet")
        Z = np.column_stack([np.ones(len(X)), X])
        Y = (y[:, None] == self.classes_).astype(float)[:, 1 if two else 0:]
        alpha = {"l1": 1.0, "elasticnet": self.l1_ratio}.get(self.penalty, 0.0)
        C = np.inf if self.penalty in (None, "none") else self.C
        B = self.descend(B, Z, Y, w, alpha, C, two)
        self.intercept_, self.coef_ = B[:, 0].copy(), B[:, 1:].copy()
        return self

    @staticmethod
    def descend(B, Z, Y, w, alpha, C, two):
        k, c = B.shape
        sized = np.tile(np.arange(c) > 0, k) / C
        ridge, crease = (1 - alpha) * sized, alpha * sized
        b = B.ravel()
        active = (b != 0) | (crease == 0)
        sign = np.sign(b)
        for _ in range(20):
            eta = Z @ b.reshape(k, c).T
            P = softmax(np.column_stack([np.zeros(len(Z)), eta]), axis=1)[:, 1:] if two else softmax(eta, axis=1)
            g = (Z.T @ (w[:, None] * (P - Y))).T.ravel() + ridge * b
            S = w[:, None, None] * (P[:, :, None] * np.eye(k) - P[:, :, None] * P[:, None, :])
            H = np.einsum("nab,ni,nj->aibj", S, Z, Z).reshape(k * c, k * c) + np.diag(ridge)
            full = g + crease * sign
            b = b.copy()
            b[active] -= np.linalg.lstsq(H[np.ix_(active, active)], full[active], rcond=1e-13)[0]
        assert np.abs(full[active]).max() < 1e-10 * max(1, w.sum()), np.abs(full[active]).max()
        assert (np.abs(g) <= crease)[~active].all(), "a column that should be in is out"
        assert (sign * b >= 0)[active & (crease > 0)].all(), "a column that should be out is in"
        return b.reshape(k, c)
