/* Terms of a formula or of a plain matrix. */
#include <assert.h>
#include <stdio.h>

#include "base/error.h"
#include "base/memory.h"
#include "data/frame.h"
#include "data/sparse.h"
#include "design/resolve.h"

/* ---- Terms of a formula ------------------------------------------------------------------------------------ */

/* The offset is the formula's, read again from its text. */
static logreg_status add_offset(logreg__terms *t, const logreg__formula *f, logreg_error *err)
{
    if (!f->offset)
        return LOGREG_OK;
    logreg__text text = {0};
    logreg__expression_write(&text, f->offset);
    char *offset = logreg__text_take(&text);
    logreg_status status =
        offset ? logreg__expression_parse(&t->offset, "offset", offset, NULL, LOGREG__ARITHMETIC, err)
               : logreg__fail_memory(err);
    free(offset);
    return status;
}

static bool note_taken(logreg__terms *t, const logreg__formula *f, const logreg_frame *frame,
                       const logreg__rows *rows)
{
    t->taken = logreg__new(f->n_taken, sizeof *t->taken);
    for (size_t i = 0; t->taken && i < f->n_taken; i++) {
        logreg__lacking *taken = &t->taken[t->n_taken++];
        taken->column = logreg__copy(f->taken[i]);
        if (!taken->column)
            return false;
        taken->n_missing =
            logreg__rows_missing(rows, &frame->column[logreg_frame_find(frame, taken->column)]);
    }
    return t->taken;
}

/* Those of the frame's matrix that have a number in any row. */
static bool add_sparse_of(logreg__terms *t, const logreg_frame *frame)
{
    size_t n, width = frame->sparse->p;
    uint32_t *held = logreg__sparse_held(&n, frame->sparse);
    if (!held)
        return false;
    if (n == width) {
        free(held);
        held = NULL;
    }
    bool ok = logreg__terms_add_sparse(t, width, held, n);
    if (!ok)
        free(held);
    return ok;
}

/* A category may still make more of it than there are terms. */
static logreg_status check_size(const logreg__formula *f, logreg_error *err)
{
    if (f->n_products + f->intercept <= LOGREG__MAX_COLUMNS)
        return LOGREG_OK;
    bool listed = true;
    for (size_t i = 0; i < f->n_products && listed; i++)
        listed = f->product[i].n == 1;
    return logreg__fail(err, LOGREG_EDATA,
                        "the model has %zu %s, and a fit takes %d coefficients at most, the intercept among "
                        "them: %s, or write the numbers as sparse rows, --format svmlight, of which "
                        "--penalty l1 and l2 take any number of columns",
                        f->n_products, listed ? "columns" : "terms", LOGREG__MAX_COLUMNS,
                        listed ? "choose among them by --features or --exclude"
                               : "leave terms out of the formula");
}

static logreg_status resolve(logreg__terms *t, const logreg__formula *f, const logreg_frame *frame,
                             const logreg__rows *rows, logreg_error *err)
{
    t->response = logreg__copy(f->response);
    t->formula = logreg__copy(f->text);
    t->intercept = f->intercept;
    if (!t->response || !t->formula || !note_taken(t, f, frame, rows))
        return logreg__fail_memory(err);
    logreg_status status = check_size(f, err);
    if (!status)
        status = add_offset(t, f, err);
    if (!status)
        status = logreg__resolve_variables(t, f, frame, rows, err);
    if (!status)
        status = logreg__resolve_columns(t, f, err);
    if (status)
        return status;
    bool ok = logreg__resolve_names(t, f) && (!f->sparse || add_sparse_of(t, frame));
    return ok ? LOGREG_OK : logreg__fail_memory(err);
}

size_t logreg__terms_sparse_column(const logreg__terms *t, size_t j)
{
    return t->sparse_column ? t->sparse_column[j] : j;
}

/* As many bytes as "x17" takes, its end included. */
static size_t name_size(size_t number)
{
    size_t size = 3;
    for (; number >= 10; number /= 10)
        size++;
    return size;
}

bool logreg__terms_add_sparse(logreg__terms *t, size_t width, uint32_t *column, size_t n)
{
    size_t old = t->n_columns, room = old, bytes = 0;
    for (size_t j = 0; j < n; j++)
        bytes += name_size((column ? column[j] : j) + 1);
    char *at = logreg__new_raw(bytes, 1);
    if (!at || !logreg__grow(&t->name, &room, old + n, sizeof *t->name)) {
        free(at);
        return false;
    }
    t->sparse_names = at;
    t->sparse_width = width;
    t->sparse_column = column;
    t->n_sparse = n;
    t->n_columns += n;
    for (size_t j = 0; j < n; j++) {
        size_t number = logreg__terms_sparse_column(t, j) + 1, size = name_size(number);
        snprintf(at, size, "x%zu", number);
        t->name[old + j] = at;
        at += size;
    }
    return true;
}

