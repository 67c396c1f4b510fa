#include "csv/plain/plain.h"

/* Which of 64 bytes are what: a bit each, the first lowest. */
typedef struct {
    uint64_t delimiter, feed, carriage, quote;
} marks;

#ifdef __SSE2__
#include <emmintrin.h>

static uint64_t mask_of(const __m128i block[4], char c)
{
    __m128i sought = _mm_set1_epi8(c);
    uint64_t mask = 0;
    for (int k = 3; k >= 0; k--)
        mask = mask << 16 | (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(block[k], sought));
    return mask;
}

static marks find_marks(const char *text, char delimiter)
{
    __m128i block[4];
    for (int k = 0; k < 4; k++)
        block[k] = _mm_loadu_si128((const __m128i *)text + k);
    return (marks){mask_of(block, delimiter), mask_of(block, '\n'), mask_of(block, '\r'),
                   mask_of(block, '"')};
}

#else

static marks find_marks(const char *text, char delimiter)
{
    marks m = {0};
    for (int k = 0; k < 64; k++) {
        m.delimiter |= (uint64_t)(text[k] == delimiter) << k;
        m.feed |= (uint64_t)(text[k] == '\n') << k;
        m.carriage |= (uint64_t)(text[k] == '\r') << k;
        m.quote |= (uint64_t)(text[k] == '"') << k;
    }
    return m;
}

#endif

/* The lowest `count` < 64 bits. */
static uint64_t lowest(size_t count)
{
    return (UINT64_C(1) << count) - 1;
}

/* Bit i: is the number of bits set in 0 .. i odd? */
static uint64_t parity_up_to(uint64_t bits)
{
    for (int by = 1; by < 64; by *= 2)
        bits ^= bits << by;
    return bits;
}

void logreg__index_more(logreg__index *x, size_t want, char delimiter)
{
    uint32_t *to = x->end + x->n_ends, *enough = x->end + want;
    while (to < enough && x->seen < x->n && !x->odd) {
        const char *text = x->text + x->seen;
        size_t count = x->n - x->seen < 64 ? x->n - x->seen : 64;
        marks m = find_marks(text, delimiter);
        uint64_t ends = m.delimiter | m.feed;
        uint64_t odd = m.carriage & ~(m.feed >> 1 | (uint64_t)(text[64] == '\n') << 63);
        if (m.quote || x->inside) {
            uint64_t inside = parity_up_to(m.quote) ^ (x->inside ? UINT64_MAX : 0);
            odd |= inside & m.feed;
            ends &= ~inside;
            x->inside = inside >> 63;
        }
        if (count < 64) {
            ends &= lowest(count);
            odd &= lowest(count);
        }
        if (odd) {
            count = (size_t)__builtin_ctzll(odd);
            ends &= lowest(count);
            x->odd = true;
        }
        for (; ends; ends &= ends - 1)
            *to++ = (uint32_t)(x->seen + (size_t)__builtin_ctzll(ends));
        x->seen += count;
    }
    x->n_ends = (size_t)(to - x->end);
}

size_t logreg__count_lines(const char *text, size_t n)
{
    size_t lines = 0;
    for (size_t i = 0; i < n;) {
        unsigned char few = 0; /* a byte counts as far as this, and vectors of bytes count fast */
        size_t end = n - i < 255 ? n : i + 255;
        for (; i < end; i++)
            few = (unsigned char)(few + (text[i] == '\n'));
        lines += few;
    }
    return lines;
}
