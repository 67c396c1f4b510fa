#include "threshold.h"

#include <string.h>

#include "message.h"
#include "values.h"

static const logreg_threshold_kind *find(const char *name, size_t n)
{
    for (size_t i = 0; logreg_threshold_at(i); i++) {
        const logreg_threshold_kind *kind = logreg_threshold_at(i);
        if (strlen(kind->name) == n && strncmp(kind->name, name, n) == 0)
            return kind;
    }
    return NULL;
}

static int fail_unknown(const cli_call *call, const char *text)
{
    logreg_nearest near = logreg_nearest_to(text);
    for (size_t i = 0; logreg_threshold_at(i); i++)
        logreg_nearest_offer(&near, logreg_threshold_at(i)->name);
    return cli_fail(call, CLI_USAGE,
                    "--threshold: '%s' is neither a number in [0, 1] nor one of youden, f1, cost:FP,FN, "
                    "sensitivity:X, specificity:X, rate:X%s%s%s",
                    text, near.name ? "; did you mean '" : "", near.name ? near.name : "",
                    near.name ? "'?" : "");
}

/* The numbers behind the colon, as many as there must be and no more. */
static bool read_values(logreg_threshold_rule *rule, size_t n, const char *text)
{
    for (size_t i = 0; i < n; i++) {
        size_t length = strcspn(text, ",");
        if (!cli_number_read(&rule->value[i], text, length) || (text[length] == ',') != (i + 1 < n))
            return false;
        text += length + (text[length] == ',');
    }
    return true;
}

static bool in_range(const logreg_threshold_rule *rule, size_t n)
{
    const double *v = rule->value;
    return n == 1 ? v[0] >= 0 && v[0] <= 1 : n == 0 || (v[0] >= 0 && v[1] >= 0 && v[0] + v[1] > 0);
}

int cli_threshold_read(logreg_evaluation_options *options, const cli_call *call, const char *text)
{
    double x;
    if (cli_number_read(&x, text, strlen(text))) {
        options->threshold = x;
        return x >= 0 && x <= 1 ? CLI_GO_ON
                                : cli_fail(call, CLI_USAGE, "--threshold must lie in [0, 1], not %s", text);
    }
    size_t length = strcspn(text, ":");
    const logreg_threshold_kind *kind = find(text, length);
    if (!kind)
        return fail_unknown(call, text);
    options->rule.name = kind->name;
    bool colon = text[length] == ':';
    const char *numbers =
        kind->n_values == 2 ? "two costs, of a false positive and a false negative, 0 or more and not both 0"
        : kind->n_values == 1 ? "a number in [0, 1]"
                              : "no number";
    if (colon != (kind->n_values > 0) ||
        (colon && !read_values(&options->rule, kind->n_values, text + length + 1)) ||
        !in_range(&options->rule, kind->n_values))
        return cli_fail(call, CLI_USAGE, "--threshold %s: %s takes %s%s%s%s", text, kind->name, numbers,
                        kind->n_values ? ", as in " : "", kind->n_values ? kind->name : "",
                        kind->n_values == 2   ? ":1,5"
                        : kind->n_values == 1 ? ":0.9"
                                              : "");
    return CLI_GO_ON;
}
