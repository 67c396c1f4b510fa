/* A curve of an evaluation as a table. */
#include <math.h>
#include <string.h>

#include <logreg/metrics.h>

#include "report/evaluation.h"
#include "report/page/figure.h"
#include "report/summary/summary.h"
#include "report/page/table.h"

/* More points are thinned to these, ends included. */
#define MOST_POINTS 21
#define SHOWN 11

typedef struct {
    const logreg_curve *curve;
    size_t n; /* rows of the table */
} source;

static size_t point_of(const source *s, size_t i)
{
    return s->n == s->curve->n_points ? i : i * (s->curve->n_points - 1) / (s->n - 1);
}

static void fill(logreg__table_row *row, size_t i, int room, const void *data)
{
    const source *s = data;
    (void)room;
    logreg__page_add(&row->label, "  ");
    for (size_t c = 0; c < s->curve->n_columns; c++) {
        double value = s->curve->column[c][point_of(s, i)];
        bool count = strcmp(s->curve->column_name[c], "n") == 0;
        if (isinf(value))
            strcpy(row->cell[c], row->label.sign->infinity);
        else if (count)
            logreg__figure_plain(row->cell[c], value, 9, row->label.sign);
        else
            logreg__figure_fixed(row->cell[c], value, 4, row->label.sign);
    }
}

static void write_heading(logreg__page *page, const logreg_model *model, const logreg_curve *curve)
{
    logreg__page title;
    logreg__page_start_like(&title, page);
    size_t k = 0;
    while (strcmp(logreg_curve_name(k), curve->name) != 0)
        k++;
    logreg__page_format(&title, "%s of ", logreg_curve_title(k));
    logreg__write_event(&title, model, curve->of_class);
    logreg__write_title(page, logreg__page_string(&title));
    page->text.failed = page->text.failed || title.text.failed;
    logreg__page_free(&title);
}

void logreg__write_curve(logreg__page *page, const logreg_model *model, const logreg_curve *curve)
{
    const source s = {curve, curve->n_points > MOST_POINTS ? SHOWN : curve->n_points};
    logreg__table_column column[LOGREG__TABLE_COLUMNS];
    for (size_t c = 0; c < curve->n_columns; c++)
        column[c] = (logreg__table_column){curve->column_name[c], 1, c ? NULL : ""};
    write_heading(page, model, curve);
    logreg__table_print(page, &(logreg__table){s.n, (int)curve->n_columns, column, fill, &s});
    if (s.n < curve->n_points)
        logreg__page_format(page, "  %zu of %zu points; JSON and --csv=%s have all of them.\n", s.n,
                            curve->n_points, curve->name);
}
