#include "model/stated.h"
#include "report/warnings/warnings.h"

#include <math.h>
#include <string.h>

#include "model/model.h"
#include "report/summary/covariance.h"
#include "report/page/figure.h"
#include "report/summary/imputed.h"
#include "report/options.h"
#include "report/summary/summary.h"
#include "report/warnings/suspicions.h"

/* Events for each coefficient below which estimates lean away from 0 (Peduzzi and others 1996, J. Clin. Epidemiol.
 * 49:1373). */
#define EVENTS_PER_COEFFICIENT 10

/* More values of a column of numbers than this are seldom meant as classes. */
#define NUMBERS_AS_CLASSES 5

/* ---- Separation ---- */

static void write_coefficient(logreg__page *piece, const logreg_model *model, size_t k, size_t j)
{
    logreg__page_name(piece, logreg_model_coefficient_name(model, j), LOGREG__NAME_ROOM);
    if (logreg_model_classes(model) > 2) {
        logreg__page_add(piece, " (");
        logreg__page_name(piece, logreg_model_class(model, k), LOGREG__NAME_ROOM);
        logreg__page_add(piece, ")");
    }
}

/* Names the coefficients of a status after an introduction; nothing if there are none. */
static void write_those(logreg__page *piece, const logreg_model *model, logreg_coef_status status,
                        const char *introduction)
{
    size_t found = 0, p = logreg_model_coefficients(model), classes = logreg_model_classes(model);
    for (size_t k = 1; k < classes; k++)
        for (size_t j = 0; j < p; j++)
            found += logreg_model_coefficient_status(model, k, j) == status;
    if (!found)
        return;
    logreg__page_add(piece, introduction);
    size_t listed = 0;
    for (size_t k = 1; k < classes && found < p * (classes - 1); k++)
        for (size_t j = 0; j < p; j++)
            if (logreg_model_coefficient_status(model, k, j) == status && listed++ < LOGREG__LISTED) {
                logreg__page_add(piece, listed > 1 ? ", " : "");
                write_coefficient(piece, model, k, j);
            }
    if (listed)
        logreg__write_more(piece, found);
    else
        logreg__page_add(piece, "all coefficients");
    logreg__page_add(piece, ".");
}

static bool any_finite(const logreg_model *model)
{
    for (size_t k = 1; k < logreg_model_classes(model); k++)
        for (size_t j = 0; j < logreg_model_coefficients(model); j++)
            if (logreg_model_coefficient_status(model, k, j) == LOGREG_COEF_OK)
                return true;
    return false;
}

static bool separation(logreg__page *piece, const logreg_model *model)
{
    logreg_separation kind = logreg_model_separation(model);
    if (kind == LOGREG_SEPARATION_NONE || !piece)
        return kind != LOGREG_SEPARATION_NONE;
    char text[LOGREG__FIGURE_SIZE];
    bool ascii = piece->ascii;
    logreg__blame_levels(piece, model);
    logreg__page_add(piece, kind == LOGREG_SEPARATION_COMPLETE
                                ? "Complete: the variables tell the classes apart without error"
                                : "Quasi-complete: the variables tell some rows apart without error");
    logreg__page_add(piece, ", so the likelihood has no finite maximum.");
    write_those(piece, model, LOGREG_COEF_PLUS_INFINITY, ascii ? " To +inf: " : " To +∞: ");
    write_those(piece, model, LOGREG_COEF_MINUS_INFINITY, ascii ? " To -inf: " : " To −∞: ");
    write_those(piece, model, LOGREG_COEF_UNDETERMINED, " Without a limit: ");
    if (any_finite(model))
        logreg__page_add(piece, " The others are those of the rows that are not separated.");
    logreg__page_format(piece, " In the limit %s2 log L is %s", piece->sign->minus,
                        logreg__figure_plain(text, -2 * logreg_model_log_likelihood(model), 5, piece->sign));
    logreg__page_add(piece, ", and the likelihood-ratio test holds; Wald tests and intervals of unbounded "
                            "coefficients do not exist. ");
    logreg__page_add(piece, logreg__suspect_write(NULL, model, &logreg__suspect_leaks)
                                ? "Ways on, if what tells the classes is to stay: "
                                : "Ways on: ");
    logreg__page_add(piece, model->strata
                                ? "more sets, or fewer or coarser variables."
                                : "--penalty firth, which has a finite maximum whatever the data are "
                                  "(Firth's penalised likelihood); more rows; fewer or coarser variables.");
    return true;
}

