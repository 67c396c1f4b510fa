#include "design/response_refused.h"

#include <math.h>
#include <stdio.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/word.h"
#include "data/place.h"
#include "formula/texts.h"
#include "formula/token.h"

/* Shares of events are a row of means or two where at most one row in so many holds something else than 0 or 1. */
enum { SCARCE = 20 };

/* A condition that all rows meet, or none; perhaps since what it compares with is written otherwise. */
static logreg_status all_alike(const logreg__column *target, const logreg_frame *frame, const char *only,
                               logreg_error *err)
{
    logreg__expression *e = NULL;
    logreg__text why = {0};
    logreg_status status =
        logreg__expression_parse(&e, "condition", target->name, frame, LOGREG__CONDITION, err);
    if (status == LOGREG_OK && !logreg__texts_note(&why, e, frame))
        status = logreg__fail_memory(err);
    if (status == LOGREG_OK)
        status = logreg__fail(
            err, LOGREG_EDATA, "the condition '%.400s' is %s in every row: %s", target->name, only,
            why.length ? why.start : "a fit needs rows where it is met and rows where it is not");
    logreg__expression_free(e);
    free(why.start);
    return status;
}

logreg_status logreg__refuse_few(size_t classes, const logreg__column *target, const logreg_frame *frame,
                                 const char *only, logreg_error *err)
{
    char empty[120] = "";
    if (classes >= 2)
        return LOGREG_OK;
    if (classes == 0)
        return logreg__fail(err, LOGREG_EDATA,
                            "no rows are left to fit: every row has a missing value or a weight of 0");
    if (target->surplus && (target->kind == LOGREG_NUMERIC || target->n_levels == 1))
        return logreg__fail(err, LOGREG_EDATA, "%s", target->surplus);
    if (target->known_by)
        return all_alike(target, frame, only, err);
    if (target->n_missing)
        snprintf(empty, sizeof empty,
                 "; it is missing in %zu row%s: if empty stands for the other class, write that there",
                 target->n_missing, target->n_missing == 1 ? "" : "s");
    return logreg__fail(
        err, LOGREG_EDATA,
        "the target '%s' has one class only, '%s': a fit needs rows of at least two classes%s", target->name,
        only, empty);
}

logreg_status logreg__refuse_measured(const logreg__response *r, logreg_error *err)
{
    char *cut = logreg_frame_cut(r->frame, (size_t)(r->target - r->frame->column));
    if (!cut)
        return logreg__fail_memory(err);
    logreg__fail(err, LOGREG_EDATA,
                 "the target '%s' is a measurement, not a class: it has more than %d distinct values; cut it "
                 "in two, as in --target '%s', name the outcome with --target, or the number of trials with "
                 "--trials if it counts events",
                 r->target->name, LOGREG__MOST_CLASSES, cut);
    free(cut);
    return LOGREG_EDATA;
}

logreg_status logreg__refuse_many(const logreg__column *t, const double *weight, size_t classes,
                                  logreg_error *err)
{
    logreg__text way = {0};
    size_t most = 0;
    for (size_t l = 0; l < t->n_levels; l++)
        most = weight[l] > weight[most] ? l : most;
    logreg__text_add(&way, "");
    if (weight[most] >= LOGREG__FREQUENT) {
        logreg__text_add(&way, ", or the class that is to stand against all others, as in --positive ");
        logreg__text_add_word(&way, t->levels[most]);
    }
    char *more = logreg__text_take(&way);
    if (!more)
        return logreg__fail_memory(err);
    logreg__fail(err, LOGREG_EDATA,
                 "the target '%s' has %zu classes, more than %d: name another column with --target%s",
                 t->name, classes, LOGREG__MOST_CLASSES, more);
    free(more);
    return LOGREG_EDATA;
}

/* Are they remarks: ten different texts or more, half of which stand once? No class has rows to learn from then, and a fit of all of them takes long. */
static bool are_remarks(const logreg__column *t, const double *weight, size_t classes)
{
    enum { FEWEST = 10 };
    size_t once = 0;
    for (size_t l = 0; l < t->n_levels; l++)
        once += weight[l] > 0 && weight[l] <= 1;
    return !t->insisted && classes >= FEWEST && 2 * once >= classes;
}

/* "; if what counts is whether it is 'None', as in 59 rows, --target ..": the commonest text of a third of the rows or more against all others. */
static void offer_commonest(logreg__text *way, const logreg__column *t, const double *weight)
{
    double all = 0;
    size_t most = 0;
    for (size_t l = 0; l < t->n_levels; l++) {
        all += weight[l];
        most = weight[l] > weight[most] ? l : most;
    }
    if (!(3 * weight[most] >= all))
        return;
    char rows[LOGREG__NUMBER_SIZE];
    logreg__text condition = {0};
    logreg__name_quote(&condition, t->name);
    logreg__text_add(&condition, " != ");
    logreg__string_quote(&condition, t->levels[most]);
    char *written = logreg__text_take(&condition);
    logreg__text_add(way, "; if what counts is whether it is '");
    logreg__text_add(way, t->levels[most]);
    logreg__text_add(way, "', as in ");
    logreg__text_add(way, logreg__number_shortest(rows, weight[most]));
    logreg__text_add(way, " rows, --target ");
    logreg__text_add_word(way, written ? written : "");
    way->failed = way->failed || !written;
    free(written);
}

