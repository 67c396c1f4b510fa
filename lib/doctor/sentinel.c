/* Numbers and texts that stand for missing values. A fit would take them for measured ones, and for levels. */
#include "doctor/checkup.h"

#include "base/number.h"
#include "base/word.h"
#include "formula/token.h"
#include "report/figure.h"
#include "report/summary.h"

/* A longer condition is told of one column alone. */
enum { READABLE = 200 };

static bool suspected(const logreg_checkup *c, size_t j, double x)
{
    const logreg_sentinel *s = &c->profile[j].sentinel;
    for (size_t i = 0; i < s->n_values; i++)
        if (s->value[i] == x)
            return true;
    return false;
}

/* ---- Can --na-values name it? It takes a text out of all columns ---- */

/* Does column j hold this number, and mean it? */
static bool means(const logreg_checkup *c, size_t j, double x, const char *text)
{
    const logreg__column *column = &c->frame->column[j];
    const logreg__profile *p = &c->profile[j];
    for (size_t l = 0; column->kind == LOGREG_CATEGORY && l < column->n_levels; l++)
        if (p->rows_of[l] && strcmp(column->levels[l], text) == 0)
            return true;
    if (column->kind == LOGREG_CATEGORY || !(p->min <= x && x <= p->max) || suspected(c, j, x))
        return false;
    for (size_t i = 0; i < logreg_frame_rows(c->frame); i++)
        if (logreg__column_number(column, i) == x)
            return true;
    return false;
}

/* The first column that means a value of column j's sentinels; SIZE_MAX: none does. */
static size_t meaning(const logreg_checkup *c, size_t j)
{
    const logreg_sentinel *s = &c->profile[j].sentinel;
    for (size_t i = 0; i < s->n_values; i++) {
        char text[LOGREG__NUMBER_SIZE];
        logreg__number_shortest(text, s->value[i]);
        for (size_t k = 0; k < logreg_frame_columns(c->frame); k++)
            if (k != j && c->profile[k].needed && !c->profile[k].skip && means(c, k, s->value[i], text))
                return k;
    }
    return SIZE_MAX;
}

/* Its text in the file is known where it is whole. */
static bool whole(const logreg_sentinel *s)
{
    for (size_t i = 0; i < s->n_values; i++)
        if (s->value[i] != floor(s->value[i]) || fabs(s->value[i]) > 1e15)
            return false;
    return true;
}

/* ---- What to do: one option for all columns ---- */

/* Has an earlier column the same text to name? */
static bool told(const logreg_checkup *c, size_t j, const char *text)
{
    for (size_t k = 0; k < j; k++)
        for (size_t i = 0; i < c->profile[k].gap.n_texts; i++)
            if (strcmp(c->profile[k].gap.text[i], text) == 0)
                return true;
    return false;
}

static void add_values(logreg__text *list, const logreg_checkup *c, size_t j)
{
    const logreg__profile *p = &c->profile[j];
    for (size_t i = 0; p->disguise == LOGREG__BY_NAME && i < p->sentinel.n_values; i++) {
        char text[LOGREG__NUMBER_SIZE];
        bool again = false;
        for (size_t k = 0; k < j; k++)
            again =
                again || (c->profile[k].disguise == LOGREG__BY_NAME && suspected(c, k, p->sentinel.value[i]));
        if (!again)
            logreg__text_add_item(list, logreg__number_shortest(text, p->sentinel.value[i]));
    }
    for (size_t i = 0; i < p->gap.n_texts; i++)
        if (!told(c, j, p->gap.text[i]))
            logreg__text_add_item(list, p->gap.text[i]);
}

/* The values of all columns that it can name, behind the tokens in force, which it would replace. */
static void write_na_values(logreg__page *page, const logreg_checkup *c)
{
    logreg__text list = {0};
    bool missing = false;
    for (size_t j = 0; j < logreg_frame_columns(c->frame); j++)
        missing = missing || logreg_frame_missing(c->frame, j);
    if (missing && c->frame->na_values)
        logreg__text_add(&list, c->frame->na_values);
    for (size_t j = 0; j < logreg_frame_columns(c->frame); j++)
        add_values(&list, c, j);
    logreg__page_add(page, "--na-values=");
    logreg__write_word(page, &list);
}

static void add_condition(logreg__text *condition, const logreg_checkup *c, size_t j)
{
    const logreg_sentinel *s = &c->profile[j].sentinel;
    for (size_t i = 0; i < s->n_values; i++) {
        char text[LOGREG__NUMBER_SIZE];
        logreg__text_add(condition, condition->length ? " & " : "");
        logreg__name_quote(condition, logreg_frame_name(c->frame, j));
        logreg__text_add(condition, " != ");
        logreg__text_add(condition, logreg__number_shortest(text, s->value[i]));
    }
}

/* Rows without those of column j, and of all others that the option cannot name as long as that can be read. */
static void write_where(logreg__page *page, const logreg_checkup *c, size_t j)
{
    logreg__text condition = {0};
    for (size_t k = 0; k < logreg_frame_columns(c->frame); k++)
        if (c->profile[k].disguise == LOGREG__BY_ROW)
            add_condition(&condition, c, k);
    if (condition.length > READABLE) {
        free(condition.start);
        condition = (logreg__text){0};
        add_condition(&condition, c, j);
    }
    logreg__page_add(page, "--where ");
    logreg__write_word(page, &condition);
}

