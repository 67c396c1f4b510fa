/* Aliased columns, and the columns that each is a combination of: [[column, of, multiplier], ..] */
#include <math.h>

#include "base/memory.h"
#include "model/file/section.h"

static json_t *row(size_t column, size_t of, double multiplier)
{
    json_t *array = json_array();
    logreg__json_append(&array, logreg__json_size(column));
    logreg__json_append(&array, logreg__json_size(of));
    logreg__json_append(&array, logreg__json_real(multiplier));
    return array;
}

static void put(json_t **file, const logreg_model *m)
{
    json_t *array = json_array();
    for (size_t j = 0; j < m->p; j++)
        for (size_t i = 0; i < m->alias[j].n; i++)
            logreg__json_append(&array, row(j, m->alias[j].column[i], m->alias[j].multiplier[i]));
    logreg__json_set(file, "aliases", array);
}

static bool get(logreg_model *m, logreg__model_reader *r, const json_t *file)
{
    const json_t *a = logreg__read_array(r, file, "aliases");
    for (size_t i = 0; a && i < json_array_size(a); i++) {
        const json_t *row = json_array_get(a, i), *j = json_array_get(row, 0), *of = json_array_get(row, 1);
        double multiplier = NAN;
        bool ok = json_is_integer(j) && json_is_integer(of) && json_integer_value(j) >= 0 &&
                  (size_t)json_integer_value(j) < m->p && json_integer_value(of) >= 0 &&
                  (size_t)json_integer_value(of) < m->p &&
                  logreg__read_real(&multiplier, json_array_get(row, 2)) && !isnan(multiplier) &&
                  m->status[json_integer_value(j)] == LOGREG_COEF_ALIASED;
        if (!ok)
            return logreg__read_wrong(r, "aliases", "should list aliased columns, others and multipliers");
        logreg__alias *alias = &m->alias[json_integer_value(j)];
        size_t room_c = alias->n, room_m = alias->n;
        if (!logreg__grow(&alias->column, &room_c, alias->n + 1, sizeof *alias->column) ||
            !logreg__grow(&alias->multiplier, &room_m, alias->n + 1, sizeof *alias->multiplier))
            return logreg__read_no_memory(r);
        alias->column[alias->n] = (size_t)json_integer_value(of);
        alias->multiplier[alias->n++] = multiplier;
    }
    for (size_t j = 0; a && j < m->p; j++)
        if (m->alias[j].n && !logreg__alias_name(&m->alias[j], m->terms))
            return logreg__read_no_memory(r);
    return a != NULL;
}

const logreg__section logreg__section_aliases = {put, get, NULL};
