/* The inner loops of the kernels, over one block. They are what a faster machine replaces: inner.c is the tuned set,
 * inner_reference.c says the same in the plainest way, and the tests hold the two against each other.
 *
 * Shapes: rows <= BLOCK_ROWS; Z holds n_dense columns, ldz = BLOCK_ROWS apart; vectors have one entry a row.
 */
#ifndef LOGREG_ENGINE_INNER_H
#define LOGREG_ENGINE_INNER_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
    const char *name;

    /* eta += Z b */
    void (*predictor)(double *eta, const double *Z, size_t rows, size_t n_dense, const double *b);

    /* For rows with linear predictor eta, outcome y in [0, 1] and prior weight w: residual w (mu - y), curvature
     * w mu (1 - mu); returns sum w loss. */
    double (*link)(double *residual, double *curvature, const double *eta, const double *y, const double *w,
                   size_t rows);

    /* g += Z' r */
    void (*gradient)(double *g, const double *Z, size_t rows, size_t n_dense, const double *r);

    /* H += Z' diag(s) Z, the lower triangle of a column-major matrix, ldh apart; `scaled` is room for a column. */
    void (*information)(double *H, size_t ldh, const double *Z, size_t rows, size_t n_dense, const double *s,
                        double *scaled);

    /* eta_r += value_r b[code_r], value NULL: 1; NO_COLUMN adds nothing */
    void (*gather)(double *eta, const uint32_t *code, const double *value, size_t rows, const double *b);

    /* g[code_r] += value_r r_r */
    void (*scatter)(double *g, const uint32_t *code, const double *value, size_t rows, const double *r);
} logreg__inner;

extern const logreg__inner logreg__inner_tuned;
extern const logreg__inner logreg__inner_reference;

#endif
