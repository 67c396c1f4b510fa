/* The confusion matrix: rows of each class, and what was said of them. */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "figures/kinds/evaluated.h"
#include "report/page/figure.h"
#include "report/summary/summary.h"

/* Classes that there is room for, and columns of their names. */
enum { CLASSES_MOST = 12, NAME_ROOM = 14 };

/* Shares from which on letters in a cell are white, where that is read more easily than ink: the contrast of both is 4.1 there. */
#define DARK 0.87

typedef struct {
    const logreg_evaluation *e;
    size_t K;
    double
        share[CLASSES_MOST * CLASSES_MOST]; /* of the class's rows; the lowest row first, as images have it */
} plot;

static void write_words(logreg_figure *f, const logreg__order *order, const plot *p)
{
    char number[LOGREG__FIGURE_SIZE];
    logreg__page *text = &f->sentences;
    double right = 0;
    for (size_t k = 0; k < p->K; k++)
        right += p->e->confusion[k * p->K + k];
    logreg__page_add(&f->title, "What was said of each class of ");
    logreg__page_name(&f->title, logreg__target_name(order->model), 20);
    logreg__page_format(text, "Accuracy = %s%%",
                        logreg__figure_fixed(number, 100 * right / p->e->n_obs, 1, text->sign));
    logreg__write_rows(text, order, p->e->n_used, p->e->n_obs);
    logreg__page_add(text, " Shaded by the share of the class's rows");
    if (p->K == 2)
        logreg__page_format(text, "; from a probability of %s on the event is said",
                            logreg__figure_plain(number, p->e->threshold, 3, text->sign));
    logreg__page_add(text, ".");
}

static void add_axes(logreg_figure *f, const logreg__order *order, size_t K)
{
    double at[CLASSES_MOST], down[CLASSES_MOST];
    char *name[CLASSES_MOST];
    for (size_t k = 0; k < K; k++) {
        at[k] = (double)k + 0.5;
        down[k] = (double)(K - k) - 0.5;
        name[k] = logreg__figure_short(f, logreg_model_class(order->model, k), NAME_ROOM);
    }
    logreg_figure_axis axis = {
        .high = (double)K, .ticks = LOGREG_TICKS_LIST, .n = K, .text = (const char *const *)name};
    if (!f->failed) {
        axis.label = "Said";
        axis.at = at;
        logreg_figure_set_axis(f, 'x', &axis);
        axis.label = "True class";
        axis.at = down;
        logreg_figure_set_axis(f, 'y', &axis);
    }
    for (size_t k = 0; k < K; k++)
        free(name[k]);
}

/* "39 of class malignant were taken for benign." */
static void say_cell(logreg_figure *f, const logreg__order *order, const char *count, size_t i, size_t j)
{
    logreg__page said;
    logreg__page_start_like(&said, &f->title);
    logreg__page_format(&said, "%s of class ", count);
    logreg__page_name(&said, logreg_model_class(order->model, i), LOGREG__NAME_ROOM);
    logreg__page_add(&said, " were taken for ");
    logreg__page_name(&said, logreg_model_class(order->model, j), LOGREG__NAME_ROOM);
    logreg__page_add(&said, ".");
    logreg__figure_say(f, &said);
}

static void add_cell(logreg_figure *f, const logreg__order *order, const plot *p, size_t i, size_t j)
{
    char number[LOGREG__FIGURE_SIZE];
    double count = p->e->confusion[i * p->K + j], share = p->share[(p->K - 1 - i) * p->K + j];
    double x = (double)j + 0.5, y = (double)(p->K - i) - 0.5;
    const logreg_mark look = {.colour = share > DARK ? LOGREG_WHITE
                                        : count > 0  ? LOGREG_INK
                                                     : LOGREG_PALE,
                              .bold = i == j,
                              .size = p->K < 6 ? 1.5 : 1,
                              .up = p->K < 6 ? 0.5 : 0};
    logreg_figure_label(f, x, y, logreg__figure_plain(number, count, 6, f->title.sign), &look);
    if (count > 0)
        say_cell(f, order, number, i, j);
    if (p->K >= 6 || isnan(share))
        return;
    char percent[LOGREG__FIGURE_SIZE + 2];
    snprintf(percent, sizeof percent, "%s%%", logreg__figure_fixed(number, 100 * share, 1, f->title.sign));
    logreg_figure_label(f, x, y, percent, &(logreg_mark){.colour = look.colour, .up = -0.9});
}

logreg_status logreg__build_confusion(logreg_figure *f, const logreg__order *order, logreg_error *err)
{
    plot p = {.K = logreg_model_classes(order->model)};
    logreg_evaluation *e = NULL;
    if (p.K > CLASSES_MOST)
        return logreg__fail(err, LOGREG_EINVAL,
                            "there is room for the counts of %d classes, and the model has %zu", CLASSES_MOST,
                            p.K);
    logreg_status status = logreg_evaluate(
        &e, order->model, order->frame,
        &(logreg_evaluation_options){
            .threshold = order->options->threshold, .beta = 2, .top_k = 2, .n_bins = 10, .conf_level = 0.95},
        err);
    if (status != LOGREG_OK)
        return status;
    p.e = e;
    for (size_t i = 0; i < p.K; i++) {
        double sum = 0;
        for (size_t j = 0; j < p.K; j++)
            sum += e->confusion[i * p.K + j];
        for (size_t j = 0; j < p.K; j++)
            p.share[(p.K - 1 - i) * p.K + j] = e->confusion[i * p.K + j] / sum;
    }
    logreg_figure_size(f, 1200, 1200);
    logreg_figure_square(f);
    write_words(f, order, &p);
    add_axes(f, order, p.K);
    logreg_figure_image(f, p.share, p.K, p.K, 0, 0, (double)p.K, (double)p.K, 1, false);
    for (size_t i = 0; i < p.K; i++)
        for (size_t j = 0; j < p.K; j++)
            add_cell(f, order, &p, i, j);
    logreg_evaluation_free(e);
    return LOGREG_OK;
}
