#include "metrics.h"

#include <stdlib.h>
#include <string.h>

#include "message.h"

static size_t table_size(void)
{
    size_t n = 0;
    while (logreg_metric_at(n))
        n++;
    return n;
}

/* A metric once, where it came first. */
static void take(cli_metrics *metrics, const logreg_metric *metric)
{
    for (size_t i = 0; i < metrics->n; i++)
        if (metrics->metric[i] == metric)
            return;
    metrics->metric[metrics->n++] = metric;
}

static int fail_unknown(const cli_call *call, const char *word)
{
    logreg_nearest near = logreg_nearest_to(word);
    for (size_t i = 0; logreg_metric_at(i); i++)
        logreg_nearest_offer(&near, logreg_metric_at(i)->name);
    if (near.name)
        return cli_fail(call, CLI_USAGE, "--metrics: '%s' is no metric; did you mean '%s'?", word, near.name);
    return cli_fail(call, CLI_USAGE, "--metrics: '%s' is no metric; --metrics all shows all of them", word);
}

static int take_word(cli_metrics *metrics, const cli_call *call, const char *word)
{
    bool all = strcmp(word, "all") == 0;
    if (!all && strcmp(word, "core") != 0) {
        const logreg_metric *metric = logreg_metric_find(word);
        if (!metric)
            return fail_unknown(call, word);
        take(metrics, metric);
        return CLI_GO_ON;
    }
    for (size_t i = 0; logreg_metric_at(i); i++)
        if (all || logreg_metric_at(i)->core)
            take(metrics, logreg_metric_at(i));
    return CLI_GO_ON;
}

int cli_metrics_read(cli_metrics *metrics, const cli_call *call, const cli_list *words, const char *usual)
{
    *metrics = (cli_metrics){malloc(table_size() * sizeof *metrics->metric), 0};
    if (!metrics->metric)
        return cli_fail_memory(call);
    if (words->n == 0)
        return take_word(metrics, call, usual);
    int code = CLI_GO_ON;
    for (size_t i = 0; code == CLI_GO_ON && i < words->n; i++)
        code = take_word(metrics, call, words->item[i]);
    return code;
}

int cli_metrics_check(const cli_call *call, const cli_list *words, size_t n_classes)
{
    for (size_t i = 0; i < words->n; i++) {
        const logreg_metric *metric = logreg_metric_find(words->item[i]);
        if (!metric || (n_classes > 2 ? metric->more_classes : metric->two_classes))
            continue;
        char mean[64] = "";
        snprintf(mean, sizeof mean, "%s_macro", metric->name);
        bool has = n_classes > 2 && logreg_metric_find(mean);
        return cli_fail(call, CLI_USAGE, "--metrics: %s is for %s classes, and the model has %zu%s%s%s",
                        metric->name, n_classes > 2 ? "two" : "more than two", n_classes, has ? "; " : "",
                        has ? mean : "", has ? " is its mean over classes" : "");
    }
    return CLI_GO_ON;
}
