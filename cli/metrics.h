/* Which metrics to tell. */
#ifndef CLI_METRICS_H
#define CLI_METRICS_H

#include <logreg/metrics.h>

#include "command.h"

typedef struct {
    const logreg_metric **metric;
    size_t n;
} cli_metrics;

/* From the words of --metrics: names, or "core" or "all" for those of the table; no words: `usual`, one of the two. Free metrics->metric, also
 * after a failure. CLI_GO_ON, or the exit code of what was printed. */
int cli_metrics_read(cli_metrics *metrics, const cli_call *call, const cli_list *words, const char *usual);

/* Whether those of the words that are names have a meaning for so many classes. Likewise. */
int cli_metrics_check(const cli_call *call, const cli_list *words, size_t n_classes);

#endif
