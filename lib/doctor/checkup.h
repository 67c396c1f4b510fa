/* A checkup from inside. Each part looks at one thing and writes findings; running out of memory is remembered in the
 * checkup and told once, at the end. */
#ifndef LOGREG_DOCTOR_CHECKUP_H
#define LOGREG_DOCTOR_CHECKUP_H

#include <math.h>

#include <logreg/doctor.h>
#include <logreg/model.h>

#include "formula/formula.h"
#include "data/frame.h"
#include "design/response.h"
#include "model/suspicions/leak.h"
#include "report/page/page.h"
#include "report/warnings/suspicions.h"
#include "report/warnings/warnings.h"

/* What text says in one sentence of all columns of which the same is to be said. (shared.c) */
typedef struct {
    char each[96];    /* of this column alone, in parentheses behind its name; or nothing */
    logreg__page all; /* of all, behind their names; empty: each is told by itself */
    const char *way;  /* what to do, up to the names of the columns, */
    const char *end;  /*   and behind them; NULL: they are not named again */
} logreg__shared;

typedef struct {
    const char *code;
    logreg_finding_weight weight;
    size_t column; /* or SIZE_MAX */
    logreg__page message, advice;
    char *command;                  /* owned: what mends the file; or NULL */
    const logreg__warning *warning; /* of the fit: writes the message itself; NULL: none */
    const logreg_sentinel *numbers; /* what text tells once of all columns that have the same; or NULL */
    const logreg_gap *gap;
    logreg__shared shared;
    bool
        whether; /* it is of whether the column is missing, and so of all that are missing in the same rows */
} logreg__finding;

/* Rows whose numbers, in [from, to], stand apart from all others, in [low, high]; rows 0: there are none. */
typedef struct {
    size_t rows;
    double from, to, low, high;
} logreg__apart;

/* What there is to know of one column. */
typedef struct {
    size_t distinct;          /* different values, missing ones apart */
    double min, max;          /* numeric; NaN where all are missing */
    bool whole;               /* numeric: all values are whole */
    size_t *rows_of;          /* category: [n_levels] rows of each level */
    uint64_t hash;            /* of all values in order */
    double log_vif;           /* logarithm of the generalised variance inflation factor, of */
    size_t vif_df;            /*   so many columns of the design; 0: there is none */
    logreg_sentinel sentinel; /* numeric */
    logreg_sentinel zeros;    /*   that may stand for missing values, where no others do */
    bool zeros_beside;        /*   which are in doubt, beside those of other columns */
    logreg_gap gap;           /* category: texts that may stand for missing values */
    logreg__apart far;
    logreg__twofold twofold; /* numbers of two units; rows 0: there are none */
    double feet;             /* numeric: the least of feet and inches in one number; 0: they are no such */
    bool feature;            /* the formula makes columns of the design from it */
    bool needed;             /* a fit leaves out the rows that miss it */
    bool forgiven; /*   but for those, since conditions alone ask about it that may answer all the same */
    bool taken;    /* the formula names it and takes it away */
    bool crowded;  /* a category of so many levels that each has few rows (data/crowd.h) */
    bool wrapped;  /* the formula has it as C(..): a category, and not taken for an ID */
    bool skip;     /* a feature that a finding leaves out of the trial fit */
    bool asked;    /* it is missing where another column has certain values, and a finding says so */
    bool aside;    /* one that does not go into it either, since it costs rows, or a class */
    bool unwanted; /* one that has no use at all: a finding says to leave it out */
} logreg__profile;

/* How full sparse rows are. */
typedef struct {
    size_t numbers, held;           /* of all rows; columns that have any */
    size_t least, most;             /* numbers of a row */
    size_t empty_rows, first_empty; /* rows without */
} logreg__sparse_census;

struct logreg_checkup {
    const logreg_frame *frame; /* borrowed */
    logreg_options
        options; /* of the trial fit; what it points to is the caller's, and there while logreg_checkup_new runs */
    logreg__formula *formula;
    size_t target, weights, offset, trials; /* columns, or SIZE_MAX */
    logreg__profile *profile;               /* [columns] */

    size_t n_classes; /* 0: the target will not do */
    logreg__rows *rows;
    logreg__response *response; /* where there are classes */
    double *y, *w; /* [rows] class, or share of events; weight times trials. NaN and 0 where a row has none */

    logreg__sparse_census census; /* where the frame has sparse columns */

    bool starved;  /* without the columns that miss much a fit has at least twice as many rows */
    bool composed; /* the formula is more than a list of columns */
    bool counted;  /* a finding says already that the target may count events */
    bool
        strays; /* columns of the condition that is the target hold texts among their numbers, which findings tell */

    logreg_model *model; /* the trial fit, or NULL */