bool logreg__terms_name_words(logreg__terms *t)
{
    char **name = t->name + (t->n_columns - t->n_sparse);
    free(t->sparse_names);
    t->sparse_names = NULL;
    memset(name, 0, t->n_sparse * sizeof *name);
    for (size_t j = 0; j < t->n_sparse; j++) {
        size_t column = logreg__terms_sparse_column(t, j);
        const char *word = logreg__vocabulary_word(t->words, column);
        int n = word ? asprintf(&name[j], "%s[%s]", t->text, word)
                     : asprintf(&name[j], "%s[#%zu]", t->text, column + 1);
        if (n < 0) {
            name[j] = NULL;
            return false;
        }
    }
    return true;
}

logreg_status logreg__terms_new(logreg__terms **terms, const logreg__formula *formula,
                                const logreg_frame *frame, const logreg__rows *rows, logreg_error *err)
{
    if (!rows->n)
        return logreg__fail(
            err, LOGREG_EDATA,
            "no row is left: each of the %zu has a missing value in a column that the formula uses",
            rows->n_total);
    logreg__terms *t = logreg__new(1, sizeof *t);
    logreg_status status = t ? resolve(t, formula, frame, rows, err) : logreg__fail_memory(err);
    if (status)
        logreg__terms_free(t);
    else
        *terms = t;
    return status;
}

void logreg__terms_drop_intercept(logreg__terms *t)
{
    if (!t->intercept)
        return;
    t->intercept = false;
    free(t->name[0]);
    t->n_columns--;
    memmove(t->name, t->name + 1, t->n_columns * sizeof *t->name);
    for (size_t i = 0; i < t->n_terms; i++)
        t->term[i].first--;
}

bool logreg__terms_reference(const logreg__terms *t, const char *column)
{
    for (size_t j = 0; j < t->n_terms; j++) {
        const logreg__term *term = &t->term[j];
        for (size_t i = 0; i < term->n; i++) {
            const logreg__variable *v = &t->variable[term->variable[i]];
            bool coded = v->kind == LOGREG_CATEGORY && !v->coding && !term->full[i];
            if (coded && strcmp(v->column, column) == 0)
                return true;
        }
    }
    return false;
}

bool logreg__terms_learned(const logreg__terms *t)
{
    bool any = t->words && !t->words->options.hashed;
    for (size_t i = 0; i < t->n_variables; i++) {
        const logreg__made *made = t->variable[i].made;
        any = any || (made && made->basis.kind && logreg__basis_learns(&made->basis));
    }
    for (size_t i = 0; i < t->n_fills; i++)
        any = any || (t->fill[i].n_missing && t->fill[i].how <= LOGREG__FILL_MOST_FREQUENT);
    return any;
}

/* ---- Terms of a matrix ------------------------------------------------------------------------------------- */

static bool take_columns(logreg__terms *t, const logreg_frame *frame)
{
    t->n_columns = t->intercept + frame->n_columns;
    t->variable = logreg__new(frame->n_columns, sizeof *t->variable);
    t->term = logreg__new(frame->n_columns, sizeof *t->term);
    if (!t->variable || !t->term)
        return false;
    for (size_t j = 0; j < frame->n_columns; j++) {
        assert(frame->column[j].kind == LOGREG_NUMERIC);
        logreg__variable *v = &t->variable[t->n_variables++];
        logreg__term *term = &t->term[t->n_terms++];
        *v = (logreg__variable){.kind = LOGREG_NUMERIC,
                                .indicates = frame->column[j].indicates != NULL,
                                .n_missing = frame->column[j].n_missing};
        *term = (logreg__term){.n = 1, .first = t->intercept + j, .n_columns = 1};
        v->column = logreg__copy(frame->column[j].name);
        term->variable = logreg__new(1, sizeof *term->variable);
        term->full = logreg__new(1, sizeof *term->full);
        if (!v->column || !term->variable || !term->full)
            return false;
        *term->variable = j;
    }
    return logreg__resolve_names(t, NULL);
}

logreg_status logreg__terms_plain(logreg__terms **terms, const logreg_frame *frame, bool intercept,
                                  logreg_error *err)
{
    logreg__terms *t = logreg__new(1, sizeof *t);
    if (!t)
        return logreg__fail_memory(err);
    t->intercept = intercept;
    if (!take_columns(t, frame)) {
        logreg__terms_free(t);
        return logreg__fail_memory(err);
    }
    *terms = t;
    return LOGREG_OK;
}

void logreg__lacking_free(logreg__lacking *column, size_t n)
{
    for (size_t i = 0; i < n; i++)
        free(column[i].column);
    free(column);
}

void logreg__terms_free(logreg__terms *t)
{
    if (!t)
        return;
    logreg__vocabulary_free(t->words);
    free(t->text);
    for (size_t i = 0; i < t->n_variables; i++) {
        logreg__variable_clear(&t->variable[i]);
    }
    for (size_t j = 0; j < t->n_terms; j++) {
        free(t->term[j].variable);
        free(t->term[j].full);
    }
    size_t own = t->sparse_names ? t->n_columns - t->n_sparse : t->n_columns;
    for (size_t c = 0; t->name && c < own; c++)
        free(t->name[c]);
    free(t->sparse_names);
    free(t->sparse_column);
    logreg__lacking_free(t->taken, t->n_taken);
    logreg__fills_free(t->fill, t->n_fills);
    free(t->variable);
    free(t->term);
    free(t->name);
    logreg__expression_free(t->offset);
    free(t->response);
    free(t->formula);
    free(t);
}
