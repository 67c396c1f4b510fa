/* Metrics, a line each: name, value, interval, what it is. */
#include <math.h>
#include <string.h>

#include "report/evaluation.h"
#include "report/page/figure.h"
#include "report/summary/summary.h"

#define DECIMALS 4
#define GAP 2

enum { VALUE, LOW, HIGH, COLUMNS };

/* What stands in a line. */
typedef struct {
    const logreg_metric *metric;
    char cell[COLUMNS][LOGREG__FIGURE_SIZE];
    bool interval;
} line;

typedef struct {
    int name, width[COLUMNS];
    bool intervals;
} layout;

static bool meant(const logreg_evaluation *e, size_t i)
{
    return e->n_classes > 2 ? e->metric[i]->more_classes : e->metric[i]->two_classes;
}

static line line_of(const logreg_evaluation *e, size_t i, double level, const logreg__signs *sign)
{
    line l = {.metric = e->metric[i]};
    double value = e->measure[i].value, end[2];
    if (isnan(value))
        strcpy(l.cell[VALUE], "none");
    else if (isinf(value))
        strcpy(l.cell[VALUE], sign->infinity);
    else
        logreg__figure_fixed(l.cell[VALUE], value, DECIMALS, sign);
    l.interval = logreg_metric_interval(&end[0], &end[1], e->metric[i], &e->measure[i], level);
    for (int c = 0; l.interval && c < 2; c++)
        logreg__figure_fixed(l.cell[LOW + c], end[c], DECIMALS, sign);
    return l;
}

static layout lay_out(const logreg_evaluation *e, double level, const logreg__signs *sign)
{
    layout all = {0};
    for (size_t i = 0; i < e->n_metrics; i++) {
        if (!meant(e, i))
            continue;
        line l = line_of(e, i, level, sign);
        all.intervals |= l.interval;
        all.name =
            logreg__columns_of(l.metric->name) > all.name ? logreg__columns_of(l.metric->name) : all.name;
        for (int c = 0; c < COLUMNS; c++)
            all.width[c] =
                logreg__columns_of(l.cell[c]) > all.width[c] ? logreg__columns_of(l.cell[c]) : all.width[c];
    }
    return all;
}

/* Column where the number c begins that stands there, or where what follows the last one does. */
static int place_of(const layout *all, int c)
{
    int place = GAP + all->name + GAP;
    for (int before = 0; before < c; before++)
        place += all->width[before] ? all->width[before] + GAP : 0;
    return place;
}

static void write_heading(logreg__page *page, const layout *all, double level)
{
    logreg__page title, over;
    logreg__page_start_like(&title, page);
    logreg__page_start_like(&over, page);
    logreg__page_add(&title, "Metrics");
    if (all->intervals) {
        logreg__write_percent(&over, level);
        logreg__page_add(&over, " interval");
        int end = place_of(all, COLUMNS) - GAP;
        logreg__page_repeat(&title, " ", end - logreg__page_columns(&title) - logreg__page_columns(&over));
        logreg__page_add(&title, logreg__page_string(&over));
    }
    logreg__write_title(page, logreg__page_string(&title));
    page->text.failed = page->text.failed || title.text.failed || over.text.failed;
    logreg__page_free(&title);
    logreg__page_free(&over);
}

static void write_line(logreg__page *page, const line *l, const layout *all)
{
    logreg__page label, what;
    logreg__page_start_like(&label, page);
    logreg__page_start_like(&what, page);
    logreg__page_format(&label, "  %s", l->metric->name);
    for (int c = 0; c < COLUMNS; c++)
        if (*l->cell[c]) {
            int room = place_of(all, c) + all->width[c] - logreg__columns_of(l->cell[c]);
            logreg__page_repeat(&label, " ", room - logreg__page_columns(&label));
            logreg__page_add(&label, l->cell[c]);
        }
    logreg__page_add(&what, l->metric->summary);
    page->text.failed = page->text.failed || label.text.failed;
    logreg__page_paragraph(page, LOGREG__PLAIN, logreg__page_string(&label), place_of(all, COLUMNS), &what);
    logreg__page_free(&label);
}

static bool shows(const logreg_evaluation *e, const char *prefix)
{
    for (size_t i = 0; i < e->n_metrics; i++)
        if (meant(e, i) && strncmp(e->metric[i]->name, prefix, strlen(prefix)) == 0)
            return true;
    return false;
}

/* By what the numbers were made. */
static void write_note(logreg__page *page, const logreg_evaluation *e, const layout *all)
{
    logreg__page note;
    logreg__page_start_like(&note, page);
    if (all->intervals)
        logreg__page_format(&note,
                            "Intervals: Wilson's of shares%s, else by the normal distribution; they take the "
                            "model as it is. ",
                            shows(e, "auc") && e->n_classes == 2 ? ", DeLong's of the AUC" : "");
    if (shows(e, "fbeta"))
        logreg__page_format(&note, "Beta is %g. ", e->beta);
    if (shows(e, "top_k"))
        logreg__page_format(&note, "Top k: k is %zu. ", e->top_k);
    bool parts = shows(e, "brier_");
    if (parts || shows(e, "ece"))
        logreg__page_format(
            &note, "Shares are of what came about in %zu bins of %s%s.", e->n_bins,
            e->quantile_bins ? "about as many rows each" : "equal width",
            parts ? "; the Brier score is reliability - resolution + uncertainty + within (Murphy)" : "");
    if (*logreg__page_string(&note))
        logreg__page_paragraph(page, LOGREG__DIM, "", GAP, &note);
    else
        logreg__page_free(&note);
}

void logreg__write_metrics(logreg__page *page, const logreg_evaluation *e, double level)
{
    layout all = lay_out(e, level, page->sign);
    if (!all.name)
        return;
    write_heading(page, &all, level);
    for (size_t i = 0; i < e->n_metrics; i++) {
        if (!meant(e, i))
            continue;
        line l = line_of(e, i, level, page->sign);
        write_line(page, &l, &all);
    }
    write_note(page, e, &all);
}
