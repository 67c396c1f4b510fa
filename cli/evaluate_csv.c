#include "evaluate_csv.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <logreg/metrics.h>

#include "csv.h"
#include "message.h"

static void put_names(cli_csv *csv, const char *const *name)
{
    for (; *name; name++)
        cli_csv_text(csv, *name);
    cli_csv_end(csv);
}

static void put_metrics(cli_csv *csv, const logreg_evaluation *e, double conf_level)
{
    static const char *const names[] = {"metric", "value", "std.error", "conf.low", "conf.high", NULL};
    put_names(csv, names);
    for (size_t i = 0; i < e->n_metrics; i++) {
        const logreg_measure *m = &e->measure[i];
        double low, high;
        if (e->n_classes > 2 ? !e->metric[i]->more_classes : !e->metric[i]->two_classes)
            continue;
        logreg_metric_interval(&low, &high, e->metric[i], m, conf_level);
        cli_csv_text(csv, e->metric[i]->name);
        cli_csv_number(csv, isfinite(m->value) ? m->value : NAN);
        cli_csv_number(csv, m->std_error);
        cli_csv_number(csv, low);
        cli_csv_number(csv, high);
        cli_csv_end(csv);
    }
}

static int put_report(cli_csv *csv, const cli_call *call, const logreg_model *model,
                      const logreg_evaluation *e)
{
    static const char *const names[] = {"class", "precision", "recall", "f1", "support", NULL};
    static const char *const means[] = {"macro avg", "weighted avg"};
    size_t K = e->n_classes;
    logreg_class_scores *scores = calloc(K + 2, sizeof *scores);
    if (!scores)
        return cli_fail_memory(call);
    logreg_metric_report(scores, e->confusion, K);
    put_names(csv, names);
    for (size_t k = 0; k < K + 2; k++) {
        cli_csv_text(csv, k < K ? logreg_model_class(model, k) : means[k - K]);
        cli_csv_number(csv, scores[k].precision);
        cli_csv_number(csv, scores[k].recall);
        cli_csv_number(csv, scores[k].f1);
        cli_csv_number(csv, scores[k].support);
        cli_csv_end(csv);
    }
    free(scores);
    return CLI_GO_ON;
}

/* A row a cell, so that it is as narrow for a hundred classes as for two. */
static void put_confusion(cli_csv *csv, const logreg_model *model, const logreg_evaluation *e)
{
    static const char *const names[] = {"class", "said", "n", NULL};
    size_t K = e->n_classes;
    put_names(csv, names);
    for (size_t i = 0; i < K * K; i++) {
        cli_csv_text(csv, logreg_model_class(model, i / K));
        cli_csv_text(csv, logreg_model_class(model, i % K));
        cli_csv_number(csv, e->confusion[i]);
        cli_csv_end(csv);
    }
}

/* Of more than two classes the curves stand one after the other, by a first column. */
static void put_curves(cli_csv *csv, const logreg_model *model, const logreg_evaluation *e)
{
    bool more = e->n_classes > 2;
    if (more)
        cli_csv_text(csv, "class");
    for (size_t c = 0; c < e->curve[0]->n_columns; c++)
        cli_csv_text(csv, e->curve[0]->column_name[c]);
    cli_csv_end(csv);
    for (size_t k = 0; k < e->n_curves; k++) {
        const logreg_curve *curve = e->curve[k];
        bool fine = true;
        for (size_t i = 0; fine && i < curve->n_points; i++) {
            if (more)
                cli_csv_text(csv, logreg_model_class(model, curve->of_class));
            for (size_t c = 0; c < curve->n_columns; c++)
                cli_csv_number(csv, curve->column[c][i]);
            fine = cli_csv_end(csv);
        }
    }
}

int cli_evaluate_csv(const cli_call *call, const char *what, const logreg_model *model,
                     const logreg_evaluation *e, double conf_level)
{
    cli_csv csv = cli_csv_to(stdout);
    if (strcmp(what, "report") == 0)
        return put_report(&csv, call, model, e);
    if (e->n_curves)
        put_curves(&csv, model, e);
    else if (strcmp(what, "confusion") == 0)
        put_confusion(&csv, model, e);
    else
        put_metrics(&csv, e, conf_level);
    return CLI_GO_ON;
}
