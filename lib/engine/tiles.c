#include "engine/tiles.h"

#if defined __x86_64__ && defined __linux__

#include <cpuid.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Leave to use the unit's registers, from <asm/prctl.h> of Linux 5.16; the processor's manual numbers that part of the state 18. */
#define REQUEST_PERMISSION 0x1023
#define TILE_DATA 18

/* Leaf 7 of cpuid, the Intel manual's table 3-8: tiles of bfloat16, and vectors that turn doubles into it. */
static bool processor_has_tiles(void)
{
    unsigned a, b, c, d;
    if (!__get_cpuid_count(7, 0, &a, &b, &c, &d) || !(d & 1u << 22) || !(d & 1u << 24))
        return false;
    if (!__get_cpuid_count(7, 1, &a, &b, &c, &d) || !(a & 1u << 5))
        return false;
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
           __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl");
}

bool logreg__tiles_there(void)
{
    return processor_has_tiles() && syscall(SYS_arch_prctl, REQUEST_PERMISSION, TILE_DATA) == 0;
}

#else

bool logreg__tiles_there(void)
{
    return false;
}

size_t logreg__tiles_room(size_t n)
{
    (void)n;
    return 0;
}

void logreg__tiles_information(double *H, size_t ldh, const double *Z, size_t rows, size_t n, const double *s,
                               double *room, size_t parts)
{
    (void)H, (void)ldh, (void)Z, (void)rows, (void)n, (void)s, (void)room, (void)parts;
}

#endif
