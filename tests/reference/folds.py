#!/usr/bin/python3
"""Folds of tests/reference/data/path.csv as logreg is to deal them, for folds.R to cross-validate on and for folds.txt.

    python3 tests/reference/folds.py > tests/reference/folds.txt      (in the root of the project)

Lines of a case: `case NAME`, `target`, `penalty`, `l1_ratio`, `folds`, `repeats`, `seed`, `group` where rows go by one, `class_weight` where there are such, then for each repeat `fold` with that of each row.
"""
import csv

import numpy as np

from dealt import Dealt

with open("tests/reference/data/path.csv") as file:
    data = list(csv.DictReader(file))


def case(name, target, penalty, l1_ratio, folds, repeats=1, seed=0, group=None, class_weight=None):
    print(f"case {name}\ntarget {target}\npenalty {penalty}\nl1_ratio {l1_ratio:g}\nfolds {folds}\nrepeats {repeats}\nseed {seed}")
    if group:
        print("group", group)
    if class_weight:
        print("class_weight", class_weight)
    y = np.array([r[target] for r in data])
    of = np.array([float(r[group]) for r in data]) if group else None
    for repeat in range(repeats):
        print("fold", *Dealt(folds, seed, repeat).deal(y, of))
    print()


case("each class dealt out", "y", "l1", 1, 7)
case("three classes, repeated", "z", "elasticnet", 0.5, 4, repeats=2, seed=9)
case("repeated", "y", "l2", 0, 10, repeats=3, seed=2**40 + 1)
case("groups", "y", "l1", 1, 3, seed=4, group="g")
case("groups, repeated", "y", "elasticnet", 0.3, 4, repeats=3, seed=5, group="g")
case("class weights", "y", "l1", 1, 5, seed=6, class_weight="0=1,1=4")
case("class weights, balanced, of three", "z", "elasticnet", 0.5, 5, seed=7, class_weight="balanced")
