/* Of an outcome of texts: classes of few rows beside two that have nearly all, as pending and lost stand beside yes and no. */
#include <math.h>
#include <string.h>

#include "base/word.h"
#include "data/alike.h"
#include "data/answers.h"
#include "data/gap.h"
#include "data/remark.h"
#include "model/model.h"
#include "report/summary/summary.h"
#include "report/warnings/suspicions.h"
#include "report/warnings/warnings.h"

enum {
    ROWS = 20,
    TOGETHER = 10,
    EACH = 5,
    THIRD = 15,
    DROPPED = 20,
    SMALLER = 15
}; /* rows at least; percent of rows: at most (of a third answer beside two to one question, and all such), at least */

/* Classes, of which two may be the answers to one question: no and yes. */
typedef struct {
    const logreg_model *m;
    bool answered;
    size_t denial, event; /* where it is answered */
} classes;

static classes look(const logreg_model *m)
{
    classes k = {.m = m};
    for (size_t c = 0; c < m->n_classes && !k.answered; c++)
        for (size_t o = 0; o < m->n_classes && !k.answered; o++)
            if (logreg__answer_denies(m->class_label[c], m->class_label[o]))
                k = (classes){.m = m, .answered = true, .denial = c, .event = o};
    return k;
}

/* By their words they may have more. */
static bool is_open(const classes *k, size_t c)
{
    const char *label = k->m->class_label[c];
    return logreg__gap_stage(label) ||
           (logreg__gap_dropped(label) && 100 * k->m->class_weight[c] <= DROPPED * k->m->n_obs);
}

static bool is_stray(const classes *k, size_t c)
{
    if (k->answered && (c == k->denial || c == k->event))
        return false;
    return is_open(k, c) || 100 * k->m->class_weight[c] <= (k->answered ? THIRD : EACH) * k->m->n_obs;
}

/* As Yess is beside Yes, of which another warning tells. */
static bool is_slip(const classes *k, size_t c)
{
    bool slip = false;
    char *const *label = k->m->class_label;
    for (size_t o = 0; o < k->m->n_classes && !slip; o++)
        slip = !is_stray(k, o) &&
               (logreg__labels_near(label[c], label[o]) || logreg__labels_alike(label[c], label[o]));
    return slip;
}

/* The class of many rows that a stray one begins with, as returned begins "returned (late)"; SIZE_MAX: none. */
static size_t begins_as(const classes *k, size_t c)
{
    size_t answer;
    char *const *label = k->m->class_label;
    if (!logreg__remark_of(&answer, label[c]))
        return SIZE_MAX;
    for (size_t o = 0; o < k->m->n_classes; o++)
        if (!is_stray(k, o) && strlen(label[o]) == answer && strncmp(label[o], label[c], answer) == 0)
            return o;
    return SIZE_MAX;
}

/* "If returned (late) means no more than returned, write that there." of the first such. */
static void write_beginning(logreg__page *piece, const classes *k)
{
    for (size_t c = 0; c < k->m->n_classes; c++) {
        size_t o = is_stray(k, c) && !is_slip(k, c) ? begins_as(k, c) : SIZE_MAX;
        if (o == SIZE_MAX)
            continue;
        logreg__page_add(piece, " If ");
        logreg__page_name(piece, k->m->class_label[c], LOGREG__NAME_ROOM);
        logreg__page_add(piece, " means no more than ");
        logreg__page_name(piece, k->m->class_label[o], LOGREG__NAME_ROOM);
        logreg__page_add(piece, ", write that there.");
        return;
    }
}

/* Are so many rows left out for features that classes are as few as they are because of that? */
static bool lacks_rows(const logreg_model *m)
{
    for (size_t i = 0; i < m->n_suspicions; i++)
        if (m->suspicion[i].kind == LOGREG__SUSPECT_LOSS || m->suspicion[i].kind == LOGREG__SUSPECT_LOST)
            return true;
    return false;
}

/* What they are of the rows, by weight. */
typedef struct {
    size_t n, slips;
    double stray, open, smaller; /* but those that are open; those; the smallest class that is neither */
} weighed;

