/* An outcome of two values beside a number: what many lessons are about. */
#ifndef CLI_DEMOS_ROWS_H
#define CLI_DEMOS_ROWS_H

#include "lesson.h"

typedef struct {
    const logreg_frame *frame;
    const char *target, *feature, *event; /* the value of the target that counts as 1 */
    size_t n;                             /* rows that miss neither */
    double *x, *y;                        /* their numbers, and 0 or 1 */
    char *formula;
    logreg_model *model; /* the maximum of the likelihood, which is finite */
    logreg_frame *made;  /* of the ten pupils */
} cli_rows;

/* Takes the class's own rows, or ten pupils: the hours they worked for a test, and whether they passed. False, with the lesson's
 * error set, where the target has more than two values, the feature is no number, there are more rows than a lesson can take, or
 * classes are separated. Free what it leaves in any case. */
bool cli_rows_take(cli_rows *rows, cli_lesson *lesson);

/* The same of a frame, which is borrowed. */
bool cli_rows_take_frame(cli_rows *rows, cli_lesson *lesson, const logreg_frame *frame, const char *target,
                         const char *feature);
void cli_rows_free(cli_rows *rows);

/* Whether a column of texts has 2 to `most` values, and two at least in rows that miss nothing of the lesson's columns. False, with the lesson's error set. */
bool cli_rows_levels(cli_lesson *lesson, const logreg_frame *frame, const char *column, size_t most);

/* Says whose rows these are. */
void cli_rows_introduce(const cli_rows *rows, cli_lesson *lesson);

/* Log-likelihood at an intercept and a slope. */
double cli_rows_log_likelihood(const cli_rows *rows, double b0, double b1);

/* Decimals that tell a slope to five digits or so. */
int cli_rows_decimals(const cli_rows *rows);

/* A step of x that changes something: 1 where that is of the size of x's standard deviation, else the nearest of 1, 2 and 5 times a power of ten. */
double cli_rows_step(const cli_rows *rows);

/* A value of x, to some thousandths of its standard deviation. */
const char *cli_rows_value(char text[CLI_NUMBER_SIZE], const cli_rows *rows, double x);

/* Mean and standard deviation (by 1/n) of x. */
double cli_rows_mean(const cli_rows *rows);
double cli_rows_deviation(const cli_rows *rows);

/* Does x lie among theirs? */
bool cli_rows_within(const cli_rows *rows, double x);

/* Of how many rows one is drawn, where there are many. */
size_t cli_rows_every(const cli_rows *rows);

/* Draws them into a figure: x along the foot, the outcome at 0 and 1, axes set; and the curve of an intercept and a slope. */
void cli_rows_draw(const cli_rows *rows, logreg_figure *figure);
void cli_rows_draw_curve(const cli_rows *rows, logreg_figure *figure, double b0, double b1,
                         const logreg_mark *mark);

/* `target` ~ `feature`, names quoted as formulas take them, in a new text; further text is added behind as it is. NULL: no memory. */
char *cli_rows_formula(const char *target, const char *feature, const char *group);

#endif
