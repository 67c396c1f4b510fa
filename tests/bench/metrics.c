/* How long metrics, curves, thresholds and the test of two models take, on rows in memory.
 *
 *     metrics FILE [ROWS] [REPEATS]
 *
 * Writes the rows to FILE as doubles (y, p, q of two classes; y and P of four) for others to time, and prints a line a task: its name and
 * the median of its seconds. tests/bench/metrics.py calls it.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <logreg.h>

#include "timing.h"

enum { MOST_REPEATS = 99, MOST_METRICS = 64, K = 4 };

static void demand(bool ok, const char *what)
{
    if (!ok) {
        fprintf(stderr, "metrics: %s\n", what);
        exit(1);
    }
}

/* In [0, 1). */
static double uniform(uint64_t *state)
{
    *state = 6364136223846793005u * *state + 1442695040888963407u;
    return (double)(*state >> 11) * 0x1p-53;
}

typedef struct {
    size_t n;
    double *y, *p, *q, *code, *P;
} table;

static double *room(size_t n)
{
    double *new = malloc(n * sizeof *new);
    demand(new, "out of memory");
    return new;
}

static table make(size_t n)
{
    table t = {n, room(n), room(n), room(n), room(n), room(K * n)};
    uint64_t state = 17;
    for (size_t i = 0; i < n; i++) {
        double eta = 4 * (uniform(&state) + uniform(&state) - 1), sum = 0, u;
        t.p[i] = 1 / (1 + exp(-eta));
        t.q[i] = 1 / (1 + exp(-eta - uniform(&state)));
        t.y[i] = uniform(&state) < t.p[i];
        for (size_t k = 0; k < K; k++)
            sum += t.P[K * i + k] = uniform(&state);
        for (size_t k = 0; k < K; k++)
            t.P[K * i + k] /= sum;
        u = uniform(&state);
        size_t k = 0;
        while (k + 1 < K && u >= t.P[K * i + k])
            u -= t.P[K * i + k++];
        t.code[i] = (double)k;
    }
    return t;
}

static void save(const char *path, const table *t)
{
    FILE *file = fopen(path, "wb");
    demand(file, "the file cannot be written");
    const double *part[] = {t->y, t->p, t->q, t->code, t->P};
    for (size_t i = 0; i < 5; i++)
        fwrite(part[i], sizeof(double), i < 4 ? t->n : K * t->n, file);
    demand(fclose(file) == 0, "the file cannot be written");
}

static void measure(const logreg_labelled *rows, const char *const *name, size_t n)
{
    const logreg_metric *metric[MOST_METRICS];
    logreg_measure m[MOST_METRICS];
    size_t count = 0;
    for (size_t i = 0; name ? i < n : logreg_metric_at(i) != NULL; i++)
        metric[count++] = name ? logreg_metric_find(name[i]) : logreg_metric_at(i);
    demand(logreg_metric_measure(m, metric, count, rows, NULL) == LOGREG_OK, "no metrics");
}

static void curve(const logreg_labelled *rows, const char *name)
{
    logreg_curve *c = NULL;
    demand(logreg_curve_new(&c, name, rows, 1, NULL, NULL) == LOGREG_OK, "no curve");
    logreg_curve_free(c);
}

static const struct {
    const char *task;
    logreg_threshold_rule rule;
} thresholds[] = {
    {"threshold youden", {"youden", {0}}},
    {"threshold f1", {"f1", {0}}},
    {"threshold cost", {"cost", {1, 5}}},
    {"threshold sensitivity", {"sensitivity", {0.9}}},
    {"threshold specificity", {"specificity", {0.9}}},
    {"threshold rate", {"rate", {0.1}}},
};

enum { OTHERS = 11, TASKS = OTHERS + sizeof thresholds / sizeof *thresholds };

static void run(int task, const table *t)
{
    static const char *const said[] = {"accuracy", "precision", "sensitivity", "f1", "mcc", "kappa"};
    static const char *const losses[] = {"log_loss", "brier"}, *const auc[] = {"auc"},
                             *const ap[] = {"average_precision"}, *const ovo[] = {"auc_ovo"};
    const logreg_labelled two = {.n = t->n, .n_classes = 2, .y = t->y, .p = t->p, .threshold = 0.5};
    const logreg_labelled four = {.n = t->n, .n_classes = K, .y = t->code, .p = t->P};
    double threshold;
    logreg_metric_test test;
    switch (task) {
    case 0:
        measure(&two, said, 6);
        break;
    case 1:
        measure(&two, losses, 2);
        break;
    case 2:
        measure(&two, auc, 1);
        break;
    case 3:
        measure(&two, ap, 1);
        break;
    case 4:
        curve(&two, "roc");
        break;
    case 5:
        curve(&two, "precision_recall");
        break;
    case 6:
        curve(&two, "calibration");
        break;
    case 7:
        measure(&four, ovo, 1);
        break;
    case 8:
        demand(logreg_metric_compare(&test, logreg_metric_find("auc"), &two, t->q, NULL) == LOGREG_OK,
               "no test");
        break;
    case 9:
        measure(&two, NULL, 0);
        break;
    case 10:
        measure(&four, NULL, 0);
        break;
    default:
        demand(logreg_metric_threshold(&threshold, &thresholds[task - OTHERS].rule, &two, NULL) == LOGREG_OK,
               "no threshold");
    }
}

static const char *const tasks[OTHERS] = {"confusion, six of it",
                                          "log loss, brier",
                                          "auc",
                                          "average precision",
                                          "roc",
                                          "precision-recall",
                                          "calibration",
                                          "auc_ovo, 4 classes",
                                          "two AUCs, DeLong",
                                          "all of two classes",
                                          "all of 4 classes"};

int main(int argc, char **argv)
{
    demand(argc > 1, "a file is needed");
    size_t n = argc > 2 ? strtoul(argv[2], NULL, 10) : 1000000;
    int repeats = argc > 3 ? atoi(argv[3]) : 5;
    demand(n > 0 && repeats > 0 && repeats <= MOST_REPEATS, "rows, or repeats from 1 to 99");
    table t = make(n);
    save(argv[1], &t);
    for (int task = 0; task < TASKS; task++) {
        double seconds[MOST_REPEATS];
        for (int r = 0; r < repeats; r++) {
            double start = now();
            run(task, &t);
            seconds[r] = now() - start;
        }
        printf("%s\t%.4f\n", task < OTHERS ? tasks[task] : thresholds[task - OTHERS].task,
               median(seconds, repeats));
    }
    return 0;
}
