#include "base/quick_four.h"

#include "base/quick.h"

#ifdef __x86_64__
#include <immintrin.h>

#define AVX512 __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx512cd,bmi,bmi2")))

bool logreg__four_able(void)
{
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
           __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
           __builtin_cpu_supports("avx512cd") && __builtin_cpu_supports("bmi") &&
           __builtin_cpu_supports("bmi2");
}

AVX512 static inline __m512i load_ends(const char *text, const uint32_t *end)
{
    __m128i cell[4];
    for (int k = 0; k < 4; k++)
        cell[k] = _mm_loadu_si128((const __m128i *)(text + end[k] - LOGREG__QUICK));
    __m512i all = _mm512_inserti32x4(_mm512_castsi128_si512(cell[0]), cell[1], 1);
    return _mm512_inserti32x4(_mm512_inserti32x4(all, cell[2], 2), cell[3], 3);
}

/* As in quick.h; each cell in a lane of 16 bytes, its digits 0 to 9. */
AVX512 static inline __m512i sixteen_digits(__m512i digits)
{
    __m512i twos = _mm512_maddubs_epi16(digits, _mm512_set1_epi16(10 + (1 << 8)));
    __m512i fours = _mm512_madd_epi16(twos, _mm512_set1_epi32(100 + (1 << 16)));
    __m512i eights =
        _mm512_madd_epi16(_mm512_packus_epi32(fours, fours), _mm512_set1_epi32(10000 + (1 << 16)));
    return _mm512_add_epi64(_mm512_mul_epu32(eights, _mm512_set1_epi64(100000000)),
                            _mm512_srli_epi64(eights, 32));
}

/* 10^k for each bit 15 - k of 16; 1 where there is none. */
AVX512 static inline __m256d tens(__m128i marks)
{
    __m128i zeros = _mm_lzcnt_epi32(_mm_cvtepu16_epi32(marks)); /* k + 16, or 32: in four bits k, or 0 */
    __m512i k = _mm512_castsi256_si512(_mm256_cvtepu32_epi64(zeros));
    __m512d low = _mm512_loadu_pd(logreg__ten), high = _mm512_loadu_pd(logreg__ten + 8);
    return _mm512_castpd512_pd256(_mm512_permutex2var_pd(low, k, high));
}

AVX512 bool logreg__number_four(double value[4], const char *text, const uint32_t *end, char mark)
{
    uint64_t mask = 0; /* of each cell's bytes, which stand at the end of 16 */
    size_t over = 0;
    unsigned signs = 0;
    for (int k = 0; k < 4; k++) {
        const char *begin = text + (uint32_t)(end[k - 1] + 1);
        unsigned negative = *begin == '-';
        size_t n = (size_t)(text + end[k] - begin) - negative;
        mask |= (uint64_t)(uint16_t)(0xffff0000u >> (n & 31)) << 16 * k;
        over |= n - 1;
        signs |= negative << k;
    }
    __m512i bytes = load_ends(text, end);
    __m512i digits = _mm512_maskz_sub_epi8(mask, bytes, _mm512_set1_epi8('0'));
    uint64_t strange = _mm512_cmpgt_epu8_mask(digits, _mm512_set1_epi8(9));
    uint64_t marked = _mm512_mask_cmpeq_epi8_mask(mask, bytes, _mm512_set1_epi8(mark));

    /* One strange byte a cell, the mark, and not that alone; the digits before it move up. */
    __m128i at = _mm_cvtsi64_si128((long long)strange);
    __m128i lone = _mm_cmpeq_epi16(at, _mm_cvtsi64_si128((long long)mask));
    __m128i second = _mm_and_si128(at, _mm_add_epi16(at, _mm_set1_epi16(-1)));
    __m128i none = _mm_cmpeq_epi16(at, _mm_setzero_si128());
    __m128i behind = _mm_or_si128(_mm_sub_epi16(_mm_setzero_si128(), _mm_add_epi16(at, at)), none);
    uint64_t bad = (uint64_t)_mm_cvtsi128_si64(_mm_or_si128(lone, second)) | (strange & ~marked);
    digits =
        _mm512_mask_blend_epi8((uint64_t)_mm_cvtsi128_si64(behind), _mm512_bslli_epi128(digits, 1), digits);

    __m512i w = sixteen_digits(digits);
    bool large = _mm512_test_epi64_mask(w, _mm512_set1_epi64((long long)(~UINT64_C(0) << 53)));
    if (bad || large || over >= LOGREG__QUICK)
        return false;
    __m256d x = _mm256_cvtepu64_pd(_mm512_castsi512_si256(_mm512_maskz_compress_epi64(0x55, w)));
    x = _mm256_div_pd(x, tens(at));
    _mm256_storeu_pd(value, _mm256_mask_xor_pd(x, (__mmask8)signs, x, _mm256_set1_pd(-0.0)));
    return true;
}

#else

bool logreg__four_able(void)
{
    return false;
}

bool logreg__number_four(double value[4], const char *text, const uint32_t *end, char mark)
{
    (void)value, (void)text, (void)end, (void)mark;
    return false;
}

#endif
