#!/usr/bin/python3
"""Writes streams.h: words of Philox 4x64-10 from NumPy for keys (seed, stream), and the ziggurat's normals over them,
worked out here in 200 bits. The seeds of the last rows are the first whose draws reach a layer's edge and the tail."""
import sys
from pathlib import Path

import numpy as np
from mpmath import mpf, exp, log

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "lib" / "base"))
from random_tables import LAYERS, X  # noqa: E402

WORDS, NORMALS = 10, 8
LAST = 2**64 - 1
EDGE = [mpf(float(x)) for x in X]


def philox(seed, stream):
    """NumPy counts up before the first block."""
    return np.random.Philox(counter=2**256 - 1, key=seed + (stream << 64))


def normals(generator, n):
    """n normals, and the rare paths that they took."""
    paths = set()

    def word():
        return int(generator.random_raw())

    def uniform(bits):
        return mpf(bits >> 11) / 2**53

    def one():
        while True:
            bits = word()
            i = bits % LAYERS
            sign = -1 if bits & LAYERS else 1
            x = uniform(bits) * EDGE[i]
            if x < EDGE[i + 1]:
                return sign * x
            if i == 0:
                paths.add("tail")
                while True:
                    a = -log(1 - uniform(word())) / EDGE[1]
                    b = -log(1 - uniform(word()))
                    if 2 * b >= a * a:
                        return sign * (EDGE[1] + a)
            paths.add("edge")
            low, high = exp(-X[i] ** 2 / 2), exp(-X[i + 1] ** 2 / 2)
            if low + uniform(word()) * (high - low) < exp(-x * x / 2):
                return sign * x

    return [float(one()) for _ in range(n)], paths


def first_with(path):
    return next(s for s in range(10**6) if path in normals(philox(s, 3), NORMALS)[1])


print("/* Written by streams.py. */")
print(f"static const struct {{\n    uint64_t seed, stream, word[{WORDS}];\n    double normal[{NORMALS}];")
print("} streams_reference[] = {")
keys = [(0, 0), (0, 1), (1, 0), (2**63 + 12345, 2**40), (LAST, LAST), (first_with("edge"), 3), (first_with("tail"), 3)]
for seed, stream in keys:
    words = philox(seed, stream).random_raw(WORDS)
    values, _ = normals(philox(seed, stream), NORMALS)
    print(f"    {{{seed}u, {stream}u, {{" + ", ".join(f"0x{int(w):016x}" for w in words) + "}, {")
    print("    " + ", ".join(v.hex() for v in values) + "}},")
print("};")
