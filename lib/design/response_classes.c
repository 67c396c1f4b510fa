/* The classes of a target that holds labels, or numbers that stand for them. */
#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/threads.h"
#include "base/word.h"
#include "data/label.h"
#include "data/place.h"
#include "design/response_read.h"
#include "formula/texts.h"
#include "formula/token.h"

/* Shares of events are a row of means or two where they are scarcer than this among 0 and 1. */
enum { SCARCE = 10 };

/* A condition that all rows meet, or none; perhaps since what it compares with is written otherwise. */
static logreg_status all_alike(const logreg__column *target, const logreg_frame *frame, const char *only,
                               logreg_error *err)
{
    logreg__expression *e = NULL;
    logreg__text why = {0};
    logreg__text_add(&why, "");
    logreg_status status =
        logreg__expression_parse(&e, "condition", target->name, frame, LOGREG__CONDITION, err);
    if (status == LOGREG_OK && !logreg__texts_absent(&why, e, frame))
        status = logreg__fail_memory(err);
    if (status == LOGREG_OK)
        status = logreg__fail(
            err, LOGREG_EDATA, "the condition '%.400s' is %s in every row: %s", target->name, only,
            why.length ? why.start : "a fit needs rows where it is met and rows where it is not");
    logreg__expression_free(e);
    free(why.start);
    return status;
}

