/* How far estimates can be trusted: unfinished fits, few events, terms chosen by the data. */
#include <math.h>
#include <string.h>

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