static weighed weigh(const classes *k)
{
    weighed w = {.smaller = HUGE_VAL};
    for (size_t c = 0; c < k->m->n_classes; c++) {
        double weight = k->m->class_weight[c];
        bool stray = is_stray(k, c), open = is_open(k, c);
        w.n += stray;
        w.slips += stray && is_slip(k, c);
        w.stray += stray && !open ? weight : 0;
        w.open += open ? weight : 0;
        w.smaller = stray ? w.smaller : fmin(w.smaller, weight);
    }
    return w;
}

/* "maybe (6 rows) and both (2 rows)", and the same as a list of --na-values. */
static void write_strays(logreg__page *piece, logreg__text *list, const classes *k, size_t n)
{
    size_t told = 0;
    for (size_t c = 0; c < k->m->n_classes; c++) {
        if (!is_stray(k, c) || is_slip(k, c))
            continue;
        if (told++ < LOGREG__LISTED) {
            logreg__page_add(piece, told == 1 ? "" : told == n ? " and " : ", ");
            logreg__page_name(piece, k->m->class_label[c], LOGREG__NAME_ROOM);
            logreg__page_add(piece, " (");
            logreg__write_count(piece, k->m->class_weight[c], "row)", "rows)");
        }
        logreg__text item = {0};
        logreg__text_add(&item, logreg__target_name(k->m));
        logreg__text_add(&item, "=");
        logreg__text_add(&item, k->m->class_label[c]);
        if (!item.failed)
            logreg__text_add_item(list, item.start);
        list->failed = list->failed || item.failed;
        free(item.start);
    }
    logreg__write_more(piece, told);
}

/* "beside no and yes." */
static void write_others(logreg__page *piece, const classes *k, const weighed *w)
{
    logreg__page_add(piece, w->n - w->slips == 1 ? " is a class beside " : " are classes beside ");
    if (k->answered) {
        logreg__page_name(piece, k->m->class_label[k->denial], LOGREG__NAME_ROOM);
        logreg__page_add(piece, " and ");
        logreg__page_name(piece, k->m->class_label[k->event], LOGREG__NAME_ROOM);
    } else {
        logreg__page_add(piece, "two ");
        logreg__page_add(piece, 100 * (w->stray + w->open) > TOGETHER * k->m->n_obs
                                    ? "others"
                                    : "that have nearly all rows");
    }
    logreg__page_add(piece, ".");
}

static void write_event(logreg__page *piece, const classes *k)
{
    logreg__text event = {0};
    logreg__text_add(&event, k->m->class_label[k->event]);
    logreg__page_add(piece, " To set ");
    logreg__page_name(piece, k->m->class_label[k->event], LOGREG__NAME_ROOM);
    logreg__page_add(piece, " against all others: --positive ");
    logreg__write_word(piece, &event);
    logreg__page_add(piece, ".");
}

bool logreg__stray_classes(logreg__page *piece, const logreg_model *m)
{
    if (m->plain || m->numeric_target || m->grouped || m->n_classes < 3 || m->n_obs < ROWS || lacks_rows(m))
        return false;
    classes k = look(m);
    weighed w = weigh(&k);
    if (w.n == w.slips || w.n + 2 != m->n_classes ||
        100 * w.stray > (k.answered ? THIRD : TOGETHER) * m->n_obs ||
        (!k.answered && 100 * w.smaller < SMALLER * (m->n_obs - w.open)))
        return false;
    if (!piece)
        return true;
    logreg__text list = {0};
    write_strays(piece, &list, &k, w.n - w.slips);
    write_others(piece, &k, &w);
    logreg__page_format(piece, " If %s that the outcome is not known, leave the rows out: --na-values ",
                        w.n - w.slips == 1 ? "it means" : "they mean");
    logreg__write_word(piece, &list);
    logreg__page_add(piece, ".");
    if (k.answered)
        write_event(piece, &k);
    write_beginning(piece, &k);
    return true;
}
