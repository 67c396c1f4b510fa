#!/usr/bin/python3
"""Writes random_tables.h: the ziggurat's layers over exp(-x^2 / 2), from 200 bits.

The base strip, with the tail, and every layer above it have the same area v. The edges follow from the last one, r:
x_1 = r, f(x_{i+1}) = f(x_i) + v / x_i; r is right when the topmost layer ends at f(0) = 1.
"""
from mpmath import erfc, exp, findroot, log, mp, mpf, pi, sqrt

mp.prec = 200
LAYERS = 256


def f(x):
    return exp(-x * x / 2)


def area(r):
    return r * f(r) + sqrt(pi / 2) * erfc(r / sqrt(mpf(2)))


def edges(r):
    v = area(r)
    x = [v / f(r), r]
    while len(x) < LAYERS:
        x.append(sqrt(-2 * log(f(x[-1]) + v / x[-1])))
    return x


def gap(r):
    last = edges(r)[-1]
    return (f(last) + area(r) / last - 1).real


X = edges(findroot(gap, (mpf("3.6541528"), mpf("3.6541530")), solver="secant", tol=1e-45)) + [mpf(0)]
assert all(a > b for a, b in zip(X, X[1:]))


def table(name, values):
    print(f"\nstatic const double {name}[LAYERS + 1] = {{")
    for i in range(0, LAYERS + 1, 4):
        print("    " + ", ".join(float(v).hex() for v in values[i : i + 4]) + ",")
    print("};")


if __name__ == "__main__":
    print("/* Written by random_tables.py. */")
    print(f"#define LAYERS {LAYERS}")
    print("\n/* Right ends of the layers, from the base strip upwards, and the density there. */", end="")
    table("layer_edge", X)
    table("layer_height", [f(v) for v in X])
