/* A path of penalties as text: strengths in a table, the cross-validated loss as a curve. */
#include <ctype.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/error.h"
#include "report/page/figure.h"
#include "report/options.h"
#include "report/curves/plot.h"
#include "report/summary/summary.h"
#include "report/page/table.h"

/* Strengths in the table, beside those that were chosen. */
enum { LISTED = 12 };

enum { LAMBDA, NONZERO, EXPLAINED, LOSS, HELD_OUT, ERROR, N_COLUMNS };

const char *logreg__measure_words(const logreg_metric *measure)
{
    return strcmp(measure->name, "log_loss") == 0 ? "log loss"
           : strcmp(measure->name, "auc") == 0    ? "AUC"
                                                  : measure->name;
}

/* Those that the table shows. */
typedef struct {
    const logreg_path *path;
    size_t n, place[LISTED + 3];
} choice;

static bool is_chosen(const logreg_path *p, size_t i)
{
    return p->folds && (i == p->best || i == p->best_1se);
}

static choice choose(const logreg_path *p)
{
    choice c = {.path = p};
    for (size_t i = 0; i < p->n; i++) {
        size_t step = i * (LISTED - 1) / (p->n > 1 ? p->n - 1 : 1);
        size_t before = i ? (i - 1) * (LISTED - 1) / (p->n > 1 ? p->n - 1 : 1) : SIZE_MAX;
        if (p->n <= LISTED || step != before || is_chosen(p, i) || i == p->chosen)
            c.place[c.n++] = i;
    }
    return c;
}

static void fill_row(logreg__table_row *row, size_t at, int room, const void *data)
{
    (void)room;
    const choice *c = data;
    const logreg_path *p = c->path;
    const logreg__signs *sign = row->label.sign;
    size_t i = c->place[at];
    bool least = p->folds && i == p->best, simple = p->folds && i == p->best_1se;
    bool loss = p->folds && p->measure->loss;
    logreg__page_add(&row->label, least && simple ? (loss ? "  least, 1 SE" : "  best, 1 SE")
                                  : least         ? (loss ? "  least" : "  best")
                                  : simple        ? "  1 SE"
                                                  : "  ");
    logreg__figure_digits(row->cell[LAMBDA], p->lambda[i], 4, sign);
    logreg__figure_plain(row->cell[NONZERO], (double)p->n_nonzero[i], 10, sign);
    logreg__figure_fixed(row->cell[EXPLAINED], p->explained[i], 4, sign);
    logreg__figure_fixed(row->cell[LOSS], p->log_loss[i], 4, sign);
    if (!p->folds)
        return;
    logreg__figure_fixed(row->cell[HELD_OUT], p->cv_measure[i], 4, sign);
    logreg__figure_fixed(row->cell[ERROR], p->cv_measure_error[i], 4, sign);
}

static void write_table(logreg__page *page, const logreg_path *p)
{
    const choice c = choose(p);
    bool other = p->folds && strcmp(p->measure->name, "log_loss") != 0;
    const logreg__table_column column[N_COLUMNS] = {
        [LAMBDA] = {"Lambda", 1, ""},
        [NONZERO] = {"Columns", 1, NULL},
        [EXPLAINED] = {"Explained", 1, NULL},
        [LOSS] = {"On the rows", 1, "log loss"},
        [HELD_OUT] = {"Held out", 1, other ? logreg__measure_words(p->measure) : NULL},
        [ERROR] = {"Std. error", 1, NULL},
    };
    int columns = p->folds ? N_COLUMNS : HELD_OUT;
    logreg__table_print(page, &(logreg__table){c.n, columns, column, fill_row, &c});
}

/* ---- The curve of held-out losses ---- */

enum { BAND, CURVE, N_LAYERS };

static const logreg__layer layers[N_LAYERS] = {{LOGREG__DIM, '.'}, {LOGREG__HUE, '*'}};

/* y of a list at -log10(lambda) = x, between the strengths that lie about it. */
static double at(const logreg_path *p, const double *y, double x)
{
    size_t i = 0;
    while (i + 2 < p->n && -log10(p->lambda[i + 1]) < x)
        i++;
    double from = -log10(p->lambda[i]), to = -log10(p->lambda[i + 1]), share = (x - from) / (to - from);
    return y[i] + fmin(fmax(share, 0), 1) * (y[i + 1] - y[i]);
}

static void draw(logreg__plot *plot, const logreg_path *p)
{
    const logreg__dashes solid = {{0}}, dotted = {{1, 2}};
    int n = 2 * plot->canvas.columns, y[3][2 * LOGREG__WIDTH_MOST];
    for (int x = 0; x < n; x++) {
        double lambda = logreg__plot_value(plot, x);
        double mean = at(p, p->cv_measure, lambda), error = at(p, p->cv_measure_error, lambda);
        y[0][x] = logreg__plot_y(plot, mean);
        y[1][x] = logreg__plot_y(plot, mean - error);
        y[2][x] = logreg__plot_y(plot, mean + error);
    }
    logreg__canvas_line(&plot->canvas, BAND, 0, y[1], n, &dotted);
    logreg__canvas_line(&plot->canvas, BAND, 0, y[2], n, &dotted);
    logreg__canvas_line(&plot->canvas, CURVE, 0, y[0], n, &solid);
}

