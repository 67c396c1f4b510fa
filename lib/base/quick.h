/* The numbers that most cells hold: an optional minus, then up to 16 bytes of digits with at most one mark among them. No
 * branch depends on how long they are. */
#ifndef LOGREG_BASE_QUICK_H
#define LOGREG_BASE_QUICK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/decimal.h"

/* Bytes before the end of a number that must be readable, whatever they are. */
enum { LOGREG__QUICK = 16, LOGREG__LONG = 32 };

/* As logreg__number_quick, below, for up to 32 bytes with digits behind leading zeros up to 19: what prints every digit of a double. 32
 * bytes before the end must be readable. (quick_long.c) */
bool logreg__number_long(double *value, const char *text, const char *end, char mark);

#ifdef __SSE2__
#include <emmintrin.h>

/* Bytes 0 .. 15 - n of 16 are 0, the last n are 255. */
static inline __m128i logreg__last_bytes(size_t n)
{
    static const unsigned char window[2 * LOGREG__QUICK] = {[16] = 255, 255, 255, 255, 255, 255, 255, 255,
                                                            255,        255, 255, 255, 255, 255, 255, 255};
    return _mm_loadu_si128((const __m128i *)(window + n));
}

/* The number that 16 digits make, each 0 to 9 in a byte. */
static inline uint64_t logreg__sixteen_digits(__m128i digits)
{
    __m128i tens = _mm_mullo_epi16(_mm_and_si128(digits, _mm_set1_epi16(0xff)), _mm_set1_epi16(10));
    __m128i twos = _mm_add_epi16(tens, _mm_srli_epi16(digits, 8));
    __m128i fours = _mm_madd_epi16(twos, _mm_set1_epi32(100 + (1 << 16)));
    __m128i eights = _mm_madd_epi16(_mm_packs_epi32(fours, fours), _mm_set1_epi32(10000 + (1 << 16)));
    uint64_t halves = (uint64_t)_mm_cvtsi128_si64(eights);
    return 100000000 * (halves & 0xffffffff) + (halves >> 32);
}

/* Reads text .. end, correctly rounded. False: it is another number, or none; logreg__number_parse knows. */
static inline bool logreg__number_quick(double *value, const char *text, const char *end, char mark)
{
    bool negative = text < end && *text == '-';
    size_t n = (size_t)(end - text) - negative, fraction = 0;
    if (n - 1 >= LOGREG__QUICK)
        return false;
    __m128i bytes = _mm_loadu_si128((const __m128i *)(end - LOGREG__QUICK));
    __m128i digits = _mm_and_si128(_mm_sub_epi8(bytes, _mm_set1_epi8('0')), logreg__last_bytes(n));
    __m128i fine = _mm_cmpeq_epi8(_mm_subs_epu8(digits, _mm_set1_epi8(9)), _mm_setzero_si128());
    unsigned strange = (unsigned)_mm_movemask_epi8(fine) ^ 0xffff;
    if (strange) { /* one byte, the mark: the digits before it move up */
        fraction = 15 - (size_t)__builtin_ctz(strange);
        if ((strange & (strange - 1)) || end[-1 - (ptrdiff_t)fraction] != mark || n == 1)
            return false;
        __m128i behind = logreg__last_bytes(fraction);
        digits =
            _mm_or_si128(_mm_and_si128(behind, digits), _mm_andnot_si128(behind, _mm_slli_si128(digits, 1)));
    }
    uint64_t w = logreg__sixteen_digits(digits), bits;
    if (w >> 53)
        return false;
    double x = (double)w / logreg__ten[fraction];
    memcpy(&bits, &x, sizeof bits);
    bits |= (uint64_t)negative << 63;
    memcpy(value, &bits, sizeof bits);
    return true;
}

#else

static inline bool logreg__number_quick(double *value, const char *text, const char *end, char mark)
{
    (void)value, (void)text, (void)end, (void)mark;
    return false;
}

#endif

#endif
