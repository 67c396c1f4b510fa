#include "model/suspicions/kinds.h"

/* ---- Members ---- */

#define FIELD(kind, name, member) LOGREG__FIELD(kind, name, logreg__suspicion, member)
#define WORD(kind, name, member, words, n)                                                                   \
    LOGREG__FIELD_OF_WORDS(kind, name, logreg__suspicion, member, words, n)

/* A logreg_sentinel. */
#define FOUND(member)                                                                                        \
    {FIELD(VALUES, "numbers", member)}, {FIELD(COUNT, "n_rows", member.n_rows)},                             \
        {FIELD(NUMBER, "low", member.low)},                                                                  \
    {                                                                                                        \
        FIELD(NUMBER, "high", member.high)                                                                   \
    }

static const logreg__field numbers[] = {{FIELD(FLAG_IF_TRUE, "between", numbers.between)},
                                        {FIELD(REAL_OR_0, "none", numbers.none)},
                                        {FIELD(FLAG_IF_TRUE, "beside", numbers.beside)},
                                        FOUND(numbers.found),
                                        {.name = NULL}};

static const logreg__field units[] = {{FIELD(NUMBER, "factor", units.factor)},
                                      {FIELD(COUNT, "line", units.line)},
                                      FOUND(units.found),
                                      {.name = NULL}};

static const logreg__field date[] = {
    {WORD(WORD_IF_ANY, "calendar", date.calendar, logreg__calendar_words, LOGREG__CALENDARS)},
    {WORD(WORD_IF_ANY, "gives", date.days, logreg__day_numbers_words, LOGREG__DAY_KINDS)},
    {.name = NULL}};
static const logreg__field date_numbers[] = {{FIELD(NUMBER, "low", date.least)}, {.name = NULL}};
static const logreg__field date_levels[] = {{FIELD(COUNT, "n_levels", date.levels)}, {.name = NULL}};

static const logreg__field id[] = {
    {FIELD(COUNT, "n_levels", id.groups)}, {FIELD(COUNT, "n_rows", id.rows)}, {.name = NULL}};

static const logreg__field ticks[] = {
    {FIELD(NUMBER, "low", ticks.number)}, {FIELD(COUNT, "n_rows", ticks.missing)}, {.name = NULL}};

static const logreg__field feet[] = {{FIELD(NUMBER, "low", feet.least)}, {.name = NULL}};

static const logreg__field loss[] = {
    {FIELD(COUNT, "n_rows", loss.missing)}, {FIELD(COUNT, "n_kept", loss.kept)}, {.name = NULL}};
static const logreg__field loss_usable[] = {{FIELD(COUNT, "n_usable", loss.usable)}, {.name = NULL}};

static const logreg__field many[] = {{FIELD(COUNT, "n_levels", many.levels)},
                                     {FIELD(COUNT, "n_decided", many.decided)},
                                     {FIELD(COUNT, "n_rows", many.cases)},
                                     {.name = NULL}};

static const logreg__field several[] = {{FIELD(COUNT, "n_levels", several.combinations)},
                                        {FIELD(COUNT, "n_decided", several.answers)},
                                        {FIELD(COUNT, "n_rows", several.unanswered)},
                                        {FIELD(FLAG_IF_TRUE, "beside", several.beside)},
                                        {.name = NULL}};

static const logreg__field mistyped[] = {{FIELD(COUNT, "n_levels", mistyped.label)},
                                         {FIELD(COUNT, "n_decided", mistyped.other)},
                                         {FIELD(COUNT, "n_rows", mistyped.rows)},
                                         {.name = NULL}};

static const logreg__field twice[] = {{FIELD(COUNT, "n_rows", twice.rows)}, {.name = NULL}};
static const logreg__field twice_first[] = {
    {FIELD(COUNT, "row", twice.row)}, {FIELD(COUNT, "line", twice.line)}, {.name = NULL}};

static const logreg__field cases[] = {
    {FIELD(COUNT, "n_rows", cases.rows)}, {FIELD(NUMBER, "n_cases", cases.cases)}, {.name = NULL}};

