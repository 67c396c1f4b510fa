#include "model/doors/imputing.h"

#include "base/error.h"
#include "base/memory.h"
#include "base/text.h"
#include "design/unfit.h"
#include "formula/token.h"
#include "model/held/held_out.h"

static logreg__fill_rules rules_of(const logreg_options *o)
{
    return (logreg__fill_rules){.rule = o->impute, .n = o->n_impute};
}

void logreg__imputing_hand(logreg__imputing *im, logreg__terms *terms)
{
    terms->fill = im->fill;
    terms->n_fills = im->n;
    im->fill = NULL;
    im->n = 0;
}

void logreg__imputing_clear(logreg__imputing *im)
{
    logreg__fills_free(im->fill, im->n);
    logreg__filled_free(im->filled);
    *im = (logreg__imputing){0};
}

/* From here on the columns count as whole, before they are: rows are found by that. */
static void promise(logreg__imputing *im)
{
    for (size_t i = 0; i < im->n; i++)
        im->filled->frame.column[logreg_frame_find(im->filled->from, im->fill[i].column)].n_missing = 0;
}

static logreg__counting counting_by(const logreg_frame *frame, const logreg__outcome *outcome)
{
    const char *const name[] = {outcome->weights, outcome->sampling, outcome->trials};
    logreg__counting counting = {.n = 0};
    for (size_t i = 0; i < 3; i++) {
        const logreg__column *c = logreg__frame_column(frame, name[i]);
        if (c)
            counting.factor[counting.n++] = c;
    }
    return counting;
}

/* Is there to be an indicator? One of cells that are a level of their own would say the same twice. */
static bool wants_indicator(const logreg__fill *f)
{
    return f->n_missing && !(f->kind == LOGREG_CATEGORY && f->how == LOGREG__FILL_LEVEL);
}

/* ---- A formula ---- */

/* With an indicator of each column that misses something, which no dot means; a column of the data that is called so stays what it is. */
static logreg_status open_frame(logreg__imputing *im, const logreg_frame *frame, const logreg_options *o,
                                logreg_error *err)
{
    const char *role[LOGREG__ROLES];
    size_t n = logreg__list_roles(role, o);
    bool *flag = logreg__new(frame->n_columns, sizeof *flag);
    if (!flag)
        return logreg__fail_memory(err);
    bool ok = true;
    for (size_t j = 0; j < frame->n_columns && ok; j++) {
        char *name = frame->column[j].n_missing ? logreg__indicator_name(frame->column[j].name) : NULL;
        ok = name || !frame->column[j].n_missing;
        flag[j] = name && logreg_frame_find(frame, name) == SIZE_MAX;
        free(name);
    }
    for (size_t i = 0; i < n; i++) {
        size_t j = logreg_frame_find(frame, role[i]);
        if (j != SIZE_MAX)
            flag[j] = false;
    }
    logreg_status status = ok ? logreg__filled_new(&im->filled, frame, flag, err) : logreg__fail_memory(err);
    free(flag);
    return status;
}

/* The columns that explain, those that indicators tell of among them, each once, in place of *column. */
static size_t list_features(size_t *column, size_t n, const logreg_frame *frame, const char *response)
{
    size_t kept = 0;
    for (size_t i = 0; i < n; i++) {
        const char *of = frame->column[column[i]].indicates;
        size_t j = of ? logreg_frame_find(frame, of) : column[i];
        bool known = of && strcmp(of, response) == 0;
        for (size_t k = 0; k < n && !known; k++)
            known = k < kept ? column[k] == j : of && column[k] == j;
        if (!known)
            column[kept++] = j;
    }
    return kept;
}

/* Indicators that the formula names must be of columns that are imputed. */
static logreg_status check_indicators(const logreg__imputing *im, const size_t *column, size_t n,
                                      logreg_error *err)
{
    for (size_t i = 0; i < n; i++) {
        const logreg__column *c = &im->filled->frame.column[column[i]];
        if (c->indicates && !logreg__fill_of(im->fill, im->n, c->indicates))
            return logreg__fail(
                err, LOGREG_EINVAL,
                "the formula has %.80s, but '%.80s' is not imputed, so that rows that miss it are "
                "left out",
                c->name, c->indicates);
    }
    return LOGREG_OK;
}

