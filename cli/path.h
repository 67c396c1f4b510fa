/* What logreg path asks for and what it makes of it; options (path_options.c) and printing (path_print.c) each in a file. */
#ifndef CLI_PATH_H
#define CLI_PATH_H

#include <logreg/path.h>

#include "commands.h"
#include "imputed.h"
#include "input.h"
#include "penalty.h"
#include "text.h"
#include "variables.h"

typedef struct {
    cli_variables variables;
    cli_penalty penalty;
    cli_imputing imputing;
    cli_text text;
    bool raw;
    uint64_t n_lambda, folds, repeats, nested, seed, threads;
    double least, tol;
    cli_list lambda, ratios, rivals;
    const char *class_weight, *group, *fold_column, *rule, *measure, *ci;
    uint64_t resamples;
    double conf_level;
    bool no_cv;
    cli_input input;
    bool json, alt, quiet;
    const char *csv, *save, *plot, *what;
} cli_path_values;

typedef struct {
    logreg_frame *frame;
    char *formula, *text, *alt; /* alt: words of the picture */
    double *lambda, *ratio;
    char **formulas;   /* [1 + rivals], the first is formula */
    logreg_grid *grid; /* owns path, where there is one */
    logreg_penalty_part *parts;
    size_t n_parts, folds; /* of --fold-column */
    logreg_path *path;
    logreg_model *model;
} cli_path_work;

extern const cli_group cli_path_groups[];

/* What excludes each other, or cannot be. */
int cli_path_check(const cli_call *call, cli_path_values *v);

/* Numbers of --lambdas, from the largest, and of --l1-ratios; formulas, with a place for the first. */
int cli_path_read(cli_path_work *w, const cli_call *call, cli_path_values *v);

/* Prints path and model, and gives the exit code. */
int cli_path_print(cli_path_work *w, const cli_call *call, const cli_path_values *v);

#endif
