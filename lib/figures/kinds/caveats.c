#include "figures/kinds/caveats.h"

#include "model/model.h"
#include "report/page/figure.h"

static void write_class_weights(logreg__page *page, const logreg_model *m)
{
    if (logreg_model_class_weighted(m))
        logreg__page_add(page, " The fit weighs classes, and so does not aim at their shares.");
}

void logreg__write_moved(logreg__page *page, const logreg_model *m, bool others, bool moved)
{
    if (others)
        logreg__page_add(page,
                         moved ? " Shares are moved, by the model's log-odds, to where the other variables "
                                 "stand."
                               : " Shares are of all rows, wherever their other variables stand.");
    write_class_weights(page, m);
}

void logreg__write_unadjusted(logreg__page *page, const logreg_model *m, size_t shown)
{
    if (logreg_model_variables(m) > shown)
        logreg__page_add(
            page,
            " Shares are of rows as they are, what is fitted of rows alike in all else: they may lie apart.");
    write_class_weights(page, m);
}

void logreg__write_products(logreg__page *page, const logreg_model *m)
{
    bool product = false, spline = false;
    for (size_t t = 0; t < m->terms->n_terms; t++) {
        const logreg__term *term = &m->terms->term[t];
        product = product || term->n > 1;
        for (size_t i = 0; i < term->n; i++) {
            const logreg__made *made = m->terms->variable[term->variable[i]].made;
            spline = spline || (made && made->basis.kind);
        }
    }
    if (product)
        logreg__page_add(page, " Of what is in products (a:b) a ratio is that where the others are 0 or at "
                               "their reference level, and "
                               "that of a product a ratio of such ratios.");
    if (spline)
        logreg__page_add(page, " Columns that make up one curve together say nothing each: see 'effects'.");
}

void logreg__write_intervalless(logreg__page *page, const logreg_model *m, bool there)
{
    if (there || m->n_classes > 2 || logreg_model_separation(m) != LOGREG_SEPARATION_NONE)
        return;
    const char *why =
        m->class_factor  ? "weights of classes leave no standard errors"
        : m->lambda > 0  ? "the penalty moves estimates by an amount that no standard error tells"
        : m->early       ? "the fit was stopped before its maximum"
        : m->calibration ? "how far off the calibration is, is not known"
                         : "columns vary so little, for their distance from 0, that rounding has taken them";
    logreg__page_format(page, " Probabilities have no intervals: %s.", why);
}

void logreg__say_intervalless(logreg_figure *f, const logreg_model *m)
{
    if (m->n_classes > 2)
        logreg_figure_say(f, "Probabilities of several classes have no intervals here.");
}

void logreg__write_dots(logreg__page *page, const logreg__dots *dots, size_t drawn, size_t rows)
{
    char number[LOGREG__FIGURE_SIZE];
    double all = dots->observations > 0 ? dots->observations : (double)rows;
    if (dots->thinned)
        logreg__page_format(page, "%zu of ", drawn);
    logreg__page_format(page, dots->thinned ? "%s" : "the %s",
                        logreg__figure_plain(number, all, 12, page->sign));
    if (dots->observations > 0)
        logreg__page_format(page, " observations in %zu rows", rows);
    else
        logreg__page_add(page, " rows");
    logreg__page_add(page, dots->thinned ? logreg__dots_whole(dots) : "");
}

void logreg__write_fitted(logreg__page *page, const logreg_model *m)
{
    logreg__page_add(page, logreg_model_classes(m) == 2 ? "Logistic fit" : "Multinomial logistic fit");
    logreg__page_add(page, m->calibration ? ", calibrated" : "");
}