    logreg__finding *finding;
    size_t n_findings, room;
    logreg__finding
        scarce;     /* of all columns that miss much, where several do; told in the place of each in text */
    char *together; /* owned: the command that does what those of findings do; or NULL */
    bool choices;   /* but of findings that leave a choice */
    logreg__finding spare; /* receives what there is no memory for */
    bool failed;
};

/* Adds a finding, whose message and advice the caller then writes; never NULL. */
logreg__finding *logreg__find(logreg_checkup *c, const char *code, logreg_finding_weight weight,
                              size_t column);

/* A name within a sentence. */
void logreg__write_column(logreg__page *page, const logreg_checkup *c, size_t column);

/* Is column j one of the design's that no finding has left out? */
static inline bool logreg__in_trial(const logreg_checkup *c, size_t j)
{
    return c->profile[j].feature && !c->profile[j].skip;
}

/* Is it one of the trial fit's? */
static inline bool logreg__in_fit(const logreg_checkup *c, size_t j)
{
    return logreg__in_trial(c, j) && !c->profile[j].aside;
}

/* Does the trial fit use the row? */
static inline bool logreg__row_in_fit(const logreg_checkup *c, size_t row)
{
    bool used = c->w[row] > 0;
    for (size_t j = 0; used && j < logreg_frame_columns(c->frame); j++)
        used = !(logreg__in_fit(c, j) && logreg__cell_is_missing(&c->frame->column[j], row));
    return used;
}

/* Is it one that the target, a condition, is about? */
static inline bool logreg__behind_target(const logreg_checkup *c, size_t j)
{
    return c->target != SIZE_MAX && logreg_frame_condition_uses(c->frame, c->target, j);
}

/* Is it a category, or taken for one? */
static inline bool logreg__by_levels(const logreg_checkup *c, size_t j)
{
    return c->profile[j].wrapped || c->frame->column[j].kind == LOGREG_CATEGORY;
}

/* Did the caller leave the column out, of all there are? Where columns are chosen one by one, none is, and a condition leaves out by itself those that it is about. */
static inline bool logreg__left_out(const logreg_checkup *c, size_t j)
{
    bool role = j == c->weights || j == c->offset || j == c->trials || j == c->target ||
                logreg_frame_condition_uses(c->frame, c->target, j);
    return !role && !c->formula->chosen && (!c->profile[j].needed || c->profile[j].taken);
}

/* "--exclude a,b" of the columns that a caller left out, and of these ([columns]). */
void logreg__write_exclude(logreg__page *page, const logreg_checkup *c, const bool *also);

/* "Leave it out: --exclude name." as it can be pasted; or, where the formula is more than a list, "of the formula". */
void logreg__advise_leaving_out(logreg__finding *f, logreg_checkup *c, size_t j);

/* A name as --exclude and a shell take it. */
void logreg__write_argument(logreg__page *page, const logreg_checkup *c, size_t j);

/* The rows with their classes, where there are some: as a response. */
logreg__classed logreg__check_classed(const logreg_checkup *c);

/* "y = yes", or "the events of y" where it counts them. */
void logreg__write_class(logreg__page *page, const logreg_checkup *c, size_t k);

/* "12 rows", or "12 trials" where the target counts events. */
void logreg__write_cases(logreg__page *page, const logreg_checkup *c, double n);

/* What a sentence says of a fit that the library refused. */
void logreg__refused(logreg_checkup *c, const logreg_error *err);

/* Reads formula and options: which column is what. EFORMULA, EINVAL, ENOMEM. */
logreg_status logreg__check_formula(logreg_checkup *c, const char *formula, logreg_error *err);

/* Fills profile[]. */
void logreg__profile_columns(logreg_checkup *c);

/* Finds what is empty, constant, an ID, of too many levels, or missing. */
void logreg__check_columns(logreg_checkup *c);

/* Does the reader take a column for one of ticks, or for something else than it seems to be? A finding says so. (reading.c) */
bool logreg__see_ticks(logreg_checkup *c, size_t j);
bool logreg__see_misread(logreg_checkup *c, size_t j);

/* Finds numbers with a unit, few different ones, which are a category. */
void logreg__see_few(logreg_checkup *c, size_t j);

/* Finds dates that a spreadsheet made of something else. */
void logreg__see_dated(logreg_checkup *c, size_t j);

/* Finds NA among codes, which was taken for missing. */
void logreg__see_namesake(logreg_checkup *c, size_t j);

/* Finds dates that no fit takes for levels, and numbers that are dates: such a column, of so many rows that have it, is of no use as it is. (dates.c) */
bool logreg__see_dates(logreg_checkup *c, size_t j, size_t rows);

/* Finds levels that are dates. (dates.c) */
bool logreg__see_days(logreg_checkup *c, size_t j);

