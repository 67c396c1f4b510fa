#include "report/page/table.h"

#include <stdint.h>
#include <string.h>

#include "base/memory.h"
#include "report/page/labels.h"

/* Columns between numbers; room that labels get before groups are put one under the other. */
#define GAP 2
#define LABEL_LEAST 14

/* What a set of columns needs. */
typedef struct {
    int label;                         /* widest label */
    int before[LOGREG__TABLE_COLUMNS]; /* widest part left of the decimal point */
    int after[LOGREG__TABLE_COLUMNS];  /* and from the point on */
    int width[LOGREG__TABLE_COLUMNS];
} layout;

static void split(const char *cell, int *before, int *after)
{
    size_t n = strcspn(cell, ".e");
    *before = logreg__columns(cell, n);
    *after = logreg__columns_of(cell + n);
}

static void fetch(logreg__table_row *row, const logreg__table *table, size_t i, int room,
                  const logreg__page *page)
{
    memset(row, 0, sizeof *row);
    logreg__page_start_like(&row->label, page);
    table->row(row, i, room, table->data);
}

static const char *label_of(const logreg__table_row *row)
{
    return logreg__page_string(&row->label);
}

static void measure(layout *l, const logreg__table *table, logreg__page *page)
{
    *l = (layout){0};
    for (size_t i = 0; i < table->n_rows; i++) {
        logreg__table_row row;
        fetch(&row, table, i, page->width, page);
        if (!row.heading)
            l->label = logreg__wider(l->label, logreg__columns_of(label_of(&row)));
        for (int c = 0; c < table->n_columns; c++) {
            int before, after;
            split(row.cell[c], &before, &after);
            l->before[c] = logreg__wider(l->before[c], before);
            l->after[c] = logreg__wider(l->after[c], after);
        }
        page->text.failed = page->text.failed || row.label.text.failed;
        logreg__page_free(&row.label);
    }
    for (int c = 0; c < table->n_columns; c++)
        l->width[c] = l->before[c] + l->after[c];
    for (int c = 0; c < table->n_columns; c += table->column[c].span) {
        int have = -GAP;
        for (int s = c; s < c + table->column[c].span; s++)
            have += l->width[s] + GAP;
        l->width[c] += logreg__wider(0, logreg__columns_of(table->column[c].title) - have);
    }
}

/* First column of the group after the one that begins at c. */
static int group_end(const logreg__table *table, int c)
{
    for (c++; c < table->n_columns && !table->column[c].group; c++)
        ;
    return c;
}

/* Width of columns from .. to - 1, each after its gap. */
static int extent(const layout *l, int from, int to)
{
    int sum = 0;
    for (int c = from; c < to; c++)
        sum += GAP + l->width[c];
    return sum;
}

static void print_groups(logreg__page *line, const logreg__table *table, const layout *l, int label, int from,
                         int to)
{
    int blanks = label; /* not written yet, so that no line ends with one */
    for (int c = from; c < to; c = group_end(table, c)) {
        int wide = extent(l, c, group_end(table, c)),
            rest = wide - GAP - 3 - logreg__columns_of(table->column[c].group);
        if (!*table->column[c].group) {
            blanks += wide;
            continue;
        }
        logreg__page_repeat(line, " ", blanks + GAP);
        blanks = 0;
        logreg__page_repeat(line, line->sign->rule, 2);
        logreg__page_format(line, " %s%s", table->column[c].group, rest > 1 ? " " : "");
        logreg__page_repeat(line, line->sign->rule, rest - 1);
    }
    logreg__page_add(line, "\n");
}

static void print_titles(logreg__page *page, const logreg__table *table, const layout *l, int label, int from,
                         int to)
{
    logreg__page line;
    logreg__page_start_like(&line, page);
    bool groups = false;
    for (int c = from; c < to; c = group_end(table, c))
        groups = groups || *table->column[c].group;
    if (groups)
        print_groups(&line, table, l, label, from, to);
    logreg__page_repeat(&line, " ", label);
    for (int c = from; c < to; c += table->column[c].span) {
        int wide = extent(l, c, c + table->column[c].span);
        logreg__page_repeat(&line, " ", wide - logreg__columns_of(table->column[c].title));
        logreg__page_add(&line, table->column[c].title);
    }
    logreg__page_paste(page, LOGREG__DIM, &line);
    logreg__page_add(page, "\n");
}

