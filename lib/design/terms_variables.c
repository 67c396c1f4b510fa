/* Variables of a formula, and what the data decide about them: kinds, levels, contrasts, bases. */
#include <assert.h>

#include "base/error.h"
#include "base/memory.h"
#include "data/frame.h"
#include "design/doubt.h"
#include "design/levels.h"
#include "design/resolve.h"

size_t logreg__variable_width(const logreg__variable *v, bool full)
{
    if (v->made)
        return logreg__made_width(v->made) + (full && logreg__made_is_condition(v->made));
    return v->kind == LOGREG_NUMERIC ? 1 : v->n_levels - !full;
}

bool logreg__variable_coded(const logreg__variable *v)
{
    return v->made ? logreg__made_is_condition(v->made) : v->kind == LOGREG_CATEGORY;
}

bool logreg__variable_level(logreg__variable *v)
{
    static const char *const of[] = {"FALSE", "TRUE"};
    if (!logreg__made_is_condition(v->made))
        return true;
    v->levels = logreg__new(2, sizeof *v->levels);
    bool ok = v->levels;
    for (size_t l = 0; ok && l < 2; l++)
        ok = (v->levels[v->n_levels++] = logreg__copy(of[l])) != NULL;
    return ok;
}

bool logreg__variable_scatters(const logreg__variable *v, bool full)
{
    return v->kind == LOGREG_CATEGORY && (full || !v->coding);
}

/* C(column, contrast, base): the reference first, and the matrix of contrasts. */
static logreg_status code_levels(logreg__variable *v, const logreg__coded *coded, logreg_error *err)
{
    if (coded->base > v->n_levels)
        return logreg__fail(err, LOGREG_EDATA, "base is level %zu of column '%.80s', which has %zu",
                            coded->base, v->column, v->n_levels);
    logreg_status status = LOGREG_OK;
    if (coded->base_label)
        status = logreg__levels_refer(v, coded->base_label, err);
    else if (coded->base)
        status = logreg__levels_refer(v, v->levels[coded->base - 1], err);
    v->contrast = coded->contrast;
    if (status || v->contrast == LOGREG__TREATMENT)
        return status;
    if (v->contrast == LOGREG__POLY && v->n_levels > LOGREG__MAX_POLY_LEVELS)
        return logreg__fail(
            err, LOGREG_EDATA,
            "column '%.80s' has %zu levels, too many for polynomial contrasts, which go to %d: take "
            "it as a number",
            v->column, v->n_levels, LOGREG__MAX_POLY_LEVELS);
    v->coding = logreg__contrast_matrix(v->contrast, v->n_levels);
    return v->coding ? LOGREG_OK : logreg__fail_memory(err);
}

static logreg_status add_made(logreg__variable *v, const char *text, const logreg_frame *frame,
                              const logreg__rows *rows, logreg_error *err)
{
    v->kind = LOGREG_NUMERIC;
    logreg_status status = logreg__made_parse(&v->made, text, err);
    if (!status)
        status = logreg__made_fit(v->made, frame, rows, err);
    return status || logreg__variable_level(v) ? status : logreg__fail_memory(err);
}

static logreg_status add_factor(logreg__variable *v, logreg__unfits *unfit, const logreg__factor *factor,
                                const logreg_frame *frame, const logreg__rows *rows, logreg_error *err)
{
    if (factor->made)
        return add_made(v, factor->text, frame, rows, err);
    size_t j = logreg_frame_find(frame, factor->column);
    assert(j != SIZE_MAX);
    const logreg__column *column = &frame->column[j];
    v->column = logreg__copy(column->name);
    if (!v->column)
        return logreg__fail_memory(err);
    v->wrapped = factor->categorical;
    v->indicates = column->indicates != NULL;
    v->kind = v->wrapped ? LOGREG_CATEGORY : column->kind;
    v->n_missing = logreg__rows_missing(rows, column);
    size_t before = unfit->n;
    logreg_status status = v->kind == LOGREG_CATEGORY
                               ? logreg__levels_find(v, unfit, column, rows->whole ? rows->whole : rows, err)
                               : LOGREG_OK;
    return status || !v->wrapped || unfit->n > before ? status : code_levels(v, &factor->coded, err);
}

