/* Integers times powers of ten, as doubles. */
#ifndef LOGREG_BASE_DECIMAL_H
#define LOGREG_BASE_DECIMAL_H

#include <stdint.h>
#include <string.h>

/* w 10^q, correctly rounded; infinity where it is too large. */
double logreg__decimal(uint64_t w, int64_t q);

/* 10^k for 0 <= k <= LOGREG__TEN_EXACT, all of them doubles. */
enum { LOGREG__TEN_EXACT = 22 };
extern const double logreg__ten[LOGREG__TEN_EXACT + 1];

/* The eight bytes at text, the first lowest. */
static inline uint64_t logreg__bytes8(const char *text)
{
    uint64_t bytes;
    memcpy(&bytes, text, sizeof bytes);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    bytes = __builtin_bswap64(bytes);
#endif
    return bytes;
}

/* Which of eight bytes are above 9: the top bit of each that is. */
static inline uint64_t logreg__above_nine(uint64_t bytes)
{
    const uint64_t top = 0x8080808080808080u;
    return (((bytes & ~top) + 0x7676767676767676u) | bytes) & top;
}

/* The number with eight digits, each 0 to 9 in a byte, the first lowest: pairs, fours, then all. */
static inline uint64_t logreg__eight_digits(uint64_t digits)
{
    digits = 10 * digits + (digits >> 8);
    uint64_t low = (digits & 0x000000ff000000ffu) * (100 + (UINT64_C(1000000) << 32));
    uint64_t high = (digits >> 16 & 0x000000ff000000ffu) * (1 + (UINT64_C(10000) << 32));
    return (low + high) >> 32;
}

#endif