static void print_cells(logreg__page *page, const logreg__table_row *row, const layout *l, int from, int to)
{
    int owed = 0; /* blanks not written yet, so that no line ends with one */
    for (int c = from; c < to; c++) {
        int before, after;
        split(row->cell[c], &before, &after);
        if (before + after > 0) {
            logreg__page_repeat(page, " ", owed + GAP + l->width[c] - l->after[c] - before);
            logreg__page_add(page, row->cell[c]);
            owed = l->after[c] - after;
        } else {
            owed += GAP + l->width[c];
        }
    }
}

static void print_row(logreg__page *page, const logreg__table_row *row, const layout *l, int label, int from,
                      int to)
{
    if (row->heading) {
        logreg__page_styled(page, LOGREG__BOLD, label_of(row));
        return;
    }
    logreg__page_add(page, label_of(row));
    bool blank = true;
    for (int c = from; c < to; c++)
        blank = blank && !*row->cell[c];
    if (blank && !row->remark)
        return;
    logreg__page_repeat(page, " ", label - logreg__columns_of(label_of(row)));
    if (row->remark) {
        logreg__page_repeat(page, " ", GAP);
        logreg__page_styled(page, LOGREG__DIM, row->remark);
    } else {
        print_cells(page, row, l, from, to);
    }
}

bool logreg__table_fits(logreg__page *page, const logreg__table *table)
{
    layout l;
    measure(&l, table, page);
    return l.label + extent(&l, 0, table->n_columns) <= page->width;
}

/* Labels as their rows write them in so much room; headings are none. NULL: memory is out. */
static char **labels_of(const logreg__table *table, int room, const logreg__page *page)
{
    char **label = logreg__new(table->n_rows, sizeof *label);
    bool ok = label;
    for (size_t i = 0; ok && i < table->n_rows; i++) {
        logreg__table_row row;
        fetch(&row, table, i, room, page);
        label[i] = row.label.text.failed ? NULL : logreg__copy(row.heading ? "" : label_of(&row));
        ok = label[i];
        logreg__page_free(&row.label);
    }
    if (label && !ok)
        logreg__labels_free(label, table->n_rows);
    return ok ? label : NULL;
}

/* Labels in less room than they take, none like another that it is not; NULL: memory is out. */
static char **shorten(const logreg__table *table, int room, const logreg__page *page)
{
    size_t n = table->n_rows;
    char **shown = labels_of(table, room, page), **whole = shown ? labels_of(table, INT16_MAX, page) : NULL;
    bool ok = whole && logreg__labels_part(shown, whole, n, room, page);
    logreg__labels_free(whole, n);
    if (!ok)
        logreg__labels_free(shown, n);
    return ok ? shown : NULL;
}

/* Columns [from, to), each row behind its label, which takes up to `label` columns. */
static void print_part(logreg__page *page, const logreg__table *table, const layout *l, int label, int from,
                       int to)
{
    char **shown = l->label > label ? shorten(table, label, page) : NULL;
    page->text.failed = page->text.failed || (l->label > label && !shown);
    print_titles(page, table, l, label, from, to);
    for (size_t i = 0; i < table->n_rows; i++) {
        logreg__table_row row;
        fetch(&row, table, i, label, page);
        if (shown && !row.heading) {
            logreg__page_free(&row.label);
            logreg__page_start_like(&row.label, page);
            logreg__page_add(&row.label, shown[i]);
        }
        logreg__page_add(page, i && row.heading ? "\n" : "");
        print_row(page, &row, l, label, from, to);
        logreg__page_add(page, "\n");
        page->text.failed = page->text.failed || row.label.text.failed;
        logreg__page_free(&row.label);
    }
    logreg__labels_free(shown, table->n_rows);
}

void logreg__table_print(logreg__page *page, const logreg__table *table)
{
    layout l;
    measure(&l, table, page);
    int least = l.label < LABEL_LEAST ? l.label : LABEL_LEAST;
    bool apart = page->width - extent(&l, 0, table->n_columns) < least;
    for (int from = 0; from < table->n_columns;) {
        int to = apart ? group_end(table, from) : table->n_columns;
        int room = logreg__wider(1, page->width - extent(&l, from, to));
        if (from)
            logreg__page_add(page, "\n");
        print_part(page, table, &l, l.label < room ? l.label : room, from, to);
        from = to;
    }
}