/* ---- No convergence ---- */

static bool undecided(logreg__page *piece, const logreg_model *model)
{
    bool due = logreg_model_undecided(model);
    if (due && piece)
        logreg__page_add(
            piece, "Rows differ by no more than their rounding, which leaves open whether the variables "
                   "tell the classes apart without error, and so whether the likelihood has a finite "
                   "maximum. Bring the columns to similar sizes, take logarithms of one that spans many "
                   "orders of magnitude, or leave some out.");
    return due;
}

static bool not_converged(logreg__page *piece, const logreg_model *model)
{
    bool due = !logreg_model_sound(model) && logreg_model_separation(model) == LOGREG_SEPARATION_NONE;
    if (!due || !piece)
        return due;
    char text[LOGREG__FIGURE_SIZE];
    logreg__page_format(piece, "%s stopped after ", logreg_model_solver(model));
    logreg__write_count(piece, (double)logreg_model_iterations(model), "iteration", "iterations");
    double decrement = logreg_model_newton_decrement(model);
    bool open = logreg_model_undecided(model);
    if (isfinite(decrement) && !open)
        logreg__page_format(piece, ", about %s standard errors from the maximum",
                            logreg__figure_digits(text, decrement, 2, piece->sign));
    logreg__page_add(piece, ". All numbers here are those of an unfinished fit.");
    if (open)
        return true;
    logreg__page_add(piece, " Allow more iterations");
    const char *solver = logreg_model_solver(model);
    bool other = strcmp(solver, "newton") != 0 && strcmp(solver, "cd") != 0;
    logreg__page_add(piece, other ? ", or use the newton solver." : ".");
    return true;
}

/* ---- Aliased columns ---- */

/* Terms of a combination that are worth reading; JSON has them all. */
#define TERMS_LISTED 4

/* "a + 2 × b − c": names and multipliers that are whole but for rounding. */
static void write_combination(logreg__page *piece, const char *const *name, const double *multiplier,
                              size_t n)
{
    if (n == 0)
        logreg__page_add(piece, "0");
    if (n > TERMS_LISTED) {
        logreg__page_format(piece, "a combination of %zu columns", n);
        return;
    }
    for (size_t i = 0; i < n; i++) {
        bool negative = multiplier[i] < 0;
        double size = fabs(multiplier[i]);
        char text[LOGREG__FIGURE_SIZE];
        if (i)
            logreg__page_format(piece, " %s ", negative ? piece->sign->minus : "+");
        else
            logreg__page_add(piece, negative ? piece->sign->minus : "");
        if (fabs(size - 1) > 1e-6)
            logreg__page_format(piece, "%s %s ", logreg__figure_plain(text, size, 5, piece->sign),
                                piece->sign->times);
        logreg__page_name(piece, name[i], LOGREG__NAME_ROOM);
    }
}

static bool aliased(logreg__page *piece, const logreg_model *model)
{
    size_t found = 0, p = logreg_model_coefficients(model);
    bool constant = false;
    if (!piece)
        return logreg_model_rank(model) < p;
    logreg__page_add(
        piece, model->strata
                   ? "Left out, since within strata they are combinations of columns before them (0: the "
                     "same in all rows of a stratum): "
                   : "Left out as combinations of columns before them: ");
    for (size_t j = 0; j < p; j++) {
        const char *const *name;
        const double *multiplier;
        size_t n = logreg_model_alias(model, j, &name, &multiplier);
        bool left_out = logreg_model_coefficient_status(model, 1, j) == LOGREG_COEF_ALIASED;
        if (!left_out || found++ >= LOGREG__LISTED)
            continue;
        logreg__page_add(piece, found > 1 ? "; " : "");
        logreg__page_name(piece, logreg_model_coefficient_name(model, j), LOGREG__NAME_ROOM);
        logreg__page_add(piece, " = ");
        write_combination(piece, name, multiplier, n);
        constant = constant || n == 0;
    }
    logreg__write_more(piece, found);
    if (model->strata && constant)
        logreg__page_add(
            piece, ". What is the same within strata cancels out: only its products with what differs can "
                   "be fitted");
    logreg__page_add(piece, model->strata ? ". The fit is the same whichever of them are left out."
                                          : ". Probabilities are the same whichever of them are left out.");
    return found > 0;
}

