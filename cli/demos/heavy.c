#include "heavy.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void cli_heavy_word(char word[CLI_CELL_SIZE], const logreg_model *m, size_t j)
{
    const char *name = strchr(logreg_model_coefficient_name(m, j), '[') + 1;
    snprintf(word, CLI_CELL_SIZE, "%.*s", (int)strlen(name) - 1, name);
}

static int by_weight(const void *a, const void *b)
{
    const cli_weight *x = a, *y = b;
    return x->b != y->b ? (x->b < y->b) - (x->b > y->b) : (x->j > y->j) - (x->j < y->j);
}

/* Less is rounding. */
#define NOTHING 1e-12

bool cli_heavy_find(cli_heavy *at, cli_lesson *l, const logreg_model *m)
{
    size_t p = logreg_model_coefficients(m), n = p - 1;
    cli_weight *all = malloc(p * sizeof *all);
    if (!all)
        return cli_lesson_no_memory(l);
    for (size_t j = 1; j < p; j++)
        all[j - 1] = (cli_weight){logreg_model_coefficient(m, 1, j), j};
    qsort(all, n, sizeof *all, by_weight);
    *at = (cli_heavy){.n_good = 0};
    while (at->n_good < CLI_HEAVY && at->n_good < n && all[at->n_good].b > NOTHING)
        at->n_good++;
    while (at->n_bad < CLI_HEAVY && at->n_bad < n && all[n - 1 - at->n_bad].b < -NOTHING)
        at->n_bad++;
    memcpy(at->good, all, at->n_good * sizeof *all);
    for (size_t i = 0; i < at->n_bad; i++)
        at->bad[i] = all[n - 1 - i];
    free(all);
    return (at->n_good && at->n_bad) ||
           cli_lesson_refuse(l, "no word of these texts tells the two kinds apart");
}

/* A word's bar, and its name on the other side of 0. */
static void draw_bar(logreg_figure *f, const logreg_model *m, const cli_weight *w, double middle)
{
    char word[CLI_CELL_SIZE];
    double low = middle - 0.38, high = middle + 0.38, from = fmin(0, w->b), to = fmax(0, w->b);
    bool good = w->b > 0;
    const logreg_mark bar = {.colour = good ? 0 : 1, .opacity = 0.85},
                      name = {.colour = LOGREG_INK, .align = good ? 1 : -1, .right = good ? -1 : 1.6};
    cli_heavy_word(word, m, w->j);
    logreg_figure_boxes(f, &from, &low, &to, &high, 1, &bar);
    logreg_figure_label(f, 0, middle, word, &name);
}

void cli_heavy_draw(cli_lesson *l, const logreg_model *m, const cli_heavy *at, const char *of)
{
    logreg_figure *f = NULL;
    char first[CLI_CELL_SIZE], last[CLI_CELL_SIZE], title[3 * CLI_CELL_SIZE];
    snprintf(title, sizeof title, "Words that speak for %s, and against it", of);
    double most = fmax(at->good[0].b, -at->bad[0].b) * 1.05, top = (double)(at->n_good + at->n_bad);
    if (!cli_lesson_figure(&f, l, title,
                           "The heaviest words: by how much the log-odds rise with one more of each."))
        return;
    cli_heavy_word(first, m, at->good[0].j);
    cli_heavy_word(last, m, at->bad[0].j);
    cli_lesson_words(l, f, "From '%s' with %.2f to '%s' with %.2f.", first, at->good[0].b, last,
                     at->bad[0].b);
    const logreg_figure_axis x = {.label = "log-odds", .low = -most, .high = most},
                             y = {.low = -0.2, .high = top + 0.2, .ticks = LOGREG_TICKS_NONE};
    logreg_figure_set_axis(f, 'x', &x);
    logreg_figure_set_axis(f, 'y', &y);
    for (size_t i = 0; i < at->n_good; i++)
        draw_bar(f, m, &at->good[i], top - (double)i - 0.5);
    for (size_t i = at->n_bad; i-- > 0;)
        draw_bar(f, m, &at->bad[i], (double)i + 0.5);
    cli_lesson_draw(l, f);
}

/* A word and its odds ratio, or blanks. */
static void write_heavy(char text[2 * CLI_CELL_SIZE], const logreg_model *m, const cli_weight *w)
{
    char word[CLI_CELL_SIZE], cell[CLI_CELL_SIZE];
    if (w)
        cli_heavy_word(word, m, w->j);
    int n = snprintf(text, CLI_CELL_SIZE, "%s", cli_lesson_cell(cell, w ? word : "", 16));
    if (w)
        snprintf(text + n, CLI_CELL_SIZE, " %10.3f", exp(w->b));
    else
        snprintf(text + n, CLI_CELL_SIZE, " %10s", "");
}

void cli_heavy_show(cli_lesson *l, const logreg_model *m, const cli_heavy *at)
{
    char a[2 * CLI_CELL_SIZE], b[2 * CLI_CELL_SIZE];
    cli_lesson_head(l, "%-16s %10s    %-16s %10s", "for it", "odds ratio", "against it", "odds ratio");
    for (size_t i = 0; i < CLI_HEAVY && (i < at->n_good || i < at->n_bad); i++) {
        write_heavy(a, m, i < at->n_good ? &at->good[i] : NULL);
        write_heavy(b, m, i < at->n_bad ? &at->bad[i] : NULL);
        cli_lesson_show(l, "%s    %s", a, b);
    }
    cli_lesson_gap(l);
}
