/* The rows of a frame as a model sees them: where they stand, what happened, how often. */
#ifndef LOGREG_REPORT_CURVES_OBSERVED_H
#define LOGREG_REPORT_CURVES_OBSERVED_H

#include <stdbool.h>

#include <logreg/model.h>

/* The columns that are read. */
typedef struct {
    const logreg_frame *frame;
    size_t x, target, trials, weights, sampling; /* places in the frame; all but target: SIZE_MAX for none */
    size_t *needed; /* columns of the model that are not imputed, and x: a row that lacks one is not seen */
    size_t n_needed;
    const logreg_variable *factor; /* that tells rows apart by its levels, borrowed; NULL: none */
    size_t by;                     /* its column */
    double *level;                 /* its levels where that column is of numbers */
    bool numeric;                  /* the target's classes are numbers, else labels */
    size_t n_classes;
    double *number;     /* [n_classes] */
    const char **label; /* [n_classes], borrowed */
    size_t event;       /* the class that y is 1 of; the second at first */
} logreg__observed;

typedef struct {
    double x;      /* the variable; NaN if there is none */
    double y;      /* 1 for an event, 0 for none; the share of events in grouped data */
    size_t class;  /* 0 in grouped data */
    double weight; /* frequency, times trials */
    size_t level;  /* of the factor; 0 without one */
} logreg__observation;

/* Finds the columns of a model; variable is numeric, or SIZE_MAX: none. EINVAL: the frame lacks a
 * column, or has one of another kind. ENOMEM. Close in every case. */
logreg_status logreg__observed_open(logreg__observed *observed, const logreg_model *model,
                                    const logreg_frame *frame, size_t variable, logreg_error *err);
/* From here on rows have a level of that factor, which is borrowed; a row that has none of them is not seen. Once, after opening. EINVAL: the frame
 * lacks its column. ENOMEM. */
logreg_status logreg__observed_by(logreg__observed *observed, const logreg_variable *factor,
                                  logreg_error *err);
void logreg__observed_close(logreg__observed *observed);

/* How many rows a row stands for: 1 without weights, 0 without trials. */
double logreg__observed_frequency(const logreg__observed *observed, size_t row);

/* false: the fit would not use the row, since a value is missing or the outcome is none of its classes. */
bool logreg__observed_row(logreg__observation *out, const logreg__observed *observed, size_t row);

#endif
