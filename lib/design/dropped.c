/* Categories that hold several values, but one alone in the rows of a fit, since another column is missing in the others: which one that is. */
#include "design/unfit.h"

#include <string.h>

#include "base/memory.h"

/* So many are named; the option holds all. */
enum { NAMED = 4 };

typedef struct {
    const logreg__formula *formula;
    const logreg_frame *frame;
    const logreg__column *response;
    bool *out;      /* [n_columns] of no use whatever is done: */
    bool *kept;     /*   not these, which have other values, */
    bool *to_blame; /* where one of these is missing, */
    size_t *alone;  /*   and no other: in so many rows, in work */
} blame;

/* Has the category in this row a value that is not the one which all rows of the fit have? */
static bool differs(const logreg__unfit *u, const logreg_frame *frame, size_t row)
{
    if (logreg__cell_is_missing(u->column, row))
        return false;
    const char *label = logreg_frame_label(frame, row, (size_t)(u->column - frame->column));
    return label && strncmp(label, u->level, sizeof u->level - 1) != 0;
}

/* The only column of the formula that is missing in the row, but for those of no use; SIZE_MAX: there is none, or there are several. */
static size_t only_missing(const blame *b, size_t row)
{
    size_t found = SIZE_MAX;
    for (size_t i = 0; i < b->formula->n_factors; i++) {
        const logreg__column *c = logreg__factor_column(&b->formula->factor[i], b->frame);
        size_t j = c ? (size_t)(c - b->frame->column) : 0;
        if (!c || b->out[j] || j == found || !logreg__cell_is_missing(c, row))
            continue;
        if (found != SIZE_MAX)
            return SIZE_MAX;
        found = j;
    }
    return found;
}

/* Whose missing cells cost this category its other values: the column that is missing in most of their rows, alone. */
static void blame_for(blame *b, const logreg__unfit *u)
{
    size_t most = 0, n = b->frame->n_columns;
    memset(b->alone, 0, n * sizeof *b->alone);
    for (size_t row = 0; row < b->frame->n_rows; row++) {
        if (!differs(u, b->frame, row) || (b->response && logreg__cell_is_missing(b->response, row)))
            continue;
        size_t j = only_missing(b, row);
        if (j != SIZE_MAX)
            b->alone[j]++;
    }
    for (size_t j = 1; j < n; j++)
        most = b->alone[j] > b->alone[most] ? j : most;
    if (n && b->alone[most]) {
        b->to_blame[most] = true;
        b->kept[u->column - b->frame->column] = true;
    }
}

/* "'a', 'b' and 2 more". Returns how many there are. */
static size_t add_names(logreg__text *text, const bool *which, const logreg_frame *frame)
{
    size_t of = 0, told = 0;
    char more[32];
    for (size_t j = 0; j < frame->n_columns; j++)
        of += which[j];
    for (size_t j = 0; j < frame->n_columns && told < NAMED; j++)
        if (which[j]) {
            logreg__text_add(text, !told ? "'" : told + 1 == of ? " and '" : ", '");
            logreg__text_add(text, frame->column[j].name);
            logreg__text_add(text, "'");
            told++;
        }
    snprintf(more, sizeof more, " and %zu more", of - told);
    logreg__text_add(text, of > told ? more : "");
    return of;
}

/* lone: one column alone is of no use. */
static void tell(logreg__text *text, const blame *b, size_t *column, bool lone)
{
    size_t n = 0;
    logreg__text_add(text, "; or, since ");
    size_t kept = 1;
    if (lone)
        logreg__text_add(text, "it");
    else
        kept = add_names(text, b->kept, b->frame);
    logreg__text_add(text, kept == 1 ? " has other values where " : " have other values where ");
    size_t to_blame = add_names(text, b->to_blame, b->frame);
    logreg__text_add(text, to_blame == 1 ? " is missing, leave that out instead, "
                                         : " are missing, leave those out instead, ");
    for (size_t j = 0; j < b->frame->n_columns; j++)
        if (b->to_blame[j] || (b->out[j] && !b->kept[j]))
            column[n++] = j;
    logreg__leave_out(text, column, n, b->formula, b->frame);
}

void logreg__dropped_add(logreg__text *text, const logreg__unfits *u, const logreg__formula *f,
                         const logreg_frame *frame)
{
    size_t n = frame->n_columns;
    blame b = {.formula = f, .frame = frame, .response = logreg__frame_column(frame, f->response)};
    bool *marks = logreg__new(3 * n, sizeof *marks), any = false;
    size_t *work = logreg__new(n, sizeof *work);
    if (marks && work) {
        b.out = marks;
        b.kept = marks + n;
        b.to_blame = marks + 2 * n;
        b.alone = work;
        for (size_t i = 0; i < u->n; i++)
            b.out[u->item[i].column - frame->column] = true;
        for (size_t i = 0; i < u->n; i++)
            if (u->item[i].kind == LOGREG__UNFIT_SINGLE && u->item[i].column->kind == LOGREG_CATEGORY &&
                u->item[i].column->n_levels > 1)
                blame_for(&b, &u->item[i]);
        for (size_t j = 0; j < n; j++)
            any = any || b.to_blame[j];
        if (any)
            tell(text, &b, work, u->n == 1);
    }
    text->failed = text->failed || !marks || !work;
    free(marks);
    free(work);
}
