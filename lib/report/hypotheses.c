/* Tests of linear hypotheses: a table of what their equations say, and one of whether they hold. */
#include "report/hypotheses.h"

#include <ctype.h>
#include <limits.h>
#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "report/summary/estimates.h"
#include "report/summary/summary.h"

/* Of the table of tests. */
enum { DF, LR, LR_P, SCORE, SCORE_P, WALD, WALD_P, N_COLUMNS };

/* Hypotheses, and how they are called: by their equations or, where one of these is too long to stand beside numbers, by numbers in a list above. */
typedef struct {
    const logreg_hypotheses *all;
    bool listed;
    bool lr, score, wald; /* there are such tests */
    int place[N_COLUMNS]; /* of each column in the table of tests; -1: it is left out */
} view;

/* ---- Names ---- */

/* "(2) ", or "(2.1) " of its first equation; in front of others as many blanks. Where all is said without numbers, nothing. */
static void write_number(logreg__page *label, const view *v, size_t h, size_t equation)
{
    if (v->listed && equation && v->all->hypothesis[h].n_equations > 1)
        logreg__page_format(label, "(%zu.%zu) ", h + 1, equation);
    else if (v->listed || (v->all->n > 1 && equation <= 1))
        logreg__page_format(label, "(%zu) ", h + 1);
    else if (v->all->n > 1)
        logreg__page_add(label, "    ");
}

static void write_line(logreg__page *page, const view *v, size_t h, size_t equation, const char *text)
{
    logreg__page label, line;
    logreg__page_start_like(&label, page);
    logreg__page_start_like(&line, page);
    write_number(&label, v, h, equation);
    logreg__page_name(&line, text, INT_MAX);
    logreg__page_paragraph(page, LOGREG__PLAIN, logreg__page_string(&label), logreg__page_columns(&label),
                           &line);
    page->text.failed = page->text.failed || label.text.failed;
    logreg__page_free(&label);
}

static void write_list(logreg__page *page, const view *v)
{
    for (size_t i = 0; i < v->all->n; i++) {
        const logreg_hypothesis *h = &v->all->hypothesis[i];
        if (h->n_equations > 1)
            write_line(page, v, i, 0, h->text);
        for (size_t j = 0; j < h->n_equations; j++)
            write_line(page, v, i, j + 1, h->equation[j].text);
    }
    logreg__page_add(page, "\n");
}

/* ---- Equations ---- */

static void fill_equation(logreg__table_row *row, size_t i, int room, int digits, const void *data)
{
    const view *v = data;
    size_t h = 0;
    while (i >= v->all->hypothesis[h].n_equations)
        i -= v->all->hypothesis[h++].n_equations;
    const logreg_equation *e = &v->all->hypothesis[h].equation[i];
    write_number(&row->label, v, h, i + 1);
    if (!v->listed)
        logreg__page_name(&row->label, e->text, room - logreg__page_columns(&row->label));
    if (isfinite(e->of.low) != isfinite(e->of.high) && !isfinite(e->of.estimate)) {
        logreg__estimates_fill_unbounded(row, &e->of, !isnan(e->of.odds_ratio));
        return;
    }
    bool ascii = row->label.ascii;
    switch (e->of.status) {
    case LOGREG_COEF_PLUS_INFINITY:
        row->remark = ascii ? "+inf: separated" : "+∞: separated";
        return;
    case LOGREG_COEF_MINUS_INFINITY:
        row->remark = ascii ? "-inf: separated" : "−∞: separated";
        return;
    case LOGREG_COEF_UNDETERMINED:
        row->remark = "without a limit: separated";
        return;
    default:
        logreg__estimates_fill(row, &e->of, digits, !isnan(e->of.odds_ratio));
    }
}

/* ---- Tests ---- */

static void put(logreg__table_row *row, const view *v, int column, const logreg_test *test)
{
    if (v->place[column] < 0 || isnan(test->statistic))
        return;
    logreg__figure_fixed(row->cell[v->place[column]], test->statistic, 2, row->label.sign);
    logreg__figure_p(row->cell[v->place[column + 1]], test->p);
}

static void fill_test(logreg__table_row *row, size_t i, int room, const void *data)
{
    const view *v = data;
    const logreg_hypothesis *h = &v->all->hypothesis[i];
    write_number(&row->label, v, i, 0);
    if (!v->listed)
        logreg__page_name(&row->label, h->text, room - logreg__page_columns(&row->label));
    logreg__write_test_df(row->cell[v->place[DF]], &h->wald, row->label.sign);
    put(row, v, LR, &h->lr);
    put(row, v, SCORE, &h->score);
    put(row, v, WALD, &h->wald);
}

