/* The model's file in sections: a file each, with what writes a section beside what reads it. */
#ifndef LOGREG_MODEL_FILE_SECTION_H
#define LOGREG_MODEL_FILE_SECTION_H

#include "base/json.h"
#include "model/file/reader.h"

typedef struct {
    /* Adds its members to the file; what the model does not have has none. */
    void (*put)(json_t **file, const logreg_model *m);
    /* Reads them into a model that has its terms and nothing else; of sections before it what these have read. NULL: done before there is a model. */
    bool (*get)(logreg_model *m, logreg__model_reader *r, const json_t *file);
    /* What can be judged only when all sections are read; NULL: nothing. */
    bool (*check)(logreg_model *m, logreg__model_reader *r);
} logreg__section;

extern const logreg__section logreg__section_facts;        /* scalars */
extern const logreg__section logreg__section_lacking;      /* columns that rows miss */
extern const logreg__section logreg__section_strata;       /* matched sets */
extern const logreg__section logreg__section_penalty;      /* with the coefficients of each class */
extern const logreg__section logreg__section_contrasts;    /* of separated fits of several classes */
extern const logreg__section logreg__section_mending;      /* of covariances by two kinds of clusters */
extern const logreg__section logreg__section_na_values;    /* tokens of missing values */
extern const logreg__section logreg__section_suspicions;   /* with the commands against them */
extern const logreg__section logreg__section_classes;      /* and how they are separated */
extern const logreg__section logreg__section_bootstrap;    /* intervals by refits */
extern const logreg__section logreg__section_calibration;  /* of probabilities */
extern const logreg__section logreg__section_terms;        /* what columns are made of */
extern const logreg__section logreg__section_coefficients; /* with their status and direction */
extern const logreg__section logreg__section_aliases;      /* what aliased columns are combinations of */
extern const logreg__section logreg__section_covariance;

/* Empty terms receive what the file says of them. */
bool logreg__read_terms(logreg__terms *terms, logreg__model_reader *r, const json_t *file);

/* Parts of the terms: a variable; */
json_t *logreg__variable_json(const logreg__variable *v);
bool logreg__read_variable(logreg__variable *v, logreg__model_reader *r, const json_t *object);

/*   what stands in for missing cells, where anything does; */
void logreg__put_fills(json_t **file, const logreg__terms *terms);
bool logreg__read_fills(logreg__terms *terms, logreg__model_reader *r, const json_t *file);

/*   the vocabulary, which terms that have their sparse columns receive, and names for these; models without texts have none; */
json_t *logreg__vocabulary_json(const logreg__terms *terms);
bool logreg__read_vocabulary(logreg__terms *terms, logreg__model_reader *r, const json_t *file);

/*   and columns that rows miss, *n of them, also if it fails halfway. */
void logreg__put_lacking(json_t **file, const char *key, const logreg__lacking *column, size_t n);
bool logreg__read_lacking(logreg__lacking **column, size_t *n, logreg__model_reader *r, const json_t *file,
                          const char *member);

/* Coefficients of the columns that are not sparse, of `rows` vectors of m->p. */
json_t *logreg__coefficients_json(const logreg_model *m, const double *x, size_t rows);
bool logreg__read_coefficients(double *x, size_t rows, const logreg_model *m, logreg__model_reader *r,
                               const json_t *file, const char *member);

#endif
