/* What was suspected of columns, and the commands that mend the file. */
#include "base/memory.h"
#include "model/file/section.h"
#include "model/suspicions/kinds.h"

/* ---- One of them, by the table of kinds ---- */

static json_t *one(const logreg__suspicion *s)
{
    const logreg__suspicion_form *form = &logreg__suspicion_table[s->kind];
    json_t *o = json_object();
    logreg__json_set(&o, "kind", json_string(form->word));
    logreg__json_set(&o, "column", json_string(s->column));
    for (size_t i = 0; i < LOGREG__SUSPICION_PARTS; i++) {
        const logreg__suspicion_part *part = &form->part[i];
        if (part->field && (!part->has || part->has(s)))
            logreg__put_fields(&o, s, part->field);
    }
    return o;
}

static bool get_kind(logreg__suspicion *s, logreg__model_reader *r, const json_t *o)
{
    const char *words[LOGREG__SUSPICIONS];
    int kind = 0;
    for (size_t i = 0; i < LOGREG__SUSPICIONS; i++)
        words[i] = logreg__suspicion_table[i].word;
    bool ok =
        logreg__read_word(&kind, words, LOGREG__SUSPICIONS, r, logreg__read_member(r, o, "kind"), "kind");
    s->kind = (logreg__suspicion_kind)kind;
    return ok;
}

static bool get_one(logreg__suspicion *s, size_t n_classes, logreg__model_reader *r, const json_t *o)
{
    if (!get_kind(s, r, o) || !logreg__read_text(&s->column, r, o, "column", false))
        return false;
    const logreg__suspicion_form *form = &logreg__suspicion_table[s->kind];
    for (size_t i = 0; i < LOGREG__SUSPICION_PARTS; i++) {
        const logreg__suspicion_part *part = &form->part[i];
        if (part->field && (!part->has || logreg__read_member(r, o, part->field->name)) &&
            !logreg__read_fields(s, part->field, r, o))
            return false;
    }
    return !form->check || form->check(s, n_classes, r, o);
}

/* ---- All of them; without any there is no such member ---- */

/* Places of the commands in a model. */
static const logreg__field commands[] = {
    {LOGREG__FIELD(TEXT_OR_NONE, "units_command", logreg_model, units_command)},
    {LOGREG__FIELD(TEXT_OR_NONE, "alike_command", logreg_model, alike_command)},
    {LOGREG__FIELD(TEXT_OR_NONE, "several_command", logreg_model, several_command)},
    {LOGREG__FIELD(TEXT_OR_NONE, "dates_command", logreg_model, dates_command)},
    {LOGREG__FIELD(TEXT_OR_NONE, "unit_names_command", logreg_model, unit_names_command)},
    {LOGREG__FIELD(TEXT_OR_NONE, "none_command", logreg_model, none_command)},
    {LOGREG__FIELD(TEXT_OR_NONE, "feet_command", logreg_model, feet_command)},
    {LOGREG__FIELD(TEXT_OR_NONE, "repeats_command", logreg_model, repeats_command)},
    {.name = NULL},
};

static void put(json_t **file, const logreg_model *m)
{
    json_t *list = json_array();
    for (size_t i = 0; i < m->n_suspicions; i++)
        logreg__json_append(&list, one(&m->suspicion[i]));
    if (m->n_suspicions)
        logreg__json_set(file, "suspicions", list);
    else
        json_decref(list);
    logreg__put_fields(file, m, commands);
}

static bool get_all(logreg_model *m, logreg__model_reader *r, const json_t *file)
{
    if (!logreg__read_member(r, file, "suspicions"))
        return true;
    const json_t *list = logreg__read_array(r, file, "suspicions");
    if (!list)
        return false;
    size_t n = json_array_size(list);
    m->suspicion = logreg__new(n, sizeof *m->suspicion);
    if (!m->suspicion)
        return logreg__read_no_memory(r);
    for (size_t i = 0; i < n; i++) {
        m->n_suspicions++;
        if (!get_one(&m->suspicion[i], m->n_classes, r, json_array_get(list, i)))
            return false;
    }
    return true;
}

static bool get(logreg_model *m, logreg__model_reader *r, const json_t *file)
{
    return get_all(m, r, file) && logreg__read_fields(m, commands, r, file);
}

const logreg__section logreg__section_suspicions = {put, get, NULL};
