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

static char *column_name(const logreg__terms *t, const logreg__formula *f, const logreg__term *term,
                         size_t column)
{
    logreg__text text = {0};
    for (size_t i = 0; i < term->n; i++) {
        const logreg__variable *v = &t->variable[term->variable[i]];
        logreg__text_add(&text, i ? ":" : "");
        logreg__resolve_variable_name(&text, t, f, term->variable[i]);
        if (v->kind == LOGREG_CATEGORY ||
            (v->made && v->made->basis.kind && v->made->basis.kind != &logreg__basis_scale))
            add_part(&text, v, logreg__term_level(t, term, column, i), logreg__term_part(t, term, column, i));
    }
    return logreg__text_take(&text);
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
