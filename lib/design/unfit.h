/* Columns that no fit can use, as IDs, dates and single values are: told all at once, with what leaves them out. */
#ifndef LOGREG_DESIGN_UNFIT_H
#define LOGREG_DESIGN_UNFIT_H

#include "base/text.h"
#include "data/frame.h"
#include "data/rows.h"
#include "formula/formula.h"

/* In the order in which they are told. */
typedef enum {
    LOGREG__UNFIT_DATE,   /* texts that are dates, too many for a category */
    LOGREG__UNFIT_ID,     /* hardly a text stands twice */
    LOGREG__UNFIT_NAMES,  /* persons' */
    LOGREG__UNFIT_SINGLE, /* one value */
    LOGREG__UNFIT_EMPTY,  /* nothing but missing values */
    LOGREG__UNFIT_SPARSE, /* missing in most rows, which are left out with it */
    LOGREG__UNFIT_KINDS
} logreg__unfit_kind;

enum { LOGREG__UNFIT_SHOWN = 41 };

typedef struct {
    logreg__unfit_kind kind;
    const logreg__column *column;    /* borrowed */
    char level[LOGREG__UNFIT_SHOWN]; /* the first text, or the value, as far as there is room */
    size_t levels, rows; /* different texts, in so many rows; of an empty or sparse one all rows */
    size_t n_missing;
} logreg__unfit;

/* Starts as {0}. */
typedef struct {
    logreg__unfit *item; /* owned */
    size_t n, room;
} logreg__unfits;

/* The column that a factor is; NULL: it is made of some. */
const logreg__column *logreg__factor_column(const logreg__factor *factor, const logreg_frame *frame);

bool logreg__unfits_add(logreg__unfits *unfits, const logreg__unfit *unfit);

/* Adds the categories of a formula that cannot be used on these rows, but for columns that are there already. ENOMEM. */
logreg_status logreg__unfits_find(logreg__unfits *unfits, const logreg__formula *formula,
                                  const logreg_frame *frame, const logreg__rows *rows, logreg_error *err);

/* Adds the columns that a fit would take, and warn of, where nobody chose them: numbers that are dates or IDs or all the same, names of persons. So the
 * sentence on others has them too. False: memory is out. */
bool logreg__unfits_add_doubtful(logreg__unfits *unfits, const logreg__formula *formula,
                                 const logreg_frame *frame);

/* The sentence on one or more of them; advise: with what leaves them out. EDATA. */
logreg_status logreg__unfits_fail(const logreg__unfits *unfits, const logreg__formula *formula,
                                  const logreg_frame *frame, bool advise, logreg_error *err);

/* Adds what keeps categories of several values of which missing cells of another column leave one: that without this, or nothing. (dropped.c) */
void logreg__dropped_add(logreg__text *text, const logreg__unfits *unfits, const logreg__formula *formula,
                         const logreg_frame *frame);

/* Does the formula keep a term without them? */
bool logreg__unfits_leave(const logreg__unfits *unfits, const logreg__formula *formula,
                          const logreg_frame *frame);

/* Adds "if time matters, turn them into days since the first date, COMMAND" of those that are dates. False: there is nothing to say of them. (unfit_days.c) */
bool logreg__unfits_days(logreg__text *text, const logreg__unfits *unfits, const logreg_frame *frame);

void logreg__unfits_clear(logreg__unfits *unfits);

/* Adds what leaves n columns out, as the shell takes it: "--exclude 'a,b c'" where the formula was made of a list of columns, which adds to
 * those left out already; else the whole "--formula 'y ~ x'" without them. */
void logreg__leave_out(logreg__text *text, const size_t *column, size_t n, const logreg__formula *formula,
                       const logreg_frame *frame);

#endif
