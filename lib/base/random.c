#include "base/random.h"

#include <assert.h>
#include <math.h>

#include "base/elementary.h"
#include "base/random_tables.h"

__extension__ typedef unsigned __int128 wide;

void logreg__random_init(logreg__random *random, uint64_t seed, uint64_t stream)
{
    *random = (logreg__random){.key = {seed, stream}, .used = 4};
}

/* Ten rounds of Philox over the counter. */
static void next_block(logreg__random *random)
{
    uint64_t a = random->counter++, b = 0, c = 0, d = 0;
    uint64_t key_0 = random->key[0], key_1 = random->key[1];
    for (int round = 0; round < 10; round++) {
        wide left = (wide)0xD2E7470EE14C6C93 * a, right = (wide)0xCA5A826395121157 * c;
        a = (uint64_t)(right >> 64) ^ b ^ key_0;
        c = (uint64_t)(left >> 64) ^ d ^ key_1;
        b = (uint64_t)right;
        d = (uint64_t)left;
        key_0 += 0x9E3779B97F4A7C15; /* Weyl sequences */
        key_1 += 0xBB67AE8584CAA73B;
    }
    random->word[0] = a;
    random->word[1] = b;
    random->word[2] = c;
    random->word[3] = d;
    random->used = 0;
}

uint64_t logreg__random_bits(logreg__random *random)
{
    if (random->used == 4)
        next_block(random);
    return random->word[random->used++];
}

static double fraction(uint64_t bits)
{
    return (double)(bits >> 11) * 0x1p-53;
}

double logreg__random_uniform(logreg__random *random)
{
    return fraction(logreg__random_bits(random));
}

/* -log of a uniform number in (0, 1]. */
static double exponential(logreg__random *random)
{
    return -logreg__log1p((logreg__dd){-logreg__random_uniform(random), 0}).hi;
}

/* What lies beyond the edge of the last layer: Marsaglia (1964). */
static double tail(logreg__random *random)
{
    double x, y;
    do {
        x = exponential(random) / layer_edge[1];
        y = exponential(random);
    } while (2 * y < x * x);
    return layer_edge[1] + x;
}

/* exp(-x^2 / 2). */
static double density(double x)
{
    int k;
    logreg__dd e = logreg__exp((logreg__dd){-x * x / 2, 0}, &k);
    return logreg__dd_scale(e, k).hi;
}

/* The ziggurat of Marsaglia & Tsang (2000): 256 layers of equal area cover the density; layer, sign and place
 * come from disjoint bits (Doornik 2005). Nearly always the place lies under the density for sure. */
double logreg__random_normal(logreg__random *random)
{
    for (;;) {
        uint64_t bits = logreg__random_bits(random);
        unsigned i = bits & (LAYERS - 1);
        double sign = bits & LAYERS ? -1 : 1;
        double x = fraction(bits) * layer_edge[i];
        if (x < layer_edge[i + 1])
            return sign * x;
        if (i == 0)
            return sign * tail(random);
        double low = layer_height[i], high = layer_height[i + 1];
        if (low + logreg__random_uniform(random) * (high - low) < density(x))
            return sign * x;
    }
}

/* Lemire, "Fast random integer generation in an interval" (2019). */
uint64_t logreg__random_below(logreg__random *random, uint64_t n)
{
    assert(n >= 1);
    wide product = (wide)logreg__random_bits(random) * n;
    if ((uint64_t)product < n) {
        uint64_t surplus = -n % n; /* 2^64 mod n */
        while ((uint64_t)product < surplus)
            product = (wide)logreg__random_bits(random) * n;
    }
    return (uint64_t)(product >> 64);
}

/* Fisher & Yates, from the inside out. */
void logreg__random_permutation(logreg__random *random, size_t *permutation, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        size_t j = logreg__random_below(random, i + 1);
        permutation[i] = permutation[j];
        permutation[j] = i;
    }
}
