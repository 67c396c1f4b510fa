/* The rows that a fit leans on, and what its columns share. */
#include <math.h>
#include <stdio.h>

#include "report/summary/summary.h"
#include "report/page/table.h"

enum { FITTED, RESIDUAL, LEVERAGE, COOK, N_FIT };

typedef struct {
    const logreg_model *model;
    const logreg_diagnostics *of;
} content;

static bool several(const logreg_model *model)
{
    return logreg_model_classes(model) > 2;
}

/* "line 5", or "row 4" where there is no file. */
static void write_place(logreg__page *page, const logreg_row_diagnostic *row)
{
    char n[LOGREG__FIGURE_SIZE];
    logreg__page_add(page, row->line ? "line " : "row ");
    logreg__page_add(page,
                     logreg__figure_plain(n, (double)(row->line ? row->line : row->row + 1), 17, page->sign));
}

static void fill_fit(char (*cell)[LOGREG__FIGURE_SIZE], const logreg_row_diagnostic *row, double residual,
                     const logreg__signs *sign)
{
    logreg__figure_fixed(cell[FITTED], row->fitted, 3, sign);
    logreg__figure_fixed(cell[RESIDUAL], residual, 2, sign);
    logreg__figure_fixed(cell[LEVERAGE], row->leverage, 3, sign);
    logreg__figure_digits(cell[COOK], row->cook, 3, sign);
}

/* Of more than two classes the row's own stands beside its place. */
static void fill_row(logreg__table_row *out, size_t i, int room, const void *data)
{
    const content *c = data;
    const logreg_row_diagnostic *row = &c->of->row[c->of->top[i]];
    logreg__page_add(&out->label, "  ");
    write_place(&out->label, row);
    if (several(c->model)) {
        logreg__page_add(&out->label, ", ");
        logreg__page_name(&out->label, logreg_model_class(c->model, (size_t)row->outcome),
                          room - logreg__columns(logreg__page_string(&out->label), out->label.text.length));
        fill_fit(out->cell, row, row->std_pearson, out->label.sign);
        return;
    }
    logreg__figure_fixed(out->cell[0], row->outcome, logreg_model_grouped(c->model) ? 3 : 0, out->label.sign);
    fill_fit(out->cell + 1, row, row->std_deviance, out->label.sign);
}
/* The coefficient that row t of the top moves most, of intercepts only where there is no other. */
static size_t most_moved(const logreg_model *model, const logreg_diagnostics *d, size_t t)
{
    size_t p = logreg_model_coefficients(model), best = logreg_model_has_intercept(model) && p > 1;
    const double *move = d->dfbeta + t * d->n_coefficients;
    for (size_t j = best + 1; j < d->n_coefficients; j++) {
        bool intercept = logreg_model_has_intercept(model) && p > 1 && j % p == 0;
        if (!intercept && (isnan(move[best]) || fabs(move[j]) > fabs(move[best])))
            best = j;
    }
    return best;
}

/* What leaving out the first rows would do; others move less. */
static void write_moves(logreg__page *note, const logreg_model *model, const logreg_diagnostics *d)
{
    enum { TOLD = 2 };
    char size[LOGREG__FIGURE_SIZE];
    size_t p = logreg_model_coefficients(model);
    for (size_t t = 0; t < d->n_top && t < TOLD; t++) {
        size_t j = most_moved(model, d, t);
        double move = -d->dfbeta[t * d->n_coefficients + j];
        logreg__page_add(note, t ? "; without " : "Without ");
        if (d->row[d->top[t]].observations > 1)
            logreg__page_add(note, "one of the observations of ");
        write_place(note, &d->row[d->top[t]]);
        logreg__page_add(note, t ? ", " : " the coefficient of ");
        logreg__page_name(note, logreg_model_coefficient_name(model, j % p), LOGREG__NAME_ROOM);
        if (several(model)) {
            logreg__page_add(note, " for ");
            logreg__page_name(note, logreg_model_class(model, j / p + 1), LOGREG__NAME_ROOM);
        }
        logreg__page_format(note, t ? " by %s" : " would move by about %s standard errors",
                            logreg__figure_fixed(size, move, 2, note->sign));
    }
    logreg__page_add(note, ". ");
}