/* A column that an expression uses: whoever predicts needs it, and of texts all are known. */
static bool add_input(logreg__terms *t, const logreg__column *column, const logreg__rows *rows)
{
    logreg__variable *v = &t->variable[t->n_variables++];
    v->column = logreg__copy(column->name);
    v->kind = column->kind;
    v->indicates = column->indicates != NULL;
    v->n_missing = logreg__rows_missing(rows, column);
    v->levels = logreg__new(column->n_levels, sizeof *v->levels);
    bool ok = v->column && v->levels;
    for (size_t l = 0; ok && l < column->n_levels; l++)
        ok = (v->levels[v->n_levels++] = logreg__copy(column->levels[l])) != NULL;
    return ok;
}

/* Adds the columns that an expression uses, unless they are there as they stand. */
static bool add_inputs(logreg__terms *t, const logreg__expression *e, const logreg_frame *frame,
                       const logreg__rows *rows)
{
    for (size_t i = 0; i < e->n; i++) {
        if (e->node[i].kind != LOGREG__NODE_COLUMN)
            continue;
        const logreg__column *column = &frame->column[logreg_frame_find(frame, e->node[i].text)];
        bool there = false;
        for (size_t k = 0; k < t->n_variables && !there; k++) {
            const logreg__variable *v = &t->variable[k];
            there = v->column && v->kind == column->kind && strcmp(v->column, column->name) == 0;
        }
        if (!there && !add_input(t, column, rows))
            return false;
    }
    return true;
}

static bool is_variable(const logreg__terms *t, const char *column)
{
    bool found = false;
    for (size_t i = 0; i < t->n_variables && !found; i++)
        found = t->variable[i].column && strcmp(t->variable[i].column, column) == 0;
    return found;
}

/* Adds the columns whose missing cells variables tell, unless they are there: whoever predicts needs them. */
static logreg_status add_indicated(logreg__terms *t, logreg__unfits *unfit, const logreg_frame *frame,
                                   const logreg__rows *rows, logreg_error *err)
{
    logreg_status status = LOGREG_OK;
    for (size_t i = 0, n = t->n_variables; i < n && !status; i++) {
        const logreg__variable *v = &t->variable[i];
        const char *of = v->indicates ? frame->column[logreg_frame_find(frame, v->column)].indicates : NULL;
        if (!of || is_variable(t, of))
            continue;
        logreg__factor factor = {.column = logreg__copy(of)};
        status = factor.column ? add_factor(&t->variable[t->n_variables++], unfit, &factor, frame, rows, err)
                               : logreg__fail_memory(err);
        logreg__factor_clear(&factor);
    }
    return status;
}

logreg_status logreg__resolve_variables(logreg__terms *t, const logreg__formula *f, const logreg_frame *frame,
                                        const logreg__rows *rows, logreg_error *err)
{
    size_t most = f->n_factors + (f->offset ? f->offset->n : 0);
    for (size_t i = 0; i < f->n_factors; i++)
        most += f->factor[i].made ? f->factor[i].made->input->n : 0;
    t->variable = logreg__new(2 * most, sizeof *t->variable);
    if (!t->variable)
        return logreg__fail_memory(err);
    logreg_status status = logreg__doubts_tell(f, frame, err); /* before what follows from it is told */
    logreg__unfits unfit = {0};
    for (size_t i = 0; i < f->n_factors && !status; i++)
        status = add_factor(&t->variable[t->n_variables++], &unfit, &f->factor[i], frame, rows, err);
    bool ok = true;
    for (size_t i = 0; i < f->n_factors && !status && !unfit.n && ok; i++)
        ok = !f->factor[i].made || add_inputs(t, f->factor[i].made->input, frame, rows);
    if (!status && !unfit.n && ok && t->offset)
        ok = add_inputs(t, t->offset, frame, rows);
    if (!ok)
        status = logreg__fail_memory(err);
    if (!status)
        status = add_indicated(t, &unfit, frame, rows, err);
    if (!status && unfit.n)
        status = logreg__unfits_add_doubtful(&unfit, f, frame)
                     ? logreg__unfits_fail(&unfit, f, frame, true, err)
                     : logreg__fail_memory(err);
    logreg__unfits_clear(&unfit);
    return status;
}

void logreg__variable_clear(logreg__variable *v)
{
    for (size_t l = 0; l < v->n_levels; l++)
        free(v->levels[l]);
    free(v->levels);
    free(v->column);
    free(v->coding);
    logreg__made_free(v->made);
}
