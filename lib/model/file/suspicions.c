/* What was suspected of columns, and the commands that mend the file. */
#include "base/memory.h"
#include "model/file/fields.h"
#include "model/file/section.h"

/* ---- What is known of a suspicion, by its kind ---- */

#define FIELD(kind, name, member) LOGREG__FIELD(kind, name, logreg__suspicion, member)

static const logreg__field rows[] = {{FIELD(COUNT, "n_rows", numbers.n_rows)}, {.name = NULL}};
static const logreg__field levels[] = {{FIELD(COUNT, "n_levels", n_levels)}, {.name = NULL}};
static const logreg__field grouped[] = {
    {FIELD(COUNT, "n_levels", n_levels)}, {FIELD(COUNT, "n_rows", numbers.n_rows)}, {.name = NULL}};
static const logreg__field first_row[] = {
    {FIELD(COUNT, "row", row)}, {FIELD(COUNT, "line", line)}, {.name = NULL}};
static const logreg__field usable[] = {{FIELD(COUNT, "n_usable", n_usable)}, {.name = NULL}};
static const logreg__field lost[] = {
    {FIELD(COUNT, "n_rows", numbers.n_rows)}, {FIELD(COUNT, "n_kept", n_kept)}, {.name = NULL}};
static const logreg__field lost_class[] = {{FIELD(NAME, "class", of_class)},
                                           {FIELD(COUNT, "n_rows", numbers.n_rows)},
                                           {FIELD(COUNT, "n_kept", n_kept)},
                                           {.name = NULL}};
static const logreg__field decided[] = {{FIELD(COUNT, "n_levels", n_levels)},
                                        {FIELD(COUNT, "n_decided", n_decided)},
                                        {FIELD(COUNT, "n_rows", numbers.n_rows)},
                                        {.name = NULL}};
static const logreg__field tick[] = {
    {FIELD(NUMBER, "low", numbers.low)}, {FIELD(COUNT, "n_rows", numbers.n_rows)}, {.name = NULL}};
static const logreg__field matched[] = {{FIELD(COUNT, "n_sets", matching.sets)},
                                        {FIELD(COUNT, "n_alike", matching.alike)},
                                        {FIELD(COUNT, "events", matching.events)},
                                        {FIELD(COUNT, "others", matching.others)},
                                        {.name = NULL}};
static const logreg__field unit[] = {
    {FIELD(NUMBER, "factor", factor)}, {FIELD(COUNT, "line", line)}, {.name = NULL}};
static const logreg__field range[] = {{FIELD(COUNT, "n_rows", numbers.n_rows)},
                                      {FIELD(NUMBER, "low", numbers.low)},
                                      {FIELD(NUMBER, "high", numbers.high)},
                                      {.name = NULL}};
static const logreg__field least[] = {{FIELD(NUMBER, "low", numbers.low)}, {.name = NULL}};
static const logreg__field uncounted[] = {
    {FIELD(COUNT, "n_rows", numbers.n_rows)}, {FIELD(NUMBER, "n_cases", numbers.low)}, {.name = NULL}};
static const logreg__field joined[] = {{FIELD(COUNT, "n_levels", n_levels)},
                                       {FIELD(COUNT, "line", line)},
                                       {FIELD(NAME, "level", of_class)},
                                       {.name = NULL}};
static const logreg__field followed[] = {{FIELD(NAME, "by", of_class)}, {.name = NULL}};
static const logreg__field nearly[] = {
    {FIELD(COUNT, "n_same", following.same)}, {FIELD(COUNT, "n_rows", following.rows)}, {.name = NULL}};
static const logreg__field reference[] = {
    {FIELD(NAME, "better", of_class)}, {FIELD(COUNT, "n_rows", numbers.n_rows)}, {.name = NULL}};
static const logreg__field decider[] = {{FIELD(NAME, "by", of_class)},
                                        {FIELD(FLAG, "both", both)},
                                        {FIELD(FLAG, "number", as_number)},
                                        {.name = NULL}};
static const logreg__field skipped[] = {{FIELD(NAME, "where", of_class)},
                                        {FIELD(COUNT, "n_rows", numbers.n_rows)},
                                        {FIELD(COUNT, "n_other", n_kept)},
                                        {FIELD(COUNT, "way", way)},
                                        {.name = NULL}};
