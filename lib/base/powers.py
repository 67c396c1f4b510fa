#!/usr/bin/env python3
"""Writes powers.c: the powers of five that decimal.c and shortest.c multiply by, in 128 bits.

    python3 lib/base/powers.py > lib/base/powers.c

5^q is written as t 2^s with 2^127 <= t < 2^128. From q = 0 on t is cut off. Below, the power 1 / 5^-q has no end: t is
rounded up while 5^-q fits into 64 bits, so that a quotient without remainder comes out whole; then cut off as well.
"""

SMALLEST, LARGEST = -342, 324  # 10^-342 times 64 bits is below half of the smallest double, 10^324 times that above 1
WHOLE = 27                     # 5^27 < 2^64


def power(q):
    five = 5 ** abs(q)
    if q >= 0:
        spare = five.bit_length() - 128
        return five >> spare if spare > 0 else five << -spare
    t = (1 << (five.bit_length() + 127)) // five
    return t + 1 if -q <= WHOLE else t


def main():
    print("/* Written by powers.py. */")
    print('#include "base/powers.h"')
    print()
    print("const uint64_t logreg__power[LOGREG__POWER_LARGEST - LOGREG__POWER_SMALLEST + 1][2] = {")
    for q in range(SMALLEST, LARGEST + 1):
        t = power(q)
        assert t >> 127 == 1
        print(f"    {{0x{t >> 64:016x}, 0x{t & (1 << 64) - 1:016x}}}, /* 5^{q} */")
    print("};")


if __name__ == "__main__":
    main()