static const logreg__field leak_order[] = {
    {FIELD(NUMBER, "auc", leak.auc)}, {FIELD(COUNT, "class", leak.of)}, {.name = NULL}};
static const logreg__field leak_right[] = {
    {FIELD(NUMBER, "right", leak.right)}, {FIELD(NUMBER, "n_cases", leak.all)}, {.name = NULL}};

static const logreg__field matched[] = {{FIELD(COUNT, "n_sets", matched.sets)},
                                        {FIELD(COUNT, "n_alike", matched.alike)},
                                        {FIELD(COUNT, "events", matched.events)},
                                        {FIELD(COUNT, "others", matched.others)},
                                        {.name = NULL}};

static const logreg__field lost[] = {{FIELD(NAME, "class", lost.class)},
                                     {FIELD(COUNT, "n_rows", lost.rows)},
                                     {FIELD(COUNT, "n_kept", lost.back)},
                                     {.name = NULL}};

static const logreg__field joined[] = {{FIELD(COUNT, "n_levels", joined.levels)},
                                       {FIELD(COUNT, "line", joined.line)},
                                       {FIELD(NAME, "level", joined.level)},
                                       FOUND(joined.rows),
                                       {.name = NULL}};

static const logreg__field decided[] = {{FIELD(NAME, "by", decided.by)},
                                        {FIELD(FLAG, "both", decided.both)},
                                        {FIELD(FLAG, "number", decided.as_number)},
                                        {.name = NULL}};

static const logreg__field skipped[] = {{FIELD(NAME, "where", skipped.where)},
                                        {FIELD(COUNT, "n_rows", skipped.rows)},
                                        {FIELD(COUNT, "n_other", skipped.others)},
                                        {FIELD(COUNT, "way", skipped.way)},
                                        {.name = NULL}};

static const char *const how_words[LOGREG__FOLLOWS] = {"not",    "same",   "up",    "down",
                                                       "ranges", "levels", "nearly"};
static const logreg__field follows[] = {{FIELD(NAME, "by", follows.by)}, {.name = NULL}};
static const logreg__field follows_nearly[] = {{FIELD(COUNT, "n_same", follows.following.same)},
                                               {FIELD(COUNT, "n_rows", follows.following.rows)},
                                               {.name = NULL}};
static const logreg__field follows_how[] = {
    {WORD(WORD, "how", follows.following.how, how_words, LOGREG__FOLLOWS)}, {.name = NULL}};

static const logreg__field reference[] = {
    {FIELD(NAME, "better", reference.better)}, {FIELD(COUNT, "n_rows", reference.rows)}, {.name = NULL}};

/* ---- What some of a kind have ---- */

static bool has_calendar(const logreg__suspicion *s)
{
    return s->date.calendar;
}

static bool has_date_levels(const logreg__suspicion *s)
{
    return !s->date.calendar;
}

static bool has_groups(const logreg__suspicion *s)
{
    return s->id.groups;
}

static bool has_usable(const logreg__suspicion *s)
{
    return s->loss.usable;
}

static bool has_row(const logreg__suspicion *s)
{
    return s->twice.row;
}

static bool has_uncounted(const logreg__suspicion *s)
{
    return s->cases.rows;
}

static bool has_order(const logreg__suspicion *s)
{
    return s->leak.auc > 0;
}

static bool has_right(const logreg__suspicion *s)
{
    return !has_order(s);
}

static bool has_nearly(const logreg__suspicion *s)
{
    return s->follows.following.same;
}

/* ---- What no single member says ---- */

static bool check_numbers(const logreg__suspicion *s, size_t n_classes, logreg__model_reader *r,
                          const json_t *o)
{
    (void)n_classes, (void)o;
    return !s->numbers.between || s->numbers.found.n_values == 2 ||
           logreg__read_wrong(r, "numbers", "has the wrong length");
}

static bool check_date(const logreg__suspicion *s, size_t n_classes, logreg__model_reader *r, const json_t *o)
{
    (void)n_classes;
    bool numbers_are = logreg__read_member(r, o, "low"), levels_are = logreg__read_member(r, o, "n_levels");
    if (numbers_are == levels_are)
        return logreg__read_wrong(r, "low", "should be a number");
    return levels_are == !s->date.calendar ||
           logreg__read_wrong(r, "calendar", "holds a word that is not known");
}

