/* What a reader must know before believing a fit. */
#ifndef LOGREG_REPORT_WARNINGS_WARNINGS_H
#define LOGREG_REPORT_WARNINGS_WARNINGS_H

#include <logreg/model.h>

#include "report/warnings/suspect.h"

/* A kind of warning. Codes are stable: programs read them in JSON. */
typedef struct {
    const char *code;
    const char *title;
    bool (*check)(logreg__page *piece, const logreg_model *model); /* as logreg__warn; NULL: by `suspect` */
    bool by_column; /* the doctor tells it of each column, with what else it sees there */
    const logreg__suspect_kind *suspect; /* what was found of columns beside the fit; or NULL */
} logreg__warning;

/* Values that differ in capitals alone (alike.c). */
bool logreg__alike_values(logreg__page *piece, const logreg_model *model);

/* Adds to `found` the pairs of values of `of` that are alike, and names the first of all. *lost becomes true where one has lost letters that the other has, *better where one is worse in any way. */
size_t logreg__alike_pairs(logreg__page *piece, bool *lost, bool *better, size_t found, char *const *value,
                           size_t n, const char *of);

/* How many more there are, and what to do. command: that writes them in one way, or NULL. */
void logreg__write_alike_way(logreg__page *piece, size_t found, const char *command, bool lost, bool better);

/* "Nroth of region, in 1 row, is nearly North" */
void logreg__write_slip(logreg__page *piece, const char *slip, double rows, const char *other,
                        const char *of);

void logreg__write_slip_way(logreg__page *piece, size_t found, const char *command);

bool logreg__mistyped(logreg__page *piece, const logreg_model *model);
/* Classes without a row (suspect_lost.c). */
bool logreg__lost_classes(logreg__page *piece, const logreg_model *model);

bool logreg__stray_classes(logreg__page *piece, const logreg_model *model);

/* Columns that tell the class by themselves (suspect_leaks.c). */
bool logreg__warn_leaks(logreg__page *piece, const logreg_model *model);

/* Splines that have more columns than they were asked for, or that rows of the fit lie beyond (bases.c). */
bool logreg__bases(logreg__page *piece, const logreg_model *model);

/* No finite maximum, or perhaps none (separation.c). */
bool logreg__warn_separation(logreg__page *piece, const logreg_model *model);
bool logreg__warn_undecided(logreg__page *piece, const logreg_model *model);

/* Columns that were left out (aliased.c). */
bool logreg__warn_aliased(logreg__page *piece, const logreg_model *model);

/* Are all of them said by other columns, and told of as that? */
bool logreg__aliases_told(const logreg_model *model);

/* Columns that another one decides (decided.c). */
bool logreg__said_twice(logreg__page *piece, const logreg_model *model);

/* What else makes estimates doubtful (trust.c). */
bool logreg__warn_not_converged(logreg__page *piece, const logreg_model *model);
bool logreg__warn_few_events(logreg__page *piece, const logreg_model *model);
bool logreg__warn_selected(logreg__page *piece, const logreg_model *model);

/* Numbers that are each a class (numbers_classes.c). */
bool logreg__warn_many_classes(logreg__page *piece, const logreg_model *model);

/* Classes of a target of numbers, in their order. */
typedef struct {
    const char *target;
    size_t n;
    char *const *label;   /* [n] */
    const double *weight; /* [n] sums of the rows' */
} logreg__number_classes;

/* Are they too many, or amounts, to be meant as classes? And the sentences, if piece is not NULL. */
bool logreg__write_number_classes(logreg__page *piece, const logreg__number_classes *of);

/* The table, in the order of weight, closed by a code of NULL. */
extern const logreg__warning logreg__warning_table[];

/* Is it due? And the sentences, if piece is not NULL. */
bool logreg__warn(const logreg__warning *w, logreg__page *piece, const logreg_model *model);

#endif