/* Leverages sum to the number of coefficients; the usual line is drawn at three times their mean. */
static void write_leverages(logreg__page *note, const logreg_diagnostics *d)
{
    double sum = 0, observations = 0, above = 0;
    for (size_t i = 0; i < d->n_rows; i++) {
        sum += d->row[i].leverage * d->row[i].observations;
        observations += d->row[i].observations;
    }
    double mean = sum / observations;
    for (size_t i = 0; i < d->n_rows; i++)
        above += d->row[i].leverage > 3 * mean;
    char text[LOGREG__FIGURE_SIZE];
    logreg__page_format(note, "Leverage is %s on average, and more than three times that in ",
                        logreg__figure_digits(text, mean, 2, note->sign));
    logreg__write_count(note, above, "row", "rows");
    logreg__page_add(note, ".");
}

static void write_rows(logreg__page *page, const logreg_model *model, const logreg_diagnostics *d)
{
    const content c = {model, d};
    const logreg__table_column column[] = {
        {logreg_model_grouped(model) ? "Share" : "Outcome", 1, ""},
        {"Fitted", 1, several(model) ? "" : NULL},
        {"Residual", 1, NULL},
        {"Leverage", 1, NULL},
        {"Cook's D", 1, NULL},
    };
    const logreg__table table = {d->n_top, N_FIT + !several(model), column + several(model), fill_row, &c};
    if (d->n_top == 0)
        return;
    logreg__write_title(page, "The most influential rows");
    logreg__table_print(page, &table);
    logreg__page note;
    logreg__page_start_like(&note, page);
    logreg__page_add(&note,
                     several(model)
                         ? "Fitted is the probability of the row's own class; residuals are Pearson's of all "
                           "classes together, standardised, and have no sign. "
                         : "Residuals are deviance residuals over the root of 1 - leverage. ");
    write_moves(&note, model, d);
    write_leverages(&note, d);
    logreg__page_paragraph(page, LOGREG__PLAIN, "", 2, &note);
}

/* ---- Columns ---- */

enum { DF, FACTOR, PER_ERROR, N_SHARED };

static void fill_term(logreg__table_row *out, size_t i, int room, const void *data)
{
    const content *c = data;
    const logreg_inflation *x = &c->of->inflation[i];
    logreg__page_add(&out->label, "  ");
    logreg__page_name(&out->label, x->term, room - 2);
    logreg__figure_plain(out->cell[DF], (double)x->df, 6, out->label.sign);
    logreg__figure_fixed(out->cell[FACTOR], x->factor, 2, out->label.sign);
    logreg__figure_fixed(out->cell[PER_ERROR], x->per_error, 2, out->label.sign);
}

static void write_columns(logreg__page *page, const logreg_model *model, const logreg_diagnostics *d)
{
    char text[LOGREG__FIGURE_SIZE];
    const content c = {model, d};
    const logreg__table_column column[N_SHARED] = {
        [DF] = {"df", 1, ""},
        [FACTOR] = {"GVIF", 1, NULL},
        [PER_ERROR] = {page->ascii ? "errors x" : "errors ×", 1, NULL},
    };
    if (d->n_inflations < 2)
        return;
    logreg__write_title(page, "What each term shares with the others");
    logreg__table_print(page, &(logreg__table){d->n_inflations, N_SHARED, column, fill_term, &c});
    logreg__page note;
    logreg__page_start_like(&note, page);
    logreg__page_format(&note, "Condition number of the centred columns: %s.",
                        logreg__figure_digits(text, d->condition, 3, note.sign));
    if (!isnan(d->events_per_coefficient))
        logreg__page_format(&note,
                            logreg_model_classes(model) == 2
                                ? " The rarer outcome occurs %s times for each coefficient."
                                : " The rarest class occurs %s times for each column. df counts a term's "
                                  "coefficients in all linear predictors.",
                            logreg__figure_digits(text, d->events_per_coefficient, 3, note.sign));
    logreg__page_paragraph(page, LOGREG__PLAIN, "", 2, &note);
}

void logreg__write_diagnostics(logreg__page *page, const logreg_model *model,
                               const logreg_diagnostics *diagnostics)
{
    write_rows(page, model, diagnostics);
    write_columns(page, model, diagnostics);
}
