/* Changes to a frame as a whole: rows that meet a condition, and which level comes first. */
#include "base/error.h"
#include "base/memory.h"
#include "data/settled.h"
#include "data/sparse.h"
#include "formula/expression.h"
#include "formula/stand_ins.h"
#include "formula/texts.h"
#include "formula/unquoted.h"
#include "data/label.h"
#include "data/offer.h"
#include "data/place.h"

/* ---- Rows -------------------------------------------------------------------------------------------------- */

bool logreg__bound_answers(unsigned char *answer, const logreg__bound *bound)
{
    size_t place[LOGREG__BLOCK_ROWS], n = bound->frame->n_rows;
    double value[LOGREG__BLOCK_ROWS],
        *work = logreg__new_raw(bound->depth * LOGREG__BLOCK_ROWS, sizeof *work);
    for (size_t first = 0; work && first < n; first += LOGREG__BLOCK_ROWS) {
        size_t rows = n - first < LOGREG__BLOCK_ROWS ? n - first : LOGREG__BLOCK_ROWS;
        for (size_t r = 0; r < rows; r++)
            place[r] = first + r;
        logreg__bound_values(value, bound, place, rows, work);
        for (size_t r = 0; r < rows; r++)
            answer[first + r] = value[r] != value[r] ? LOGREG__MET_MISSING
                                : value[r] != 0      ? LOGREG__MET
                                                     : LOGREG__NOT_MET;
    }
    bool ok = work;
    free(work);
    return ok;
}

bool logreg__bound_meets(size_t *met, unsigned char *keep, const logreg__bound *bound)
{
    *met = 0;
    if (!logreg__bound_answers(keep, bound))
        return false;
    for (size_t r = 0; r < bound->frame->n_rows; r++) {
        keep[r] = keep[r] == LOGREG__MET;
        *met += keep[r];
    }
    return true;
}

/* Moves the kept rows to the front and frees the runs behind them. */
static void keep_numbers(logreg__column *c, const unsigned char *keep, size_t n)
{
    size_t to = 0;
    c->n_missing = 0;
    c->n_strays = 0;
    for (size_t r = 0; r < n; r++) {
        if (!keep[r])
            continue;
        double x = logreg__column_number(c, r);
        c->n_strays += logreg__is_stray(x);
        c->numbers[to / LOGREG__SEGMENT_ROWS][to % LOGREG__SEGMENT_ROWS] = x;
        c->n_missing += x != x;
        to++;
    }
    logreg__column_cut(c, n, to);
}

static void keep_codes(logreg__column *c, const unsigned char *keep, size_t n)
{
    size_t to = 0;
    c->n_missing = 0;
    for (size_t r = 0; r < n; r++) {
        if (!keep[r])
            continue;
        uint32_t code = logreg__column_code(c, r);
        c->codes[to / LOGREG__SEGMENT_ROWS][to % LOGREG__SEGMENT_ROWS] = code;
        c->n_missing += code == LOGREG__MISSING;
        to++;
    }
    logreg__column_cut(c, n, to);
}

static logreg_status none_left(const logreg_frame *frame, const logreg__bound *bound, const char *condition,
                               logreg_error *err)
{
    logreg__text why = {0};
    if (!logreg__texts_note(&why, bound->expression, frame)) {
        free(why.start);
        return logreg__fail_memory(err);
    }
    logreg__fail(err, LOGREG_EDATA, "none of the %zu rows meets the condition %.400s%s%s", frame->n_rows,
                 condition, why.length ? ": " : "", why.length ? why.start : "");
    free(why.start);
    return LOGREG_EDATA;
}

static logreg_status filter(logreg_frame *frame, const logreg__bound *bound, const char *condition,
                            logreg_error *err)
{
    size_t n = frame->n_rows, met;
    unsigned char *keep = logreg__new_raw(n, 1);
    bool judged = keep && logreg__bound_meets(&met, keep, bound);
    logreg_status status = judged ? LOGREG_OK : logreg__fail_memory(err);
    if (status == LOGREG_OK && !met)
        status = none_left(frame, bound, condition, err);
    if (status == LOGREG_OK && met < n && !logreg__frame_keep_places(frame, keep, n))
        status = logreg__fail_memory(err);
    for (size_t j = 0; j < frame->n_columns && status == LOGREG_OK && met < n; j++) {
        logreg__column *c = &frame->column[j];
        if (c->kind == LOGREG_NUMERIC)
            keep_numbers(c, keep, n);
        else
            keep_codes(c, keep, n);
    }
    if (status == LOGREG_OK) {
        if (frame->sparse && met < n)
            logreg__sparse_keep(frame->sparse, keep);
        frame->n_excluded += n - met;
        frame->n_rows = met;
    }
    for (size_t j = 0; j < frame->n_columns && status == LOGREG_OK && met < n; j++)
        if (!logreg__settle(&frame->column[j], met, frame->dialect.decimal))
            status = logreg__fail_memory(err);
    free(keep);
    return status;
}

