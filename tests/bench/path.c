/* Times paths of penalties from a frame in memory: logreg_path_new() on one thread, without cross-validation, with all that it makes of its last model.
 *
 *     path FILE.csv|FILE.svm l1|l2 TOL [REPEATS]     the last column, or the labels, on all others
 *
 * Prints one line of JSON: seconds of the processor (the median) of the call, and of the same with a single strength: what a path costs before it is gone, and after.
 */
#include "table.h"
#include "timing.h"

void openblas_set_num_threads(int);

enum { MOST_REPEATS = 999 };

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
    static const char usage[] = "usage: path FILE.csv|FILE.svm l1|l2 TOL [REPEATS]";
    if (argc < 4)
        die(usage);
    int repeats = repeats_of(argc > 4 ? argv[4] : "5", MOST_REPEATS, usage);
    openblas_set_num_threads(1);
    char formula[300];
    logreg_frame *frame = table_read(formula, argv[1]);
    double whole[MOST_REPEATS], single[MOST_REPEATS];
    for (int i = 0; i < repeats; i++) {
        whole[i] = go(frame, formula, argv[2], atof(argv[3]), 100);
        single[i] = go(frame, formula, argv[2], atof(argv[3]), 1);
    }
    printf("{\"path\": %.4f, \"one_strength\": %.4f}\n", median(whole, repeats), median(single, repeats));
    logreg_frame_free(frame);
    return 0;
}
