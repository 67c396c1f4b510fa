/* A bootstrap resample of a fit's observations, as frequencies: no row is copied. */
#ifndef LOGREG_MODEL_HELD_RESAMPLE_H
#define LOGREG_MODEL_HELD_RESAMPLE_H

#include "design/design.h"

/* How many observations rows stand for, added up: of frequencies and trials whole numbers. */
typedef struct {
    const logreg_frame *frame; /* borrowed, as rows and response are */
    const logreg__rows *rows;
    const logreg__response *response;
    size_t n;       /* kept rows */
    double *end;    /* [n] observations up to this row and with it; NULL: each row is one */
    double *events; /* [n] that of its observations are events; NULL: none or all, as its class says */
    double total;
} logreg__population;

/* EDATA: frequencies that are not whole, with the row; too many observations to draw. ENOMEM. Clear it also after a failure. */
logreg_status logreg__population_make(logreg__population *population, const logreg_frame *frame,
                                      const logreg__rows *rows, const logreg__response *response,
                                      logreg_error *err);
void logreg__population_clear(logreg__population *population);

/* Room for one resample, to be drawn into again and again; the response and the design are the fit's but for what was drawn. */
typedef struct {
    const logreg__population *of;
    double *y, *w; /* [n] class or share of events, and observations, of each kept row */
    double *cell
        [2]; /* [rows of the frame] what takes the place of the frame's columns: observations, and events of trials */
    logreg__column column[2];
    double weight[LOGREG__MOST_CLASSES];
    logreg__response response;
    logreg__design design;
} logreg__resample;

/* false: out of memory; what is there is cleared all the same. */
bool logreg__resample_init(logreg__resample *r, const logreg__population *of, const logreg__design *design);
void logreg__resample_clear(logreg__resample *r);

/* Draws number `number` of a seed: as many observations as there are, each as likely as any other. */
void logreg__resample_draw(logreg__resample *r, uint64_t seed, size_t number);

#endif