static bool draw_curve(logreg__page *page, const logreg_path *p, int height)
{
    logreg__plot plot = {0};
    double low = INFINITY, high = -INFINITY;
    bool whole = true; /* has the measure a value at every strength? */
    for (size_t i = 0; i < p->n; i++) {
        low = fmin(low, p->cv_measure[i] - p->cv_measure_error[i]);
        high = fmax(high, p->cv_measure[i] + p->cv_measure_error[i]);
        whole = whole && !isnan(p->cv_measure[i]);
    }
    if (!whole || !(high > low) || p->n < 2)
        return true;
    if (!logreg__plot_start(&plot, page, height, -log10(p->lambda[0]), -log10(p->lambda[p->n - 1]), low, high,
                            0, 0, layers, N_LAYERS))
        return false;
    draw(&plot, p);
    const char *words = logreg__measure_words(p->measure);
    logreg__page_format(page, "\n%c%s on rows held out, dotted: one standard error of it\n",
                        toupper((unsigned char)words[0]), words + 1);
    logreg__plot_print(page, &plot, "-log10(lambda): a weaker penalty to the right");
    logreg__plot_free(&plot);
    return true;
}

/* ---- Candidates of a grid ---- */

enum { CANDIDATE_LAMBDA, CANDIDATE_NONZERO, CANDIDATE_HELD_OUT, CANDIDATE_ERROR, N_CANDIDATE_COLUMNS };

typedef struct {
    const logreg_grid *grid;
    const char *const *formula;
} candidates;

/* "elastic net 0.5", or the formula where there are several; both where both differ. */
static void name_candidate(logreg__page *label, const candidates *c, size_t i, int room)
{
    const logreg_grid *g = c->grid;
    char text[LOGREG__FIGURE_SIZE];
    bool formulas = g->formula[g->n - 1] > 0, ratios = g->n > g->formula[g->n - 1] + 1;
    logreg__figure_plain(text, g->l1_ratio[i], 4, label->sign);
    int taken = ratios ? (int)strlen(text) + 12 : 0;
    if (formulas)
        logreg__page_name(label, c->formula[g->formula[i]], room > taken + 8 ? room - taken : 8);
    if (ratios)
        logreg__page_format(label, "%sl1 ratio %s", formulas ? ", " : "", text);
}

static void fill_candidate(logreg__table_row *row, size_t i, int room, const void *data)
{
    const candidates *c = data;
    const logreg_path *p = c->grid->path[i];
    const logreg__signs *sign = row->label.sign;
    bool best = i == c->grid->best;
    logreg__page_add(&row->label, best ? "* " : "  ");
    name_candidate(&row->label, c, i, room - 2);
    logreg__figure_digits(row->cell[CANDIDATE_LAMBDA], p->lambda[p->best], 4, sign);
    logreg__figure_plain(row->cell[CANDIDATE_NONZERO], (double)p->n_nonzero[p->best], 10, sign);
    logreg__figure_fixed(row->cell[CANDIDATE_HELD_OUT], p->cv_measure[p->best], 4, sign);
    logreg__figure_fixed(row->cell[CANDIDATE_ERROR], p->cv_measure_error[p->best], 4, sign);
}

logreg_status logreg_report_grid(char **text, const logreg_grid *grid, const char *const *formula,
                                 const logreg_report_options *options, logreg_error *err)
{
    logreg_report_options o;
    logreg_status status = logreg__report_options_check(&o, options, err);
    if (status != LOGREG_OK)
        return status;
    const logreg_path *best = grid->path[grid->best];
    const logreg_metric *measure = best->measure;
    const candidates c = {grid, formula};
    const logreg__table_column column[N_CANDIDATE_COLUMNS] = {
        [CANDIDATE_LAMBDA] = {"Lambda", 1, ""},
        [CANDIDATE_NONZERO] = {"Columns", 1, NULL},
        [CANDIDATE_HELD_OUT] = {"Held out", 1, logreg__measure_words(measure)},
        [CANDIDATE_ERROR] = {"Std. error", 1, NULL},
    };
    char number[LOGREG__FIGURE_SIZE], from[LOGREG__FIGURE_SIZE];
    logreg__page page, note;
    logreg__page_start(&page, &o);
    logreg__page_styled(&page, LOGREG__BOLD, "Candidates");
    logreg__page_format(&page, ", each at its %s lambda on the same folds\n\n",
                        measure->loss ? "least" : "best");
    logreg__table_print(&page, &(logreg__table){grid->n, N_CANDIDATE_COLUMNS, column, fill_candidate, &c});
    logreg__page_start_like(&note, &page);
    logreg__page_format(
        &note, "The best of %zu is marked; that it is the best of so many makes it look a little too good.",
        grid->n);
    if (grid->nested) {
        double optimism = (grid->nested_measure - best->cv_measure[best->best]) * (measure->loss ? 1 : -1);
        logreg__page_format(&note, " The whole procedure, choice of candidate and lambda included, has %s %s",
                            logreg__measure_words(measure),
                            logreg__figure_fixed(number, grid->nested_measure, 4, page.sign));
        logreg__page_format(&note,
                            " (standard error %s) on rows that had no part in it, in %zu outer folds, ",
                            logreg__figure_fixed(number, grid->nested_error, 4, page.sign), grid->nested);
        logreg__figure_fixed(from, fabs(optimism), 4, page.sign);
        logreg__page_format(
            &note, optimism > 0 ? "so that the best is too good by %s." : "no worse than the best (by %s).",
            from);
    }
    logreg__page_paragraph(&page, LOGREG__PLAIN, "", 0, &note);
    return logreg__page_finish(text, &page, err);
}