static bool check_leak(const logreg__suspicion *s, size_t n_classes, logreg__model_reader *r, const json_t *o)
{
    if (!has_order(s) && !logreg__read_member(r, o, "right"))
        return logreg__read_wrong(r, "right", "should be a number");
    return s->leak.of < n_classes || logreg__read_wrong(r, "class", "should be the place of a class");
}

/* ---- The table ---- */

const logreg__suspicion_form logreg__suspicion_table[LOGREG__SUSPICIONS] = {
    [LOGREG__SUSPECT_SENTINEL] = {"sentinel", {{numbers, NULL}}, check_numbers},
    [LOGREG__SUSPECT_ZEROS] = {"zeros", {{numbers, NULL}}, check_numbers},
    [LOGREG__SUSPECT_SLIP] = {"outlier", {{numbers, NULL}}, check_numbers},
    [LOGREG__SUSPECT_UNITS] = {"units", {{units, NULL}}, NULL},
    [LOGREG__SUSPECT_UNIT_NAMES] = {"unit_names", {{NULL, NULL}}, NULL},
    [LOGREG__SUSPECT_DATE] = {"date",
                              {{date, NULL}, {date_numbers, has_calendar}, {date_levels, has_date_levels}},
                              check_date},
    [LOGREG__SUSPECT_ID] = {"id", {{id, has_groups}}, NULL},
    [LOGREG__SUSPECT_TICKS] = {"ticks", {{ticks, NULL}}, NULL},
    [LOGREG__SUSPECT_CODES] = {"codes", {{NULL, NULL}}, NULL},
    [LOGREG__SUSPECT_FEET] = {"feet", {{feet, NULL}}, NULL},
    [LOGREG__SUSPECT_LOSS] = {"much_missing", {{loss, NULL}, {loss_usable, has_usable}}, NULL},
    [LOGREG__SUSPECT_LEVELS] = {"many_levels", {{many, NULL}}, NULL},
    [LOGREG__SUSPECT_SEVERAL] = {"several_answers", {{several, NULL}}, NULL},
    [LOGREG__SUSPECT_MISTYPED] = {"mistyped", {{mistyped, NULL}}, NULL},
    [LOGREG__SUSPECT_TWICE] = {"duplicate_rows", {{twice, NULL}, {twice_first, has_row}}, NULL},
    [LOGREG__SUSPECT_WEIGHTS] = {"sampling_weights", {{NULL, NULL}}, NULL},
    [LOGREG__SUSPECT_PREDICTIONS] = {"predictions", {{NULL, NULL}}, NULL},
    [LOGREG__SUSPECT_PARTS] = {"parts", {{NULL, NULL}}, NULL},
    [LOGREG__SUSPECT_CASES] = {"frequencies", {{cases, has_uncounted}}, NULL},
    [LOGREG__SUSPECT_LEAK] = {"leakage", {{leak_order, has_order}, {leak_right, has_right}}, check_leak},
    [LOGREG__SUSPECT_MATCHED] = {"matched_sets", {{matched, NULL}}, NULL},
    [LOGREG__SUSPECT_TRIALS] = {"counts", {{NULL, NULL}}, NULL},
    [LOGREG__SUSPECT_LOST] = {"lost_classes", {{lost, NULL}}, NULL},
    [LOGREG__SUSPECT_JOINED] = {"joined_answers", {{joined, NULL}}, NULL},
    [LOGREG__SUSPECT_DECIDED] = {"said_twice", {{decided, NULL}}, NULL},
    [LOGREG__SUSPECT_SKIPPED] = {"skipped", {{skipped, NULL}}, NULL},
    [LOGREG__SUSPECT_FOLLOWS] = {"made_of_target",
                                 {{follows, NULL}, {follows_nearly, has_nearly}, {follows_how, NULL}},
                                 NULL},
    [LOGREG__SUSPECT_REFERENCE] = {"reference", {{reference, NULL}}, NULL},
};
