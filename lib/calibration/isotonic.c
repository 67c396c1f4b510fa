/* Pooling adjacent violators: rows by their scores are the first steps; a step that does not stand above the one before becomes one with it, at their mean, until all rise. */
#include "base/error.h"
#include "base/memory.h"
#include "calibration/calibrator.h"

typedef struct {
    double score, w, wy;
} row;

typedef struct {
    double low, high; /* its outermost scores */
    double w, wy;
} step;

static int by_score(const void *a, const void *b)
{
    double x = ((const row *)a)->score, y = ((const row *)b)->score;
    return (x > y) - (x < y);
}

/* The rows of positive weight by their scores; how many. */
static size_t sort(row *r, const double *y, const double *score, const double *w, size_t n)
{
    size_t kept = 0;
    for (size_t i = 0; i < n; i++) {
        double wi = w ? w[i] : 1;
        if (wi > 0)
            r[kept++] = (row){score[i], wi, wi * y[i]};
    }
    qsort(r, kept, sizeof *r, by_score);
    return kept;
}

/* The steps of rows by their scores; how many. Those of one score are one from the start. */
static size_t pool(step *s, const row *r, size_t n)
{
    size_t steps = 0;
    for (size_t i = 0; i < n;) {
        step next = {r[i].score, r[i].score, 0, 0};
        for (; i < n && r[i].score == next.low; i++) {
            next.w += r[i].w;
            next.wy += r[i].wy;
        }
        while (steps && s[steps - 1].wy * next.w >= next.wy * s[steps - 1].w) {
            steps--;
            next = (step){s[steps].low, next.high, s[steps].w + next.w, s[steps].wy + next.wy};
        }
        s[steps++] = next;
    }
    return steps;
}

/* The two ends of each step, or its one score. */
static logreg_status keep_corners(logreg_calibrator *c, const step *s, size_t steps, logreg_error *err)
{
    size_t n = 0;
    for (size_t i = 0; i < steps; i++)
        n += 1 + (s[i].low < s[i].high);
    c->score = logreg__new_raw(n, sizeof *c->score);
    c->p = logreg__new_raw(n, sizeof *c->p);
    if (!c->score || !c->p)
        return logreg__fail_memory(err);
    for (size_t i = 0; i < steps; i++) {
        double p = s[i].wy < s[i].w ? s[i].wy / s[i].w : 1; /* sums of shares may round past 1 */
        c->score[c->n] = s[i].low;
        c->p[c->n++] = p;
        if (s[i].low < s[i].high) {
            c->score[c->n] = s[i].high;
            c->p[c->n++] = p;
        }
    }
    return LOGREG_OK;
}

logreg_status logreg__isotonic_learn(logreg_calibrator *c, const double *y, const double *score,
                                     const double *w, size_t n, logreg_error *err)
{
    row *r = logreg__new_raw(n, sizeof *r);
    step *s = logreg__new_raw(n, sizeof *s);
    logreg_status status =
        r && s ? keep_corners(c, s, pool(s, r, sort(r, y, score, w, n)), err) : logreg__fail_memory(err);
    free(r);
    free(s);
    return status;
}
