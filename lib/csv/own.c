#include "csv/own.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"
#include "csv/header.h"

bool logreg__own_named(const char *token)
{
    const char *mark = strchr(token, '=');
    return mark && mark > token;
}

/* The column whose name stands in front of a '=', the longest if there are several; n: none does. */
static size_t column_of(const char *token, char *const *names, size_t n)
{
    size_t best = n, longest = 0;
    for (size_t j = 0; j < n; j++) {
        size_t length = strlen(names[j]);
        if (length > longest && strncmp(token, names[j], length) == 0 && token[length] == '=') {
            best = j;
            longest = length;
        }
    }
    return best;
}

bool logreg__own_any(const char *column, const logreg__csv *csv)
{
    char *const names[] = {(char *)column};
    size_t i = 0;
    while (i < csv->n_given_na && column_of(csv->given_na[i], names, 1))
        i++;
    return i < csv->n_given_na;
}

static bool add(logreg__own *own, const char *text, char decimal)
{
    if (!logreg__grow(&own->token, &own->room, own->n + 1, sizeof *own->token))
        return false;
    logreg__own_token *t = &own->token[own->n++];
    *t = (logreg__own_token){.text = text, .n = strlen(text), .number = NAN};
    if (!logreg__number_parse(&t->number, text, t->n, '.') &&
        !logreg__number_parse(&t->number, text, t->n, decimal))
        t->number = NAN;
    return true;
}

logreg_status logreg__own_find(logreg__own *own, char *const *names, size_t n, const logreg__csv *csv)
{
    for (size_t i = 0; i < csv->n_given_na; i++) {
        const char *token = csv->given_na[i];
        if (!logreg__own_named(token))
            continue;
        size_t j = column_of(token, names, n);
        if (j == n && csv->options.na_values_if_there)
            continue;
        if (j == n) {
            char name[LOGREG__SHOWN];
            logreg__show(name, token, strcspn(token, "="));
            return logreg__fail_column(csv, "na-values", name, names, n);
        }
        if (!add(&own[j], token + strlen(names[j]) + 1, csv->options.decimal))
            return logreg__fail_memory(csv->err);
    }
    return LOGREG_OK;
}

/* Does one of the frame's columns stand in front? */
static bool has_column(const logreg_frame *frame, const char *token)
{
    for (size_t j = 0; j < frame->n_columns; j++) {
        size_t n = strlen(frame->column[j].name);
        if (strncmp(token, frame->column[j].name, n) == 0 && token[n] == '=')
            return true;
    }
    return false;
}

static bool keep(logreg_frame *frame, const char *token)
{
    char *kept = frame->own_na[frame->n_own_na] = logreg__copy(token);
    frame->n_own_na += kept != NULL;
    return kept;
}

logreg_status logreg__own_keep(logreg_frame *frame, const logreg__csv *csv)
{
    if (!csv->n_given_na)
        return LOGREG_OK;
    frame->own_na = logreg__new(csv->n_given_na, sizeof *frame->own_na);
    bool ok = frame->own_na != NULL;
    for (size_t i = 0; i < csv->n_given_na && ok; i++)
        if (!logreg__own_named(csv->given_na[i]) || has_column(frame, csv->given_na[i]))
            ok = keep(frame, csv->given_na[i]);
    return ok ? LOGREG_OK : logreg__fail_memory(csv->err);
}

void logreg__own_clear(logreg__own *own)
{
    free(own->token);
    *own = (logreg__own){0};
}

/* Is the cell that? *x: what it says as a number, or NaN, once *read. */
static bool is_token(const logreg__own_token *t, const logreg__cell *cell, char decimal, double *x,
                     bool *read)
{
    if (t->n == cell->n && memcmp(t->text, cell->text, cell->n) == 0)
        return true;
    if (isnan(t->number))
        return false;
    if (!*read && !logreg__number_parse(x, cell->text, cell->n, decimal))
        *x = NAN;
    *read = true;
    return *x == t->number;
}

bool logreg__own_missing(const logreg__own *own, const logreg__cell *cell, char decimal)
{
    double x = NAN;
    bool read = false;
    for (size_t i = 0; i < own->n; i++) {
        logreg__own_token *t = &own->token[i];
        if (!is_token(t, cell, decimal, &x, &read))
            continue;
        if (!__atomic_load_n(&t->met, __ATOMIC_RELAXED))
            __atomic_store_n(&t->met, true, __ATOMIC_RELAXED);
        return true;
    }
    return false;
}

bool logreg__own_note(logreg_frame *frame, size_t j, const logreg__own *own, const logreg__csv *csv)
{
    bool ok = true;
    for (size_t i = 0; i < own->n && ok && !csv->options.na_values_if_there; i++) {
        const logreg__own_token *t = &own->token[i];
        const logreg__cell cell = {t->text, t->n, 0};
        if (!t->met && !logreg__cell_missing(&cell, csv))
            ok = logreg__frame_note(frame, "--na-values %.80s=%.80s: no cell of that column says so",
                                    frame->column[j].name, t->text);
    }
    return ok;
}
