/* Tables: a label and numbers, aligned on the decimal point, as wide as they must be and never wider than the page. */
#ifndef LOGREG_REPORT_PAGE_TABLE_H
#define LOGREG_REPORT_PAGE_TABLE_H

#include "report/page/figure.h"
#include "report/page/page.h"

#define LOGREG__TABLE_COLUMNS 8

/* One row as it is written. The label is composed on a page of its own, indent included. */
typedef struct {
    logreg__page label;
    bool heading;       /* the label alone, after an empty line, as wide as the page */
    const char *remark; /* instead of numbers, or NULL */
    char cell[LOGREG__TABLE_COLUMNS][LOGREG__FIGURE_SIZE]; /* numbers; empty: blank */
} logreg__table_row;

typedef struct {
    const char *title;
    int span; /* columns that the title stands over: this one, or this and later ones whose title is NULL */
    const char
        *group; /* title of the group of columns that begins here, maybe empty; NULL: the group goes on */
} logreg__table_column;

/* Rows are asked for as they are needed, more than once each: `row` fills row i, which comes empty; `room` is the
 * number of columns that the label may take. */
typedef struct {
    size_t n_rows;
    int n_columns;
    const logreg__table_column *column;
    void (*row)(logreg__table_row *row, size_t i, int room, const void *data);
    const void *data;
} logreg__table;

/* Does it fit on the page with whole labels? */
bool logreg__table_fits(logreg__page *page, const logreg__table *table);

/* Prints the table. Where the page is too narrow for all groups of columns they stand one under the other. */
void logreg__table_print(logreg__page *page, const logreg__table *table);

#endif