static const logreg__field ranks[] = {
    {FIELD(NUMBER, "auc", leak.auc)}, {FIELD(COUNT, "class", leak.of)}, {.name = NULL}};
static const logreg__field right[] = {
    {FIELD(NUMBER, "right", leak.right)}, {FIELD(NUMBER, "n_cases", leak.all)}, {.name = NULL}};

/* Of kinds whose members are counts, numbers and texts: those that all have, and those that some have together, where the first is not 0. Files of old lack
 * those of IDs, as those of rows do, and of losses. */
static const struct {
    const logreg__field *always, *some;
} known[LOGREG__SUSPICIONS] = {
    [LOGREG__SUSPECT_ID] = {NULL, grouped},      [LOGREG__SUSPECT_TICKS] = {tick, NULL},
    [LOGREG__SUSPECT_LOSS] = {lost, usable},     [LOGREG__SUSPECT_LEVELS] = {decided, NULL},
    [LOGREG__SUSPECT_SEVERAL] = {decided, NULL}, [LOGREG__SUSPECT_MISTYPED] = {decided, NULL},
    [LOGREG__SUSPECT_FEET] = {least, NULL},      [LOGREG__SUSPECT_TWICE] = {rows, first_row},
    [LOGREG__SUSPECT_MATCHED] = {matched, NULL}, [LOGREG__SUSPECT_LOST] = {lost_class, NULL},
    [LOGREG__SUSPECT_CASES] = {NULL, uncounted}, [LOGREG__SUSPECT_JOINED] = {joined, NULL},
    [LOGREG__SUSPECT_DECIDED] = {decider, NULL}, [LOGREG__SUSPECT_FOLLOWS] = {followed, nearly},
    [LOGREG__SUSPECT_SKIPPED] = {skipped, NULL}, [LOGREG__SUSPECT_REFERENCE] = {reference, NULL},
};

/* Is it of the kinds that list numbers? */
static bool lists_numbers(logreg__suspicion_kind kind)
{
    return kind == LOGREG__SUSPECT_JOINED || kind == LOGREG__SUSPECT_SENTINEL ||
           kind == LOGREG__SUSPECT_ZEROS || kind == LOGREG__SUSPECT_SLIP || kind == LOGREG__SUSPECT_UNITS;
}

static const char *const how_words[LOGREG__FOLLOWS] = {"not",    "same",   "up",    "down",
                                                       "ranges", "levels", "nearly"};

/* ---- Writing ---- */

static void put_numbers(json_t **o, const logreg__suspicion *s)
{
    if (s->kind == LOGREG__SUSPECT_UNITS)
        logreg__put_fields(o, s, unit);
    if (s->between)
        logreg__json_set(o, "between", json_true());
    if (s->none > 0)
        logreg__json_set(o, "none", json_real(s->none));
    if (s->beside)
        logreg__json_set(o, "beside", json_true());
    logreg__json_set(o, "numbers", logreg__json_reals(s->numbers.value, s->numbers.n_values));
    logreg__put_fields(o, s, range);
}

static void put_date(json_t **o, const logreg__suspicion *s)
{
    if (s->calendar)
        logreg__json_set(o, "calendar", json_string(logreg__calendar_words[s->calendar]));
    if (s->days)
        logreg__json_set(o, "gives", json_string(logreg__day_numbers_words[s->days]));
    logreg__put_fields(o, s, s->calendar ? least : levels);
}

static json_t *one(const logreg__suspicion *s)
{
    json_t *o = json_object();
    logreg__json_set(&o, "kind", json_string(logreg__suspicion_words[s->kind]));
    logreg__json_set(&o, "column", json_string(s->column));
    const logreg__field *always = known[s->kind].always, *some = known[s->kind].some;
    if (always)
        logreg__put_fields(&o, s, always);
    if (some && *(const size_t *)((const char *)s + some->offset))
        logreg__put_fields(&o, s, some);
    if (s->kind == LOGREG__SUSPECT_SEVERAL && s->beside)
        logreg__json_set(&o, "beside", json_true());
    if (s->kind == LOGREG__SUSPECT_DATE)
        put_date(&o, s);
    if (s->kind == LOGREG__SUSPECT_LEAK)
        logreg__put_fields(&o, s, s->leak.auc > 0 ? ranks : right);
    if (s->kind == LOGREG__SUSPECT_FOLLOWS)
        logreg__json_set(&o, "how", json_string(how_words[s->following.how]));
    if (lists_numbers(s->kind))
        put_numbers(&o, s);
    return o;
}

