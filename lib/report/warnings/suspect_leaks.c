/* Columns that tell the class by themselves. */
#include <math.h>
#include <stdio.h>

#include "base/number.h"
#include "model/model.h"
#include "report/page/figure.h"
#include "report/summary/summary.h"
#include "report/warnings/suspect.h"
#include "report/warnings/suspicions.h"
#include "report/warnings/warnings.h"

/* What one column or each of several does by itself; the AUC apart. */
static void write_deed(logreg__page *page, const logreg__leak *leak, const char *target, const char *label,
                       bool one)
{
    char text[LOGREG__FIGURE_SIZE];
    logreg__page_add(page, one ? " by itself" : " by themselves");
    if (!(leak->auc > 0)) {
        logreg__page_format(page, " give%s the right class in %s of ", one ? "s" : "",
                            logreg__figure_plain(text, leak->right, 10, page->sign));
        logreg__write_count(page, leak->all, label ? "row" : "trial", label ? "rows" : "trials");
        return;
    }
    logreg__page_format(page, " tell%s ", one ? "s" : "");
    logreg__page_add(page, label ? "" : "the events of ");
    logreg__page_name(page, target, LOGREG__NAME_ROOM);
    if (label && *label) {
        logreg__page_add(page, " = ");
        logreg__page_name(page, label, LOGREG__NAME_ROOM);
    }
    logreg__page_add(page, label ? " from the rest" : "");
    logreg__page_add(page, leak->auc == 1 ? " without error" : " almost without error");
}

void logreg__leak_auc(char auc[LOGREG__LEAK_ROOM], const logreg__leak *leak)
{
    char text[LOGREG__FIGURE_SIZE];
    *auc = '\0';
    if (leak->auc > 0)
        snprintf(auc, LOGREG__LEAK_ROOM, "AUC %s",
                 leak->auc == 1 ? "1" : logreg__number_format(text, fmin(leak->auc, 0.9999), 4));
}

void logreg__write_leak(logreg__page *page, const logreg__leak *leak, const char *target, const char *label)
{
    char auc[LOGREG__LEAK_ROOM];
    logreg__leak_auc(auc, leak);
    write_deed(page, leak, target, label, true);
    if (*auc)
        logreg__page_format(page, " (%s)", auc);
}

void logreg__write_leaks(logreg__page *page, const logreg__leak *leak, const char *target, const char *label)
{
    write_deed(page, leak, target, label, false);
}

static bool alike(const logreg__suspicion *a, const logreg__suspicion *b)
{
    const logreg__leak *x = &a->leak, *y = &b->leak;
    if (b->kind != LOGREG__SUSPECT_LEAK || x->of != y->of || (x->auc > 0) != (y->auc > 0))
        return false;
    return x->auc > 0 ? (x->auc == 1) == (y->auc == 1) : x->right == y->right && x->all == y->all;
}

/* "a (AUC 0.993), b (AUC 0.998) and c (AUC 0.991) by themselves tell ..": the i-th suspicion and all those alike. */
static void write_alike(logreg__page *piece, const logreg_model *m, size_t i, size_t n, const char *label)
{
    size_t told = 0;
    for (size_t k = i; k < m->n_suspicions; k++) {
        char auc[LOGREG__LEAK_ROOM];
        if (!alike(&m->suspicion[i], &m->suspicion[k]) || told++ >= LOGREG__LISTED)
            continue;
        logreg__page_add(piece, told == 1 ? "" : told == n ? " and " : ", ");
        logreg__page_name(piece, m->suspicion[k].column, LOGREG__NAME_ROOM);
        logreg__leak_auc(auc, &m->suspicion[k].leak);
        if (*auc)
            logreg__page_format(piece, " (%s)", auc);
    }
    logreg__write_more(piece, n);
    logreg__write_leaks(piece, &m->suspicion[i].leak, logreg__target_name(m), label);
}

/* Of columns of which the same is to be said, once. */
static void write_leaks(logreg__page *piece, const logreg_model *m)
{
    bool any = false;
    for (size_t i = 0; i < m->n_suspicions; i++) {
        const logreg__suspicion *s = &m->suspicion[i];
        size_t n = 0, earlier = 0;
        if (s->kind != LOGREG__SUSPECT_LEAK)
            continue;
        for (size_t k = 0; k < m->n_suspicions; k++) {
            n += alike(s, &m->suspicion[k]);
            earlier += k < i && alike(s, &m->suspicion[k]);
        }
        if (earlier)
            continue;
        const char *label = m->grouped ? NULL : m->class_label[s->leak.of];
        label = m->target_is_condition && strcmp(label, "TRUE") == 0 ? "" : label;
        logreg__page_add(piece, any ? "; " : "");
        any = true;
        if (n > 1) {
            write_alike(piece, m, i, n, label);
            continue;
        }
        logreg__page_name(piece, s->column, LOGREG__NAME_ROOM);
        logreg__write_leak(piece, &s->leak, logreg__target_name(m), label);
    }
}

static void advise_leaks(logreg__page *piece, const logreg_model *m, size_t n)
{
    logreg__page_add(piece, n == 1
                                ? ". Ask when the column was filled in. If after the outcome was known, "
                                : ". Ask when the columns were filled in. If after the outcome was known, ");
    logreg__suspect_without(piece, m, LOGREG__SUSPECT_LEAK);
    logreg__page_format(piece, " leaves %s out; if before, keep %s", n == 1 ? "it" : "them",
                        n == 1 ? "it" : "them");
    logreg__page_add(piece, logreg_model_separation(m) ? ", and expect separation." : ".");
}

bool logreg__warn_leaks(logreg__page *piece, const logreg_model *m)
{
    size_t n = 0;
    for (size_t i = 0; i < m->n_suspicions; i++)
        n += m->suspicion[i].kind == LOGREG__SUSPECT_LEAK;
    if (n && piece) {
        write_leaks(piece, m);
        advise_leaks(piece, m, n);
    }
    return n > 0;
}