/* ---- Few events ---- */

static bool few_events(logreg__page *piece, const logreg_model *model)
{
    size_t slopes = logreg_model_rank(model) - logreg_model_has_intercept(model), rarest = 0;
    for (size_t k = 1; k < logreg_model_classes(model); k++)
        if (logreg_model_class_weight(model, k) < logreg_model_class_weight(model, rarest))
            rarest = k;
    double least = logreg_model_class_weight(model, rarest);
    if (model->strata) { /* of an event and its set, one row counts */
        rarest = 1;
        least = (double)logreg_model_strata(model).events;
    }
    if (logreg_model_sampling_weights(model)) /* about as many as were drawn */
        least = round(least * model->n_frequency / logreg_model_n_obs(model));
    bool due = least < EVENTS_PER_COEFFICIENT * (double)slopes && !model->penalty;
    if (!due || !piece)
        return due;
    bool binary = logreg_model_classes(model) == 2;
    logreg__page_add(piece, binary ? "The rarer outcome, " : "The rarest class, ");
    logreg__page_name(piece,
                      binary ? (rarest ? "the event" : "the non-event") : logreg_model_class(model, rarest),
                      LOGREG__NAME_ROOM);
    logreg__page_add(piece, ", occurs ");
    logreg__write_count(piece, least, "time", "times");
    logreg__page_add(piece, " for ");
    logreg__write_count(piece, (double)slopes, "coefficient", "coefficients");
    logreg__page_format(piece,
                        ", fewer than %d for each: expect estimates too far from 0 and intervals too narrow.",
                        EVENTS_PER_COEFFICIENT);
    return true;
}

/* ---- Terms chosen by the data ---- */

static bool selected(logreg__page *piece, const logreg_model *model)
{
    const char *criterion = logreg_model_selection(model);
    if (!criterion || !piece)
        return criterion;
    logreg__page_format(
        piece,
        "%s kept what fits these rows best, and tests, intervals and R2 take no notice of that: p values are "
        "too "
        "small, intervals too narrow and estimates too far from 0, for noise that looked like a "
        "signal was kept as well. Take the model as a suggestion, and test it on rows that did not choose "
        "it.",
        criterion[0] == 'a' ? "AIC" : "BIC");
    return true;
}

/* ---- Numbers as classes ---- */

static bool many_classes(logreg__page *piece, const logreg_model *model)
{
    bool due = model->numeric_target && !model->plain && model->n_classes > NUMBERS_AS_CLASSES;
    if (!due || !piece)
        return due;
    logreg__page_name(piece, logreg__target_name(model), LOGREG__NAME_ROOM);
    logreg__page_format(
        piece,
        " is a column of numbers, and each of its %zu values is fitted as a class of its own, "
        "whatever their order. If classes are meant, --categorical ",
        model->n_classes);
    logreg__page_name(piece, logreg__target_name(model), LOGREG__NAME_ROOM);
    logreg__page_add(piece,
                     " says so. If an event is meant, such as a value above some limit, make a column of 0 "
                     "and 1 of it. To tell one value from another, choose their rows with --where.");
    return true;
}

/* ---- Together ---- */

