#include "vcov.h"

#include <string.h>

#include "message.h"

static const char *const kinds[] = {"classical", "HC0", "HC1", "HC2", "HC3"};

#define PREFIX "cluster:"

/* The column behind "cluster:"; NULL: another word. */
static const char *column_of(const char *word)
{
    return strncmp(word, PREFIX, strlen(PREFIX)) == 0 ? word + strlen(PREFIX) : NULL;
}

static int fail_unknown(const cli_call *call, const char *word)
{
    logreg_nearest near = logreg_nearest_to(word);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        logreg_nearest_offer(&near, kinds[i]);
    return cli_fail(call, CLI_USAGE,
                    "--vcov: '%s' is none of classical, HC0, HC1, HC2, HC3, cluster:COL%s%s%s", word,
                    near.name ? "; did you mean '" : "", near.name ? near.name : "", near.name ? "'?" : "");
}

static int read_clusters(cli_vcov *vcov, const cli_call *call, const cli_list *words)
{
    if (words->n > 2)
        return cli_fail(call, CLI_USAGE, "--vcov: clusters are those of one column or of two, not of %zu",
                        words->n);
    vcov->kind = "cluster";
    for (size_t i = 0; i < words->n; i++) {
        const char *column = column_of(words->item[i]);
        vcov->cluster[i] = column ? column : words->item[i];
        if (!*vcov->cluster[i])
            return cli_fail(call, CLI_USAGE, "--vcov cluster:COL needs the name of a column");
    }
    return CLI_GO_ON;
}

int cli_vcov_read(cli_vcov *vcov, const cli_call *call, const cli_list *words)
{
    *vcov = (cli_vcov){0};
    if (words->n == 0)
        return CLI_GO_ON;
    if (column_of(words->item[0]))
        return read_clusters(vcov, call, words);
    if (words->n > 1)
        return cli_fail(call, CLI_USAGE, "--vcov takes one kind of covariance, not '%s' and '%s'",
                        words->item[0], words->item[1]);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(words->item[0], kinds[i]) == 0)
            vcov->kind = kinds[i];
    return vcov->kind ? CLI_GO_ON : fail_unknown(call, words->item[0]);
}

void cli_vcov_set(logreg_options *options, const cli_vcov *vcov)
{
    options->vcov = vcov->kind;
    for (int i = 0; i < 2; i++)
        options->clusters[i] = vcov->cluster[i];
}
