/* A kind of suspicion (model/suspicions/suspicion.h) as a warning: one row of warnings.c, and one of these. */
#ifndef LOGREG_REPORT_WARNINGS_SUSPECT_H
#define LOGREG_REPORT_WARNINGS_SUSPECT_H

#include "model/suspicions/suspicion.h"
#include "report/page/page.h"

typedef struct {
    logreg__suspicion_kind kind;
    const char *between; /* what it says of one column and of the next */
    void (*say)(logreg__page *piece, const logreg_model *m, const logreg__suspicion *s); /* of one column */
    void (*advise)(logreg__page *piece, const logreg_model *m, size_t n); /* of all n columns, at the end */
} logreg__suspect_kind;

/* Is it due? And the sentences, if piece is not NULL. */
bool logreg__suspect_write(logreg__page *piece, const logreg_model *m, const logreg__suspect_kind *kind);

/* "--exclude id,nr": all columns that are of a kind. */
void logreg__suspect_columns(logreg__page *piece, const char *option, const logreg_model *m,
                             logreg__suspicion_kind kind);

/* "--exclude id,nr", or "a formula without id, nr" where somebody wrote one: what leaves all columns of a kind out. */
void logreg__suspect_without(logreg__page *piece, const logreg_model *m, logreg__suspicion_kind kind);

/* That of one column. */
void logreg__write_without(logreg__page *piece, const logreg_model *m, const char *column);

/* The name of the column alone. */
void logreg__suspect_name(logreg__page *piece, const logreg_model *m, const logreg__suspicion *s);

/* suspect_missing.c: numbers that stand for missing values or were mistyped, ticks, columns that cost rows. suspect_numbers.c: dates, IDs and codes.
 * suspect_units.c: units in one column, or in one of their own; feet and inches. suspect_levels.c: categories. suspect_twice.c: whole files. suspect_roles.c: columns that
 * are no variables. suspect_matched.c: numbers of matched sets. suspect_trials.c: trials. suspect_joined.c: levels that join two others. suspect_skipped.c: columns that are missing where another has certain values. suspect_followers.c: what is made of the target. */
extern const logreg__suspect_kind logreg__suspect_sentinels, logreg__suspect_zeros, logreg__suspect_slips,
    logreg__suspect_ticks, logreg__suspect_losses, logreg__suspect_dates, logreg__suspect_ids,
    logreg__suspect_codes, logreg__suspect_feet, logreg__suspect_units, logreg__suspect_unit_names,
    logreg__suspect_levels, logreg__suspect_several, logreg__suspect_twice, logreg__suspect_weights,
    logreg__suspect_predictions, logreg__suspect_parts, logreg__suspect_cases, logreg__suspect_matched,
    logreg__suspect_trials, logreg__suspect_joined_answers, logreg__suspect_skipped_columns,
    logreg__suspect_followed;

#endif
