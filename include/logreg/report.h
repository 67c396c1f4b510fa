/* logreg/report.h - a fitted model for people and for programs: text, JSON, a curve in the terminal.
 *
 * Every function returns a new string (UTF-8, NUL-terminated) that the caller frees with free(). options may be NULL.
 * Cost is of no matter beside a fit's: O(p^2) and the width of the page, for a curve with rows O(n p).
 */
#ifndef LOGREG_REPORT_H
#define LOGREG_REPORT_H

#include <stdbool.h>

#include <logreg/base.h>
#include <logreg/diagnostics.h>
#include <logreg/effects.h>
#include <logreg/exact.h>
#include <logreg/goodness.h>
#include <logreg/hypothesis.h>
#include <logreg/inference.h>
#include <logreg/learning_curve.h>
#include <logreg/model.h>
#include <logreg/path.h>
#include <logreg/select.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct {
    double conf_level; /* of all intervals; default 0.95 */
    const logreg_inference *
        inference; /* what text and JSON tell of coefficients and terms, made at conf_level; NULL (default): Wald's numbers */
    const logreg_effects *effects;         /* that text and JSON tell too; NULL (default): none */
    const logreg_exacts *exact;            /* likewise */
    const logreg_hypotheses *hypotheses;   /* likewise, made at conf_level */
    const logreg_diagnostics *diagnostics; /* likewise */
    const logreg_goodness *goodness;       /* likewise */
    const logreg_optimism *optimism;       /* likewise */
    const logreg_validation *validation;   /* what reports of an evaluation tell too; NULL (default): none */
    const logreg_contest *contest;         /* likewise: another model on the same rows */
    const char *contest_name; /* what that is called; NULL (default): "the other model" */
    bool class_report;        /* its text has precision, recall and F1 of each class too; default false */
    const logreg_grid *grid;              /* of a path's JSON: the candidates that it was the best of; */
    const char *const *grid_formula;      /*   their formulas, as logreg_grid_options had them */
    const logreg_steps *steps;             /* what text and JSON of a fit tell too: how the model's terms were chosen */
    bool explain;        /* text also has the fitted equation, and a sentence a coefficient; default false */
    bool colour;         /* ANSI colours; default false */
    bool ascii;          /* no character beyond ASCII; default false (UTF-8) */
    int width;           /* columns to fill, 60 to 400; default 80 */
    int height;          /* rows of a curve, 8 to 200; default 16 */
    const char *feature; /* the variable that the curve runs along; NULL (default): the strongest */
    double seconds_load, seconds_fit, seconds_total; /* for the header and JSON; NaN (default): not told */
} logreg_report_options;

LOGREG_API logreg_report_options logreg_report_options_default(void);

/* A sentence of an error or a note as people read it: as it stands, or, of more than 500 bytes, as a list whose lines begin with two blanks, behind
 * the first: of columns, of what is to be pasted, whole, and of what else was found. ENOMEM. */
LOGREG_API logreg_status logreg_message_text(char **text, const char *message, logreg_error *err);

/* Header facts, coefficient table, tests, fit statistics, named warnings. No line is wider than the page but what is to be pasted, and nothing
 * from the data reaches it as a control character. ENOMEM; EINVAL: a confidence level outside (0, 1). */
LOGREG_API logreg_status logreg_report_text(char **text, const logreg_model *model,
                                            const logreg_report_options *options, logreg_error *err);

/* The named warnings alone, a paragraph each; the empty string where there are none. As logreg_report_text. */
LOGREG_API logreg_status logreg_report_warnings(char **text, const logreg_model *model,
                                                const logreg_report_options *options, logreg_error *err);

/* The fitted curve: P(event) along one numeric variable with the others at their mean or reference, a confidence
 * band, and the rows of the frame (NULL: none) as dots, in braille or ASCII; bars a level for a category; a line
 * a class for many classes. EINVAL: no such variable, or rows that lack a column of the model. */
LOGREG_API logreg_status logreg_report_curve(char **text, const logreg_model *model,
                                             const logreg_frame *frame, const logreg_report_options *options,
                                             logreg_error *err);

/* JSON, schema "logreg.fit/1" (docs/cli.md), reals in 17 digits. */
LOGREG_API logreg_status logreg_report_json(char **text, const logreg_model *model,
                                            const logreg_report_options *options, logreg_error *err);

/* An evaluation of the model: rows, metrics with intervals at options->conf_level, and the confusion matrix,
 * which for more than eight classes is cut to rows, said and right ones of each. ENOMEM; EINVAL. */
LOGREG_API logreg_status logreg_report_evaluation(char **text, const logreg_model *model,
                                                  const logreg_evaluation *evaluation,
                                                  const logreg_report_options *options, logreg_error *err);

/* The same as JSON, schema "logreg.evaluate/1" (docs/cli.md). */
LOGREG_API logreg_status logreg_report_evaluation_json(char **text, const logreg_model *model,
                                                       const logreg_evaluation *evaluation,
                                                       const logreg_report_options *options,
                                                       logreg_error *err);

/* Effects of the model alone, as they stand in the report of a fit with options->effects; and as JSON, schema "logreg.effects/1" (docs/cli.md).
 * ENOMEM; EINVAL. */
LOGREG_API logreg_status logreg_report_effects(char **text, const logreg_model *model,
                                               const logreg_effects *effects,
                                               const logreg_report_options *options, logreg_error *err);
LOGREG_API logreg_status logreg_report_effects_json(char **text, const logreg_model *model,
                                                    const logreg_effects *effects,
                                                    const logreg_report_options *options, logreg_error *err);

/* What logreg_compare found of n models, which are called by name[], in the order in which they were given; as text, and as JSON, schema
 * "logreg.compare/1". ENOMEM; EINVAL. */
LOGREG_API logreg_status logreg_report_comparison(char **text, const logreg_comparison *comparison, size_t n,
                                                  const char *const *name,
                                                  const logreg_report_options *options, logreg_error *err);
LOGREG_API logreg_status logreg_report_comparison_json(char **text, const logreg_comparison *comparison,
                                                       size_t n, const char *const *name,
                                                       const logreg_report_options *options,
                                                       logreg_error *err);

/* A learning curve as a table and a drawing; and as JSON, schema "logreg.learning-curve/1" (docs/cli.md). ENOMEM; EINVAL. */
LOGREG_API logreg_status logreg_report_learning_curve(char **text, const logreg_learning_curve *curve,
                                                      const logreg_report_options *options, logreg_error *err);
LOGREG_API logreg_status logreg_report_learning_curve_json(char **text, const logreg_learning_curve *curve,
                                                           const logreg_report_options *options,
                                                           logreg_error *err);
/* Candidates of a grid, whose formulas were as in logreg_grid_options: a table of the best strength of each, and what the choice is worth. ENOMEM; EINVAL. */
LOGREG_API logreg_status logreg_report_grid(char **text, const logreg_grid *grid, const char *const *formula,
                                            const logreg_report_options *options, logreg_error *err);

/* A path of penalties, whose chosen model this is: a table of strengths and, with folds, the curve of held-out losses; and as JSON, schema "logreg.path/1"
 * (docs/cli.md). ENOMEM; EINVAL. */
LOGREG_API logreg_status logreg_report_path(char **text, const logreg_path *path, const logreg_model *model,
                                            const logreg_report_options *options, logreg_error *err);
LOGREG_API logreg_status logreg_report_path_json(char **text, const logreg_path *path, const logreg_model *model,
                                                 const logreg_report_options *options, logreg_error *err);

#ifdef __cplusplus
}
#endif

#endif