/* "; in 80 rows it is missing: if what counts is whether there is one, --target ..", where rows enough have one, and enough none. */
static void offer_any(logreg__text *way, const logreg__column *t, const double *weight)
{
    double all = 0;
    for (size_t l = 0; l < t->n_levels; l++)
        all += weight[l];
    if (t->n_missing < LOGREG__FREQUENT || !(all >= LOGREG__FREQUENT))
        return;
    char rows[LOGREG__NUMBER_SIZE];
    logreg__text condition = {0};
    logreg__text_add(&condition, "!is.na(");
    logreg__name_quote(&condition, t->name);
    logreg__text_add(&condition, ")");
    char *written = logreg__text_take(&condition);
    logreg__text_add(way, "; in ");
    logreg__text_add(way, logreg__number_shortest(rows, (double)t->n_missing));
    logreg__text_add(way, " rows it is missing, and if what counts is whether there is one, --target ");
    logreg__text_add_word(way, written ? written : "");
    way->failed = way->failed || !written;
    free(written);
}

logreg_status logreg__refuse_remarks(const logreg__column *t, const double *weight, size_t classes,
                                     logreg_error *err)
{
    if (!are_remarks(t, weight, classes))
        return LOGREG_OK;
    logreg__text way = {0};
    logreg__text_add(&way, "");
    offer_any(&way, t, weight);
    offer_commonest(&way, t, weight);
    char *more = logreg__text_take(&way);
    if (!more)
        return logreg__fail_memory(err);
    logreg__fail(err, LOGREG_EDATA,
                 "the target '%s' has %zu different texts, most of them in one row alone, as remarks and "
                 "names are: name another column with --target%s; if each text is a class, --categorical "
                 "says so",
                 t->name, classes, more);
    free(more);
    return LOGREG_EDATA;
}

logreg_status logreg__refuse_shares(const double *value, const double *weight, const size_t *first,
                                    size_t classes, const logreg__response *r, logreg_error *err)
{
    size_t worst = classes;
    double zeros = 0, ones = 0, rows = 0;
    for (size_t c = 0; c < classes; c++) {
        rows += weight[c];
        zeros += value[c] == 0 ? weight[c] : 0;
        ones += value[c] == 1 ? weight[c] : 0;
        if (value[c] > 0 && value[c] < 1 && (worst == classes || first[c] < first[worst]))
            worst = c;
    }
    bool coded = zeros > 0 && ones > 0 && SCARCE * (rows - zeros - ones) <= rows;
    bool measured =
        value[0] < 0 || value[classes - 1] > 1; /* -0.5 and 0.5, amounts, a column to variance 1 */
    if (worst == classes || (measured && !coded))
        return LOGREG_OK;
    char text[LOGREG__NUMBER_SIZE];
    logreg__number_shortest(text, value[worst]);
    if (coded)
        return logreg__fail_at(err, r->frame, first[worst], r->target,
                               "the target '%s' holds %s, where nearly all rows hold 0 or 1: if it is no row "
                               "of data, but of means, "
                               "take it out; if it is a share of events, give counts of events and --trials",
                               r->target->name, text);
    return logreg__fail_at(err, r->frame, first[worst], r->target,
                           "the target '%s' holds %s: shares of events need the number of trials, so give "
                           "counts of events and --trials",
                           r->target->name, text);
}

logreg_status logreg__refuse_odd(const double *value, const double *weight, const size_t *first,
                                 size_t classes, const logreg__response *r, logreg_error *err)
{
    enum { FEWEST = 20 };
    size_t odd = 0;
    double least = HUGE_VAL;
    for (size_t c = 0; c < classes && classes == 3; c++)
        odd = weight[c] < weight[odd] ? c : odd;
    for (size_t c = 0; c < classes; c++)
        least = c != odd && weight[c] < least ? weight[c] : least;
    size_t low = odd == 0, high = odd == 2 ? 1 : 2;
    bool pair = classes == 3 && value[high] == value[low] + 1 && (value[low] == 0 || value[low] == 1);
    if (!pair || weight[odd] > 1 || least < FEWEST)
        return LOGREG_OK;
    char text[LOGREG__NUMBER_SIZE];
    logreg__number_shortest(text, value[odd]);
    return logreg__fail_at(err, r->frame, first[odd], r->target,
                           "the target '%s' holds %s in this row alone, and %g or %g elsewhere: --na-values "
                           "'%s=%s' leaves the row "
                           "out; if it is a class, use --categorical of the target",
                           r->target->name, text, value[low], value[high], r->target->name, text);
}