/* ---- The page ---- */

/* What the procedure as a whole is worth. */
static void write_nested(logreg__page *note, const logreg_path *p)
{
    char text[LOGREG__FIGURE_SIZE];
    double optimism = (p->nested_measure - p->cv_measure[p->chosen]) * (p->measure->loss ? 1 : -1);
    logreg__page_format(note, " The whole procedure, choice of lambda included, has %s %s",
                        logreg__measure_words(p->measure),
                        logreg__figure_fixed(text, p->nested_measure, 4, note->sign));
    logreg__page_format(note, " (standard error %s) on rows that had no part in it, in %zu outer folds",
                        logreg__figure_fixed(text, p->nested_measure_error, 4, note->sign), p->nested);
    logreg__page_format(note,
                        optimism > 0 ? ": what the chosen model has on rows held out is too good by %s."
                                     : ", no worse than the chosen model has on rows held out (by %s).",
                        logreg__figure_fixed(text, fabs(optimism), 4, note->sign));
}

static void write_folds(logreg__page *page, const logreg_path *p, bool class_weighted)
{
    logreg__page note;
    logreg__page_start_like(&note, page);
    if (p->folds) {
        logreg__page_format(&note, "%zu folds", p->folds);
        if (p->repeats > 1)
            logreg__page_format(&note, ", drawn %zu times", p->repeats);
        logreg__page_format(
            &note, ": each fold's rows are predicted by fits to all others. The %s held-out %s is at ",
            p->measure->loss ? "least" : "best", logreg__measure_words(p->measure));
        char text[LOGREG__FIGURE_SIZE];
        logreg__page_add(&note, logreg__figure_digits(text, p->lambda[p->best], 4, page->sign));
        logreg__page_format(&note,
                            " with %zu columns; within a standard error of it, with the most penalty, ",
                            p->n_nonzero[p->best]);
        logreg__page_add(&note, logreg__figure_digits(text, p->lambda[p->best_1se], 4, page->sign));
        logreg__page_format(&note,
                            " with %zu (1 SE). The %s of many is a little too good to be true of new rows.",
                            p->n_nonzero[p->best_1se], p->measure->loss ? "least" : "best");
    }
    if (p->nested)
        write_nested(&note, p);
    if (class_weighted)
        logreg__page_format(&note, "%sRows weigh what their class is to weigh%s.",
                            note.text.length ? " " : "", p->folds ? ", held-out ones too" : "");
    size_t failed = 0;
    for (size_t i = 0; i < p->n; i++)
        failed += !p->converged[i];
    if (failed)
        logreg__page_format(&note, " %zu of the fits did NOT converge.", failed);
    if (note.text.length)
        logreg__page_paragraph(page, LOGREG__PLAIN, "", 0, &note);
    else
        logreg__page_free(&note);
}

logreg_status logreg_report_path(char **text, const logreg_path *path, const logreg_model *model,
                                 const logreg_report_options *options, logreg_error *err)
{
    logreg_report_options o;
    logreg_status status = logreg__report_options_check(&o, options, err);
    if (status != LOGREG_OK)
        return status;
    logreg__page page;
    char from[LOGREG__FIGURE_SIZE], to[LOGREG__FIGURE_SIZE];
    logreg__page_start(&page, &o);
    logreg__page_styled(&page, LOGREG__BOLD, "Path");
    logreg__page_format(&page, " of %zu penalt%s (%s), lambda from %s", path->n, path->n == 1 ? "y" : "ies",
                        logreg_model_penalty(model),
                        logreg__figure_digits(from, path->lambda[0], 4, page.sign));
    logreg__page_format(&page, " to %s\n\n",
                        logreg__figure_digits(to, path->lambda[path->n - 1], 4, page.sign));
    write_table(&page, path);
    write_folds(&page, path, logreg_model_class_weighted(model));
    bool ok = !path->folds || draw_curve(&page, path, o.height);
    page.text.failed = page.text.failed || !ok;
    return logreg__page_finish(text, &page, err);
}
