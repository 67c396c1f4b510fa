/* The outcome: which column, which classes, and how a cell becomes y. */
#ifndef LOGREG_DESIGN_RESPONSE_H
#define LOGREG_DESIGN_RESPONSE_H

#include <logreg/data.h>

#include "data/frame.h"
#include "data/rows.h"

/* More classes than this are no classes: a measurement was taken for an outcome. */
enum { LOGREG__MOST_CLASSES = 50 };

/* Of so many classes one with as many rows may be told to stand against the others. */
enum { LOGREG__FREQUENT = 10 };

typedef struct {
    size_t n_classes;      /* K >= 2 */
    char **label;          /* [K]; of two classes the second is the event */
    double *weight;        /* [K] sum of prior weights; grouped: non-events and events */
    double *factor;        /* [K] by which class weights multiply those of rows; NULL: there are none */
    double *counted;       /* [K] the sums without it; NULL likewise */
    double n_obs;          /* sum of all weights */
    size_t n_positive;     /* rows whose weight is positive */
    double largest_weight; /* of a row, with its trials */
    bool grouped;          /* the target counts events out of trials */
    double log_choose;     /* sum over rows of w log C(trials, events); 0 unless grouped */

    const logreg_frame *frame;                                                    /* borrowed, and so are: */
    const logreg__column *target, *weights, *sampling, *offset, *trials, *strata; /* NULL: none */
    uint32_t *class_of; /* category target: class of each of its levels */
    double *value_of;   /* numeric target: [K] the value of each class */
} logreg__response;

/* Which columns of a frame make the outcome. All but target may be NULL. */
typedef struct {
    const char *target, *weights, *sampling, *offset, *trials, *positive, *strata;
    const char *class_weight; /* "balanced", or LABEL=W,.. */
    int threads;              /* that count its classes; 0: one a processor */
} logreg__outcome;

/* Reads the classes off the kept rows. EDATA: one class only; a number that is no class (too many distinct ones);
 * a weight or number of trials that is negative, events beyond trials, with row and value; an unknown positive
 * label, also among class weights; strata of more than two classes. EINVAL: a column that is not there; strata beside weights or trials. ENOMEM. */
logreg_status logreg__response_new(logreg__response **response, const logreg__outcome *outcome,
                                   const logreg_frame *frame, const logreg__rows *rows, logreg_error *err);

/* One row's frequency or sampling weight; or its events and trials, of which either may be missing. EDATA, with the place, where they are none. */
logreg_status logreg__weight_check(const logreg__column *weights, const logreg_frame *frame, size_t row,
                                   logreg_error *err);
logreg_status logreg__sampling_check(const logreg__column *sampling, const logreg_frame *frame, size_t row,
                                     logreg_error *err);
logreg_status logreg__counts_check(const logreg__column *events, const logreg__column *trials,
                                   const logreg_frame *frame, size_t row, logreg_error *err);

/* y, w and offset of `count` rows of the frame; what is NULL is left out, and w and offset must be where there are none. */
void logreg__response_fill(const logreg__response *response, const size_t *place, size_t count, double *y,
                           double *w, double *offset);

/* y and w of `count` kept rows from `first`, which begins a block; w may be NULL where none are weighted. */
void logreg__response_fill_kept(const logreg__response *response, const logreg__rows *rows, size_t first,
                                size_t count, double *y, double *w);

/* Has it weights of any kind, so that rows may count otherwise than once? */
static inline bool logreg__response_weighted(const logreg__response *response)
{
    return response->weights || response->sampling || response->trials || response->factor;
}

/* Rows (sum of weights, trials) of a class as they are, whatever class weights make of them. */
static inline double logreg__response_count(const logreg__response *response, size_t c)
{
    return response->counted ? response->counted[c] : response->weight[c];
}

/* The part of w that one observation has: its trials and sampling weight, where the rest of w counts how often the row stands for one. */
void logreg__response_units(const logreg__response *response, const size_t *place, size_t count,
                            double *unit);

/* y of the rows from `first` to the end of their run, where all rows are kept and the column itself holds 0 and 1 for the two classes; else
 * NULL. */
const double *logreg__response_in_place(const logreg__response *response, const logreg__rows *rows,
                                        size_t first);

/* Brings near what that is of the block of rows from `first`, if there is a whole one. */
void logreg__response_near(const logreg__response *response, const logreg__rows *rows, size_t first);

void logreg__response_free(logreg__response *response);

#endif