static void write_tests(logreg__page *page, const logreg_model *model, view *v)
{
    const char *chi = page->ascii ? "chi2" : "χ²";
    const logreg__table_column every[N_COLUMNS] = {
        [DF] = {"df", 1, NULL},     [LR] = {chi, 1, "lik. ratio"},
        [LR_P] = {"p", 1, NULL},    [SCORE] = {chi, 1, "score"},
        [SCORE_P] = {"p", 1, NULL}, [WALD] = {logreg_model_sampling_weights(model) ? "F" : chi, 1, "Wald"},
        [WALD_P] = {"p", 1, NULL},
    };
    for (size_t i = 0; i < v->all->n; i++) {
        v->lr = v->lr || !isnan(v->all->hypothesis[i].lr.statistic);
        v->wald = v->wald || !isnan(v->all->hypothesis[i].wald.statistic);
        v->score = v->score || !isnan(v->all->hypothesis[i].score.statistic);
    }
    logreg__table_column column[N_COLUMNS];
    int n = 0;
    for (int c = 0; c < N_COLUMNS; c++) {
        bool there = c == DF || (c < SCORE ? v->lr : c < WALD ? v->score : v->wald || !v->lr);
        v->place[c] = there ? n : -1;
        if (there)
            column[n++] = every[c];
    }
    column[DF].group = column[DF + 1].group; /* of the first test there is */
    column[DF + 1].group = NULL;
    logreg__page_add(page, "\n");
    logreg__table_print(page, &(logreg__table){v->all->n, n, column, fill_test, v});
}

/* ---- Remarks ---- */

/* A clause as a sentence, behind what it begins with. */
static void write_sentence(logreg__page *page, logreg__page *beginning, const char *clause)
{
    char first[2] = {(char)toupper((unsigned char)*clause), '\0'};
    logreg__page_add(beginning, first);
    logreg__page_add(beginning, clause + 1);
    logreg__page_add(beginning, ".");
    logreg__page_paragraph(page, LOGREG__PLAIN, "", 0, beginning);
}

static void write_surplus(logreg__page *page, const logreg_hypotheses *all, size_t i)
{
    char clause[120];
    logreg__page note;
    const logreg_hypothesis *h = &all->hypothesis[i];
    size_t surplus = h->n_equations - h->df;
    if (!surplus)
        return;
    snprintf(clause, sizeof clause, "%zu of %zu equations %s from those before %s and add%s nothing", surplus,
             h->n_equations, surplus == 1 ? "follows" : "follow", surplus == 1 ? "it" : "them",
             surplus == 1 ? "s" : "");
    logreg__page_start_like(&note, page);
    if (all->n > 1)
        logreg__page_format(&note, "(%zu) ", i + 1);
    write_sentence(page, &note, clause);
}

/* The remark of hypothesis i, with all that have it: "(1) (4) .."; at the first of them. */
static void write_remark(logreg__page *page, const logreg_hypotheses *all, size_t i)
{
    logreg__page note;
    const char *remark = all->hypothesis[i].remark;
    size_t same = 0;
    for (size_t j = 0; j < i; j++)
        if (all->hypothesis[j].remark == remark)
            return;
    for (size_t j = i; j < all->n; j++)
        same += all->hypothesis[j].remark == remark;
    logreg__page_start_like(&note, page);
    for (size_t j = i; same < all->n && j < all->n; j++)
        if (all->hypothesis[j].remark == remark)
            logreg__page_format(&note, "(%zu) ", j + 1);
    write_sentence(page, &note, remark);
}

static void write_remarks(logreg__page *page, const logreg_hypotheses *all)
{
    logreg__page note;
    logreg__page_start_like(&note, page);
    write_sentence(page, &note,
                   "estimates and intervals are those of left sides, z and p are about one equation alone; a "
                   "hypothesis says that all of its equations hold together");
    for (size_t i = 0; i < all->n; i++)
        write_surplus(page, all, i);
    for (size_t i = 0; i < all->n; i++)
        if (all->hypothesis[i].remark)
            write_remark(page, all, i);
}

/* Ends of profile intervals, of all equations in turn. */
static void write_ends(logreg__page *page, const logreg_hypotheses *all, size_t n)
{
    logreg_coefficient *of = logreg__new(n, sizeof *of);
    size_t at = 0;
    if (!of)
        page->text.failed = true;
    for (size_t i = 0; of && i < all->n; i++)
        for (size_t j = 0; j < all->hypothesis[i].n_equations; j++)
            of[at++] = all->hypothesis[i].equation[j].of;
    if (of)
        logreg__write_ends(page, of, n);
    free(of);
}

void logreg__write_hypotheses(logreg__page *page, const logreg_model *model, const logreg_hypotheses *all)
{
    size_t n = 0;
    for (size_t i = 0; i < all->n; i++)
        n += all->hypothesis[i].n_equations;
    if (n == 0)
        return;
    logreg__write_title(page, all->n > 1 ? "Linear hypotheses" : "Linear hypothesis");
    view v = {.all = all};
    const logreg__estimates estimates = {n, fill_equation, &v, all->method, all->level};
    v.listed = !logreg__estimates_fit(page, model, &estimates);
    if (v.listed)
        write_list(page, &v);
    logreg__estimates_print(page, model, &estimates);
    write_tests(page, model, &v);
    write_remarks(page, all);
    if (strcmp(all->method, "profile") == 0)
        write_ends(page, all, n);
}
