#include "model/stated/stated.h"
#include "report/curves/curve.h"

#include <math.h>
#include <stdint.h>

#include "base/error.h"
#include "report/curves/axis.h"
#include "report/curves/grid.h"
#include "report/summary/summary.h"

void logreg__write_heading(logreg__page *page, const logreg__subject *subject, const char *by)
{
    logreg__page piece;
    logreg__page_start_like(&piece, page);
    logreg__write_probability(&piece, subject->model);
    if (by) {
        logreg__page_add(&piece, " by ");
        logreg__page_name(&piece, by, page->width - logreg__page_columns(&piece));
    }
    logreg__page_paste(page, LOGREG__BOLD, &piece);
    logreg__page_add(page, "\n");
}

static void write_value(logreg__page *piece, const logreg_variable *v, const logreg__stand *stand)
{
    char text[LOGREG__FIGURE_SIZE];
    if (v->kind == LOGREG_NUMERIC)
        logreg__page_add(piece, logreg__figure_plain(text, stand ? stand->value : v->mean, 4, piece->sign));
    else
        logreg__page_name(piece, v->levels[stand ? stand->place : 0], LOGREG__NAME_ROOM);
}

/* Where the variable was told to stand; NULL: nowhere. */
static const logreg__stand *find_stand(const logreg__subject *subject, size_t variable)
{
    for (size_t i = 0; i < subject->n_stands; i++)
        if (subject->stand[i].variable == variable)
            return &subject->stand[i];
    return NULL;
}

/* Probabilities that reach this far are shown on the whole scale from 0 to 1. */
#define WHOLE_SCALE 0.4

/* Other variables that a caption spells out. */
#define SPELLED_OUT 4

/* Whether a variable has several values in the picture: the one that it runs along, those that take turns, the same columns as the other kind. */
static bool moves(const logreg__subject *subject, size_t variable)
{
    size_t twin = logreg__other_kind(subject->model, variable);
    for (int i = 0; i < 2; i++) {
        size_t of = i ? twin : variable;
        const logreg__stand *stand = of == SIZE_MAX ? NULL : find_stand(subject, of);
        if ((of == subject->variable && of != SIZE_MAX) || (stand && (stand->x || stand->level)))
            return true;
    }
    return false;
}

bool logreg__subject_holds(const logreg__subject *subject, size_t i)
{
    return !moves(subject, i);
}

/* ", but sex at male and age at 30", of those that were told where to stand. */
static void write_told(logreg__page *piece, const logreg__subject *subject, size_t told)
{
    size_t written = 0;
    for (size_t i = 0; i < subject->n_stands; i++) {
        const logreg__stand *stand = &subject->stand[i];
        logreg_variable v;
        if (moves(subject, stand->variable) ||
            logreg_model_variable(subject->model, stand->variable, &v) != LOGREG_OK)
            continue;
        if (written == SPELLED_OUT) {
            logreg__page_format(piece, ", and %zu more elsewhere", told - written);
            return;
        }
        logreg__page_add(piece, written == 0 ? ", but " : written + 1 == told ? " and " : ", ");
        logreg__page_name(piece, v.name, LOGREG__NAME_ROOM);
        logreg__page_add(piece, " at ");
        write_value(piece, &v, stand);
        written++;
    }
}

void logreg__write_others(logreg__page *piece, const logreg__subject *subject)
{
    const logreg_model *model = subject->model;
    size_t n = logreg_model_variables(model), written = 0, others = 0, told = 0;
    bool offset = logreg_model_offset(model);
    for (size_t i = 0; i < n; i++) {
        bool still = !moves(subject, i);
        others += still;
        told += still && find_stand(subject, i);
    }
    if (others > SPELLED_OUT) {
        logreg__page_format(piece, " The %zu %svariables are at their mean or reference level", others,
                            others < n ? "other " : "");
        write_told(piece, subject, told);
        logreg__page_add(piece, ".");
        written = others;
    }
    for (size_t i = 0; i < n && others <= SPELLED_OUT; i++) {
        logreg_variable v;
        if (moves(subject, i) || logreg_model_variable(model, i, &v) != LOGREG_OK)
            continue;
        logreg__page_add(piece, written == 0 ? " With " : written + 1 == others && !offset ? " and " : ", ");
        logreg__page_name(piece, v.name, LOGREG__NAME_ROOM);
        const logreg__stand *stand = find_stand(subject, i);
        logreg__page_add(piece, v.kind == LOGREG_NUMERIC && !stand ? " at its mean of " : " at ");
        write_value(piece, &v, stand);
        written++;
    }
    if (offset) {
        char text[LOGREG__FIGURE_SIZE];
        bool open = written && others <= SPELLED_OUT;
        logreg__page_format(piece, "%s offset at %s", open ? " and the" : " The",
                            logreg__figure_plain(text, subject->offset, 4, piece->sign));
    }
    if ((written && others <= SPELLED_OUT) || offset)
        logreg__page_add(piece, ".");
}

void logreg__write_separated(logreg__page *piece, const logreg_model *model)
{
    if (logreg_model_separation(model) != LOGREG_SEPARATION_NONE)
        logreg__page_add(
            piece, " Separated: probabilities are 0 or 1 where the separating variables decide, and have "
                   "no interval there.");
}

void logreg__write_caption(logreg__page *page, logreg__page *piece)
{
    if (piece->text.length)
        logreg__page_paragraph(page, LOGREG__PLAIN, "", 0, piece);
    page->text.failed = page->text.failed || piece->text.failed;
    logreg__page_free(piece);
}

double logreg__scale_top(double largest)
{
    if (!(largest < WHOLE_SCALE))
        return 1;
    double floor = fmax(largest, 1e-6);
    logreg__ticks ticks = logreg__ticks_nice(0, floor, 5);
    double last = logreg__tick_value(&ticks, ticks.count - 1);
    return last < floor ? last + ticks.step : last;
}

void logreg__write_no_curve(logreg__page *page, const char *why)
{
    logreg__page piece;
    logreg__page_start_like(&piece, page);
    logreg__page_add(&piece, "There is no curve to draw: ");
    logreg__page_add(&piece, why);
    logreg__page_add(&piece, ".");
    logreg__page_paragraph(page, LOGREG__PLAIN, "", 0, &piece);
}

logreg_status logreg_report_curve(char **text, const logreg_model *model, const logreg_frame *frame,
                                  const logreg_report_options *options, logreg_error *err)
{
    logreg__subject subject;
    logreg_status status = logreg__check_fitted(model, err);
    if (status == LOGREG_OK)
        status = logreg__subject_choose(&subject, model, frame, options, err);
    if (status != LOGREG_OK)
        return status;
    logreg__page page;
    logreg__page_start(&page, &subject.options);
    if (logreg__subject_lacks(&subject))
        logreg__write_no_curve(&page, logreg__subject_lacks(&subject));
    else if (subject.v.kind == LOGREG_NUMERIC)
        status = logreg__draw_lines(&page, &subject, err);
    else
        status = logreg__draw_bars(&page, &subject, err);
    if (status == LOGREG_OK)
        return logreg__page_finish(text, &page, err);
    logreg__page_free(&page);
    return status;
}
