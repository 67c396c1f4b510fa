#!/usr/bin/python3
"""Writes elementary_tables.h: constants and tables of exp and log in two doubles, rounded from 200 bits."""
from mpmath import mp, mpf, floor, log

mp.prec = 200


def head(x, bits):
    """x cut to so many bits after the point."""
    return float(floor(x * 2**bits) / mpf(2) ** bits)


def pair(x):
    hi = float(x)
    return hi, float(x - mpf(hi))


def row(*values):
    return "    {" + ", ".join(v.hex() for v in values) + "},"


STEPS = 32  # of exp's table in a factor of two
FIRST, LAST = 44, 88  # log's table: mantissas from FIRST / 64 up to LAST / 64

step = log(2) / STEPS
print("/* Written by elementary_tables.py. */")
print(f"#define EXP_STEPS {STEPS}")
print(f"#define EXP_STEPS_PER_UNIT {float(1 / step).hex()}")
# n step_hi is exact for |n| < 2^17
print(f"#define EXP_STEP_HI {head(step, 41).hex()}")
print(f"#define EXP_STEP_LO {float(step - head(step, 41)).hex()}")
print(f"#define LOG_FIRST {FIRST}")
# k ln2_hi is exact for |k| < 2^11
print(f"#define LN2_HI {head(log(2), 41).hex()}")
print(f"#define LN2_LO {float(log(2) - head(log(2), 41)).hex()}")

print("\n/* 2^(i / EXP_STEPS) in two doubles. */")
print("static const double exp_table[EXP_STEPS][2] = {")
for i in range(STEPS):
    print(row(*pair(mpf(2) ** (mpf(i) / STEPS))))
print("};")

print("\n/* For mantissas m in [i, i + 1) / 64: c near 1 / m in nine bits, and -log(c) in two doubles. */")
print(f"static const double log_table[{LAST - FIRST}][3] = {{")
for i in range(FIRST, LAST):
    c = float(floor(mpf(64) / (i + mpf(1) / 2) * 256 + mpf(1) / 2) / 256)
    print(row(c, *pair(-log(mpf(c)))))
print("};")
