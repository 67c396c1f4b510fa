/* A checkup from inside. Each part looks at one thing and writes findings; running out of memory is remembered in the
 * checkup and told once, at the end. */
#ifndef LOGREG_DOCTOR_CHECKUP_H
#define LOGREG_DOCTOR_CHECKUP_H

#include <logreg/doctor.h>
#include <logreg/model.h>

#include "data/frame.h"
#include "report/page.h"
#include "report/warnings.h"

/* Levels or rows fewer than this say nothing about a class. */
#define LOGREG__CHECK_ROWS 5

typedef struct {
    const char *code;
    logreg_finding_weight weight;
    size_t column; /* or SIZE_MAX */
    logreg__page message, advice;
    const logreg__warning *warning; /* of the fit: writes the message itself; NULL: none */
} logreg__finding;

/* What there is to know of one column. */
typedef struct {
    size_t distinct; /* different values, missing ones apart */
    double min, max; /* numeric; NaN where all are missing */
    bool whole;      /* numeric: all values are whole */
    uint64_t hash;   /* of all values in order */
    bool excluded;   /* asked to be left out */
    bool skip;       /* not in the trial fit: excluded, or a finding says that it does not belong there */
} logreg__profile;

struct logreg_checkup {
    const logreg_frame *frame; /* borrowed */
    size_t target;
    logreg__profile *profile; /* [columns] */

    size_t n_classes;   /* 0: the target does not have 2 to 50 values */
    char **label;       /* [n_classes] */
    size_t *count;      /* [n_classes] rows */
    uint32_t *class_of; /* [rows], LOGREG__MISSING where the target is missing */

    logreg_model *model; /* the trial fit, or NULL */

    logreg__finding *finding;
    size_t n_findings, room;
    logreg__finding spare; /* receives what there is no memory for */
    bool failed;
};

/* Adds a finding, whose message and advice the caller then writes; never NULL. */
logreg__finding *logreg__find(logreg_checkup *c, const char *code, logreg_finding_weight weight,
                              size_t column);

/* A name within a sentence. */
void logreg__write_column(logreg__page *page, const logreg_checkup *c, size_t column);

/* Fills profile[]; finds what is empty, constant, an ID, of too many levels, or missing. */
void logreg__check_columns(logreg_checkup *c);

/* Finds columns and rows that repeat others. */
void logreg__check_repeats(logreg_checkup *c);

/* Fills in the classes; finds a target that is none, or lopsided. */
void logreg__check_target(logreg_checkup *c);

/* Finds columns, levels and missing values that tell the class by themselves. */
void logreg__check_leakage(logreg_checkup *c);

/* Finds pairs of numbers that move together. */
void logreg__check_correlation(logreg_checkup *c);

/* Fits, and finds what only a fit can tell. */
void logreg__check_fit(logreg_checkup *c);

/* Title of a code in text. */
const char *logreg__finding_title(const char *code);

#endif
