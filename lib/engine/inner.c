/* Which set of inner loops runs: the widest that the processor, and the system it runs under, know. */
#include "engine/inner.h"

#include <stdbool.h>
#include <string.h>

#if defined __x86_64__
extern const logreg__inner logreg__avx2_inner, logreg__avx512_inner;
#endif

const logreg__inner *logreg__inner_level(size_t i)
{
    const logreg__inner *level[3];
    size_t n = 0;
#if defined __x86_64__
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
        __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
        __builtin_cpu_supports("fma"))
        level[n++] = &logreg__avx512_inner;
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
        level[n++] = &logreg__avx2_inner;
#endif
    level[n++] = &logreg__baseline_inner;
    return i < n ? level[i] : NULL;
}