const logreg__warning logreg__warning_table[] = {
    {"mistyped", "Slips in labels", logreg__mistyped, false, NULL},
    {"stray_classes", "Stray classes", logreg__stray_classes, false, NULL},
    {"predictions", "Predictions as variables", NULL, false, &logreg__suspect_predictions},
    {"frequencies", "Counts of cases", NULL, true, &logreg__suspect_cases},
    {"sampling_weights", "Weights as variables", NULL, false, &logreg__suspect_weights},
    {"parts", "Parts of the rows", NULL, false, &logreg__suspect_parts},
    {"leakage", "Suspected leakage", NULL, true, &logreg__suspect_leaks},
    {"separation", "Separation", separation, false, NULL},
    {"undecided", "Existence undecided", undecided, false, NULL},
    {"not_converged", "Not converged", not_converged, false, NULL},
    {"sentinel", "Missing in disguise", NULL, true, &logreg__suspect_sentinels},
    {"zeros", "Zeros apart", NULL, true, &logreg__suspect_zeros},
    {"outlier", "Values apart", NULL, true, &logreg__suspect_slips},
    {"units", "Two units", NULL, true, &logreg__suspect_units},
    {"unit_names", "Units beside numbers", NULL, false, &logreg__suspect_unit_names},
    {"date", "Dates", NULL, true, &logreg__suspect_dates},
    {"id", "Numbers of rows", NULL, true, &logreg__suspect_ids},
    {"matched_sets", "Matched sets", NULL, false, &logreg__suspect_matched},
    {"ticks", "Ticks", NULL, true, &logreg__suspect_ticks},
    {"codes", "Codes as numbers", NULL, true, &logreg__suspect_codes},
    {"duplicate_rows", "Rows twice", NULL, true, &logreg__suspect_twice},
    {"much_missing", "Much missing", NULL, true, &logreg__suspect_losses},
    {"many_levels", "Many levels", NULL, true, &logreg__suspect_levels},
    {"several_answers", "Several answers in a cell", NULL, true, &logreg__suspect_several},
    {"imputed", "Imputed values", logreg__imputed, false, NULL},
    {"many_classes", "Numbers as classes", many_classes, false, NULL},
    {"alike_values", "Values alike", logreg__alike_values, false, NULL},
    {"bases", "Bases", logreg__bases, false, NULL},
    {"aliased", "Aliased columns", aliased, false, NULL},
    {"few_clusters", "Few clusters", logreg__few_clusters, false, NULL},
    {"vcov_mended", "Covariance mended", logreg__vcov_mended, false, NULL},
    {"few_events", "Few events", few_events, false, NULL},
    {"selected", "Terms chosen by the data", selected, false, NULL},
    {NULL, NULL, NULL, false, NULL},
};

bool logreg__warn(const logreg__warning *w, logreg__page *piece, const logreg_model *model)
{
    return w->suspect ? logreg__suspect_write(piece, model, w->suspect) : w->check(piece, model);
}

static void write_warning(logreg__page *page, const logreg__warning *w, const logreg_model *model)
{
    logreg__page piece, label;
    logreg__page_start_like(&piece, page);
    logreg__warn(w, &piece, model);
    logreg__page_start_like(&label, page);
    logreg__page_format(&label, "  ! %s.", w->title);
    logreg__page_paragraph(page, LOGREG__WARN, label.text.failed ? "" : logreg__page_string(&label), 4,
                           &piece);
    page->text.failed = page->text.failed || label.text.failed;
    logreg__page_free(&label);
}

static void write_warnings(logreg__page *page, const logreg_model *model, const char *title)
{
    for (const logreg__warning *w = logreg__warning_table; w->code; w++) {
        if (!logreg__warn(w, NULL, model))
            continue;
        if (title)
            logreg__write_title(page, title);
        title = NULL;
        write_warning(page, w, model);
    }
}

void logreg__write_warnings(logreg__page *page, const logreg_model *model)
{
    write_warnings(page, model, "Warnings");
}

logreg_status logreg_report_warnings(char **text, const logreg_model *model,
                                     const logreg_report_options *options, logreg_error *err)
{
    logreg_report_options o;
    logreg_status status = logreg__check_fitted(model, err);
    if (status == LOGREG_OK)
        status = logreg__report_options_check(&o, options, err);
    if (status != LOGREG_OK)
        return status;
    logreg__page page;
    logreg__page_start(&page, &o);
    write_warnings(&page, model, NULL);
    return logreg__page_finish(text, &page, err);
}
