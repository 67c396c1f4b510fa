/* Names of the columns that terms make. */
#include <stdio.h>

#include "base/memory.h"
#include "design/resolve.h"

void logreg__resolve_variable_name(logreg__text *text, const logreg__terms *t, const logreg__formula *f,
                                   size_t variable)
{
    const logreg__variable *v = &t->variable[variable];
    if (v->made) {
        logreg__text_add(text, v->made->text);
    } else if (v->wrapped && !logreg__coded_plain(&f->factor[variable].coded)) {
        logreg__coded_write(text, &f->factor[variable].coded, false);
    } else {
        logreg__text_add(text, v->wrapped ? "C(" : "");
        logreg__text_add(text, v->column);
        logreg__text_add(text, v->wrapped ? ")" : "");
    }
}

/* What stands in brackets. */
static void add_part(logreg__text *text, const logreg__variable *v, size_t level, size_t part)
{
    char number[24];
    snprintf(number, sizeof number, "%zu", part + 1);
    logreg__text_add(text, "[");
    if (level != SIZE_MAX)
        logreg__text_add(text, v->levels[level]);
    else if (v->made)
        logreg__text_add(text, number);
    else
        logreg__contrast_name(text, v->contrast, part);
    logreg__text_add(text, "]");
}

static bool has_parts(const logreg__variable *v)
{
    return logreg__variable_coded(v) ||
           (v->made && v->made->basis.kind && v->made->basis.kind != &logreg__basis_scale);
}

static char *column_name(const logreg__terms *t, const logreg__formula *f, const logreg__term *term,
                         size_t column)
{
    logreg__text text = {0};
    for (size_t i = 0; i < term->n; i++) {
        const logreg__variable *v = &t->variable[term->variable[i]];
        logreg__text_add(&text, i ? ":" : "");
        logreg__resolve_variable_name(&text, t, f, term->variable[i]);
        if (has_parts(v))
            add_part(&text, v, logreg__term_level(t, term, column, i), logreg__term_part(t, term, column, i));
    }
    return logreg__text_take(&text);
}

/* Where the name of a variable ends that stands at `at` in that of a column, with `behind` in brackets after it; NULL: it is another's. What was
 * written as C(column, ..) is known by what surrounds it. */
static const char *variable_end(const char *at, const logreg__variable *v, const char *behind)
{
    const char *begin = v->made ? v->made->text : v->column;
    bool wrapped = v->wrapped && !v->made && strncmp(at, "C(", 2) == 0;
    at += wrapped ? 2 : 0;
    if (strncmp(at, begin, strlen(begin)) != 0)
        return NULL;
    const char *end = wrapped ? strstr(at + strlen(begin), behind) : at + strlen(begin);
    return end && strncmp(end, behind, strlen(behind)) == 0 ? end : NULL;
}

char *logreg__term_name(const logreg__terms *t, const logreg__term *term)
{
    logreg__text name = {0}, behind = {0};
    const char *column = term->n_columns ? t->name[term->first] : "", *at = column;
    for (size_t i = 0; at && i < term->n; i++) {
        const logreg__variable *v = &t->variable[term->variable[i]];
        behind.length = 0;
        logreg__text_add(&behind, "");
        if (has_parts(v))
            add_part(&behind, v, logreg__term_level(t, term, 0, i), logreg__term_part(t, term, 0, i));
        const char *end = behind.failed ? NULL : variable_end(at, v, behind.start);
        logreg__text_add(&name, i ? ":" : "");
        logreg__text_add_bytes(&name, at, end ? (size_t)(end - at) : 0);
        at = end ? end + behind.length : NULL;
        at = at && *at == ':' ? at + 1 : at;
    }
    if (!at) { /* a model file may call its columns as it likes */
        name.length = 0;
        logreg__text_add(&name, column);
    }
    name.failed = name.failed || behind.failed;
    free(behind.start);
    return logreg__text_take(&name);
}

bool logreg__resolve_names(logreg__terms *t, const logreg__formula *f)
{
    t->name = logreg__new(t->n_columns, sizeof *t->name);
    if (!t->name)
        return false;
    if (t->intercept && !(t->name[0] = logreg__copy("(Intercept)")))
        return false;
    for (size_t j = 0; j < t->n_terms; j++)
        for (size_t c = 0; c < t->term[j].n_columns; c++)
            if (!(t->name[t->term[j].first + c] = column_name(t, f, &t->term[j], c)))
                return false;
    return true;
}