/* Which features are imputed, and how. */
static logreg_status plan(logreg__imputing *im, const logreg__formula *f, const logreg_options *o,
                          logreg_error *err)
{
    const logreg_frame *frame = &im->filled->frame;
    size_t *column = NULL, n, n_features, *named = NULL;
    logreg_status status = logreg__formula_uses(&column, &n, &n_features, f, frame, o, false, err);
    if (status != LOGREG_OK)
        return status;
    bool *categorical = logreg__new(frame->n_columns, sizeof *categorical);
    named = logreg__new_raw(n_features, sizeof *named);
    im->fill = logreg__new(n_features, sizeof *im->fill);
    if (!categorical || !named || !im->fill)
        status = logreg__fail_memory(err);
    if (status == LOGREG_OK) {
        for (size_t i = 0; i < f->n_factors; i++)
            if (f->factor[i].categorical)
                categorical[logreg_frame_find(frame, f->factor[i].column)] = true;
        memcpy(named, column, n_features * sizeof *named);
        n = list_features(column, n_features, frame, f->response);
        status = logreg__fills_choose(im->fill, &im->n, rules_of(o), im->filled->from, column, n, categorical,
                                      err);
    }
    if (status == LOGREG_OK)
        status = check_indicators(im, named, n_features, err);
    if (status == LOGREG_OK)
        promise(im);
    free(column);
    free(named);
    free(categorical);
    return status;
}

/* The sentence on columns that nothing can be learned of. */
static logreg_status fail_empty(const size_t *empty, size_t n, const logreg__formula *f,
                                const logreg_frame *frame, const logreg__rows *rows, logreg_error *err)
{
    logreg__text way = {0};
    const char *name = frame->column[empty[0]].name;
    logreg__leave_out(&way, empty, n, f, frame);
    if (!way.failed)
        logreg__fail(
            err, LOGREG_EDATA,
            "column '%.80s'%s no value in the %zu row%s used, so that there is nothing to impute by; leave "
            "%s out, %s, or give a value, as in %.80s=constant:0",
            name, n > 1 ? " and others have" : " has", rows->n, rows->n == 1 ? "" : "s",
            n > 1 ? "them" : "it", way.start, name);
    bool failed = way.failed;
    free(way.start);
    return failed ? logreg__fail_memory(err) : LOGREG_EDATA;
}

/* Which indicators the formula has. */
static logreg_status note_indicated(logreg__imputing *im, const logreg__formula *f, logreg_error *err)
{
    const logreg_frame *frame = &im->filled->frame;
    size_t *column, n;
    logreg_status status = logreg__formula_columns(&column, &n, f, frame, err);
    if (status != LOGREG_OK)
        return status;
    for (size_t i = 0; i < n; i++) {
        const char *of = frame->column[column[i]].indicates;
        if (of)
            logreg__fill_of(im->fill, im->n, of)->indicated = true;
    }
    free(column);
    return LOGREG_OK;
}

/* The formula with the indicators that it lacks. */
static logreg_status add_indicators(logreg__formula **formula, logreg__imputing *im, const logreg_options *o,
                                    logreg_error *err)
{
    logreg__text text = {0};
    logreg__formula *longer = NULL;
    size_t added = 0;
    logreg__text_add(&text, (*formula)->text);
    for (size_t i = 0; i < im->n; i++) {
        if (im->fill[i].indicated || !wants_indicator(&im->fill[i]))
            continue;
        char *name = logreg__indicator_name(im->fill[i].column);
        if (name && logreg_frame_find(im->filled->from, name) != SIZE_MAX) {
            free(text.start);
            free(name);
            return logreg__filled_taken(im->fill[i].column, err);
        }
        logreg__text_add(&text, " + ");
        if (name)
            logreg__name_quote(&text, name);
        text.failed = text.failed || !name;
        free(name);
        added++;
    }
    logreg_status status = text.failed ? logreg__fail_memory(err) : LOGREG_OK;
    if (status == LOGREG_OK && added)
        status = logreg__formula_beside(&longer, text.start, &im->filled->frame, o, err);
    free(text.start);
    if (!longer)
        return status;
    logreg__formula_free(*formula);
    *formula = longer;
    return note_indicated(im, longer, err);
}

