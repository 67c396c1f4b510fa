/* Losses on rows held out along a path of penalties, with one standard error. */
#include <ctype.h>
#include <math.h>
#include <stdio.h>

#include "base/error.h"
#include "base/memory.h"
#include "figures/kinds/penalties.h"
#include "report/page/figure.h"
#include "report/summary/summary.h"

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

/* The measure at the ends and at the two marks, for who cannot see them. */
static void say_values(logreg_figure *f, const logreg_path *p, size_t first, size_t last)
{
    const size_t marks[] = {first, p->best_1se, p->best, last};
    size_t place[4], n = 0;
    char value[LOGREG__FIGURE_SIZE], error[LOGREG__FIGURE_SIZE], lambda[LOGREG__FIGURE_SIZE];
    logreg__page said;
    logreg__page_start_like(&said, &f->title);
    for (int k = 0; k < 4; k++)
        if (n == 0 || marks[k] != place[n - 1])
            place[n++] = marks[k];
    for (size_t k = 0; k < n; k++)
        logreg__page_format(&said, "%s %s (standard error %s) at lambda %s",
                            k == 0       ? "It is"
                            : k + 1 == n ? " and"
                                         : ",",
                            logreg__figure_digits(value, p->cv_measure[place[k]], 3, said.sign),
                            logreg__figure_digits(error, p->cv_measure_error[place[k]], 2, said.sign),
                            logreg__figure_digits(lambda, p->lambda[place[k]], 2, said.sign));
    logreg__page_add(&said, ".");
    logreg__figure_say(f, &said);
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
    size_t n = 0, first = p->n, last = 0; /* strengths at which the measure has a value */
    for (size_t i = 0; i < p->n; i++) {
        if (isnan(p->cv_measure[i]))
            continue;
        first = first < i ? first : i;
        last = i;
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
    say_values(f, p, first, last);
    logreg__penalty_axes(f, p, least, most, axis);
    logreg_figure_band(f, x, low, high, n, &(logreg_mark){0});
    logreg_figure_line(f, x, y, n, &(logreg_mark){.size = 2.4});
    if (n == 1) /* which no band shows */
        logreg_figure_segments(f, x, low, x, high, 1, &(logreg_mark){.size = 2.4});
    logreg_figure_points(f, x, y, n, &(logreg_mark){.size = n == 1 ? 1.4 : 0.5});
    free(x);
    return LOGREG_OK;
}
