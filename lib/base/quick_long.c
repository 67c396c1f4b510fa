#include "base/quick.h"

#ifdef __SSE2__

/* Bytes that are no digits, a bit each; digits are 0 to 9 in a byte. */
static unsigned strange_bytes(__m128i digits)
{
    __m128i fine = _mm_cmpeq_epi8(_mm_subs_epu8(digits, _mm_set1_epi8(9)), _mm_setzero_si128());
    return (unsigned)_mm_movemask_epi8(fine) ^ 0xffff;
}

static __m128i choose(__m128i mask, __m128i there, __m128i elsewhere)
{
    return _mm_or_si128(_mm_and_si128(mask, there), _mm_andnot_si128(mask, elsewhere));
}

bool logreg__number_long(double *value, const char *text, const char *end, char mark)
{
    bool negative = text < end && *text == '-';
    size_t n = (size_t)(end - text) - negative, fraction = 0;
    if (n - 1 >= LOGREG__LONG)
        return false;
    __m128i zero = _mm_set1_epi8('0');
    __m128i low = _mm_loadu_si128((const __m128i *)(end - 16)),
            high = _mm_loadu_si128((const __m128i *)(end - 32));
    low = _mm_and_si128(_mm_sub_epi8(low, zero), logreg__last_bytes(n < 16 ? n : 16));
    high = _mm_and_si128(_mm_sub_epi8(high, zero), logreg__last_bytes(n < 16 ? 0 : n - 16));
    unsigned strange = strange_bytes(low) << 16 | strange_bytes(high);
    if (strange) { /* one byte, the mark: the digits before it move up */
        fraction = 31 - (size_t)__builtin_ctz(strange);
        if ((strange & (strange - 1)) || end[-1 - (ptrdiff_t)fraction] != mark || n == 1)
            return false;
        __m128i moved = _mm_or_si128(_mm_slli_si128(low, 1), _mm_srli_si128(high, 15));
        low = choose(logreg__last_bytes(fraction < 16 ? fraction : 16), low, moved);
        high = choose(logreg__last_bytes(fraction < 16 ? 0 : fraction - 16), high, _mm_slli_si128(high, 1));
    }
    uint64_t top = logreg__sixteen_digits(high);
    if (top > 999) /* 19 digits fit into 64 bits */
        return false;
    double x = logreg__decimal(10000000000000000u * top + logreg__sixteen_digits(low), -(int64_t)fraction);
    *value = negative ? -x : x;
    return true;
}

#else

bool logreg__number_long(double *value, const char *text, const char *end, char mark)
{
    (void)value, (void)text, (void)end, (void)mark;
    return false;
}

#endif
