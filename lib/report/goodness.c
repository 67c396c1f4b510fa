/* Tests of fit, and the groups of the first of them. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include <logreg/goodness.h>

#include "report/goodness.h"
#include "report/summary/summary.h"
#include "report/page/table.h"

/* ---- Tests ---- */

enum { STATISTIC, DF, P, N_COLUMNS };
enum { MOST_TESTS = 6 };

typedef struct {
    char name[64];
    logreg_test test;
    const char *none; /* instead of a test without a statistic */
} line;

typedef struct {
    size_t n;
    line line[MOST_TESTS];
} lines;

static void fill_test(logreg__table_row *row, size_t i, int room, const void *data)
{
    const line *l = &((const lines *)data)->line[i];
    (void)room;
    logreg__page_add(&row->label, l->name);
    if (isnan(l->test.statistic)) {
        row->remark = l->none;
        return;
    }
    logreg__figure_fixed(row->cell[STATISTIC], l->test.statistic, 2, row->label.sign);
    logreg__figure_plain(row->cell[DF], l->test.df, 9, row->label.sign);
    logreg__figure_p(row->cell[P], l->test.p);
}

static void add(lines *l, logreg_test test, const char *none, const char *name)
{
    line *to = &l->line[l->n++];
    *to = (line){.test = test, .none = none};
    snprintf(to->name, sizeof to->name, "  %s", name);
}

/* Figures that follow no chi-squared have no degrees of freedom. */
static logreg_test normal(double z, double p)
{
    return (logreg_test){z, NAN, p, 0};
}

static lines list_tests(const logreg_goodness *g)
{
    static const char nothing_new[] = "its columns say nothing new";
    lines l = {0};
    char name[60];
    snprintf(name, sizeof name, "Hosmer-Lemeshow, %zu groups", g->n_groups);
    add(&l, g->hosmer_lemeshow, "", name);
    if (g->n_classes == 2) {
        add(&l, normal(g->squares_z, g->squares_p), "the model fits whatever the rows are",
            "Unweighted sum of squares, z");
        add(&l, g->stukel_score, nothing_new, "Stukel, score");
        add(&l, g->stukel_lr, isnan(g->stukel_score.statistic) ? nothing_new : "its model is separated",
            "Stukel, likelihood ratio");
    }
    snprintf(name, sizeof name, "Pearson, %zu patterns", g->n_patterns);
    add(&l, g->pearson, "", name);
    snprintf(name, sizeof name, "Deviance, %zu patterns", g->n_patterns);
    add(&l, g->deviance, "", name);
    return l;
}

/* ---- Groups ---- */

enum { SIZE, EVENTS, EXPECTED, OTHERS, OTHERS_EXPECTED, N_COUNTS };

static void fill_group(logreg__table_row *row, size_t i, int room, const void *data)
{
    const logreg_goodness_group *g = (const logreg_goodness_group *)data + i;
    char low[LOGREG__FIGURE_SIZE], high[LOGREG__FIGURE_SIZE];
    const logreg__signs *sign = row->label.sign;
    (void)room;
    logreg__page_format(&row->label, "  %s to %s", logreg__figure_fixed(low, g->low, 4, sign),
                        logreg__figure_fixed(high, g->high, 4, sign));
    logreg__figure_plain(row->cell[SIZE], g->observations, 9, sign);
    logreg__figure_plain(row->cell[EVENTS], g->observed[1], 9, sign);
    logreg__figure_fixed(row->cell[EXPECTED], g->expected[1], 2, sign);
    logreg__figure_plain(row->cell[OTHERS], g->observed[0], 9, sign);
    logreg__figure_fixed(row->cell[OTHERS_EXPECTED], g->expected[0], 2, sign);
}

void logreg__write_goodness_groups(logreg__page *page, const logreg_model *model,
                                   const logreg_goodness_group *group, size_t n)
{
    static const logreg__table_column column[N_COUNTS] = {
        [SIZE] = {"n", 1, ""},
        [EVENTS] = {"Events", 1, "Events"},
        [EXPECTED] = {"expected", 1, NULL},
        [OTHERS] = {"Others", 1, "Others"},
        [OTHERS_EXPECTED] = {"expected", 1, NULL},
    };
    logreg__page title;
    logreg__page_start_like(&title, page);
    logreg__page_add(&title, "Groups by ");
    logreg__write_event(&title, model, 1);
    logreg__page_add(page, "\n");
    logreg__page_paste(page, LOGREG__BOLD, &title);
    logreg__page_add(page, "\n");
    logreg__table_print(page, &(logreg__table){n, N_COUNTS, column, fill_group, group});
}

/* ---- Words ---- */

static void say_groups(logreg__page *note, const logreg_goodness *g)
{
    logreg__page_add(note, "Groups are cut as SAS's PROC LOGISTIC cuts them");
    logreg__page_add(note, g->n_classes > 2 ? ", by the probability of any class but the first (Fagerland, "
                                              "Hosmer & Bofin); JSON has their counts."
                                            : ".");
    if (isnan(g->hosmer_lemeshow.p))
        logreg__page_format(note, " The rows make %zu group%s, and the test needs three.", g->n_groups,
                            g->n_groups == 1 ? "" : "s");
}

static void say_patterns(logreg__page *note, const logreg_goodness *g)
{
    char share[LOGREG__FIGURE_SIZE], least[LOGREG__FIGURE_SIZE];
    if (!isnan(g->pearson.p))
        return;
    if (!(g->pearson.df > 0)) {
        logreg__page_add(note,
                         " There are no more patterns than coefficients: Pearson and deviance test nothing.");
        return;
    }
    logreg__page_format(note,
                        " Pearson and deviance are no tests here: rows of equal columns are too few (%s%% of "
                        "expected counts are below 5, the least is %s).",
                        logreg__figure_fixed(share, 100 * g->below_five, 0, note->sign),
                        logreg__figure_digits(least, g->least_expected, 2, note->sign));
}

static void write_words(logreg__page *page, const logreg_model *model, const logreg_goodness *g)
{
    logreg__page note;
    logreg__page_start_like(&note, page);
    say_groups(&note, g);
    say_patterns(&note, g);
    if (strcmp(logreg_model_vcov(model), "classical") != 0)
        logreg__page_add(&note, " The tests take rows as independent, whatever the standard errors do.");
    logreg__page_add(&note, " A small p speaks against the model. A large one does not prove it: few rows "
                            "show little. Of very many rows p is small for departures that do not matter: "
                            "look at the groups.");
    logreg__page_paragraph(page, LOGREG__PLAIN, "", 2, &note);
}

void logreg__write_goodness(logreg__page *page, const logreg_model *model, const logreg_goodness *g)
{
    const logreg__table_column column[N_COLUMNS] = {
        [STATISTIC] = {"Statistic", 1, ""}, [DF] = {"df", 1, NULL}, [P] = {"p", 1, NULL}};
    lines l = list_tests(g);
    logreg__write_title(page, "Goodness of fit");
    logreg__table_print(page, &(logreg__table){l.n, N_COLUMNS, column, fill_test, &l});
    if (g->n_classes == 2)
        logreg__write_goodness_groups(page, model, g->group, g->n_groups);
    write_words(page, model, g);
}
