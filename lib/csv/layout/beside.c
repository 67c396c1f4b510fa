/* A second table beside the first, or remarks at its side: columns that few rows have, behind an empty column without a name, or in the
 * rows on top alone. A fit with them would leave out nearly all rows. */
#include "csv/csv.h"
#include "csv/categories/surplus.h"
#include "csv/layout/legend.h"

#include "base/error.h"
#include "base/word.h"

/* Fewer rows than these prove nothing; of a table that ends early, so many more must follow. */
enum { FEW_ROWS = 12, FOLLOW = 5 };

/* How far some columns reach down. */
typedef struct {
    size_t most, least; /* rows that one of them has */
    size_t end;         /* the row behind the last of all */
    bool text;          /* one of them holds text */
} extent;

static void add(extent *e, const logreg__column *c, size_t rows)
{
    size_t filled = rows - c->n_missing, end = rows;
    while (end > 0 && logreg__cell_is_missing(c, end - 1))
        end--;
    e->most = filled > e->most ? filled : e->most;
    e->least = filled < e->least ? filled : e->least;
    e->end = end > e->end ? end : e->end;
    e->text = e->text || c->kind == LOGREG_CATEGORY;
}

/* Are there empty columns without a name between column j and the one before? */
static bool apart(const logreg_frame *frame, size_t j)
{
    return frame->column[j].n_left_out > frame->column[j - 1].n_left_out;
}

/* A block of its own, in half of the rows or fewer, or in all rows until it ends. */
static bool second_block(const extent *e, size_t rows)
{
    bool ends = e->least == e->end && e->end + FOLLOW <= rows;
    return 2 * e->most <= rows || ends;
}

/* In a row or two on top, or one value a row there and a text among them, of which nothing more follows: cells that were merged
 * have groups of several rows. */
static bool on_top(const extent *e, size_t rows)
{
    bool dense = e->most == e->end;
    return 2 * e->end <= rows && (10 * e->end <= rows || (dense && e->text));
}

/* The first column of what stands at the side; n_columns: there is nothing. */
static size_t find_side(extent *found, const logreg_frame *frame)
{
    size_t side = frame->n_columns, rows = frame->n_rows;
    extent e = {.least = SIZE_MAX};
    for (size_t j = side; j-- > 1;) {
        const logreg__column *c = &frame->column[j];
        add(&e, c, rows);
        if (c->insisted || c->n_missing == 0 || c->n_missing == rows)
            break;
        if ((apart(frame, j) && second_block(&e, rows)) || on_top(&e, rows)) {
            side = j;
            *found = e;
        }
    }
    return side;
}

/* "file:2:5 'Summary'" and all that is wrong with it, for each of the columns. */
static char *compose(const logreg_frame *frame, size_t side, const extent *e, const logreg__csv *csv)
{
    logreg__text list = {0}, all = {0};
    const logreg__column *c = &frame->column[side];
    size_t n = frame->n_columns - side;
    char what[LOGREG_MESSAGE_SIZE], more[80] = "", shown[LOGREG__SHOWN];
    for (size_t j = side; j < frame->n_columns; j++)
        logreg__text_add_item(&list, frame->column[j].name);
    if (n > 1)
        snprintf(more, sizeof more, " and %zu more column%s behind it hold", n - 1, n == 2 ? "" : "s");
    snprintf(what, sizeof what,
             "%s:%zu:%zu '%s'%s values in %zu of %zu rows, as remarks or a second table beside the first do. "
             "Leave %s "
             "out, --exclude ",
             csv->file, csv->options.header ? csv->header_line : logreg__frame_line(frame, 0),
             side + 1 + c->n_left_out, logreg__show(shown, c->name, strlen(c->name)), n > 1 ? more : " holds",
             e->most, frame->n_rows, n > 1 ? "them" : "it");
    logreg__text_add(&all, what);
    logreg__text_add_word(&all, list.start ? list.start : "");
    logreg__text codes = {0};
    logreg__legend_tell(&codes, frame, side);
    if (codes.length) {
        logreg__text_add(&all, n > 1 ? "; they seem to explain " : "; it seems to explain ");
        logreg__text_add(&all, codes.start);
    }
    all.failed = all.failed || list.failed || codes.failed;
    free(codes.start);
    free(list.start);
    return logreg__text_take(&all);
}

logreg_status logreg__beside_check(logreg_frame *frame, const logreg__csv *csv)
{
    extent e = {0};
    size_t side = frame->n_rows < FEW_ROWS ? frame->n_columns : find_side(&e, frame);
    for (size_t j = side; j < frame->n_columns; j++) {
        logreg__column *c = &frame->column[j];
        free(c->doubt);
        c->ways = 0;
        c->doubt = compose(frame, side, &e, csv);
        c->beside = true;
        if (!c->doubt)
            return logreg__fail_memory(csv->err);
    }
    return LOGREG_OK;
}
