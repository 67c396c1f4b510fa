/* Which rows the model was fitted to: columns that some of them miss, tokens of missing values, matched sets. */
#include "base/memory.h"
#include "model/file/fields.h"
#include "model/file/section.h"

/* ---- Columns that rows miss ---- */

void logreg__put_lacking(json_t **file, const char *key, const logreg__lacking *column, size_t n)
{
    if (!n)
        return;
    json_t *list = json_array();
    for (size_t i = 0; i < n; i++) {
        json_t *o = json_object();
        logreg__json_set(&o, "column", json_string(column[i].column));
        logreg__json_set(&o, "n_missing", logreg__json_size(column[i].n_missing));
        logreg__json_append(&list, o);
    }
    logreg__json_set(file, key, list);
}

bool logreg__read_lacking(logreg__lacking **column, size_t *n, logreg__model_reader *r, const json_t *file,
                          const char *member)
{
    if (!logreg__read_member(r, file, member))
        return true;
    const json_t *list = logreg__read_array(r, file, member);
    if (!list)
        return false;
    size_t listed = json_array_size(list);
    logreg__lacking *found = *column = logreg__new(listed, sizeof *found);
    if (!found)
        return logreg__read_no_memory(r);
    for (size_t i = 0; i < listed; i++) {
        ++*n;
        if (!logreg__read_text(&found[i].column, r, json_array_get(list, i), "column", false) ||
            !logreg__read_count(&found[i].n_missing, r, json_array_get(list, i), "n_missing"))
            return false;
    }
    return true;
}

static void put_lacking(json_t **file, const logreg_model *m)
{
    logreg__put_lacking(file, "lacking", m->lacking, m->n_lacking);
}

static bool get_lacking(logreg_model *m, logreg__model_reader *r, const json_t *file)
{
    return logreg__read_lacking(&m->lacking, &m->n_lacking, r, file, "lacking");
}

const logreg__section logreg__section_lacking = {put_lacking, get_lacking, NULL};

/* ---- Tokens of missing values ---- */

static void put_na_values(json_t **file, const logreg_model *m)
{
    if (m->n_na_values)
        logreg__json_set(file, "na_values", logreg__json_texts(m->na_values, m->n_na_values));
}

static bool get_na_values(logreg_model *m, logreg__model_reader *r, const json_t *file)
{
    return !logreg__read_member(r, file, "na_values") ||
           logreg__read_strings(&m->na_values, &m->n_na_values, r, file, "na_values");
}

const logreg__section logreg__section_na_values = {put_na_values, get_na_values, NULL};

/* ---- Matched sets ---- */

#define COUNT(member) LOGREG__FIELD(COUNT, #member, logreg_strata, member)

static const logreg__field counts[] = {
    {COUNT(n)},    {COUNT(informative)}, {COUNT(single)}, {COUNT(eventless)},
    {COUNT(full)}, {COUNT(rows)},        {COUNT(events)}, {.name = NULL},
};

static void put_strata(json_t **file, const logreg_model *m)
{
    if (!m->strata)
        return;
    json_t *o = json_object();
    logreg__json_set(&o, "column", json_string(m->strata));
    logreg__put_fields(&o, &m->strata_counts, counts);
    logreg__json_set(file, "strata", o);
}

static bool get_strata(logreg_model *m, logreg__model_reader *r, const json_t *file)
{
    const json_t *o = logreg__read_member(r, file, "strata");
    return !o || (logreg__read_text(&m->strata, r, o, "column", false) &&
                  logreg__read_fields(&m->strata_counts, counts, r, o));
}

static bool check_strata(logreg_model *m, logreg__model_reader *r)
{
    const logreg_strata *s = &m->strata_counts;
    if (!m->strata)
        return true;
    if (s->n != s->informative + s->single + s->eventless + s->full)
        return logreg__read_wrong(r, "strata", "holds counts that do not add up");
    if (m->n_classes != 2 || m->terms->intercept || m->grouped || m->weights)
        return logreg__read_wrong(r, "strata",
                                  "go with two classes, and with no intercept, weights or trials");
    return true;
}

const logreg__section logreg__section_strata = {put_strata, get_strata, check_strata};
