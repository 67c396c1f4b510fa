/* Vectors of doubles, as wide as the level of kernels that a file is compiled for: see lib/engine/meson.build. Nothing here or in
 * the files that include it may be called on a machine that lacks the level, so all is static or named by AT_LEVEL. */
#ifndef LOGREG_ENGINE_VECTOR_H
#define LOGREG_ENGINE_VECTOR_H

#include <stddef.h>
#include <stdint.h>

#if LOGREG__WIDTH > 2
#include <immintrin.h>
#endif

/* LOGREG__LEVEL is baseline, avx2 or avx512; LOGREG__WIDTH counts the doubles of a vector: 2, 4, 8. */
#define LOGREG__JOIN(level, name) logreg__##level##_##name
#define LOGREG__JOIN_VALUES(level, name) LOGREG__JOIN(level, name)
#define AT_LEVEL(name) LOGREG__JOIN_VALUES(LOGREG__LEVEL, name)

#define WIDTH LOGREG__WIDTH

/* Before a loop of a number of turns that the compiler knows: its vectors stay in registers only if no loop is left. Clang unrolls loops with
 * a count so late that they do not. */
#define PRAGMA(text) _Pragma(#text)
#ifdef __clang__
#define UNROLL(turns) PRAGMA(clang loop unroll(full))
#else
#define UNROLL(turns) PRAGMA(GCC unroll turns)
#endif

#define INLINE static inline __attribute__((always_inline))

typedef double vec __attribute__((vector_size(8 * WIDTH)));
typedef uint64_t uvec __attribute__((vector_size(8 * WIDTH)));
typedef int64_t ivec __attribute__((vector_size(8 * WIDTH)));
typedef double vec_anywhere __attribute__((vector_size(8 * WIDTH), aligned(8), may_alias));

INLINE vec load(const double *x)
{
    return *(const vec_anywhere *)x;
}

INLINE void store(double *x, vec v)
{
    *(vec_anywhere *)x = v;
}

/* x in every lane. */
INLINE vec all(double x)
{
    return x - (vec){0};
}

/* a b + c, rounded once but at the baseline. */
INLINE vec madd(vec a, vec b, vec c)
{
#if WIDTH == 8
    return (vec)_mm512_fmadd_pd((__m512d)a, (__m512d)b, (__m512d)c);
#elif WIDTH == 4
    return (vec)_mm256_fmadd_pd((__m256d)a, (__m256d)b, (__m256d)c);
#else
    return a * b + c;
#endif
}

/* Lane by lane: a < b ? yes : no. */
INLINE vec pick_less(vec a, vec b, vec yes, vec no)
{
#if WIDTH == 8
    return (vec)_mm512_mask_blend_pd(_mm512_cmp_pd_mask((__m512d)a, (__m512d)b, _CMP_LT_OQ), (__m512d)no,
                                     (__m512d)yes);
#elif WIDTH == 4
    return (vec)_mm256_blendv_pd((__m256d)no, (__m256d)yes, (__m256d)(a < b));
#else
    ivec mask = a < b;
    return (vec)((mask & (ivec)yes) | (~mask & (ivec)no));
#endif
}

/* Lane by lane: a < b ? a : b; b where either is NaN. */
INLINE vec smaller(vec a, vec b)
{
#if WIDTH == 8
    return (vec)_mm512_min_pd((__m512d)a, (__m512d)b);
#elif WIDTH == 4
    return (vec)_mm256_min_pd((__m256d)a, (__m256d)b);
#else
    return pick_less(a, b, a, b);
#endif
}

/* Lane by lane: b < a ? a : b; b where either is NaN. */
INLINE vec larger(vec a, vec b)
{
#if WIDTH == 8
    return (vec)_mm512_max_pd((__m512d)a, (__m512d)b);
#elif WIDTH == 4
    return (vec)_mm256_max_pd((__m256d)a, (__m256d)b);
#else
    return pick_less(b, a, a, b);
#endif
}

/* -|x| */
INLINE vec with_sign_set(vec x)
{
    return (vec)((ivec)x | (ivec)all(-0.0));
}

#define SHUFFLE(a, b, ...) __builtin_shufflevector(a, b, __VA_ARGS__)

