/* A fit under way: what the doors prepare, estimate/ solves, or saves where no finite maximum exists, and summary/ measures. */
#ifndef LOGREG_MODEL_FITTING_H
#define LOGREG_MODEL_FITTING_H

#include "data/losses.h"
#include "design/matched.h"
#include "engine/fold.h"
#include "formula/formula.h"
#include "model/model.h"
#include "solvers/existence/existence.h"
#include "solvers/solver.h"

struct logreg__fitting;
struct logreg__source;

/* Rows that a fit leaves out although they miss nothing: those kept rows i with fold[i] == number. */
typedef struct {
    const uint32_t *fold;
    uint32_t number;
} logreg__leaving;

/* What is otherwise in a fit that is a part of something larger. */
typedef struct {
    /* Done with a penalty on sizes once the problem stands, before it is solved: it may set the model's lambda, and move b. NULL: nothing. */
    logreg_status (*run)(struct logreg__fitting *f, void *data, logreg_error *err);
    void *data;
    const logreg__leaving *leaving; /* NULL: no rows are left out */
    const gsl_vector *groups;       /* of the rows of a matrix, to stand in its frame; NULL: there are none */
} logreg__prelude;

typedef struct logreg__fitting {
    const logreg_options *options;
    const logreg__prelude *prelude; /* or NULL */
    const struct logreg__source
        *source;               /* what it was prepared from; NULL: nothing that could be learned again */
    const logreg_frame *frame; /* borrowed, as rows, response and model are */
    logreg__rows *rows;        /* which numbers may be copied to */
    const logreg__response *response;
    logreg_model *model;

    const logreg__matched
        *matched; /* frame, rows and response are of these sets; NULL: they are not. Borrowed */

    unsigned char *drop;      /* [p] aliased columns, model order */
    logreg__makings *makings; /* [p] of those, where they are exact; or NULL */
    logreg__design *design;   /* without them */
    logreg__problem *problem;
    logreg__design *held_design; /* of the rows held out, and their loss; NULL: none are, or no solver asks */
    logreg__problem *held;
    struct logreg__shrinkage *shrinkage; /* the problem's, or NULL */
    double share; /* violation that is enough, of lambda: a prelude's; 0: options say */
    double *b;    /* [problem->q] */
    logreg__quadratic *at;
    logreg__solution solution;
    unsigned char *tied;     /* [n * k] under separation: logreg__existence's */
    logreg__quadratic *null; /* about the null model, where a walk had it done; or NULL */

    /* What is measured at the maximum, done on the solver's last walk where it has one (errands.c). */
    logreg__errands errands;
    logreg__job errand[2];
    double *extent; /* of kernel_extent */
    double *fitted; /* probability of each row, or NULL: too many rows, or more classes */
    double fitted_sums[LOGREG__FITTED_SUMS];
} logreg__fitting;

/* Parses a formula in which the dot leaves out the columns that options name. EFORMULA, ENOMEM. */
logreg_status logreg__formula_beside(logreg__formula **formula, const char *text, const logreg_frame *frame,
                                     const logreg_options *options, logreg_error *err);

/* Rows where none of n columns is missing, and no weight of the outcome is 0. ENOMEM. */
logreg_status logreg__rows_counting(logreg__rows **rows, const logreg_frame *frame, const size_t *column,
                                    size_t n, const logreg__outcome *outcome, logreg_error *err);

/* The formula, and the rows that miss nothing of what it and options name, and stand for something. EDATA: there are none. */
logreg_status logreg__formula_rows(logreg__formula **formula, logreg__rows **rows, const char *text,
                                   const logreg_frame *frame, const logreg_options *options,
                                   logreg_error *err);

enum { LOGREG__ROLES = 10 };

/* Columns that options name, but for the target's, which are no features: their names, and how many. */
size_t logreg__list_roles(const char **name, const logreg_options *options);

/* The outcome that options make of a target; its names are theirs. */
logreg__outcome logreg__outcome_chosen(const char *target, const logreg_options *options);

/* Columns that the fit to a formula uses, each once: the n_features that it can do without, then those of the target, roles and offsets. *column
 * is new. whole: only those that must not be missing (logreg__made_forgives). ENOMEM. */
