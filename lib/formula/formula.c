#include "formula/formula.h"

#include "base/error.h"
#include "base/memory.h"
#include "data/frame.h"
#include "formula/parse.h"
#include "formula/token.h"

/* Numbers the factors that products use anew, in the same order; the others' places become SIZE_MAX. */
static size_t renumber(size_t *place, logreg__parsed *parsed)
{
    size_t n = 0;
    memset(place, 0, parsed->n_factors * sizeof *place);
    for (size_t i = 0; i < parsed->products.n; i++)
        for (size_t j = 0; j < parsed->products.item[i].n; j++)
            place[parsed->products.item[i].factor[j]] = 1;
    for (size_t i = 0; i < parsed->n_factors; i++)
        place[i] = place[i] ? n++ : SIZE_MAX;
    for (size_t i = 0; i < parsed->products.n; i++)
        for (size_t j = 0; j < parsed->products.item[i].n; j++)
            parsed->products.item[i].factor[j] = place[parsed->products.item[i].factor[j]];
    return n;
}

static void add_product(logreg__text *text, const logreg__formula *f, const logreg__product *product)
{
    for (size_t i = 0; i < product->n; i++) {
        logreg__text_add(text, i ? ":" : "");
        logreg__text_add(text, f->factor[product->factor[i]].text);
    }
}

/* Whether to leave out a column's term, or what was said of the column. */
static bool skipped(const char *column, const logreg_frame *frame, const bool *skip)
{
    size_t j = skip && column ? logreg_frame_find(frame, column) : SIZE_MAX;
    return j != SIZE_MAX && skip[j];
}

/* Has the product a factor that is to be left out? */
static bool has_skipped(const logreg__formula *f, const logreg__product *product, const logreg_frame *frame,
                        const bool *skip)
{
    for (size_t i = 0; i < product->n; i++) {
        const logreg__factor *factor = &f->factor[product->factor[i]];
        const logreg__expression *made = factor->made ? factor->made->input : NULL;
        if (skipped(factor->column, frame, skip))
            return true;
        for (size_t k = 0; made && k < made->n; k++)
            if (made->node[k].kind == LOGREG__NODE_COLUMN && skipped(made->node[k].text, frame, skip))
                return true;
    }
    return false;
}

char *logreg__formula_without(const logreg__formula *f, const logreg_frame *frame, const bool *skip)
{
    logreg__text text = {0};
    size_t written = 0;
    if (logreg_frame_is_condition(frame, logreg_frame_find(frame, f->response)))
        logreg__text_add(&text, f->response);
    else
        logreg__name_quote(&text, f->response);
    logreg__text_add(&text, " ~ ");
    for (size_t i = 0; i < f->n_products; i++) {
        const logreg__product *p = &f->product[i];
        if (has_skipped(f, p, frame, skip))
            continue;
        logreg__text_add(&text, written++ ? " + " : "");
        add_product(&text, f, p);
    }
    if (f->sparse)
        logreg__text_add(&text, written++ ? " + ." : ".");
    if (!written)
        logreg__text_add(&text, "1");
    if (f->offset) {
        logreg__text_add(&text, " + offset(");
        logreg__expression_write(&text, f->offset);
        logreg__text_add(&text, ")");
    }
    for (size_t i = 0; i < f->n_taken; i++) {
        if (skipped(f->taken[i], frame, skip))
            continue;
        logreg__text_add(&text, " - ");
        logreg__name_quote(&text, f->taken[i]);
    }
    if (!f->intercept)
        logreg__text_add(&text, " - 1");
    return logreg__text_take(&text);
}

/* ---- Columns that were taken away -------------------------------------------------------------------------- */

typedef struct {
    const logreg_frame *frame;
    bool *seen; /* [columns] */
    bool failed;
} taking;

/* Marks a column as seen; where it was not, it goes to those taken away, if there is a list of them. */
static void see(taking *t, const char *name, logreg__formula *to)
{
    size_t j = logreg_frame_find(t->frame, name);
    if (j == SIZE_MAX || t->seen[j])
        return;
    t->seen[j] = true;
    if (!to)
        return;
    to->taken[to->n_taken] = logreg__copy(name);
    t->failed = t->failed || !to->taken[to->n_taken++];
}

static void see_all(taking *t, const logreg__expression *e, logreg__formula *to)
{
    for (size_t i = 0; e && i < e->n; i++)
        if (e->node[i].kind == LOGREG__NODE_COLUMN)
            see(t, e->node[i].text, to);
}

/* What conditions forgive to be missing they neither use up nor take away. */
static void see_factor(taking *t, const logreg__factor *factor, logreg__formula *to)
{
    if (logreg__made_forgives(factor->made))
        return;
    if (factor->made)
        see_all(t, factor->made->input, to);
    else
        see(t, factor->column, to);
}

