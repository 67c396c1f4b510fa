#include "text/hash.h"

static uint32_t turn(uint32_t x, int by)
{
    return x << by | x >> (32 - by);
}

static uint32_t stir(uint32_t k)
{
    return turn(k * UINT32_C(0xcc9e2d51), 15) * UINT32_C(0x1b873593);
}

uint32_t logreg__hash_word(const char *word, size_t n)
{
    const unsigned char *b = (const unsigned char *)word;
    uint32_t h = 0, rest = 0;
    size_t i = 0;
    for (; i + 4 <= n; i += 4) {
        uint32_t k = b[i] | (uint32_t)b[i + 1] << 8 | (uint32_t)b[i + 2] << 16 | (uint32_t)b[i + 3] << 24;
        h = turn(h ^ stir(k), 13) * 5 + UINT32_C(0xe6546b64);
    }
    for (size_t j = n; j > i; j--)
        rest = rest << 8 | b[j - 1];
    h ^= stir(rest) ^ (uint32_t)n;
    h = (h ^ h >> 16) * UINT32_C(0x85ebca6b);
    h = (h ^ h >> 13) * UINT32_C(0xc2b2ae35);
    return h ^ h >> 16;
}
