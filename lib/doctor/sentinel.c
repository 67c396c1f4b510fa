/* Numbers and texts that stand for missing values. A fit would take them for measured ones, and for levels. */
#include "doctor/checkup.h"

#include <math.h>

#include "base/word.h"
#include "data/gap.h"
#include "data/label.h"
#include "data/sentinel.h"
#include "formula/stand_ins.h"
#include "report/page/figure.h"
#include "report/summary/summary.h"

/* ---- What to do: one option for all columns ---- */

/* Has an earlier column the same text to name? Of a number each is named. */
static bool told(const logreg_checkup *c, size_t j, const char *text)
{
    for (size_t k = 0; k < j; k++)
        for (size_t i = 0; i < c->profile[k].gap.n_texts; i++)
            if (strcmp(c->profile[k].gap.text[i], text) == 0)
                return !logreg__labels_numbers((char *const *)&text, 1);
    return false;
}

/* Are codes for no answer in so many rows of a feature of texts that these would be lost for a few of them? */
static bool is_costly(const logreg_checkup *c, size_t j)
{
    return j != c->target && logreg__in_trial(c, j) && logreg__gap_codes(&c->frame->column[j]) &&
           2 * c->profile[j].gap.n_rows >= logreg_frame_rows(c->frame);
}

/* Texts go by themselves, behind the tokens in force, which a list of such replaces. */
static void add_texts(logreg__text *list, const logreg_checkup *c)
{
    size_t columns = logreg_frame_columns(c->frame);
    bool any = false;
    for (size_t j = 0; j < columns; j++)
        any = any || (c->profile[j].gap.n_texts && !is_costly(c, j));
    if (any)
        logreg__add_na_in_force(list, c->frame);
    for (size_t j = 0; j < columns; j++)
        for (size_t i = 0; i < c->profile[j].gap.n_texts; i++)
            if (!is_costly(c, j) && !told(c, j, c->profile[j].gap.text[i]))
                logreg__add_na_text(list, logreg_frame_name(c->frame, j), c->profile[j].gap.text[i]);
}

/* Numbers stand for missing values in their own columns. */
static void write_na_values(logreg__page *page, const logreg_checkup *c, bool zeros, bool doubtful)
{
    logreg__text list = {0};
    if (!zeros)
        add_texts(&list, c);
    for (size_t j = 0; j < logreg_frame_columns(c->frame); j++) {
        const logreg__profile *p = &c->profile[j];
        double none =
            zeros ? 0 : logreg__codes_none(&p->sentinel, &c->frame->column[j], logreg_frame_rows(c->frame));
        const logreg_sentinel numbers =
            logreg__codes_without(zeros ? &p->zeros : &p->sentinel, none > 0 ? none : NAN);
        if (!zeros || doubtful || !p->zeros_beside)
            logreg__add_na_values(&list, logreg_frame_name(c->frame, j), &numbers);
    }
    logreg__page_add(page, list.start && *list.start == '-' ? "--na-values=" : "--na-values ");
    logreg__write_word(page, &list);
}

/* ---- What is said ---- */

