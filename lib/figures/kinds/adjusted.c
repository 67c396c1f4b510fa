#include "figures/kinds/adjusted.h"

#include <math.h>

#include <logreg/special.h>

#include "base/error.h"
#include "base/memory.h"

/* Rows that are predicted at once. */
enum { CHUNK = 4096 };

/* Sums over a group's rows. */
typedef struct {
    double weight, fitted, curve;
} sums;

typedef struct {
    const logreg__groups *groups;
    const logreg__observed *observed;
    const logreg__subject *subject;
    size_t level;
    double *P; /* [CHUNK x 2] fitted probabilities of rows */
    double *x; /* [CHUNK] of those that are in a group, */
    double *weight, *fitted;
    sums *sum; /* [groups->n] */
} work;

bool logreg__others_stand(const logreg__subject *s)
{
    bool stand = logreg_model_offset(s->model);
    for (size_t i = 0; i < logreg_model_variables(s->model); i++)
        stand = stand || logreg__subject_holds(s, i);
    return stand;
}

/* Rows first .. first + n - 1. */
static logreg_status add_chunk(const work *w, size_t first, size_t n, logreg_error *err)
{
    gsl_matrix_view P = gsl_matrix_view_array(w->P, n, 2);
    logreg__grid grid = {0};
    size_t used = 0;
    logreg_status status =
        logreg_predict_proba_rows(w->subject->model, w->observed->frame, first, &P.matrix, err);
    for (size_t i = 0; status == LOGREG_OK && i < n; i++) {
        logreg__observation row;
        if (!logreg__observed_row(&row, w->observed, first + i) || !(row.weight > 0) ||
            row.level != w->level || isnan(w->P[2 * i + 1]))
            continue;
        w->x[used] = row.x;
        w->weight[used] = row.weight;
        w->fitted[used++] = w->P[2 * i + 1];
    }
    if (status == LOGREG_OK && used)
        status = logreg__grid_along(&grid, w->subject->model, w->subject->variable, w->x, used,
                                    w->subject->stand, w->subject->n_stands, w->subject->offset, NAN, err);
    for (size_t i = 0; status == LOGREG_OK && i < used; i++) {
        size_t g = 0;
        while (g + 1 < w->groups->n && w->x[i] > w->groups->group[g].last)
            g++;
        w->sum[g].weight += w->weight[i];
        w->sum[g].fitted += w->weight[i] * w->fitted[i];
        w->sum[g].curve += w->weight[i] * grid.P[2 * i + 1];
    }
    logreg__grid_free(&grid);
    return status;
}

static double log_odds(double p)
{
    return log(p) - log1p(-p);
}

static void move(logreg__group *group, const sums *s)
{
    double by = log_odds(s->curve / s->weight) - log_odds(s->fitted / s->weight);
    if (!isfinite(by)) /* no row of it, or separated */
        return;
    group->share = logreg_sigmoid(log_odds(group->share) + by);
    group->low = logreg_sigmoid(log_odds(group->low) + by);
    group->high = logreg_sigmoid(log_odds(group->high) + by);
}

logreg_status logreg__groups_adjust(bool *moved, logreg__groups *groups, const logreg__observed *observed,
                                    size_t level, const logreg__subject *subject, logreg_error *err)
{
    size_t n = logreg_frame_rows(observed->frame), room = n < CHUNK ? n : CHUNK;
    work w = {.groups = groups, .observed = observed, .subject = subject, .level = level};
    w.P = logreg__new(room + 1, 5 * sizeof *w.P);
    w.sum = logreg__new(groups->n + 1, sizeof *w.sum);
    logreg_status status = w.P && w.sum ? LOGREG_OK : logreg__fail_memory(err);
    if (status == LOGREG_OK) {
        w.x = w.P + 2 * room;
        w.weight = w.x + room;
        w.fitted = w.weight + room;
    }
    for (size_t first = 0; status == LOGREG_OK && first < n; first += room)
        status = add_chunk(&w, first, n - first < room ? n - first : room, err);
    for (size_t g = 0; status == LOGREG_OK && g < groups->n; g++)
        move(&groups->group[g], &w.sum[g]);
    free(w.P);
    free(w.sum);
    *moved = status == LOGREG_OK;
    return status == LOGREG_EDATA ? LOGREG_OK : status;
}
