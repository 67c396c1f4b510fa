/* How far a row moves the coefficients, by one step of Newton's method without it: equation (82). */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "diagnostics/diagnosis.h"
#include "engine/dense.h"
#include "engine/kernels.h"

/* The places of the n_top largest distances, the largest first; equal ones in the order of the rows. */
static void choose(logreg_diagnostics *d, size_t n_top)
{
    for (size_t i = 0; i < d->n_rows; i++) {
        double cook = d->row[i].cook;
        if (!(d->row[i].observations > 0) || isnan(cook))
            continue;
        if (d->n_top == n_top && (n_top == 0 || cook <= d->row[d->top[n_top - 1]].cook))
            continue;
        size_t at = d->n_top < n_top ? d->n_top++ : n_top - 1;
        for (; at > 0 && d->row[d->top[at - 1]].cook < cook; at--)
            d->top[at] = d->top[at - 1];
        d->top[at] = i;
    }
}

bool logreg__diagnose_top(logreg_diagnostics *d, size_t n_top, size_t n_coefficients)
{
    n_top = n_top < d->n_rows ? n_top : d->n_rows;
    d->n_coefficients = n_coefficients;
    d->top = logreg__new(n_top, sizeof *d->top);
    d->dfbeta = logreg__new_raw(n_top, n_coefficients * sizeof *d->dfbeta);
    bool ok = d->top && d->dfbeta;
    if (ok)
        choose(d, n_top);
    return ok;
}

bool logreg__row_room_init(logreg__row_room *room, const logreg_study *s)
{
    room->B = logreg__new_lines(s->problem->design->p * LOGREG__BLOCK_ROWS);
    return logreg__block_room_init(&room->block, s->problem) && room->B;
}

void logreg__row_room_clear(logreg__row_room *room)
{
    logreg__block_room_clear(&room->block);
    free(room->B);
}

void logreg__row_of(double *z, const logreg_study *s, size_t i, logreg__row_room *room)
{
    const logreg__problem *p = s->problem;
    logreg__walk walk = {.problem = p};
    double ones[LOGREG__BLOCK_ROWS];
    for (size_t r = 0; r < LOGREG__BLOCK_ROWS; r++)
        ones[r] = 1;
    size_t n = p->design->n, block = i / LOGREG__BLOCK_ROWS;
    logreg__block_show(&walk, &room->block, block, n / LOGREG__BLOCK_ROWS + (n % LOGREG__BLOCK_ROWS != 0));
    logreg__walk_expand(room->B, &walk, ones);
    for (size_t j = 0; j < p->design->p; j++)
        z[j] = room->B[j * LOGREG__BLOCK_ROWS + i % LOGREG__BLOCK_ROWS];
}

/* Coefficients with the row less those without it, in standard errors. */
static void move(double *dfbeta, double *z, const logreg_study *s, const logreg_row_diagnostic *row,
                 double trials, const double *V)
{
    size_t q = s->problem->q;
    double residual = trials * (row->outcome - row->fitted);
    logreg__cholesky_solve(s->at->L, q, z);
    for (size_t j = 0; j < q; j++)
        z[j] *= residual / (1 - row->leverage);
    logreg__problem_beta(s->problem, z, z);
    for (size_t j = 0; j < s->model->p; j++)
        dfbeta[j] = NAN;
    for (size_t j = 0; j < q; j++)
        dfbeta[logreg__study_coefficient(s, j)] = z[j] / sqrt(V[j * q + j]);
}

logreg_status logreg__diagnose_moves(logreg_diagnostics *d, const logreg_study *s, size_t n_top,
                                     const double *V, logreg_error *err)
{
    double *z = logreg__new_raw(s->problem->q, sizeof *z);
    logreg__row_room room;
    bool ok = logreg__row_room_init(&room, s) && z && logreg__diagnose_top(d, n_top, s->model->p);
    for (size_t t = 0; ok && t < d->n_top; t++) {
        const logreg_row_diagnostic *row = &d->row[d->top[t]];
        const logreg__column *trials = s->response->trials;
        logreg__row_of(z, s, d->top[t], &room);
        move(d->dfbeta + t * s->model->p, z, s, row, trials ? logreg__column_number(trials, row->row) : 1, V);
    }
    logreg__row_room_clear(&room);
    free(z);
    return ok ? LOGREG_OK : logreg__fail_memory(err);
}
