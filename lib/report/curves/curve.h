/* The pieces of the terminal curve. */
#ifndef LOGREG_REPORT_CURVES_CURVE_H
#define LOGREG_REPORT_CURVES_CURVE_H

#include <logreg/report.h>

#include "report/curves/grid.h"
#include "report/page/page.h"

/* What is to be drawn. */
typedef struct {
    const logreg_model *model;
    const logreg_frame *frame; /* or NULL: no dots */
    size_t variable;
    logreg_variable v; /* the same */
    double offset;     /* at which the curve stands: the mean of the offset's column, 0 without a frame */
    const logreg__stand *stand; /* n_stands other variables that are not at their mean or reference level */
    size_t n_stands;
    logreg_report_options options;
} logreg__subject;

/* Checks the options (NULL: the defaults) and chooses the variable that they name, or else the strongest: of the numbers the one whose coefficients make the
 * greatest difference over its range; where there are no numbers, the factor whose levels lie farthest apart. Of
 * variables whose coefficients separation sends off, the one that moves the probabilities most.
 * EINVAL: no such variable, with the nearest name; an option. ENOMEM. variable is SIZE_MAX where the model has none. */
logreg_status logreg__subject_choose(logreg__subject *subject, const logreg_model *model,
                                     const logreg_frame *frame, const logreg_report_options *options,
                                     logreg_error *err);

/* Why no curve can be drawn of this subject, as the end of a sentence; NULL: it can. */
const char *logreg__subject_lacks(const logreg__subject *subject);

/* How far the probabilities of all classes move along a variable, summed. 0 of a number that cannot be drawn. */
logreg_status logreg__subject_swing(double *out, const logreg__subject *subject, size_t variable,
                                    logreg_error *err);

/* A curve over a number with rows and interval, or a line a class. */
logreg_status logreg__draw_lines(logreg__page *page, const logreg__subject *subject, logreg_error *err);

/* A bar for each level of a factor, or for each class within it. */
logreg_status logreg__draw_bars(logreg__page *page, const logreg__subject *subject, logreg_error *err);

/* Says that there is no curve, and why (without a full stop). */
void logreg__write_no_curve(logreg__page *page, const char *why);

/* What the probability is of: "P(admit = yes)", or "P(species)" where each class has one; and " by" what, unless NULL. */
void logreg__write_heading(logreg__page *page, const logreg__subject *subject, const char *by);

/* Whether a curve has variable i at one place all along. */
bool logreg__subject_holds(const logreg__subject *subject, size_t i);

/* Where the other variables stand, but those whose stand differs from point to point: "With gpa at 3.39 and rank at 1." Nothing if there are none. */
void logreg__write_others(logreg__page *piece, const logreg__subject *subject);

/* What separation means for a curve; nothing where there is none. */
void logreg__write_separated(logreg__page *piece, const logreg_model *model);

/* Prints a caption, unless it is empty, and frees it. */
void logreg__write_caption(logreg__page *page, logreg__page *piece);

/* The top of a scale that shows probabilities up to `largest`: 1, or a round number above where all are small. */
double logreg__scale_top(double largest);

#endif
