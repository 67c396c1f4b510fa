/* Of an outcome of texts: classes of few rows beside two that have nearly all, as pending and lost stand beside yes and no. */
#include <math.h>
#include <string.h>

#include "base/word.h"
#include "data/alike.h"
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
    DROPPED = 20,
    SMALLER = 15
}; /* rows at least; percent of rows: at most, at most, at most, at least */

/* By their words they may have more. */
static bool is_open(const logreg_model *m, size_t c)
{
    const char *label = m->class_label[c];
    return logreg__gap_stage(label) ||
           (logreg__gap_dropped(label) && 100 * m->class_weight[c] <= DROPPED * m->n_obs);
}

static bool is_stray(const logreg_model *m, size_t c)
{
    return is_open(m, c) || 100 * m->class_weight[c] <= EACH * m->n_obs;
}

/* As Yess is beside Yes, of which another warning tells. */
static bool is_slip(const logreg_model *m, size_t c)
{
    bool slip = false;
    for (size_t k = 0; k < m->n_classes && !slip; k++)
        slip = !is_stray(m, k) && (logreg__labels_near(m->class_label[c], m->class_label[k]) ||
                                   logreg__labels_alike(m->class_label[c], m->class_label[k]));
    return slip;
}

/* The class of many rows that a stray one begins with, as returned begins "returned (late)"; SIZE_MAX: none. */
static size_t begins_as(const logreg_model *m, size_t c)
{
    size_t answer;
    if (!logreg__remark_of(&answer, m->class_label[c]))
        return SIZE_MAX;
    for (size_t k = 0; k < m->n_classes; k++)
        if (!is_stray(m, k) && strlen(m->class_label[k]) == answer &&
            strncmp(m->class_label[k], m->class_label[c], answer) == 0)
            return k;
    return SIZE_MAX;
}

/* "If returned (late) means no more than returned, write that there." of the first such. */
static void write_beginning(logreg__page *piece, const logreg_model *m)
{
    for (size_t c = 0; c < m->n_classes; c++) {
        size_t k = is_stray(m, c) && !is_slip(m, c) ? begins_as(m, c) : SIZE_MAX;
        if (k == SIZE_MAX)
            continue;
        logreg__page_add(piece, " If ");
        logreg__page_name(piece, m->class_label[c], LOGREG__NAME_ROOM);
        logreg__page_add(piece, " means no more than ");
        logreg__page_name(piece, m->class_label[k], LOGREG__NAME_ROOM);
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

bool logreg__stray_classes(logreg__page *piece, const logreg_model *m)
{
    double stray = 0, open = 0, smaller = HUGE_VAL;
    size_t n = 0, slips = 0, told = 0;
    logreg__text list = {0};
    if (m->plain || m->numeric_target || m->grouped || m->n_classes < 3 || m->n_obs < ROWS || lacks_rows(m))
        return false;
    for (size_t c = 0; c < m->n_classes; c++) {
        n += is_stray(m, c);
        slips += is_stray(m, c) && is_slip(m, c);
        stray += is_stray(m, c) && !is_open(m, c) ? m->class_weight[c] : 0;
        open += is_open(m, c) ? m->class_weight[c] : 0;
        smaller = is_stray(m, c) ? smaller : fmin(smaller, m->class_weight[c]);
    }
    if (n == slips || n + 2 != m->n_classes || 100 * stray > TOGETHER * m->n_obs ||
        100 * smaller < SMALLER * (m->n_obs - open))
        return false;
    for (size_t c = 0; piece && c < m->n_classes; c++) {
        if (!is_stray(m, c) || is_slip(m, c))
            continue;
        if (told++ < LOGREG__LISTED) {
            logreg__page_add(piece, told == 1 ? "" : told == n - slips ? " and " : ", ");
            logreg__page_name(piece, m->class_label[c], LOGREG__NAME_ROOM);
            logreg__page_add(piece, " (");
            logreg__write_count(piece, m->class_weight[c], "row)", "rows)");
        }
        logreg__text item = {0};
        logreg__text_add(&item, logreg__target_name(m));
        logreg__text_add(&item, "=");
        logreg__text_add(&item, m->class_label[c]);
        if (!item.failed)
            logreg__text_add_item(&list, item.start);
        list.failed = list.failed || item.failed;
        free(item.start);
    }
    if (!piece)
        return true;
    logreg__write_more(piece, told);
    logreg__page_format(piece,
                        " %s beside two %s. If %s that the outcome is not known, "
                        "leave the rows out: --na-values ",
                        n - slips == 1 ? "is a class" : "are classes",
                        100 * (stray + open) > TOGETHER * m->n_obs ? "others" : "that have nearly all rows",
                        n - slips == 1 ? "it means" : "they mean");
    logreg__write_word(piece, &list);
    logreg__page_add(piece, ".");
    write_beginning(piece, m);
    return true;
}
