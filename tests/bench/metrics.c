/* How long metrics, curves, thresholds and the test of two models take, on rows in memory.
 *
 *     metrics FILE [ROWS]
 *
 * Writes the rows to FILE as doubles (y, p, q of two classes; y and P of four) for others to time, prints the names of the tasks and an empty
 * line, and then answers each name that it reads with the processor seconds that the task takes. tests/bench/metrics.py calls it.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg.h>

#include "timing.h"

enum { MOST_METRICS = 64, K = 4 };

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

/* ---- Tasks ---- */

typedef struct task task;
struct task {
    const char *name;
    void (*run)(const task *asked, const logreg_labelled *rows, const table *t);
    bool four;         /* of four classes, not two */
    const char *of[6]; /* metrics, none: all; or a curve */
    logreg_threshold_rule rule;
};

static size_t measured(logreg_measure *m, const logreg_metric **metric, const task *asked,
                       const logreg_labelled *rows)
{
    size_t n = 0;
    for (size_t i = 0; *asked->of ? i < 6 && asked->of[i] : logreg_metric_at(i) != NULL; i++)
        metric[n++] = *asked->of ? logreg_metric_find(asked->of[i]) : logreg_metric_at(i);
    demand(logreg_metric_measure(m, metric, n, rows, NULL) == LOGREG_OK, "no metrics");
    return n;
}

static void measure(const task *asked, const logreg_labelled *rows, const table *t)
{
    const logreg_metric *metric[MOST_METRICS];
    logreg_measure m[MOST_METRICS];
    (void)t;
    measured(m, metric, asked, rows);
}

static void measure_with_intervals(const task *asked, const logreg_labelled *rows, const table *t)
{
    const logreg_metric *metric[MOST_METRICS];
    logreg_measure m[MOST_METRICS];
    double low, high;
    (void)t;
    for (size_t n = measured(m, metric, asked, rows), i = 0; i < n; i++)
        demand(logreg_metric_interval(&low, &high, metric[i], &m[i], 0.95), "no interval");
}

static void report(const task *asked, const logreg_labelled *rows, const table *t)
{
    double counts[K * K];
    logreg_class_scores scores[K + 2];
    (void)asked;
    (void)t;
    logreg_metric_confusion(counts, rows);
    logreg_metric_report(scores, counts, rows->n_classes);
}

static void curve(const task *asked, const logreg_labelled *rows, const table *t)
{
    logreg_curve *c = NULL;
    (void)t;
    demand(logreg_curve_new(&c, asked->of[0], rows, 1, NULL, NULL) == LOGREG_OK, "no curve");
    logreg_curve_free(c);
}

static void contest(const task *asked, const logreg_labelled *rows, const table *t)
{
    logreg_metric_test test;
    demand(logreg_metric_compare(&test, logreg_metric_find(asked->of[0]), rows, t->q, NULL) == LOGREG_OK,
           "no test");
}

static void threshold(const task *asked, const logreg_labelled *rows, const table *t)
{
    double found;
    (void)t;
    demand(logreg_metric_threshold(&found, &asked->rule, rows, NULL) == LOGREG_OK, "no threshold");
}

static const task tasks[] = {
    {"confusion, six of it", measure, .of = {"accuracy", "precision", "sensitivity", "f1", "mcc", "kappa"}},
    {"four shares, their intervals", measure_with_intervals,
     .of = {"accuracy", "sensitivity", "specificity", "precision"}},
    {"classification report", report, .four = false},
    {"classification report, 4 classes", report, .four = true},
    {"log loss, brier", measure, .of = {"log_loss", "brier"}},
    {"log loss, brier, their intervals", measure_with_intervals, .of = {"log_loss", "brier"}},
    {"brier and its parts", measure,
     .of = {"brier", "brier_reliability", "brier_resolution", "brier_uncertainty", "brier_within"}},
    {"ece", measure, .of = {"ece"}},
    {"ece, 4 classes", measure, .four = true, .of = {"ece"}},
    {"auc", measure, .of = {"auc"}},
    {"auc, its interval (DeLong)", measure_with_intervals, .of = {"auc"}},
    {"two AUCs, DeLong", contest, .of = {"auc"}},
    {"auc_ovo, 4 classes", measure, .four = true, .of = {"auc_ovo"}},
    {"average precision", measure, .of = {"average_precision"}},
    {"roc", curve, .of = {"roc"}},
    {"precision-recall", curve, .of = {"precision_recall"}},
    {"calibration", curve, .of = {"calibration"}},
    {"gain and lift", curve, .of = {"gain"}},
    {"top-k accuracy, 4 classes", measure, .four = true, .of = {"top_k_accuracy"}},
    {"threshold youden", threshold, .rule = {"youden", {0}}},
    {"threshold f1", threshold, .rule = {"f1", {0}}},
    {"threshold cost", threshold, .rule = {"cost", {1, 5}}},
    {"threshold sensitivity", threshold, .rule = {"sensitivity", {0.9}}},
    {"threshold specificity", threshold, .rule = {"specificity", {0.9}}},
    {"threshold rate", threshold, .rule = {"rate", {0.1}}},
    {"all of two classes", measure, .four = false},
    {"all of 4 classes", measure, .four = true},
};

enum { TASKS = sizeof tasks / sizeof *tasks };

static const task *task_of(const char *name)
{
    for (size_t i = 0; i < TASKS; i++)
        if (strcmp(tasks[i].name, name) == 0)
            return &tasks[i];
    return NULL;
}

int main(int argc, char **argv)
{
    demand(argc > 1, "a file is needed");
    size_t n = argc > 2 ? strtoul(argv[2], NULL, 10) : 1000000;
    demand(n > 0, "rows are needed");
    table t = make(n);
    save(argv[1], &t);
    const logreg_labelled two = {.n = n, .n_classes = 2, .y = t.y, .p = t.p, .threshold = 0.5};
    const logreg_labelled four = {.n = n, .n_classes = K, .y = t.code, .p = t.P};
    for (size_t i = 0; i < TASKS; i++)
        puts(tasks[i].name);
    puts("");
    fflush(stdout);
    char line[64];
    while (fgets(line, sizeof line, stdin)) {
        line[strcspn(line, "\n")] = 0;
        const task *asked = task_of(line);
        demand(asked, "no such task");
        double start = worked();
        asked->run(asked, asked->four ? &four : &two, &t);
        printf("%.6f\n", worked() - start);
        fflush(stdout);
    }
    return 0;
}
