/* Losses on rows held out along a path of penalties, with one standard error. */
#include <ctype.h>
#include <math.h>
#include <stdio.h>

#include "base/error.h"
#include "base/memory.h"
#include "figures/penalties.h"
#include "report/figure.h"
#include "report/summary.h"

static void write_words(logreg_figure *f, const logreg_path *p)
{
    char text[LOGREG__FIGURE_SIZE];
    logreg__page *page = &f->sentences;
    logreg__page_add(&f->title, "How well each penalty predicts rows held out");
    logreg__page_format(page, "Mean %s of %zu folds with one standard error. ",
                        logreg__measure_words(p->measure), p->folds);
    logreg__page_format(page, "The %s is at lambda %s with %zu columns", p->measure->loss ? "least" : "best",
                        logreg__figure_digits(text, p->lambda[p->best], 3, page->sign),
                        p->n_nonzero[p->best]);
    logreg__page_format(page, "; within a standard error, the most penalty is %s with %zu.",
                        logreg__figure_digits(text, p->lambda[p->best_1se], 3, page->sign),
                        p->n_nonzero[p->best_1se]);
}

logreg_status logreg__build_loss(logreg_figure *f, const logreg__order *order, logreg_error *err)
{
    const logreg_path *p = order->source->path;
    if (!p->folds)
        return logreg__fail(
            err, LOGREG_EINVAL,
            "a picture of losses on rows held out needs cross-validation, and this path has none");
    double *x = logreg__new(p->n, 4 * sizeof *x);
    if (!x)
        return logreg__fail_memory(err);
    double *y = x + p->n, *low = y + p->n, *high = low + p->n, least = INFINITY, most = -INFINITY;
    size_t n = 0; /* strengths at which the measure has a value */
    for (size_t i = 0; i < p->n; i++) {
        if (isnan(p->cv_measure[i]))
            continue;
        x[n] = logreg__penalty_x(p, i);
        y[n] = p->cv_measure[i];
        low[n] = y[n] - p->cv_measure_error[i];
        high[n] = y[n] + p->cv_measure_error[i];
        least = fmin(least, low[n]);
        most = fmax(most, high[n]);
        n++;
    }
    const char *words = logreg__measure_words(p->measure);
    char axis[80];
    snprintf(axis, sizeof axis, "%c%s, held out", toupper((unsigned char)words[0]), words + 1);
    write_words(f, p);
    logreg__penalty_axes(f, p, least, most, axis);
    logreg_figure_band(f, x, low, high, n, &(logreg_mark){0});
    logreg_figure_line(f, x, y, n, &(logreg_mark){.size = 2.4});
    logreg_figure_points(f, x, y, n, &(logreg_mark){.size = 0.5});
    free(x);
    return LOGREG_OK;
}
