#!/usr/bin/python3
"""Writes vector_tables.h's polynomials: minimax approximations by Remez exchange in 60 digits, coefficients rounded to doubles."""
from mpmath import mp, mpf, atanh, cos, exp, log, lu_solve, matrix, pi, sqrt

mp.dps = 60


def remez(wanted, weight, basis, low, high):
    """Coefficients c that make the largest |weight (sum_k c_k basis_k - wanted)| on [low, high] least, and that error."""
    n = len(basis)
    points = [(low + high) / 2 - (high - low) / 2 * cos(pi * i / n) for i in range(n + 1)]
    for _ in range(12):
        A, y = matrix(n + 1, n + 1), matrix(n + 1, 1)
        for i, x in enumerate(points):
            for k in range(n):
                A[i, k] = basis[k](x)
            A[i, n] = (-1) ** i / weight(x)
            y[i] = wanted(x)
        c = lu_solve(A, y)
        grid = [(low + high) / 2 - (high - low) / 2 * cos(pi * i / 2000) for i in range(2001)]
        error = [weight(x) * (sum(c[k] * basis[k](x) for k in range(n)) - wanted(x)) for x in grid]
        extremes = []
        for x, e in zip(grid, error):
            if extremes and (e > 0) == (extremes[-1][1] > 0):
                if abs(e) > abs(extremes[-1][1]):
                    extremes[-1] = (x, e)
            else:
                extremes.append((x, e))
        points = [x for x, _ in extremes]
        if len(points) != n + 1:
            raise ValueError(f"{len(points)} extremes for {n} coefficients")
    return [c[k] for k in range(n)], max(abs(e) for e in error)


def show(name, what, coefficients, error):
    print(f"\n/* {what}; relative error 2^{float(log(error, 2)):.1f} or less before rounding. */")
    print(f"static const double {name}[] = {{")
    print("\n".join(f"    {float(c).hex()}," for c in coefficients))
    print("};")


def power(k):
    return lambda x: x**k


print("/* Written by vector_tables.py. */")
head = int(log(2) * 2**41) / mpf(2) ** 41
print("/* k LN2_HI is exact for |k| < 2^11. */")
print(f"#define LN2_HI {float(head).hex()}")
print(f"#define LN2_LO {float(log(2) - head).hex()}")
print(f"#define LOG2_E {float(1 / log(2)).hex()}")

# (exp(r) - 1 - r) / r^2, a little beyond |r| = log(2) / 2.
edge = log(2) / 2 * (1 + mpf(2) ** -40)


def behind_line(r):
    return (exp(r) - 1 - r) / r**2 if abs(r) > mpf(10) ** -20 else mpf(1) / 2 + r / 6


show("exp_terms", "exp(r) = 1 + r + r^2 sum_k c_k r^k, |r| <= log(2) / 2",
     *remez(behind_line, lambda r: (r**2 + edge**2 / 9) * exp(-r), [power(k) for k in range(10)], -edge, edge))


# (2 atanh(s) / s - 2) / z in z = s^2 <= 1/25.
def behind_two(z):
    s = sqrt(z)
    return (2 * atanh(s) / s - 2) / z if z > mpf(10) ** -20 else mpf(2) / 3 + 2 * z / 5


show("log_terms", "2 atanh(s) = 2 s + s^3 sum_k c_k s^(2 k), s^2 <= 1/25",
     *remez(behind_two, lambda z: (z + mpf(1) / 225) / 2, [power(k) for k in range(8)], mpf(0), mpf(1) / 25))