/* ---- Reading ---- */

static bool get_numbers(logreg__suspicion *s, logreg__model_reader *r, const json_t *o)
{
    if (s->kind == LOGREG__SUSPECT_UNITS && !logreg__read_fields(s, unit, r, o))
        return false;
    const json_t *list = logreg__read_array(r, o, "numbers");
    if (!list)
        return false;
    s->numbers.n_values = json_array_size(list);
    s->between = json_is_true(logreg__read_member(r, o, "between"));
    s->beside = json_is_true(logreg__read_member(r, o, "beside"));
    s->none = json_number_value(logreg__read_member(r, o, "none"));
    if (!s->numbers.n_values || s->numbers.n_values > LOGREG_SENTINELS ||
        (s->between && s->numbers.n_values != 2))
        return logreg__read_wrong(r, "numbers", "has the wrong length");
    return logreg__read_reals(s->numbers.value, s->numbers.n_values, false, r, o, "numbers") &&
           logreg__read_fields(s, range, r, o);
}

/* Of texts, which have levels, or of numbers. */
static bool get_date(logreg__suspicion *s, logreg__model_reader *r, const json_t *o)
{
    const json_t *gives = logreg__read_member(r, o, "gives");
    s->days = logreg__says_birth(s->column) ? LOGREG__DAY_YEARS : LOGREG__DAY_NUMBERS;
    if (gives &&
        !logreg__read_word(&s->days, logreg__day_numbers_words, LOGREG__DAY_KINDS, r, gives, "gives"))
        return false;
    if (logreg__read_member(r, o, "n_levels"))
        return logreg__read_fields(s, levels, r, o);
    return logreg__read_fields(s, least, r, o) &&
           logreg__read_word(&s->calendar, logreg__calendar_words, LOGREG__CALENDARS, r,
                             logreg__read_member(r, o, "calendar"), "calendar");
}

static bool get_leak(logreg__suspicion *s, size_t n_classes, logreg__model_reader *r, const json_t *o)
{
    if (!logreg__read_member(r, o, "auc"))
        return logreg__read_fields(s, right, r, o);
    return logreg__read_fields(s, ranks, r, o) &&
           (s->leak.of < n_classes || logreg__read_wrong(r, "class", "should be the place of a class"));
}

static bool get_following(logreg__suspicion *s, logreg__model_reader *r, const json_t *o)
{
    int how = 0;
    if (!logreg__read_word(&how, how_words, LOGREG__FOLLOWS, r, logreg__read_member(r, o, "how"), "how"))
        return false;
    s->following.how = (logreg__following_kind)how;
    return true;
}

static bool get_one(logreg__suspicion *s, size_t n_classes, logreg__model_reader *r, const json_t *o)
{
    int kind = 0;
    if (!logreg__read_word(&kind, logreg__suspicion_words, LOGREG__SUSPICIONS, r,
                           logreg__read_member(r, o, "kind"), "kind") ||
        !logreg__read_text(&s->column, r, o, "column", false))
        return false;
    s->kind = (logreg__suspicion_kind)kind;
    s->beside = s->kind == LOGREG__SUSPECT_SEVERAL && json_is_true(logreg__read_member(r, o, "beside"));
    const logreg__field *always = known[kind].always, *some = known[kind].some;
    if ((always && !logreg__read_fields(s, always, r, o)) ||
        (some && logreg__read_member(r, o, some->name) && !logreg__read_fields(s, some, r, o)))
        return false;
    return s->kind == LOGREG__SUSPECT_DATE      ? get_date(s, r, o)
           : s->kind == LOGREG__SUSPECT_LEAK    ? get_leak(s, n_classes, r, o)
           : s->kind == LOGREG__SUSPECT_FOLLOWS ? get_following(s, r, o)
                                                : !lists_numbers(s->kind) || get_numbers(s, r, o);
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