logreg_status logreg_frame_condition_kept(char **note, const logreg_frame *frame, const char *condition,
                                          logreg_error *err)
{
    logreg__expression *expression = NULL;
    logreg__bound *bound = NULL;
    logreg__text told = {0};
    logreg_status status = logreg__condition_parse(&expression, condition, frame, err);
    if (status == LOGREG_OK)
        status = logreg__bound_new(&bound, expression, frame, err);
    if (status == LOGREG_OK && !logreg__kept_stand_ins(&told, bound))
        status = logreg__fail_memory(err);
    logreg__bound_free(bound);
    logreg__expression_free(expression);
    if (status == LOGREG_OK)
        *note = told.start;
    else
        free(told.start);
    return status;
}

/* Which rows there are is nothing that strays may decide, though the frame is only looked at. */
static logreg_status check_faults(const logreg__expression *e, const logreg_frame *frame, logreg_error *err)
{
    for (size_t i = 0; i < e->n; i++) {
        size_t j =
            e->node[i].kind == LOGREG__NODE_COLUMN ? logreg_frame_find(frame, e->node[i].text) : SIZE_MAX;
        if (j != SIZE_MAX && logreg_frame_fault(frame, j))
            return logreg__fail(err, LOGREG_EDATA, "%s", logreg_frame_fault(frame, j));
    }
    return LOGREG_OK;
}

logreg_status logreg_frame_filter(logreg_frame *frame, const char *condition, logreg_error *err)
{
    logreg__expression *expression = NULL;
    logreg__bound *bound = NULL;
    logreg_status status = logreg__condition_parse(&expression, condition, frame, err);
    if (status == LOGREG_OK)
        status = check_faults(expression, frame, err);
    if (status == LOGREG_OK)
        status = logreg__bound_new(&bound, expression, frame, err);
    if (status == LOGREG_OK)
        status = filter(frame, bound, condition, err);
    logreg__bound_free(bound);
    logreg__expression_free(expression);
    return status;
}

size_t logreg_frame_excluded(const logreg_frame *frame)
{
    return frame->n_excluded;
}

/* ---- Levels ------------------------------------------------------------------------------------------------ */

/* Level k becomes the first, and those before it move up. */
static void put_first(logreg__column *c, size_t k, size_t rows)
{
    char *label = c->levels[k];
    memmove(c->levels + 1, c->levels, k * sizeof *c->levels);
    c->levels[0] = label;
    for (size_t r = 0; r < rows; r++) {
        uint32_t *code = &c->codes[r / LOGREG__SEGMENT_ROWS][r % LOGREG__SEGMENT_ROWS];
        if (*code <= k) /* which LOGREG__MISSING is not */
            *code = *code == k ? 0 : *code + 1;
    }
}

static logreg_status unknown_level(const logreg__column *c, const char *level, logreg_error *err)
{
    char offer[LOGREG__OFFER];
    return logreg__fail(err, LOGREG_EDATA, "column '%.80s' has no level '%.80s'%s", c->name, level,
                        logreg__levels_offer(offer, level, c->levels, NULL, c->n_levels));
}

logreg_status logreg_frame_set_reference(logreg_frame *frame, const char *name, const char *level,
                                         logreg_error *err)
{
    size_t j = logreg_frame_find(frame, name);
    if (j == SIZE_MAX) {
        const char *near = logreg_frame_nearest(frame, name);
        return logreg__fail(err, LOGREG_EDATA, "there is no column '%.80s'%s%.80s%s", name,
                            near ? "; did you mean '" : "", near ? near : "", near ? "'?" : "");
    }
    logreg__column *c = &frame->column[j];
    if (c->kind == LOGREG_NUMERIC)
        return logreg__fail(
            err, LOGREG_EDATA,
            "column '%.80s' holds numbers, which have no reference level; make it a category with "
            "--categorical '%.80s'",
            name, name);
    size_t k = logreg__label_place_in(c->levels, c->n_levels, level);
    if (k == c->n_levels)
        return unknown_level(c, level, err);
    put_first(c, k, frame->n_rows);
    return LOGREG_OK;
}
