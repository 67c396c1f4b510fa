/* What stands in for missing cells. */
#include <math.h>

#include "base/memory.h"
#include "model/file/section.h"

static json_t *one(const logreg__fill *f)
{
    json_t *o = json_object();
    logreg__json_set(&o, "column", json_string(f->column));
    logreg__json_set(&o, "how", json_string(logreg__fill_words[f->how]));
    if (f->kind == LOGREG_CATEGORY)
        logreg__json_set(&o, "label", logreg__json_text(f->label));
    else
        logreg__json_set(&o, "number", logreg__json_real(f->number));
    logreg__json_set(&o, "n_missing", logreg__json_size(f->n_missing));
    logreg__json_set(&o, "indicated", json_boolean(f->indicated));
    return o;
}

void logreg__put_fills(json_t **file, const logreg__terms *terms)
{
    if (!terms->n_fills)
        return;
    json_t *list = json_array();
    for (size_t i = 0; i < terms->n_fills; i++)
        logreg__json_append(&list, one(&terms->fill[i]));
    logreg__json_set(file, "imputed", list);
}

static bool get_one(logreg__fill *f, logreg__model_reader *r, const json_t *object)
{
    int how = 0;
    const json_t *label = logreg__read_member(r, object, "label");
    if (!logreg__read_text(&f->column, r, object, "column", false) ||
        !logreg__read_word(&how, logreg__fill_words, LOGREG__FILLS, r, logreg__read_member(r, object, "how"),
                           "how") ||
        !logreg__read_count(&f->n_missing, r, object, "n_missing") ||
        !logreg__read_flag(&f->indicated, r, object, "indicated"))
        return false;
    f->how = (logreg__fill_how)how;
    f->kind = label ? LOGREG_CATEGORY : LOGREG_NUMERIC;
    if (label)
        return logreg__read_text(&f->label, r, object, "label", true);
    return (logreg__read_real(&f->number, logreg__read_member(r, object, "number")) && isfinite(f->number)) ||
           logreg__read_wrong(r, "number", "should be a finite number");
}

/* Variables that tell where a column is missing are called so. */
static void mark_indicators(logreg__terms *terms)
{
    for (size_t i = 0; i < terms->n_fills; i++)
        for (size_t v = 0; terms->fill[i].indicated && v < terms->n_variables; v++) {
            logreg__variable *variable = &terms->variable[v];
            variable->indicates =
                variable->indicates ||
                (variable->column && logreg__indicator_is_of(variable->column, terms->fill[i].column));
        }
}

/* Models that impute nothing, and those of old, have no such member. */
bool logreg__read_fills(logreg__terms *terms, logreg__model_reader *r, const json_t *file)
{
    if (!logreg__read_member(r, file, "imputed"))
        return true;
    const json_t *list = logreg__read_array(r, file, "imputed");
    if (!list)
        return false;
    terms->fill = logreg__new(json_array_size(list), sizeof *terms->fill);
    if (!terms->fill)
        return logreg__read_no_memory(r);
    for (size_t i = 0; i < json_array_size(list); i++) {
        logreg__fill *f = &terms->fill[terms->n_fills++];
        if (!get_one(f, r, json_array_get(list, i)))
            return false;
        if (logreg__fill_of(terms->fill, i, f->column))
            return logreg__read_wrong(r, "imputed", "names a column twice");
    }
    mark_indicators(terms);
    return true;
}
