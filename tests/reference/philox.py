"""The project's random streams (lib/base/random.h) over NumPy's Philox 4x64-10, for generators that must draw the rows that logreg draws."""
import numpy as np


class Stream:
    def __init__(self, seed, number):
        """NumPy counts up before the first block."""
        self.words = np.random.Philox(counter=2**256 - 1, key=seed + (number << 64))

    def bits(self):
        return int(self.words.random_raw())

    def uniform(self):
        return (self.bits() >> 11) * 2.0**-53

    def below(self, n):
        """Lemire's: the upper word of a random word times n; words whose lower word falls below 2^64 mod n are passed over."""
        while True:
            product = self.bits() * n
            if product % 2**64 >= 2**64 % n:
                return product >> 64

    def permutation(self, n):
        """Fisher & Yates, from the inside out."""
        order = []
        for i in range(n):
            j = self.below(i + 1)
            order.append(i)
            order[i], order[j] = order[j], i
        return order