static logreg_status learn(logreg__formula **formula, logreg__imputing *im, const logreg__rows *rows,
                           const logreg_options *o, logreg_error *err)
{
    const logreg_frame *from = im->filled->from;
    const logreg__outcome outcome = logreg__outcome_chosen((*formula)->response, o);
    const logreg__counting counting = counting_by(from, &outcome);
    size_t n_empty, *empty = logreg__new_raw(im->n, sizeof *empty);
    if (!empty)
        return logreg__fail_memory(err);
    logreg_status status =
        logreg__fills_learn(im->fill, im->n, from, rows, &counting, o->threads, empty, &n_empty, err);
    if (status == LOGREG_OK && n_empty)
        status = fail_empty(empty, n_empty, *formula, from, rows, err);
    free(empty);
    if (status == LOGREG_OK)
        status = note_indicated(im, *formula, err);
    if (status == LOGREG_OK && o->missing_indicator)
        status = add_indicators(formula, im, o, err);
    return status == LOGREG_OK ? logreg__fills_put(im->filled, im->fill, im->n, o->threads, err) : status;
}

/* The frame to be filled, with all of its features promised, in place of *frame. */
static logreg_status open_plan(logreg__imputing *im, const logreg_frame **frame, const char *text,
                               const logreg_options *o, logreg_error *err)
{
    logreg__formula *f = NULL;
    logreg_status status = open_frame(im, *frame, o, err);
    if (status == LOGREG_OK)
        status = logreg__formula_beside(&f, text, &im->filled->frame, o, err);
    if (status == LOGREG_OK)
        status = plan(im, f, o, err);
    logreg__formula_free(f);
    if (status == LOGREG_OK)
        *frame = &im->filled->frame;
    return status;
}

logreg_status logreg__formula_imputed(logreg__formula **formula, logreg__rows **rows, logreg__imputing *im,
                                      const logreg_frame **frame, const char *text, const logreg_options *o,
                                      const logreg__leaving *leaving, logreg_error *err)
{
    logreg__formula *f = NULL;
    logreg__rows *used = NULL;
    const logreg_frame *whole = *frame;
    logreg_status status = o->n_impute ? open_plan(im, &whole, text, o, err) : LOGREG_OK;
    if (status == LOGREG_OK)
        status = logreg__formula_rows(&f, &used, text, whole, o, err);
    if (status == LOGREG_OK && leaving)
        status = logreg__held_out_leave(&used, leaving, err);
    if (status == LOGREG_OK) {
        const logreg__outcome outcome = logreg__outcome_chosen(f->response, o);
        status = logreg__held_out_choose(&used, &outcome, whole, o, err);
    }
    if (status == LOGREG_OK && o->n_impute)
        status = learn(&f, im, used, o, err);
    if (status != LOGREG_OK) {
        logreg__formula_free(f);
        logreg__rows_free(used);
        return status;
    }
    *formula = f;
    *rows = used;
    *frame = whole;
    return LOGREG_OK;
}

logreg_status logreg__formula_imputed_by(logreg__formula **formula, logreg__imputing *im,
                                         const logreg_frame **frame, const char *text,
                                         const logreg_options *o, const logreg__rows *rows, logreg_error *err)
{
    logreg__formula *f = NULL;
    const logreg_frame *whole = *frame;
    logreg_status status = o->n_impute ? open_plan(im, &whole, text, o, err) : LOGREG_OK;
    if (status == LOGREG_OK)
        status = logreg__formula_beside(&f, text, whole, o, err);
    if (status == LOGREG_OK && o->n_impute)
        status = learn(&f, im, rows, o, err);
    if (status != LOGREG_OK) {
        logreg__formula_free(f);
        return status;
    }
    *formula = f;
    *frame = whole;
    return LOGREG_OK;
}

