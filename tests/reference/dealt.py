"""Folds as logreg deals them (lib/model/held/fold_rows.c), a splitter for scikit-learn."""
import numpy as np
from sklearn.model_selection import BaseCrossValidator

from philox import Stream

STREAM = 107 << 32
OUTER = 1 << 20  # the repeat that outer folds are


def by_classes(y, folds, stream):
    """Rows of one class after the other, in random order, each deal going on where the one before ended."""
    fold = np.empty(len(y), int)
    order = np.array(stream.permutation(len(y)))
    dealt = np.concatenate([order[y[order] == k] for k in np.unique(y)])
    fold[dealt] = np.arange(len(y)) % folds
    return fold


def by_groups(group, folds, stream):
    """Groups in random order, each to the fold that has the fewest rows."""
    fold, load = np.empty(len(group), int), np.zeros(folds, int)
    values = np.unique(group)
    for g in stream.permutation(len(values)):
        to = load.argmin()
        fold[group == values[g]] = to
        load[to] += np.sum(group == values[g])
    return fold


class Dealt(BaseCrossValidator):
    def __init__(self, folds, seed=0, repeat=0):
        self.folds, self.seed, self.repeat = folds, seed, repeat

    def get_n_splits(self, X=None, y=None, groups=None):
        return self.folds

    def deal(self, y, groups=None):
        stream = Stream(self.seed, STREAM + self.repeat)
        return by_classes(np.asarray(y), self.folds, stream) if groups is None else by_groups(np.asarray(groups), self.folds, stream)

    def _iter_test_masks(self, X, y=None, groups=None):
        fold = self.deal(y, groups)
        for f in range(self.folds):
            yield fold == f
