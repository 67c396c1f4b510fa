/* How logreg predict writes what a model says about rows. */
#ifndef CLI_PREDICT_H
#define CLI_PREDICT_H

#include <stdio.h>

#include <logreg/data.h>
#include <logreg/model.h>

/* The probabilities of a frame's rows. */
typedef struct {
    const logreg_model *model;
    const logreg_frame *frame;
    const gsl_matrix *P;          /* rows x classes; NaN where a value is missing */
    double level;                 /* of the intervals; NaN: none */
    const gsl_vector *low, *high; /* with a level */
    char **column;                /* classes names: of CSV columns */
    char **label;                 /* classes labels as JSON */
} cli_prediction;

/* Makes the names of columns and labels; false if memory is out. Release in every case. */
bool cli_prediction_names(cli_prediction *prediction);
void cli_prediction_release(cli_prediction *prediction);

/* The first of the columns that CSV has: of two classes the event alone has one. */
size_t cli_prediction_first(const cli_prediction *prediction);

/* CSV: probability,class, or p_LABEL..,class for more than two; with intervals low,high behind them; after the frame's own columns where append is set. */
void cli_prediction_csv(const cli_prediction *prediction, FILE *out, bool append);

/* JSON, schema logreg.predict/1. */
void cli_prediction_json(const cli_prediction *prediction, FILE *out);

#endif