static void tell(logreg_checkup *c, size_t j)
{
    const logreg_sentinel *s = &c->profile[j].sentinel;
    bool target = j == c->target, one = s->n_values == 1;
    char low[LOGREG__FIGURE_SIZE], high[LOGREG__FIGURE_SIZE];
    logreg__finding *f = logreg__find(c, "sentinel", LOGREG_FINDING_MISLEADS, j);
    logreg__page_add(&f->message, target ? "The target " : "");
    logreg__write_column(&f->message, c, j);
    logreg__page_add(&f->message, " holds ");
    logreg__write_numbers(&f->message, s);
    logreg__page_add(&f->message, " in ");
    logreg__write_count(&f->message, (double)s->n_rows, "row", "rows");
    logreg__figure_plain(low, s->low, 10, f->message.sign);
    if (s->low == s->high)
        logreg__page_format(&f->message, "; all other values are %s.", low);
    else
        logreg__page_format(&f->message, "; all other values lie from %s to %s.", low,
                            logreg__figure_plain(high, s->high, 10, f->message.sign));
    bool level = logreg__by_levels(c, j);
    if (logreg__behind_target(c, j) && !logreg__in_trial(c, j))
        logreg__page_format(&f->message, " The target takes %s as %s.", one ? "it" : "them",
                            one ? "it stands" : "they stand");
    else
        logreg__page_format(&f->message, " A fit takes %s for %s.", one ? "it" : "them",
                            target  ? (one ? "a class" : "classes")
                            : level ? (one ? "a level" : "levels")
                                    : (one ? "a measurement" : "measurements"));
    double none = logreg__codes_none(s, &c->frame->column[j], logreg_frame_rows(c->frame));
    f->numbers = none > 0 || target ? NULL : s;
    if (none > 0) {
        logreg__page_format(&f->advice,
                            "%s in so many rows where nobody has 0 may mean none, as surveys write it: then "
                            "write 0 there; if it does not, say --na-values ",
                            logreg__figure_plain(low, none, 10, f->message.sign));
        logreg__text list = {0};
        const logreg_sentinel alone = {.value = {none}, .n_values = 1};
        logreg__add_na_values(&list, logreg_frame_name(c->frame, j), &alone);
        logreg__write_word(&f->advice, &list);
        logreg__page_add(&f->advice, one ? "." : ". ");
        if (one)
            return;
    }
    logreg__page_format(&f->advice, "If %s for a missing value, say ",
                        none > 0 ? "the others stand"
                        : one    ? "it stands"
                                 : "they stand");
    write_na_values(&f->advice, c, false, false);
    logreg__page_add(&f->advice, ".");
}

/* They may be real, so that this is good to know and no more. */
static void tell_zeros(logreg_checkup *c, size_t j)
{
    const logreg_sentinel *zeros = &c->profile[j].zeros;
    char low[LOGREG__FIGURE_SIZE], high[LOGREG__FIGURE_SIZE];
    logreg__finding *f = logreg__find(c, "zeros", LOGREG_FINDING_NOTE, j);
    f->numbers = zeros;
    logreg__write_column(&f->message, c, j);
    logreg__page_add(&f->message, " is 0 in ");
    logreg__write_count(&f->message, (double)zeros->n_rows, "row", "rows");
    logreg__page_format(&f->message, "; all other values lie from %s to %s.",
                        logreg__figure_plain(low, zeros->low, 10, f->message.sign),
                        logreg__figure_plain(high, zeros->high, 10, f->message.sign));
    logreg__page_add(&f->advice, c->profile[j].zeros_beside
                                     ? "If no case can have 0 here either, it stands for a missing value: "
                                     : "If no case can have 0, it stands for a missing value: ");
    write_na_values(&f->advice, c, true, c->profile[j].zeros_beside);
    logreg__page_add(&f->advice, ".");
}

/* The command that costs so many rows, and the one that costs the column. */
static void advise_costly(logreg__finding *f, logreg_checkup *c, size_t j)
{
    const logreg_gap *gap = &c->profile[j].gap;
    bool one = gap->n_texts == 1;
    logreg__text list = {0};
    for (size_t i = 0; i < gap->n_texts; i++)
        logreg__add_na_text(&list, logreg_frame_name(c->frame, j), gap->text[i]);
    logreg__page_format(&f->advice, "If %s for no answer, --na-values ", one ? "it stands" : "they stand");
    logreg__write_word(&f->advice, &list);
    logreg__page_format(&f->advice, " leaves out all these rows; if %s, say --categorical ",
                        one ? "it means what it says" : "they mean what they say");
    logreg__write_argument(&f->advice, c, j);
    logreg__page_add(&f->advice, ". ");
    logreg__advise_leaving_out(f, c, j);
}