/* Lists the columns of factors that have no place, unless they are used elsewhere. false: out of memory. */
static bool take_away(logreg__formula *f, const logreg__parsed *parsed, const size_t *place,
                      const logreg_frame *frame)
{
    size_t columns = logreg_frame_columns(frame);
    taking t = {.frame = frame, .seen = logreg__new(columns, sizeof *t.seen)};
    f->taken = logreg__new(columns, sizeof *f->taken);
    t.failed = !t.seen || !f->taken;
    if (!t.failed) {
        see(&t, f->response, NULL);
        see_all(&t, f->offset, NULL);
        for (size_t i = 0; i < f->n_factors; i++)
            see_factor(&t, &f->factor[i], NULL);
    }
    for (size_t i = 0; !t.failed && i < parsed->n_factors; i++)
        if (place[i] == SIZE_MAX)
            see_factor(&t, &parsed->factor[i], f);
    free(t.seen);
    return !t.failed;
}

/* ---- The whole --------------------------------------------------------------------------------------------- */

/* Fills in the formula, taking the products over; false: out of memory. */
static bool fill(logreg__formula *f, logreg__parsed *parsed, const logreg_frame *frame)
{
    size_t *place = logreg__new(parsed->n_factors, sizeof *place);
    if (!place)
        return false;
    size_t n = renumber(place, parsed);
    f->n_products = parsed->products.n;
    f->product = parsed->products.item;
    parsed->products = (logreg__products){0};
    f->intercept = parsed->intercept;
    f->sparse = parsed->sparse;
    f->offset = parsed->offset;
    parsed->offset = NULL;
    f->response = logreg__copy(logreg_frame_name(frame, parsed->response));
    f->factor = logreg__new(n, sizeof *f->factor);
    bool ok = f->response && f->factor;
    for (size_t i = 0; ok && i < parsed->n_factors; i++) {
        if (place[i] == SIZE_MAX)
            continue;
        f->factor[f->n_factors++] = parsed->factor[i];
        parsed->factor[i] = (logreg__factor){0};
    }
    ok = ok && take_away(f, parsed, place, frame);
    free(place);
    f->text = ok ? logreg__formula_without(f, frame, NULL) : NULL;
    return f->text;
}

logreg_status logreg__formula_parse(logreg__formula **formula, const char *text, const logreg_frame *frame,
                                    const char *const *exclude, size_t n_exclude, logreg_error *err)
{
    logreg__parsed parsed = {0};
    logreg__formula *f = logreg__new(1, sizeof *f);
    bool *hidden = logreg__new(logreg_frame_columns(frame), sizeof *hidden);
    logreg_status status = f && hidden ? LOGREG_OK : logreg__fail_memory(err);
    for (size_t j = 0; !status && j < logreg_frame_columns(frame); j++)
        hidden[j] = frame->column[j].indicates || frame->column[j].aside || frame->column[j].known_by;
    for (size_t i = 0; !status && i < n_exclude; i++) {
        size_t column = logreg_frame_find(frame, exclude[i]);
        if (column != SIZE_MAX)
            hidden[column] = true;
    }
    if (!status)
        status = logreg__parse(&parsed, text, frame, hidden, err);
    if (!status && !fill(f, &parsed, frame))
        status = logreg__fail_memory(err);
    logreg__parsed_clear(&parsed);
    free(hidden);
    if (status)
        logreg__formula_free(f);
    else
        *formula = f;
    return status;
}

typedef struct {
    size_t *column, n, room;
    bool failed;
} list;

static void add_name(list *l, const logreg_frame *frame, const char *name)
{
    size_t j = logreg_frame_find(frame, name);
    if (j == SIZE_MAX)
        return;
    l->failed = l->failed || !logreg__grow(&l->column, &l->room, l->n + 1, sizeof *l->column);
    if (!l->failed)
        l->column[l->n++] = j;
}

static void add_names(list *l, const logreg_frame *frame, const logreg__expression *e)
{
    for (size_t i = 0; i < e->n; i++)
        if (e->node[i].kind == LOGREG__NODE_COLUMN)
            add_name(l, frame, e->node[i].text);
}

logreg_status logreg__formula_columns(size_t **column, size_t *n, const logreg__formula *f,
                                      const logreg_frame *frame, logreg_error *err)
{
    list l = {.room = f->n_factors};
    l.column = logreg__new(l.room, sizeof *l.column);
    l.failed = !l.column;
    for (size_t i = 0; i < f->n_factors; i++)
        if (f->factor[i].made)
            add_names(&l, frame, f->factor[i].made->input);
        else
            add_name(&l, frame, f->factor[i].column);
    if (f->offset)
        add_names(&l, frame, f->offset);
    for (size_t i = 0; i < f->n_taken; i++)
        add_name(&l, frame, f->taken[i]);
    if (l.failed) {
        free(l.column);
        return logreg__fail_memory(err);
    }
    *column = l.column;
    *n = l.n;
    return LOGREG_OK;
}

void logreg__formula_free(logreg__formula *f)
{
    if (!f)
        return;
    for (size_t i = 0; i < f->n_factors; i++)
        logreg__factor_clear(&f->factor[i]);
    for (size_t i = 0; i < f->n_products; i++)
        free(f->product[i].factor);
    free(f->factor);
    free(f->product);
    for (size_t i = 0; i < f->n_taken; i++)
        free(f->taken[i]);
    free(f->taken);
    logreg__expression_free(f->offset);
    free(f->response);
    free(f->text);
    free(f);
}
