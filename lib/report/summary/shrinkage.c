#include "report/summary/shrinkage.h"

#include <math.h>
#include <string.h>

#include "model/estimate/penalised.h"
#include "report/page/figure.h"
#include "report/summary/summary.h"

void logreg__write_shrinkage(logreg__page *piece, const logreg_model *model)
{
    char text[LOGREG__FIGURE_SIZE];
    double ratio = logreg_model_l1_ratio(model);
    logreg__page_format(piece, "lambda %s",
                        logreg__figure_digits(text, logreg_model_lambda(model), 4, piece->sign));
    logreg__page_format(piece, " (C = %s)",
                        logreg__figure_digits(text, logreg_model_C(model), 4, piece->sign));
    logreg__page_add(piece, ratio == 0   ? " on half the squares of coefficients"
                            : ratio == 1 ? " on absolute values of coefficients"
                                         : " on coefficients: ");
    if (ratio > 0 && ratio < 1) {
        logreg__write_percent(piece, ratio);
        logreg__page_add(piece, " absolute values, the rest half the squares");
    }
    logreg__page_add(piece, logreg_model_standardized(model) ? ", columns taken to variance 1" : "");
    logreg_penalty_part part;
    for (size_t i = 0; logreg_model_penalty_part(&part, model, i); i++) {
        logreg__page_add(piece, "; ");
        bool all = strcmp(part.name, LOGREG_ALL_COLUMNS) == 0;
        if (all)
            logreg__page_add(piece, "all columns");
        else
            logreg__page_name(piece, part.name, LOGREG__NAME_ROOM);
        if (part.factor != 1)
            logreg__page_format(piece,
                                part.factor > 0 ? " times %s"
                                : all           ? " have none"
                                                : " has none",
                                logreg__figure_plain(text, part.factor, 4, piece->sign));
        if (isfinite(part.low))
            logreg__page_format(piece, ", at least %s", logreg__figure_plain(text, part.low, 4, piece->sign));
        if (isfinite(part.high))
            logreg__page_format(piece, ", at most %s", logreg__figure_plain(text, part.high, 4, piece->sign));
    }
}

void logreg__write_violation(logreg__page *piece, const logreg_model *model)
{
    char text[LOGREG__FIGURE_SIZE];
    double violation = logreg_model_violation(model);
    if (violation > 0)
        logreg__page_format(piece, ", %s %s of the largest lambda, ",
                            logreg_model_converged(model) ? "optimal to" : "off the optimum by",
                            logreg__figure_digits(text, violation, 2, piece->sign));
    else
        logreg__page_add(piece, ", optimal but for rounding, largest lambda ");
    logreg__page_add(piece, logreg__figure_digits(text, logreg_model_largest_lambda(model), 3, piece->sign));
}

void logreg__write_sparsity(logreg__page *page, const logreg_model *model)
{
    size_t all = logreg_model_coefficients(model) - logreg_model_has_intercept(model),
           kept = logreg_model_nonzero(model);
    logreg__page note;
    logreg__page_start_like(&note, page);
    if (kept < all)
        logreg__page_format(&note, "%zu of %zu columns have a coefficient that is not 0. ", kept, all);
    size_t empty = model->terms->sparse_width - model->terms->n_sparse;
    if (empty)
        logreg__page_format(&note, "No row has a number in %zu columns more. ", empty);
    if (model->terms->n_sparse && kept > LOGREG__MOST_SPARSE_SHOWN)
        logreg__page_format(
            &note, "The %d largest of a class stand here; --json and --csv tell all that are not 0. ",
            LOGREG__MOST_SPARSE_SHOWN);
    if (logreg_model_first_class(model) == 0)
        logreg__page_add(
            &note, "Each class has coefficients of its own, of which differences count: those of two classes "
                   "make the log odds of one against the other. ");
    if (note.text.length)
        logreg__page_paragraph(page, LOGREG__PLAIN, "", 0, &note);
    else
        logreg__page_free(&note);
}

/* "Intervals are percentiles of the coefficients of 999 fits .." */
static void write_bootstrap(logreg__page *note, const logreg_model *model)
{
    logreg_model_bootstrap b = logreg_model_bootstrapped(model);
    logreg__page_format(
        note,
        "Bootstrap intervals are percentiles of the coefficients of %zu fits to resamples of the "
        "rows, %s: they tell how coefficients move from sample to sample about "
        "where the penalty moves them to, not what they would be without it. ",
        b.n_refits - b.n_lacking - b.n_unconverged,
        b.lambda_chosen ? "lambda chosen anew in each by cross-validation" : "at this lambda");
    if (b.n_lacking)
        logreg__page_format(note, "%zu more resamples lacked a class%s. ", b.n_lacking,
                            b.lambda_chosen ? " in all but one fold, or rows or groups for folds" : "");
    if (b.n_unconverged)
        logreg__page_format(note, "%zu more refits did not converge. ", b.n_unconverged);
}

void logreg__write_no_errors(logreg__page *page, const logreg_model *model)
{
    bool bootstrap = logreg_model_bootstrapped(model).n_refits > 0;
    logreg__page note;
    logreg__page_start_like(&note, page);
    if (bootstrap)
        write_bootstrap(&note, model);
    logreg__page_format(
        &note,
        "There are no standard errors%s: the penalty moves estimates towards 0 "
        "on purpose, by an amount that no standard error tells. AIC, BIC and R2 from likelihoods "
        "speak of their maximum, which this is not.",
        bootstrap ? " and p values" : ", p values and intervals");
    logreg__page_paragraph(page, LOGREG__PLAIN, "", 2, &note);
}
