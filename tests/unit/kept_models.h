/* The models of tests/models, and files as texts. */
#ifndef TESTS_KEPT_MODELS_H
#define TESTS_KEPT_MODELS_H

#include <stdbool.h>
#include <stddef.h>

#include <logreg/model.h>

/* Names of the kept models, closed by NULL. */
extern const char *const kept[];

/* Path of a kept model's file, to be freed; suffix: json, csv or hex. */
char *kept_file(const char *name, const char *suffix);

/* The model; the test fails without it. */
logreg_model *load_kept(const char *name);

/* Rows to predict: numbers that the model takes for categories are read as such. */
logreg_frame *kept_rows(const char *name, const logreg_model *model);

/* Probabilities of a frame's rows, from a matrix where the model was fitted to one. */
gsl_matrix *predict(const logreg_model *model, const logreg_frame *frame);

/* A whole file as new text, NULL where there is none; a text as a file; whether a file holds just this text. */
char *read_text(const char *path, size_t *n);
void write_text(const char *path, const char *text, size_t n);
bool same_file(const char *path, const char *text, size_t n);

#endif