/* ---- What is said ---- */

static void write_values(logreg__page *page, const logreg_sentinel *s)
{
    char text[LOGREG__FIGURE_SIZE];
    for (size_t i = 0; i < s->n_values; i++) {
        logreg__page_add(page, i == 0 ? "" : i + 1 == s->n_values ? " and " : ", ");
        logreg__page_add(page, logreg__figure_plain(text, s->value[i], 10, page->sign));
    }
}

static void tell(logreg_checkup *c, size_t j, size_t other)
{
    const logreg_sentinel *s = &c->profile[j].sentinel;
    bool target = j == c->target, one = s->n_values == 1;
    char low[LOGREG__FIGURE_SIZE], high[LOGREG__FIGURE_SIZE];
    logreg__finding *f = logreg__find(c, "sentinel", LOGREG_FINDING_MISLEADS, j);
    logreg__page_add(&f->message, target ? "The target " : "");
    logreg__write_column(&f->message, c, j);
    logreg__page_add(&f->message, " holds ");
    write_values(&f->message, s);
    logreg__page_add(&f->message, " in ");
    logreg__write_count(&f->message, (double)s->n_rows, "row", "rows");
    logreg__page_format(&f->message, "; all other values lie from %s to %s. A fit takes %s for %s.",
                        logreg__figure_plain(low, s->low, 10, f->message.sign),
                        logreg__figure_plain(high, s->high, 10, f->message.sign), one ? "it" : "them",
                        target ? (one ? "a class" : "classes") : (one ? "a measurement" : "measurements"));
    logreg__page_format(&f->advice, "If %s for a missing value, say ", one ? "it stands" : "they stand");
    if (c->profile[j].disguise == LOGREG__BY_NAME) {
        write_na_values(&f->advice, c);
        logreg__page_add(&f->advice, ".");
        return;
    }
    write_where(&f->advice, c, j);
    if (other != SIZE_MAX) {
        logreg__page_add(&f->advice, " (--na-values would take it out of ");
        logreg__write_column(&f->advice, c, other);
        logreg__page_add(&f->advice, " too)");
    }
    logreg__page_add(&f->advice, ".");
}

static void tell_gap(logreg_checkup *c, size_t j)
{
    const logreg_gap *gap = &c->profile[j].gap;
    bool target = j == c->target, one = gap->n_texts == 1;
    logreg__finding *f = logreg__find(c, "sentinel", LOGREG_FINDING_MISLEADS, j);
    logreg__page_add(&f->message, target ? "The target " : "");
    logreg__write_column(&f->message, c, j);
    logreg__page_add(&f->message, " holds ");
    for (size_t i = 0; i < gap->n_texts; i++) {
        logreg__page_add(&f->message, i == 0 ? "'" : i + 1 == gap->n_texts ? " and '" : ", '");
        logreg__page_name(&f->message, gap->text[i], LOGREG__NAME_ROOM);
        logreg__page_add(&f->message, "'");
    }
    logreg__page_add(&f->message, " in ");
    logreg__write_count(&f->message, (double)gap->n_rows, "row", "rows");
    logreg__page_format(&f->message, ". A fit takes %s for %s.", one ? "it" : "them",
                        target ? (one ? "a class" : "classes") : (one ? "a level" : "levels"));
    logreg__page_format(&f->advice, "If %s for a missing value, say ", one ? "it stands" : "they stand");
    write_na_values(&f->advice, c);
    logreg__page_format(&f->advice, "; if %s, say --categorical ",
                        one ? "it means what it says" : "they mean what they say");
    logreg__write_argument(&f->advice, c, j);
    logreg__page_add(&f->advice, ".");
}

static void find_gaps(logreg_checkup *c)
{
    for (size_t j = 0; j < logreg_frame_columns(c->frame); j++) {
        bool target = j == c->target && c->n_classes && !c->response->grouped;
        bool feature = logreg__in_trial(c, j) && !c->profile[j].wrapped;
        if (target || feature)
            logreg_frame_gap(&c->profile[j].gap, c->frame, j);
    }
}

/* Features, and a target of classes. */
void logreg__check_sentinels(logreg_checkup *c)
{
    size_t columns = logreg_frame_columns(c->frame);
    find_gaps(c);
    for (size_t j = 0; j < columns; j++) {
        logreg__profile *p = &c->profile[j];
        bool target = j == c->target && c->n_classes > 2 && !c->response->grouped && !c->counted;
        if (!target && !logreg__in_trial(c, j))
            p->sentinel = (logreg_sentinel){0};
        if (target && !p->sentinel.n_values)
            logreg_frame_odd_class(&p->sentinel, c->frame, j);
    }
    for (size_t j = 0; j < columns; j++) {
        logreg__profile *p = &c->profile[j];
        if (p->sentinel.n_values)
            p->disguise = whole(&p->sentinel) && meaning(c, j) == SIZE_MAX ? LOGREG__BY_NAME : LOGREG__BY_ROW;
    }
    for (size_t j = 0; j < columns; j++) {
        if (c->profile[j].sentinel.n_values)
            tell(c, j, meaning(c, j));
        if (c->profile[j].gap.n_texts)
            tell_gap(c, j);
    }
}