static void tell_gap(logreg_checkup *c, size_t j)
{
    const logreg_gap *gap = &c->profile[j].gap;
    bool target = j == c->target, one = gap->n_texts == 1,
         behind = logreg__behind_target(c, j) && !logreg__in_trial(c, j);
    logreg__finding *f = logreg__find(c, "sentinel", LOGREG_FINDING_MISLEADS, j);
    f->gap = target || is_costly(c, j) ? NULL : gap;
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
    logreg__page_format(&f->message, ". %s takes %s for %s.", behind ? "The target" : "A fit",
                        one ? "it" : "them",
                        behind   ? (one ? "an answer" : "answers")
                        : target ? (one ? "a class" : "classes")
                                 : (one ? "a level" : "levels"));
    if (is_costly(c, j)) {
        advise_costly(f, c, j);
        return;
    }
    logreg__page_format(&f->advice, "If %s for a missing value, say ", one ? "it stands" : "they stand");
    write_na_values(&f->advice, c, false, false);
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

/* Of columns that the target's condition is about, and no feature: what it does not name. */
static void see_behind(logreg_checkup *c)
{
    logreg__expression *condition = NULL;
    if (c->target != SIZE_MAX && logreg__condition_of(&condition, c->frame, c->target) != LOGREG_OK)
        c->failed = true;
    for (size_t j = 0; condition && j < logreg_frame_columns(c->frame); j++) {
        logreg__profile *p = &c->profile[j];
        if (!logreg__behind_target(c, j) || logreg__in_trial(c, j))
            continue;
        logreg__numbers_unnamed(&p->sentinel, condition, c->frame, j);
        logreg__numbers_unnamed(&p->zeros, condition, c->frame, j);
        if (logreg_frame_gap(&p->gap, c->frame, j))
            logreg__texts_unnamed(&p->gap, condition, c->frame, j);
    }
    logreg__expression_free(condition);
}

/* Codes that one column has for missing values, others may have too. */
static void find_codes_beside(logreg_checkup *c)
{
    size_t columns = logreg_frame_columns(c->frame);
    logreg__codes codes = {.n = 0};
    for (size_t j = 0; j < columns; j++)
        if (j != c->target)
            logreg__codes_add(&codes, &c->profile[j].sentinel);
    logreg__codes_add_given(&codes, c->frame->own_na, c->frame->n_own_na);
    for (size_t j = 0; codes.any && j < columns; j++) {
        logreg__profile *p = &c->profile[j];
        if (!p->sentinel.n_values && logreg__in_trial(c, j) && !logreg__by_levels(c, j) &&
            logreg__codes_find(&p->sentinel, &c->frame->column[j], logreg_frame_rows(c->frame), p->min,
                               p->max, &codes)) {
            p->zeros = (logreg_sentinel){0};
            p->far = (logreg__apart){0};
        }
    }
}

/* Where zeros of one column stand for missing values, those of others may. */
static void find_zeros_beside(logreg_checkup *c)
{
    size_t columns = logreg_frame_columns(c->frame);
    bool any = false;
    for (size_t j = 0; j < columns; j++)
        any = any || c->profile[j].zeros.n_values;
    for (size_t j = 0; any && j < columns; j++) {
        logreg__profile *p = &c->profile[j];
        if (!p->zeros.n_values && !p->sentinel.n_values && p->min == 0 && logreg__in_trial(c, j) &&
            !logreg__by_levels(c, j))
            p->zeros_beside = logreg__zeros_find(&p->zeros, &c->frame->column[j], logreg_frame_rows(c->frame),
                                                 NULL, 0, true);
    }
}

/* Features, and a target of classes. */
void logreg__check_sentinels(logreg_checkup *c)
{
    size_t columns = logreg_frame_columns(c->frame);
    find_gaps(c);
    see_behind(c);
    for (size_t j = 0; j < columns; j++) {
        logreg__profile *p = &c->profile[j];
        bool target = j == c->target && c->n_classes > 2 && !c->response->grouped && !c->counted;
        bool seen = logreg__in_trial(c, j) || logreg__behind_target(c, j);
        if (!target && !seen)
            p->sentinel = (logreg_sentinel){0};
        if (!seen || logreg__by_levels(c, j))
            p->zeros = (logreg_sentinel){0};
        if (target && !p->sentinel.n_values)
            logreg_frame_odd_class(&p->sentinel, c->frame, j);
    }
    find_codes_beside(c);
    find_zeros_beside(c);
    for (size_t j = 0; j < columns; j++) {
        if (c->profile[j].sentinel.n_values)
            tell(c, j);
        if (c->profile[j].zeros.n_values)
            tell_zeros(c, j);
        if (c->profile[j].gap.n_texts)
            tell_gap(c, j);
    }
}
