/* Leverages along the probability. */
#include <math.h>

#include "figures/kinds/diagnosed.h"
#include "figures/kinds/subject.h"

/* How far events and others are moved apart that would hide each other. */
#define ASIDE 0.006

/* Whether an event and another that are drawn have the same place. */
static bool hide(const logreg__diagnosed *rows)
{
    for (size_t i = 0; i < rows->n; i++)
        for (size_t j = 0; j < i; j++) {
            const logreg_row_diagnostic *a = &rows->d->row[rows->row[i]], *b = &rows->d->row[rows->row[j]];
            if (rows->d->n_classes == 2 && a->fitted == b->fitted && a->leverage == b->leverage &&
                (a->outcome > 0.5) != (b->outcome > 0.5))
                return true;
        }
    return false;
}

static void write_words(logreg_figure *f, const logreg__diagnosed *rows, bool apart)
{
    logreg__page *text = &f->sentences;
    logreg__page_add(&f->title, "Which rows have the leverage?");
    logreg__page_add(text, "Leverages of");
    logreg__write_diagnosed(text, rows);
    logreg__page_add(text, logreg__are_frequencies(rows)
                               ? ", each of one of the observations that the row stands for; over all of "
                                 "these the mean is coefficients "
                                 "over observations."
                               : ", of which the mean is coefficients over rows.");
    logreg__write_shapes(text, rows);
    logreg__page_add(text,
                     apart ? ", the former a little to the right of where they would hide the latter" : "");
    logreg__write_rows_named(text, rows, "the highest");
}

/* The highest of all rows, which are drawn. */
static void name_highest(logreg_figure *f, const logreg__diagnosed *rows)
{
    double x[LOGREG__ROWS_NAMED], y[LOGREG__ROWS_NAMED];
    for (size_t k = 0; k < rows->n_top; k++) {
        size_t i = 0;
        while (rows->row[i] != rows->top[k])
            i++;
        x[k] = rows->x[i];
        y[k] = rows->y[i];
        logreg__say_row(f, &rows->d->row[rows->top[k]], y[k], NAN);
    }
    logreg__label_rows(f, rows, rows->top, x, y, rows->n_top);
}

/* The mean of all observations, two and three times as much. */
static void add_means(logreg_figure *f, double mean)
{
    static const char *const name[] = {"mean", "2 × mean", "3 × mean"};
    for (int k = 0; k < 3; k++) {
        double y = (k + 1) * mean;
        logreg_figure_line(f, (const double[]){-INFINITY, INFINITY}, (const double[]){y, y}, 2,
                           &(logreg_mark){.colour = LOGREG_PALE, .size = 1.2, .dash = 2});
        logreg_figure_name(f, y, name[k], &(logreg_mark){.colour = LOGREG_SOFT, .size = 0.85});
    }
}

logreg_status logreg__build_leverage(logreg_figure *f, const logreg__order *order, logreg_error *err)
{
    logreg__diagnosed rows;
    logreg_status status = logreg__diagnosed_new(&rows, order, LOGREG__BY_LEVERAGE, err);
    if (status == LOGREG_OK) {
        double top = 0, mean = 0;
        bool apart = hide(&rows);
        for (size_t i = 0; i < rows.d->n_rows; i++)
            mean += rows.d->row[i].observations * rows.d->row[i].leverage / rows.observations;
        for (size_t i = 0; i < rows.n; i++) {
            const logreg_row_diagnostic *row = &rows.d->row[rows.row[i]];
            rows.x[i] = row->fitted + (!apart ? 0 : row->outcome > 0.5 ? ASIDE : -ASIDE);
            rows.y[i] = row->leverage;
            top = fmax(top, rows.y[i]);
        }
        top = fmax(top, 3 * mean) * 1.04;
        write_words(f, &rows, apart);
        if (rows.d->n_classes == 2)
            logreg__axis_event(f, 'x', order->model, 0, 1, 0.012, 6);
        else
            logreg__axis_between(f, 'x', "Probability of the row's own class", 0, 1, 0.012, 6);
        logreg__axis_between(f, 'y', "Leverage", 0, top > 0 ? top : 1, 0.02, 6);
        add_means(f, mean);
        logreg__points_by_class(f, &rows, 1.1);
        name_highest(f, &rows);
    }
    logreg__diagnosed_clear(&rows);
    return status;
}
