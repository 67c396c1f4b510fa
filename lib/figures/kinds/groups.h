/* Rows in groups along a number: the share of events in each, with its interval. */
#ifndef LOGREG_FIGURES_KINDS_GROUPS_H
#define LOGREG_FIGURES_KINDS_GROUPS_H

#include "report/curves/observed.h"

typedef struct {
    double x;         /* mean of the group */
    double share;     /* of events */
    double low, high; /* Wilson's interval */
    double last;      /* the largest x of its rows */
} logreg__group;

/* Groups that there may be, and those that rows are usually put in. */
#define LOGREG__GROUPS_MOST 40
#define LOGREG__GROUPS 10

typedef struct {
    size_t n;
    logreg__group *group;
    size_t rows;           /* that were used */
    double least, largest; /* x among them */
    bool each;             /* a group for each value of x */
} logreg__groups;

/* The rows of one level of the factor that tells them apart (0 without one) in at most so many groups of about equal weight, fewer for few rows; equal x
 * are never parted. Grouped data of few rows: a group for each x. conf_level is that of the intervals. ENOMEM. */
logreg_status logreg__groups_new(logreg__groups *groups, const logreg__observed *observed, size_t level,
                                 size_t most, double conf_level, logreg_error *err);
void logreg__groups_free(logreg__groups *groups);

#endif
