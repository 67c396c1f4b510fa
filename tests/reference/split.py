"""Sizes of classes in the two parts of a split, by scikit-learn's train_test_split(stratify=): split.py > split.h

Where remainders are equal scikit-learn draws lots; such cases are left out. So are those that it refuses: a class of one
row, a part that cannot hold every class."""
import numpy as np
from sklearn.model_selection import train_test_split

rng = np.random.default_rng(5)


def sizes(rows, test_size, seed):
    y = np.repeat(np.arange(len(rows)), rows)
    train, test = train_test_split(y, test_size=test_size, stratify=y, random_state=seed)
    count = lambda part: np.bincount(part, minlength=len(rows))
    return tuple(count(train)), tuple(count(test))


cases = []
while len(cases) < 60:
    K = int(rng.integers(1, 7))
    rows = tuple(int(r) for r in rng.integers(2, rng.choice([8, 40, 400]), K))
    test_size = float(rng.choice([0.1, 0.2, 0.25, 0.3, 1 / 3, 0.5, 0.75]))
    if rng.random() < 0.3:
        test_size = int(rng.integers(K, max(K + 1, sum(rows) - K)))
    try:
        drawn = {sizes(rows, test_size, seed) for seed in range(12)}
    except ValueError:
        continue
    train, test = drawn.pop()
    if not drawn and min(train) > 0:
        cases.append((rows, test_size, train))

print("/* Made by split.py: {rows of each class}, test size, {rows of each to train on}. */")
print("static const struct {\n    size_t n, rows[6];\n    double test_size;\n    size_t train[6];\n} split_sizes[] = {")
for rows, test_size, train in cases:
    print("    {%d, {%s}, %r, {%s}}," % (len(rows), ", ".join(map(str, rows)), test_size, ", ".join(map(str, train))))
print("};")