/* Finds months, hours and directions, whose numbers begin again. (cycle.c) */
void logreg__see_cycle(logreg_checkup *c, size_t j);

/* Finds feet and inches that are one number. (feet.c) */
void logreg__see_feet(logreg_checkup *c, size_t j);

/* Finds check boxes of which several were ticked; and, once all such columns are known, says what to do, with one command for all. (several.c) */
bool logreg__see_several(logreg_checkup *c, size_t j);
void logreg__part_several(logreg_checkup *c);

/* Finds text that is not what it was. */
void logreg__see_garbled(logreg_checkup *c, size_t j);

/* Finds numbers and texts that stand for missing values. */
void logreg__check_sentinels(logreg_checkup *c);

/* Finds numbers of two units; and fills in those of a column. (units.c) */
void logreg__check_units(logreg_checkup *c);

/* Fills in what stands apart in a column, whose n numbers in order are `sorted`. */
void logreg__profile_apart(logreg__profile *profile, const logreg__column *column, size_t rows,
                           const double *sorted, size_t n);

/* Finds numbers that stand apart from the rest. */
void logreg__check_apart(logreg_checkup *c);

/* Does the number of column j in the row stand apart? */
bool logreg__is_apart(const logreg_checkup *c, size_t j, size_t row);

/* "line 42 alone makes", "3 rows, the first in line 42, alone make". */
void logreg__write_apart_rows(logreg__page *page, const logreg_checkup *c, size_t first, size_t n);
void logreg__advise_apart_rows(logreg__finding *f, size_t n);

/* Are both columns missing in the same rows? */
bool logreg__miss_alike(const logreg_checkup *c, size_t a, size_t b);

/* Finds rows that miss something, and columns that miss much; called by the one above. */
void logreg__check_missing(logreg_checkup *c);

/* Finds what speaks against sparse rows, where there are any. (sparse.c) */
void logreg__check_sparse(logreg_checkup *c);

/* Finds columns and rows that repeat others. */
void logreg__check_repeats(logreg_checkup *c);

/* Fills in the classes; finds a target that is none, or lopsided. EINVAL: an event was named where there are more classes. */
logreg_status logreg__check_target(logreg_checkup *c, logreg_error *err);

/* Is the target a column of numbers of which each would be a class? And the sentences, if piece is not NULL. Sparse rows have labels, which
 * are numbers by their format. (target.c) */
bool logreg__numbers_as_classes(logreg__page *piece, const logreg_checkup *c);

/* Does a fit refuse a target that nobody named, since it holds remarks? Then nothing else that it would refuse with this one counts. (target.c) */
bool logreg__target_refused(const logreg_checkup *c);

/* Does a finding on the target say what is missing of it: all, or most of one that nobody named? (target.c) */
bool logreg__target_hardly_there(const logreg_checkup *c);

/* Finds a target that holds shares of events or counts of them, and a feature that counts cases; that, and trials, are
 * left out of the trial fit. Shares: true, since a fit refuses them. */
bool logreg__check_counts(logreg_checkup *c);

/* Finds columns, levels and missing values that tell the class by themselves. */
void logreg__check_leakage(logreg_checkup *c);

/* Says of the first columns of a separated fit that separate by themselves what their rows have; false: none does. (alone.c) */
bool logreg__tell_separating(logreg__page *page, logreg_checkup *c);

/* Fits, and finds what only a fit can tell. */
void logreg__check_fit(logreg_checkup *c);

/* Finds labels that are one in two ways, slips, and units beside numbers, where there was no fit to tell of them. (labels.c) */
void logreg__check_labels(logreg_checkup *c);

/* Finds columns that widen each other's standard errors, in the design of the fit. */
void logreg__check_collinearity(logreg_checkup *c);

/* Finds pairs of numbers that move together, where there was no fit. */
void logreg__check_correlation(logreg_checkup *c);

/* How many times as wide standard errors of a column's coefficients are; 0: no number. */
double logreg__std_error_factor(const logreg_checkup *c, size_t j);

/* Finding i as text: with all that say the same of other columns, and with what the page has to be pasted told by a word. False: it was told with an
 * earlier one. (gather.c) */
bool logreg__gather(logreg__page *piece, const logreg_checkup *c, size_t i, const logreg__page *page);

/* Is the same to be said of both columns? And the sentence on all n of which what the i-th finding says is, the first of them. (shared.c) */
bool logreg__shares(const logreg__finding *a, const logreg__finding *b);
void logreg__write_shared(logreg__page *piece, const logreg_checkup *c, size_t i, size_t n);

/* Makes one command of those of all findings, where several have one. (together.c) */
void logreg__take_together(logreg_checkup *c);

/* Place of a code among those of one weight. */
size_t logreg__finding_rank(const char *code);

/* Title of a code in text. */
const char *logreg__finding_title(const char *code);

#endif
