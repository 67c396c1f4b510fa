/* The rows of a frame as dots beside a curve: as many as can be told apart, always the same ones. */
#ifndef LOGREG_REPORT_CURVES_DOTS_H
#define LOGREG_REPORT_CURVES_DOTS_H

#include <logreg/model.h>

typedef struct {
    double x;      /* the variable */
    double y;      /* 1 for an event, 0 for none; the share of events in grouped data */
    double jitter; /* in [0, 1), uniform */
    size_t level;  /* of the factor that tells rows apart; 0 without one */
} logreg__dot;

typedef struct {
    size_t n;
    logreg__dot *dot;
    double observations; /* of rows with frequencies, each of which may have a dot; 0: rows have none */
    bool thinned;        /* not every row the fit could use is there */
    int whole; /* then: the class of which all are there all the same, since they are few; -1: neither */
} logreg__dots;

/* At most `most` dots for a model of two classes along a numeric variable, and by a factor unless that is NULL; frequencies make a row so much more likely
 * to be one of them. Where all events, or all others, are a tenth of the dots at most, they are all there, and the rest is thinned. EINVAL: the frame lacks a column of the model. ENOMEM. */
logreg_status logreg__dots_new(logreg__dots *dots, const logreg_model *model, const logreg_frame *frame,
                               size_t variable, const logreg_variable *factor, size_t most,
                               logreg_error *err);

/* ", with all events", or others, of dots that have all of one class; else nothing. */
const char *logreg__dots_whole(const logreg__dots *dots);

void logreg__dots_free(logreg__dots *dots);

#endif