/* [sum of v_0, sum of v_1, ..]: the lanes of WIDTH vectors, each added up in pairs. */
INLINE vec add_across(const vec v[WIDTH])
{
#if WIDTH == 8
    vec t[4], u[2];
    UNROLL(8)
    for (int i = 0; i < 4; i++)
        t[i] = SHUFFLE(v[2 * i], v[2 * i + 1], 0, 8, 2, 10, 4, 12, 6, 14) +
               SHUFFLE(v[2 * i], v[2 * i + 1], 1, 9, 3, 11, 5, 13, 7, 15);
    UNROLL(8)
    for (int i = 0; i < 2; i++)
        u[i] = SHUFFLE(t[2 * i], t[2 * i + 1], 0, 1, 8, 9, 4, 5, 12, 13) +
               SHUFFLE(t[2 * i], t[2 * i + 1], 2, 3, 10, 11, 6, 7, 14, 15);
    return SHUFFLE(u[0], u[1], 0, 1, 2, 3, 8, 9, 10, 11) + SHUFFLE(u[0], u[1], 4, 5, 6, 7, 12, 13, 14, 15);
#elif WIDTH == 4
    vec a = SHUFFLE(v[0], v[1], 0, 4, 2, 6) + SHUFFLE(v[0], v[1], 1, 5, 3, 7);
    vec b = SHUFFLE(v[2], v[3], 0, 4, 2, 6) + SHUFFLE(v[2], v[3], 1, 5, 3, 7);
    return SHUFFLE(a, b, 0, 1, 4, 5) + SHUFFLE(a, b, 2, 3, 6, 7);
#else
    return SHUFFLE(v[0], v[1], 0, 2) + SHUFFLE(v[0], v[1], 1, 3);
#endif
}

/* Columns become rows: lane j of the i-th is lane i of the j-th before. */
INLINE void transpose(vec v[WIDTH])
{
    vec t[WIDTH];
    UNROLL(8)
    for (int i = 0; i < WIDTH; i += 2) {
#if WIDTH == 8
        t[i] = SHUFFLE(v[i], v[i + 1], 0, 8, 2, 10, 4, 12, 6, 14);
        t[i + 1] = SHUFFLE(v[i], v[i + 1], 1, 9, 3, 11, 5, 13, 7, 15);
#elif WIDTH == 4
        t[i] = SHUFFLE(v[i], v[i + 1], 0, 4, 2, 6);
        t[i + 1] = SHUFFLE(v[i], v[i + 1], 1, 5, 3, 7);
#else
        t[i] = SHUFFLE(v[i], v[i + 1], 0, 2);
        t[i + 1] = SHUFFLE(v[i], v[i + 1], 1, 3);
#endif
    }
#if WIDTH == 8
    vec u[8];
    UNROLL(8)
    for (int i = 0; i < 8; i += 4) {
        UNROLL(8)
        for (int j = 0; j < 2; j++) {
            u[i + j] = SHUFFLE(t[i + j], t[i + j + 2], 0, 1, 8, 9, 4, 5, 12, 13);
            u[i + j + 2] = SHUFFLE(t[i + j], t[i + j + 2], 2, 3, 10, 11, 6, 7, 14, 15);
        }
    }
    UNROLL(8)
    for (int i = 0; i < 4; i++) {
        v[i] = SHUFFLE(u[i], u[i + 4], 0, 1, 2, 3, 8, 9, 10, 11);
        v[i + 4] = SHUFFLE(u[i], u[i + 4], 4, 5, 6, 7, 12, 13, 14, 15);
    }
#elif WIDTH == 4
    UNROLL(8)
    for (int i = 0; i < 2; i++) {
        v[i] = SHUFFLE(t[i], t[i + 2], 0, 1, 4, 5);
        v[i + 2] = SHUFFLE(t[i], t[i + 2], 2, 3, 6, 7);
    }
#else
    v[0] = t[0];
    v[1] = t[1];
#endif
}

/* The lanes of one vector, added up as above. */
INLINE double add_lanes(vec v)
{
    vec only[WIDTH] = {v};
    return add_across(only)[0];
}

#endif