/* ---- A matrix ---- */

/* Rules for its columns; all that miss something have one. */
static logreg_status plan_matrix(logreg__imputing *im, const logreg_frame *frame, size_t n,
                                 const logreg_options *o, logreg_error *err)
{
    size_t *column = logreg__new(n, sizeof *column);
    bool *none = logreg__new(frame->n_columns, sizeof *none);
    im->fill = logreg__new(n, sizeof *im->fill);
    logreg_status status = column && none && im->fill ? LOGREG_OK : logreg__fail_memory(err);
    for (size_t j = 0; status == LOGREG_OK && j < n; j++)
        column[j] = j;
    if (status == LOGREG_OK)
        status = logreg__fills_choose(im->fill, &im->n, rules_of(o), frame, column, n, none, err);
    for (size_t j = 0; status == LOGREG_OK && j < n; j++)
        if (frame->column[j].n_missing && !logreg__fill_of(im->fill, im->n, frame->column[j].name))
            status = logreg__fail(err, LOGREG_EINVAL,
                                  "column %zu of X has entries that are NaN, and no rule of impute is for %s",
                                  j, frame->column[j].name);
    free(column);
    free(none);
    return status;
}

static logreg_status learn_matrix(logreg__imputing *im, const logreg_frame *frame, const logreg__rows *rows,
                                  const logreg__outcome *outcome, const logreg_options *o, logreg_error *err)
{
    const logreg__counting counting = counting_by(frame, outcome);
    size_t n_empty, *empty = logreg__new_raw(im->n, sizeof *empty);
    if (!empty)
        return logreg__fail_memory(err);
    logreg_status status =
        logreg__fills_learn(im->fill, im->n, frame, rows, &counting, o->threads, empty, &n_empty, err);
    if (status == LOGREG_OK && n_empty)
        status = logreg__fail(
            err, LOGREG_EDATA,
            "column %zu of X has no value in the rows used, so that there is nothing to impute by", empty[0]);
    for (size_t i = 0; status == LOGREG_OK && i < im->n; i++)
        im->fill[i].indicated = o->missing_indicator && wants_indicator(&im->fill[i]);
    free(empty);
    return status;
}

/* Terms of the first n columns of the frame, and of the indicators behind all. */
static logreg_status matrix_terms(logreg__terms **terms, const logreg_frame *frame, size_t n, bool intercept,
                                  logreg_error *err)
{
    logreg_frame part = {.column = logreg__new(frame->n_columns, sizeof *part.column)};
    if (!part.column)
        return logreg__fail_memory(err);
    for (size_t j = 0; j < frame->n_columns; j++)
        if (j < n || frame->column[j].indicates)
            part.column[part.n_columns++] = frame->column[j];
    logreg_status status = logreg__terms_plain(terms, &part, intercept, err);
    free(part.column);
    return status;
}

logreg_status logreg__matrix_imputed(logreg__terms **terms, logreg__imputing *im, const logreg_frame **frame,
                                     size_t n, const logreg__rows *rows, const logreg__outcome *outcome,
                                     const logreg_options *o, logreg_error *err)
{
    logreg_status status = LOGREG_OK;
    if (o->n_impute) {
        status = plan_matrix(im, *frame, n, o, err);
        if (status == LOGREG_OK)
            status = learn_matrix(im, *frame, rows, outcome, o, err);
        if (status == LOGREG_OK)
            status = logreg__fills_apply(&im->filled, frame, im->fill, im->n, err);
    }
    return status == LOGREG_OK ? matrix_terms(terms, *frame, n, o->fit_intercept, err) : status;
}
