/* What a model knows of the columns of new data. */
#include <string.h>

#include "data/label.h"
#include "model/model.h"

typedef struct {
    logreg_csv_column *column; /* NULL: they are counted alone */
    size_t n;
} listing;

static void add(listing *l, const char *name, logreg_csv_kind kind)
{
    if (!name)
        return;
    if (l->column)
        l->column[l->n] = (logreg_csv_column){name, kind};
    l->n++;
}

/* Of labels: where all are numbers, those of new data are compared as such. */
static logreg_csv_kind kind_of(char *const *label, size_t n)
{
    return logreg__labels_numbers(label, n) ? LOGREG_CSV_CATEGORY : LOGREG_CSV_TEXTS;
}

/* The level that stands in for the column's missing cells; NULL: none does. */
static const char *filled(const logreg__terms *t, const char *column)
{
    for (size_t i = 0; i < t->n_fills; i++)
        if (strcmp(t->fill[i].column, column) == 0)
            return t->fill[i].label;
    return NULL;
}

/* The same of levels, one of which may be none of the file's: the others are numbers by value if all stand in normal form. */
static logreg_csv_kind kind_of_levels(const logreg__variable *v, const char *fill)
{
    logreg_csv_kind kind = kind_of(v->levels, v->n_levels);
    bool normal = fill && v->n_levels > 1;
    for (size_t l = 0; l < v->n_levels && normal; l++)
        normal = strcmp(v->levels[l], fill) == 0 || logreg__label_is_normal(v->levels[l]);
    return normal ? LOGREG_CSV_CATEGORY : kind;
}

static void add_variables(listing *l, const logreg_model *m, logreg_column_kind kind)
{
    for (size_t i = 0; i < m->n_variables; i++) {
        const logreg__variable *v = &m->terms->variable[m->inner[i]];
        if (v->kind == kind)
            add(l, v->column,
                kind == LOGREG_NUMERIC ? LOGREG_CSV_NUMBERS : kind_of_levels(v, filled(m->terms, v->column)));
    }
}

static void add_outcome(listing *l, const logreg_model *m)
{
    add(l, m->target,
        m->grouped          ? LOGREG_CSV_NUMBERS
        : m->numeric_target ? LOGREG_CSV_AS_IT_LOOKS
                            : kind_of(m->class_label, m->n_classes));
    add(l, m->strata, LOGREG_CSV_AS_IT_LOOKS);
    add(l, m->survey_strata, LOGREG_CSV_AS_IT_LOOKS);
    for (size_t i = 0; i < 2; i++)
        add(l, m->cluster[i], LOGREG_CSV_AS_IT_LOOKS);
    for (size_t i = 0; i < m->terms->n_taken; i++)
        add(l, m->terms->taken[i].column, LOGREG_CSV_AS_IT_LOOKS);
}

/* Numbers come first: what is a category as well, as in C(k) + k, stays one of numbers, whose values are the levels. */
size_t logreg_model_csv_columns(const logreg_model *m, bool outcome, logreg_csv_column *column)
{
    listing l = {.column = column};
    add_variables(&l, m, LOGREG_NUMERIC);
    add(&l, m->offset, LOGREG_CSV_NUMBERS);
    for (size_t i = 0; outcome && i < 3; i++)
        add(&l, (char *const[]){m->weights, m->sampling, m->trials}[i], LOGREG_CSV_NUMBERS);
    add_variables(&l, m, LOGREG_CATEGORY);
    add(&l, m->terms->text, LOGREG_CSV_TEXTS);
    if (outcome)
        add_outcome(&l, m);
    return l.n;
}
