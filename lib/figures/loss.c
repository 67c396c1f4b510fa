/* Losses on rows held out along a path of penalties, with one standard error. */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "figures/penalties.h"
#include "report/figure.h"

static void write_words(logreg_figure *f, const logreg_path *p)
{
    char text[LOGREG__FIGURE_SIZE];
    logreg__page *page = &f->sentences;
    logreg__page_add(&f->title, "How well each penalty predicts rows held out");
    logreg__page_format(page, "Mean log loss of %zu folds with one standard error. ", p->folds);
    logreg__page_format(page, "The least is at lambda %s with %zu columns",
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
    double *x = logreg__new(p->n, 3 * sizeof *x);
    if (!x)
        return logreg__fail_memory(err);
    double *low = x + p->n, *high = low + p->n, least = INFINITY, most = -INFINITY;
    for (size_t i = 0; i < p->n; i++) {
        x[i] = logreg__penalty_x(p, i);
        low[i] = p->cv_log_loss[i] - p->cv_error[i];
        high[i] = p->cv_log_loss[i] + p->cv_error[i];
        least = fmin(least, low[i]);
        most = fmax(most, high[i]);
    }
    write_words(f, p);
    logreg__penalty_axes(f, p, least, most, "Log loss, held out");
    logreg_figure_band(f, x, low, high, p->n, &(logreg_mark){0});
    logreg_figure_line(f, x, p->cv_log_loss, p->n, &(logreg_mark){.size = 2.4});
    logreg_figure_points(f, x, p->cv_log_loss, p->n, &(logreg_mark){.size = 0.5});
    free(x);
    return LOGREG_OK;
}
