/* Kinds of figures: a row of the table each, whose function builds it. */
#ifndef LOGREG_FIGURES_KIND_H
#define LOGREG_FIGURES_KIND_H

#include "figures/figure.h"

/* What a builder is handed: all checked, and the source has what the kind needs. */
typedef struct {
    const logreg_model *model;
    const logreg_frame *frame; /* or NULL, where it is not needed */
    const logreg_figure_source *source;
    const logreg_figure_options *options;
} logreg__order;

/* Fills in a figure that is empty but for its first panel: title, sentences, axes, marks, and what they say to who cannot see. */
typedef logreg_status logreg__build(logreg_figure *figure, const logreg__order *order, logreg_error *err);

typedef struct {
    logreg_figure_kind kind;
    const char *
        two_classes; /* why it is of models of two classes alone, and what shows the like of more; NULL: it is not */
    logreg__build *build;
} logreg__kind;

/* Closed by a name of NULL. */
extern const logreg__kind logreg__kinds[];

logreg__build logreg__build_boundary, logreg__build_calibration, logreg__build_coefficients,
    logreg__build_confusion, logreg__build_curve, logreg__build_descent, logreg__build_effects,
    logreg__build_forest, logreg__build_gain, logreg__build_influence, logreg__build_iterations,
    logreg__build_leverage, logreg__build_lift, logreg__build_loss, logreg__build_nomogram,
    logreg__build_precision_recall, logreg__build_residuals, logreg__build_roc, logreg__build_weights,
    logreg__build_words;

#endif
