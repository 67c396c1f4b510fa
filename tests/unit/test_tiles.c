/* The information by the matrix unit against plain loops; nothing is compared where this machine has none. */
#include "harness.h"

#include <math.h>
#include <stdlib.h>

#include "data/frame.h"
#include "engine/inner.h"
#include "engine/tiles.h"

/* Of each of two numbers a part of 8 bits leaves 2^-9, two leave 2^-17, and single precision rounds the sums: of the sum of absolute
 * products together less than this. */
#define TOL_ONE 0x1.1p-8
#define TOL_TWO 0x1p-15

enum { MOST = 100, UNTOUCHED = 12345 };

static void compare(size_t n, size_t rows, double scale, size_t parts)
{
    size_t ldh = n + 3;
    double *Z = calloc(MOST * LOGREG__BLOCK_ROWS, sizeof *Z), *s = calloc(LOGREG__BLOCK_ROWS, sizeof *s);
    double *plain = calloc(ldh * (n + 1), sizeof *plain), *fast = calloc(ldh * (n + 1), sizeof *fast),
           *size = calloc(ldh * (n + 1), sizeof *size),
           *absolute = calloc(MOST * LOGREG__BLOCK_ROWS, sizeof *Z);
    double *scaled = calloc(LOGREG__SCALED_COLUMNS * LOGREG__BLOCK_ROWS, sizeof *scaled);
    double *room = aligned_alloc(64, (logreg__tiles_room(n) + 8) * sizeof *room);
    for (size_t i = 0; i < MOST * LOGREG__BLOCK_ROWS; i++) {
        Z[i] = scale * sin((double)(i + 7 * n + 1) * 12.9898);
        absolute[i] = fabs(Z[i]);
    }
    for (size_t r = 0; r < LOGREG__BLOCK_ROWS; r++)
        s[r] = 0.25 * cos((double)r); /* those of pairs of classes have both signs */
    for (size_t i = 0; i < ldh * (n + 1); i++)
        plain[i] = fast[i] = UNTOUCHED;
    for (size_t j = 0; j < n; j++)
        for (size_t i = j; i < n; i++)
            plain[j * ldh + i] = fast[j * ldh + i] = (double)i;
    logreg__inner_reference.information(plain, ldh, Z, rows, n, s, scaled, NULL, 0);
    logreg__tiles_information(fast, ldh, Z, rows, n, s, room, parts);
    for (size_t r = 0; r < LOGREG__BLOCK_ROWS; r++)
        s[r] = fabs(s[r]);
    logreg__inner_reference.information(size, ldh, absolute, rows, n, s, scaled, NULL, 0);
    for (size_t i = 0; i < ldh * (n + 1); i++)
        CU_ASSERT_TRUE(near_abs(fast[i], plain[i], (parts == 1 ? TOL_ONE : TOL_TWO) * size[i]));
    free(Z);
    free(s);
    free(plain);
    free(fast);
    free(size);
    free(absolute);
    free(scaled);
    free(room);
}

static void shapes(void)
{
    static const size_t columns[] = {0, 1, 2, 15, 16, 17, 31, 32, 33, 47, 48, 50, 64, 65, 99, MOST},
                        rows[] = {8, 24, 32, 40, 248, 256};
    if (!logreg__tiles_there())
        return;
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        for (size_t k = 0; k < sizeof rows / sizeof *rows; k++)
            for (size_t parts = 1; parts <= 2; parts++)
                compare(columns[i], rows[k], 1 + (double)i, parts);
}

const test_case tests[] = {
    {"every shape as plain loops have it", shapes},
    {NULL, NULL},
};