static logreg_status need_two(size_t classes, const logreg__column *target, const logreg_frame *frame,
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

static logreg_status is_measured(const logreg__response *r, logreg_error *err)
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

/* Too many classes: the most frequent may stand against the others, if it is frequent. */
static logreg_status has_many(const logreg__column *t, const double *weight, size_t classes,
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

static logreg_status has_remarks(const logreg__column *t, size_t classes, logreg_error *err)
{
    logreg__text way = {0};
    logreg__text_add(&way, "");
    if (t->n_missing) {
        logreg__text condition = {0};
        logreg__text_add(&condition, "!is.na(");
        logreg__name_quote(&condition, t->name);
        logreg__text_add(&condition, ")");
        char *written = logreg__text_take(&condition);
        logreg__text_add(&way, "; if what counts is whether there is one, --target ");
        logreg__text_add_word(&way, written ? written : "");
        way.failed = way.failed || !written;
        free(written);
    }
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

/* ---- Classes given by a category ---- */

logreg_status logreg__classes_of_category(logreg__response *r, const logreg__rows *rows, logreg_error *err)
{
    const logreg__column *t = r->target;
    size_t levels = t->n_levels;
    double *weight = logreg__new(levels, sizeof *weight);
    r->class_of = logreg__new(levels, sizeof *r->class_of);
    if (!weight || !r->class_of) {
        free(weight);
        return logreg__fail_memory(err);
    }
    for (logreg__stroll s = {.rows = rows}; logreg__stroll_on(&s);)
        for (size_t i = 0; i < s.count; i++)
            weight[logreg__column_code(t, s.place[i])] += logreg__prior_weight(r, s.place[i]);
    size_t classes = 0;
    const char *only = NULL;
    for (size_t l = 0; l < levels; l++)
        if (weight[l] > 0) {
            r->class_of[l] = (uint32_t)classes++;
            only = t->levels[l];
        }
    logreg_status status = need_two(classes, t, r->frame, only, err);
    if (status == LOGREG_OK && classes > 2 && t->surplus)
        status = logreg__fail(err, LOGREG_EDATA, "%s", t->surplus);
    if (status == LOGREG_OK && classes > 2 && t->doubt && !t->ticks)
        status = logreg__fail(err, LOGREG_EDATA, "%s", t->doubt);
    if (status == LOGREG_OK && are_remarks(t, weight, classes))
        status = has_remarks(t, classes, err);
    if (status == LOGREG_OK && classes > LOGREG__MOST_CLASSES)
        status = has_many(t, weight, classes, err);
    if (status == LOGREG_OK) {
        r->label = logreg__new(classes, sizeof *r->label);
        r->weight = logreg__new(classes, sizeof *r->weight);
        if (!r->label || !r->weight)
            status = logreg__fail_memory(err);
    }
    for (size_t l = 0; status == LOGREG_OK && l < levels; l++)
        if (weight[l] > 0) {
            size_t c = r->n_classes++;
            r->weight[c] = weight[l];
            r->label[c] = logreg__copy(t->levels[l]);
            if (!r->label[c])
                status = logreg__fail_memory(err);
        }
    free(weight);
    return status;
}

/* ---- Classes given by numbers ---- */

/* Place of value among n ascending ones, or where it would go. */
static size_t place_of(const double *sorted, size_t n, double value)
{
    size_t i = 0;
    while (i < n && sorted[i] < value)
        i++;
    return i;
}

/* Adds the numbers up if all are 0 or 1, which is where y - y y is 0 or -0. Side by side, so that the compiler makes vectors of them;
 * those that come a while later are meanwhile brought near. */
static bool sum_coded(double *sum, const double *y, size_t count)
{
    enum { ABREAST = 8, AHEAD = 256 };
    double one[ABREAST] = {0};
    uint64_t odd[ABREAST] = {0}, any = 0;
    for (size_t i = 0; i + ABREAST <= count; i += ABREAST) {
        __builtin_prefetch(y + (i + AHEAD < count ? i + AHEAD : i));
        for (size_t l = 0; l < ABREAST; l++) {
            double away = y[i + l] - y[i + l] * y[i + l];
            uint64_t bits;
            memcpy(&bits, &away, sizeof bits);
            odd[l] |= bits;
            one[l] += y[i + l];
        }
    }
    for (size_t i = count / ABREAST * ABREAST; i < count; i++) {
        any |= !(y[i] == 0 || y[i] == 1) ? UINT64_MAX : 0;
        one[0] += y[i];
    }
    for (size_t l = 0; l < ABREAST; l++) {
        *sum += one[l];
        any |= odd[l];
    }
    return any << 1 == 0; /* but for the sign */
}

/* The same for the segment of n rows that begins at a row. */
static bool sum_segment(double *sum, const logreg__response *r, size_t n, size_t at)
{
    size_t left = n - at, count = left < LOGREG__SEGMENT_ROWS ? left : LOGREG__SEGMENT_ROWS;
    return sum_coded(sum, r->target->numbers[at / LOGREG__SEGMENT_ROWS], count);
}

/* Most outcomes are 0 and 1 and count once: counted in place, without a look at which they are. false: this one is not so, and
 * nothing is known of it. */
static bool count_coded(double *value, double *weight, size_t *classes, const logreg__response *r,
                        const logreg__rows *rows, int threads)
{
    if (rows->bits || r->weights || r->sampling || r->target->base || rows->n == 0)
        return false;
    double ones = 0;
    if (!sum_segment(&ones, r, rows->n, 0))
        return false;
    size_t strays = 0;
    threads = logreg__threads_for(threads, rows->n);
#pragma omp parallel for num_threads(threads) if (threads > 1) reduction(+ : ones, strays)
    for (size_t at = LOGREG__SEGMENT_ROWS; at < rows->n; at += LOGREG__SEGMENT_ROWS)
        strays += !sum_segment(&ones, r, rows->n, at);
    if (strays)
        return false;
    double others = (double)rows->n - ones;
    *classes = 0;
    for (int c = 0; c < 2; c++)
        if ((c ? ones : others) > 0) {
            value[*classes] = c;
            weight[(*classes)++] = c ? ones : others;
        }
    return true;
}

/* first[c]: the first row of the frame with that value. */
static logreg_status collect_values(double *value, double *weight, size_t *first, size_t *classes,
                                    const logreg__response *r, const logreg__rows *rows, logreg_error *err)
{
    size_t at = 0; /* mostly that of the row before */
    for (logreg__stroll s = {.rows = rows}; logreg__stroll_on(&s);)
        for (size_t i = 0; i < s.count; i++) {
            double y = logreg__column_number(r->target, s.place[i]), w = logreg__prior_weight(r, s.place[i]);
            if (w == 0)
                continue;
            if (at == *classes || value[at] != y)
                at = place_of(value, *classes, y);
            if (at == *classes || value[at] != y) {
                if (*classes == LOGREG__MOST_CLASSES)
                    return is_measured(r, err);
                memmove(value + at + 1, value + at, (*classes - at) * sizeof *value);
                memmove(weight + at + 1, weight + at, (*classes - at) * sizeof *weight);
                memmove(first + at + 1, first + at, (*classes - at) * sizeof *first);
                value[at] = y;
                weight[at] = 0;
                first[at] = s.place[i];
                ++*classes;
            }
            weight[at] += w;
        }
    return LOGREG_OK;
}

/* The first row, in order, that holds a share of events is told. Few of them among 0 and 1 are likely to be rows of means. */
static logreg_status refuse_shares(const double *value, const double *weight, const size_t *first,
                                   size_t classes, const logreg__response *r, logreg_error *err)
{
    size_t worst = classes;
    double shares = 0, coded = 0;
    for (size_t c = 0; c < classes; c++) {
        bool share = value[c] > 0 && value[c] < 1;
        shares += share ? weight[c] : 0;
        coded += value[c] == 0 || value[c] == 1 ? weight[c] : 0;
        if (share && (worst == classes || first[c] < first[worst]))
            worst = c;
    }
    if (worst == classes)
        return LOGREG_OK;
    char text[LOGREG__NUMBER_SIZE];
    logreg__number_shortest(text, value[worst]);
    if (SCARCE * shares < coded)
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

/* One row of a third class beside 0 and 1, or 1 and 2: a slip, or a code for a missing value, and no class that could be fitted. */
static logreg_status refuse_odd(const double *value, const double *weight, const size_t *first,
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

logreg_status logreg__classes_of_numbers(logreg__response *r, const logreg__rows *rows, int threads,
                                         logreg_error *err)
{
    double value[LOGREG__MOST_CLASSES], weight[LOGREG__MOST_CLASSES];
    size_t first[LOGREG__MOST_CLASSES], classes = 0;
    if (r->target->surplus)
        return logreg__fail(err, LOGREG_EDATA, "%s", r->target->surplus);
    logreg_status status = count_coded(value, weight, &classes, r, rows, threads)
                               ? LOGREG_OK
                               : collect_values(value, weight, first, &classes, r, rows, err);
    if (status != LOGREG_OK)
        return status;
    char only[LOGREG__NUMBER_SIZE] = "";
    if (classes)
        logreg__number_shortest(only, value[0]);
    status = need_two(classes, r->target, r->frame, only, err);
    if (status == LOGREG_OK)
        status = refuse_shares(value, weight, first, classes, r, err);
    if (status == LOGREG_OK)
        status = refuse_odd(value, weight, first, classes, r, err);
    if (status != LOGREG_OK)
        return status;
    r->label = logreg__new(classes, sizeof *r->label);
    r->weight = logreg__new(classes, sizeof *r->weight);
    r->value_of = logreg__new(classes, sizeof *r->value_of);
    if (!r->label || !r->weight || !r->value_of)
        return logreg__fail_memory(err);
    for (; r->n_classes < classes; r->n_classes++) {
        char text[LOGREG__NUMBER_SIZE];
        r->value_of[r->n_classes] = value[r->n_classes];
        r->weight[r->n_classes] = weight[r->n_classes];
        r->label[r->n_classes] = logreg__copy(logreg__number_shortest(text, value[r->n_classes]));
        if (!r->label[r->n_classes])
            return logreg__fail_memory(err);
    }
    return LOGREG_OK;
}

/* ---- Which is the event ---- */

/* Makes the class called positive the event. */
logreg_status logreg__classes_choose(logreg__response *r, const char *positive, logreg_error *err)
{
    if (!positive)
        return LOGREG_OK;
    if (r->n_classes > 2)
        return logreg__fail(err, LOGREG_EINVAL,
                            "a positive label can be chosen for two classes only; '%s' has %zu: for one "
                            "against the others make the target a condition, as in %s == \"%s\"",
                            r->target->name, r->n_classes, r->target->name, positive);
    size_t event = logreg__label_place_in(r->label, r->n_classes, positive);
    if (event == 1)
        return LOGREG_OK;
    if (event != 0)
        return logreg__fail(err, LOGREG_EDATA, "the target '%s' has no class '%s'; it has '%s' and '%s'",
                            r->target->name, positive, r->label[0], r->label[1]);
    char *label = r->label[0];
    r->label[0] = r->label[1];
    r->label[1] = label;
    double weight = r->weight[0];
    r->weight[0] = r->weight[1];
    r->weight[1] = weight;
    if (r->value_of) {
        double value = r->value_of[0];
        r->value_of[0] = r->value_of[1];
        r->value_of[1] = value;
    }
    for (size_t l = 0; r->class_of && l < r->target->n_levels; l++)
        r->class_of[l] = 1 - r->class_of[l];
    return LOGREG_OK;
}
