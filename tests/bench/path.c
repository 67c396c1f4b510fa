/* Times paths of penalties from a frame in memory: logreg_path_new() on one thread, without cross-validation, with all that it makes of its last model.
 *
 *     path FILE.csv|FILE.svm l1|l2 TOL [REPEATS]     the last column, or the labels, on all others
 *
 * Prints one line of JSON: seconds of the processor (the median) of the call, and of the same with a single strength: what a path costs before it is gone, and after.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg.h>

#include "timing.h"

void openblas_set_num_threads(int);

enum { MOST_REPEATS = 999 };

static void die(const char *why)
{
    fprintf(stderr, "path: %s\n", why);
    exit(1);
}

static double go(const logreg_frame *frame, const char *formula, const char *penalty, double tol, size_t n)
{
    logreg_path *path = NULL;
    logreg_model *model = NULL;
    logreg_error err;
    logreg_options options = logreg_options_default();
    logreg_path_options how = logreg_path_options_default();
    options.penalty = penalty;
    options.standardize = true;
    options.tol = tol;
    options.threads = 1;
    how.folds = 0;
    how.n_lambda = n;
    double start = worked();
    if (logreg_path_new(&path, &model, frame, formula, &options, &how, &err) != LOGREG_OK)
        die(err.message);
    double seconds = worked() - start;
    logreg_path_free(path);
    logreg_model_free(model);
    return seconds;
}

int main(int argc, char **argv)
{
    int repeats = argc > 4 ? atoi(argv[4]) : 5;
    if (argc < 4 || repeats < 1 || repeats > MOST_REPEATS)
        die("usage: path FILE.csv|FILE.svm l1|l2 TOL [REPEATS]");
    openblas_set_num_threads(1);
    logreg_frame *frame = NULL;
    logreg_error err;
    size_t length = strlen(argv[1]);
    bool sparse = length > 4 && strcmp(argv[1] + length - 4, ".svm") == 0;
    if ((sparse ? logreg_frame_read_svmlight(&frame, argv[1], NULL, &err)
                : logreg_frame_read_csv(&frame, argv[1], NULL, &err)) != LOGREG_OK)
        die(err.message);
    char formula[300];
    size_t target = sparse ? 0 : logreg_frame_columns(frame) - 1;
    snprintf(formula, sizeof formula, "`%s` ~ .", logreg_frame_name(frame, target));
    double whole[MOST_REPEATS], single[MOST_REPEATS];
    for (int i = 0; i < repeats; i++) {
        whole[i] = go(frame, formula, argv[2], atof(argv[3]), 100);
        single[i] = go(frame, formula, argv[2], atof(argv[3]), 1);
    }
    printf("{\"path\": %.4f, \"one_strength\": %.4f}\n", median(whole, repeats), median(single, repeats));
    logreg_frame_free(frame);
    return 0;
}
