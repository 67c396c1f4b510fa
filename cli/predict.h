/* How logreg predict writes what a model says about rows. */
#ifndef CLI_PREDICT_H
#define CLI_PREDICT_H

#include <stdio.h>

#include <logreg/data.h>
#include <logreg/model.h>

#include "beyond.h"

/* The probabilities of some of a frame's rows. */
typedef struct {
    size_t first;                 /* the first of them */
    const gsl_matrix *P;          /* rows x classes; NaN where a value is missing */
    const gsl_vector *low, *high; /* with a level */
} cli_part;

/* What is predicted, and how it is written. */
typedef struct {
    const logreg_model *model;
    const logreg_frame *frame;
    double level;  /* of the intervals; NaN: none */
    bool append;   /* in CSV, after the frame's own columns */
    char **column; /* classes names: of CSV columns */
    char **label;  /* classes labels as JSON */
    cli_beyond beyond;
    char **spline; /* names of those, as JSON */
} cli_prediction;

/* Makes the names of columns and labels; false if memory is out. Release in every case. */
bool cli_prediction_names(cli_prediction *prediction);
void cli_prediction_release(cli_prediction *prediction);

/* The first of the columns that CSV has: of two classes the event alone has one. */
size_t cli_prediction_first(const cli_prediction *prediction);

/* A document is begun, rows are added from the first to the last, and it is ended. False: writing has failed. */
typedef struct {
    void (*begin)(const cli_prediction *prediction, FILE *out);
    bool (*add)(const cli_prediction *prediction, const cli_part *part, FILE *out);
    void (*end)(FILE *out);
} cli_prediction_form;

/* probability,class, or p_LABEL..,class for more than two; with intervals low,high behind them. */
extern const cli_prediction_form cli_prediction_csv;

/* Schema logreg.predict/1. */
extern const cli_prediction_form cli_prediction_json;

#endif
