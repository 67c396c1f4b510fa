/* How far estimates can be trusted: unfinished fits, few events, terms chosen by the data, numbers taken for classes. */
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "base/word.h"
#include "formula/token.h"
#include "model/model.h"
#include "report/page/figure.h"
#include "report/summary/summary.h"
#include "report/warnings/suspicions.h"
#include "report/warnings/warnings.h"

/* ---- No convergence ---- */

/* A column of which some values are wild, or stand for missing ones: beside 1e24 no iterations are enough. NULL: there is none. */
static const char *column_apart(const logreg_model *m)
{
    for (size_t i = 0; i < m->n_suspicions; i++)
        if (m->suspicion[i].kind == LOGREG__SUSPECT_SLIP || m->suspicion[i].kind == LOGREG__SUSPECT_SENTINEL)
            return m->suspicion[i].column;
    return NULL;
}

bool logreg__warn_not_converged(logreg__page *piece, const logreg_model *model)
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
    const char *wild = column_apart(model);
    if (wild) {
        logreg__page_add(piece, " The values of ");
        logreg__page_name(piece, wild, LOGREG__NAME_ROOM);
        logreg__page_add(piece,
                         " that lie far from all others may be why: see to them first. If they are right, "
                         "allow more iterations");
    } else
        logreg__page_add(piece, " Allow more iterations");
    const char *solver = logreg_model_solver(model);
    bool other = strcmp(solver, "newton") != 0 && strcmp(solver, "cd") != 0;
    logreg__page_add(piece, other ? ", or use the newton solver." : ".");
    return true;
}

/* ---- Few events ---- */

/* Events for each coefficient below which estimates lean away from 0 (Peduzzi and others 1996, J. Clin. Epidemiol.
 * 49:1373). */
#define EVENTS_PER_COEFFICIENT 10

bool logreg__warn_few_events(logreg__page *piece, const logreg_model *model)
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

bool logreg__warn_selected(logreg__page *piece, const logreg_model *model)
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

/* More values of a column of numbers than this are seldom meant as classes. */
#define NUMBERS_AS_CLASSES 5

/* Are the numbers amounts, of which most rows have none: 0 in two fifths of the rows, some others, and far ones among them? Codes and counts lie close. */
static bool mostly_none(double *none, const logreg_model *m)
{
    enum { FEWEST = 4, CLOSE = 3 };
    double value, most = 0, all = 0;
    bool below = false;
    *none = 0;
    for (size_t k = 0; k < m->n_classes; k++) {
        if (!logreg__number_parse(&value, m->class_label[k], strlen(m->class_label[k]), '.'))
            return false;
        below = below || value < 0;
        most = fmax(most, value);
        all += m->class_weight[k];
        *none += value == 0 ? m->class_weight[k] : 0;
    }
    return m->n_classes >= FEWEST && !below && 5 * *none >= 2 * all && most > CLOSE * (double)m->n_classes;
}

/* "water is 0 in 241 rows: whether there is any asks --target 'water > 0'. " */
static void write_any(logreg__page *piece, const logreg_model *model, double none)
{
    logreg__text condition = {0};
    logreg__page_name(piece, logreg__target_name(model), LOGREG__NAME_ROOM);
    logreg__page_add(piece, " is 0 in ");
    logreg__write_count(piece, none, "row", "rows");
    logreg__page_add(piece, ". If the event is that it is more, ask for that, --target ");
    logreg__name_quote(&condition, logreg__target_name(model));
    logreg__text_add(&condition, " > 0");
    logreg__write_word(piece, &condition);
    logreg__page_add(piece, ". As it stands ");
}

/* The class above which there are nearest to half of the rows; classes of numbers stand in their order. */
static const char *middle_class(const logreg_model *m)
{
    double all = 0, up_to = 0, nearest = INFINITY;
    size_t middle = 0;
    for (size_t k = 0; k < m->n_classes; k++)
        all += m->class_weight[k];
    for (size_t k = 0; k + 1 < m->n_classes; k++) {
        up_to += m->class_weight[k];
        if (fabs(2 * up_to - all) < nearest) {
            nearest = fabs(2 * up_to - all);
            middle = k;
        }
    }
    return m->class_label[middle];
}

static void write_event(logreg__page *piece, const logreg_model *model)
{
    logreg__text condition = {0};
    logreg__page_add(piece, "If an event is meant, a value above some limit, ask for that, --target ");
    logreg__name_quote(&condition, logreg__target_name(model));
    logreg__text_add(&condition, " > ");
    logreg__text_add(&condition, middle_class(model));
    logreg__write_word(piece, &condition);
    logreg__page_add(piece, ". ");
}

bool logreg__warn_many_classes(logreg__page *piece, const logreg_model *model)
{
    double none = 0;
    bool numbers = model->numeric_target && !model->plain, any = numbers && mostly_none(&none, model);
    bool due = numbers && (any || model->n_classes > NUMBERS_AS_CLASSES) &&
               !logreg__suspect_write(NULL, model, &logreg__suspect_trials);
    if (!due || !piece)
        return due;
    if (any)
        write_any(piece, model, none);
    logreg__page_name(piece, logreg__target_name(model), LOGREG__NAME_ROOM);
    logreg__page_format(
        piece,
        " is a column of numbers, and each of its %zu values is fitted as a class of its own, "
        "whatever their order. If classes are meant, --categorical ",
        model->n_classes);
    logreg__text name = {0};
    logreg__text_add_item(&name, logreg__target_name(model));
    logreg__write_word(piece, &name);
    logreg__page_add(piece, " says so. ");
    if (!any)
        write_event(piece, model);
    logreg__page_add(piece, "To tell one value from another, choose their rows with --where.");
    return true;
}