logreg_status logreg__formula_uses(size_t **column, size_t *n, size_t *n_features,
                                   const logreg__formula *formula, const logreg_frame *frame,
                                   const logreg_options *options, bool whole, logreg_error *err);

/* Features that cost a fit most of its rows. */
typedef struct {
    size_t n, *column; /* owned: these, and behind them the others that the fit uses, */
    size_t n_used;     /*   so many together */
    size_t *missing;   /* [n], owned: of the usable rows, those that miss each */
    size_t usable;     /* rows that have all but features */
    size_t kept;       /* rows more without all of them */
    bool heavy;        /* does one of them miss many rows? Else they are but for the sake of classes: */
    logreg__lost lost; /* those that have no rows, */
    logreg__suspicion
        *of_class; /*   and which columns are missing there, class by class, owned; their texts are, too */
    size_t n_of_class;
} logreg__losses;

/* Finds those that bring rows back, and classes, by data/losses.h; n is 0 where there are none. A quarter: of a fit that came about, so that they have to be worth it. ENOMEM. */
logreg_status logreg__losses_find(logreg__losses *losses, const logreg_frame *frame, const logreg__rows *rows,
                                  const logreg__formula *formula, const logreg_options *options,
                                  logreg__loss_part part, logreg_error *err);

void logreg__losses_clear(logreg__losses *losses);

/* What is to be said of lost classes, a suspicion of each feature that is missing in one of its rows for each class: of those offered, where its rows all miss one of them, else of all. Freed by logreg__suspicions_free. False: memory is out. (suspicions/lost.c) */
bool logreg__lost_tell(logreg__suspicion **told, size_t *n, const logreg__lost *lost,
                       const logreg__loss *loss, const logreg__loss_columns *columns);

/* The sentence on a target of which lost classes leave one class. (suspicions/lost.c) EDATA, ENOMEM. */
logreg_status logreg__lost_fail(const logreg__losses *losses, const logreg__formula *formula,
                                const logreg_frame *frame, const logreg__rows *rows, logreg_error *err);

/* The sentence on what stops a fit, where they have a part in it: err holds it without them. They end it, with what leaves them out; or one is told
 * that also has what no fit could use without them. EDATA, ENOMEM. */
logreg_status logreg__losses_fail(logreg_error *err, const logreg__losses *losses,
                                  const logreg__formula *formula, const logreg_frame *frame,
                                  const logreg__rows *rows, const logreg_options *options);

/* Checks X, y and the values in options, and makes the frame x1, x2, .. that stands for the matrix; then gives it the columns of the
 * outcome. It borrows all of them. imputed: NaN in X are missing cells. EINVAL, EDATA, ENOMEM. */
logreg_status logreg__matrix_frame(logreg_frame **frame, const gsl_matrix *X, const gsl_vector *y,
                                   const logreg_options *options, bool imputed, logreg_error *err);
/* The same checks without a matrix, for n rows; the frame is empty. */
logreg_status logreg__outcome_frame(logreg_frame **frame, const gsl_vector *y, size_t n,
                                    const logreg_options *options, logreg_error *err);
logreg_status logreg__matrix_outcome(logreg__outcome *outcome, logreg_frame *frame, const gsl_vector *y,
                                     const logreg_options *options, logreg_error *err);

/* All of that for the rows of a matrix that stand for something; groups: a column LOGREG__MATRIX_GROUPS, or NULL. What is there is the caller's to free also after a failure. EINVAL, EDATA, ENOMEM. */
#define LOGREG__MATRIX_GROUPS "(groups)"
logreg_status logreg__matrix_read(logreg_frame **frame, logreg__outcome *outcome, logreg__rows **rows,
                                  const gsl_matrix *X, const gsl_vector *y, const logreg_options *options,
                                  const gsl_vector *groups, logreg_error *err);

/* Fits terms, which it takes over, to rows of a frame. source: of preludes that learn columns again; or NULL. */
logreg_status logreg__fit_terms(logreg_model **model, logreg__terms *terms, const logreg_frame *frame,
                                logreg__rows *rows, const logreg__outcome *outcome,
                                const logreg_options *options, const logreg__prelude *prelude,
                                const struct logreg__source *source, logreg_error *err);

/* The door for formulas, with a prelude (NULL: none); its options are whole. */
logreg_status logreg__fit_formula(logreg_model **model, const logreg_frame *frame, const char *formula,
                                  const logreg_options *options, const logreg__prelude *prelude,
                                  logreg_error *err);

/* That for a matrix likewise. */
logreg_status logreg__fit_matrix(logreg_model **model, const gsl_matrix *X, const gsl_vector *y,
                                 const logreg_options *options, const logreg__prelude *prelude,
                                 logreg_error *err);

/* Frees what a fit has made on its way: all but what is borrowed. */
void logreg__fitting_clear(logreg__fitting *f);

/* From rows to coefficients, covariance, convergence and separation, all put into the model. ENOMEM. */
logreg_status logreg__estimate(logreg__fitting *f, logreg_error *err);

/* Frees the design and its problem, of which others are wanted. */
void logreg__fitting_forget(logreg__fitting *f);

/* A design without the columns in drop, and its problem, standardised unless told otherwise. ENOMEM. */
logreg_status logreg__fitting_problem(logreg__design **design, logreg__problem **problem,
                                      const logreg__fitting *f, logreg__rows *rows, const unsigned char *drop,
                                      bool standardise, logreg_error *err);

/* Coefficients of the null model in the coordinates of z: the intercepts that give the classes their shares. */
void logreg__fitting_null(double *b, const logreg__problem *problem);

/* Puts beta and covariance of a solution on `problem` into the model; columns left out get 0 and NaN. Refines solution->at
 * where the covariance asks for it. ENOMEM. */
logreg_status logreg__fitting_store(logreg__fitting *f, const logreg__problem *problem,
                                    logreg__solution *solution, logreg_error *err);

/* Replaces the covariance by the one that options ask for, once the fit has been summarised. EDATA, ENOMEM. */
logreg_status logreg__robust(logreg__fitting *f, logreg_error *err);

/* Are vcov and clusters of options ones that the frame can serve? EINVAL, EDATA. */
logreg_status logreg__robust_check(const logreg_options *options, const logreg_frame *frame,
                                   const char *target, logreg_error *err);

/* Puts a covariance of a problem's coefficients into the model. */
void logreg__fitting_covariance(logreg_model *m, const logreg__problem *problem, const double *V);

/* The limit of the likelihood under separation: statuses, direction, finite part. Takes existence->tied over. ENOMEM. */
logreg_status logreg__limit(logreg__fitting *f, logreg__existence *existence, logreg_error *err);

/* Keeps the differences between classes that are finite in a separated fit of several, from its finite coefficients and their covariance, of which
 * those of held ones are 0. ENOMEM. */
logreg_status logreg__contrasts_keep(logreg_model *m, const logreg__existence *existence, logreg_error *err);

#define LOGREG__FINGERPRINT_SIZE 17

/* 16 hexadecimal digits that stand for rows, their outcome and weights. threads: 0 for one a processor. ENOMEM. */
logreg_status logreg__fingerprint(char text[LOGREG__FINGERPRINT_SIZE], const logreg_frame *frame,
                                  const logreg__rows *rows, const logreg__response *response, int threads,
                                  logreg_error *err);

/* Null and saturated losses, score test, AUC, Brier, Tjur, means of variables. Needs coefficients. ENOMEM. */
logreg_status logreg__summarise(logreg__fitting *f, logreg_error *err);

/* Of these: what is measured on fitted probabilities; and mean, minimum and maximum of each numeric variable, NaN where no measures
 * are wanted. */
logreg_status logreg__measure_rows(logreg__fitting *f, logreg_error *err);
logreg_status logreg__measure_variables(logreg__fitting *f, logreg_error *err);

/* The loss of the model that gives each grouped row its own share. */
double logreg__saturated_loss(const logreg__fitting *f);

/* Up to so many rows, probabilities are sorted for the AUC; beyond, they are counted in bins as they come. */
#define LOGREG__MOST_SORTED 1000000

/* Makes the errands of f->problem; they are undone with what they hold. ENOMEM. */
logreg_status logreg__errands_make(logreg__fitting *f, logreg_error *err);
void logreg__errands_clear(logreg__fitting *f);

/* Does them in a walk of their own, unless they are done. ENOMEM. */
logreg_status logreg__errands_do(logreg__fitting *f, logreg_error *err);

/* Is the score test wanted? It costs a pass with information; where that is dear, it waits to be asked for. */
bool logreg__score_wanted(const logreg__fitting *f);

#endif
