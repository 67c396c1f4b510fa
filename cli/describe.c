#include "describe.h"

#include <stdlib.h>
#include <string.h>

#include "message.h"
#include "terminal.h"

int cli_describe_check(const cli_call *call, const cli_description *how, bool picture)
{
    if (how->json && how->csv)
        return cli_fail(call, CLI_USAGE, "--json and --csv exclude each other; leave one out");
    if (how->explain && (how->json || how->csv))
        return cli_fail(call, CLI_USAGE, "--explain writes sentences, which have no place in --%s",
                        how->json ? "json" : "csv");
    bool table = how->csv && strcmp(how->csv, "hypotheses") == 0;
    if (how->hypothesis.n && how->csv && !table)
        return cli_fail(call, CLI_USAGE,
                        "--hypothesis has a place in --csv=hypotheses alone, or in text or JSON");
    if (table && !how->hypothesis.n)
        return cli_fail(call, CLI_USAGE, "--csv=hypotheses needs --hypothesis");
    if (how->curve && !picture && (how->no_curve || how->json || how->csv))
        return cli_fail(call, CLI_USAGE, "--curve draws nothing beside --%s",
                        how->json  ? "json"
                        : how->csv ? "csv"
                                   : "no-curve");
    return CLI_GO_ON;
}

int cli_describe_hypotheses(logreg_hypotheses **hypotheses, const cli_call *call, const cli_description *how,
                            const logreg_model *model, const logreg_study *study, bool profile)
{
    logreg_error err;
    logreg_hypotheses_options o = logreg_hypotheses_options_default();
    o.level = how->conf_level;
    o.profile = profile;
    o.study = study;
    if (logreg_hypotheses_new(hypotheses, model, (const char *const *)how->hypothesis.item, how->hypothesis.n,
                              &o, &err) != LOGREG_OK)
        return cli_fail_error(call, &err);
    return CLI_GO_ON;
}

/* The page, an empty line, and the curve. */
static int with_curve(char **text, const cli_call *call, const char *page, const char *curve)
{
    size_t n = strlen(page), m = strlen(curve);
    char *both = malloc(n + m + 2);
    if (!both)
        return cli_fail_memory(call);
    memcpy(both, page, n);
    both[n] = '\n';
    memcpy(both + n + 1, curve, m + 1);
    *text = both;
    return CLI_GO_ON;
}

int cli_describe(char **text, const cli_call *call, const cli_description *how, const logreg_model *model,
                 const logreg_frame *frame, const logreg_report_options *seconds,
                 const logreg_inference *inference)
{
    if (how->csv)
        return cli_describe_csv(text, call, how, model, inference, seconds ? seconds->hypotheses : NULL);
    logreg_report_options options = seconds ? *seconds : logreg_report_options_default();
    cli_terminal_page(&options, call->colour);
    options.conf_level = how->conf_level;
    options.inference = inference;
    options.feature = how->curve;
    options.explain = how->explain;

    logreg_error err;
    char *page = NULL, *curve = NULL;
    logreg_status status = how->json ? logreg_report_json(&page, model, &options, &err)
                                     : logreg_report_text(&page, model, &options, &err);
    bool drawn = !how->json && !how->no_curve && (how->curve || !logreg_model_strata(model).column);
    if (status == LOGREG_OK && drawn)
        status = logreg_report_curve(&curve, model, frame, &options, &err);
    int code = CLI_GO_ON;
    if (status != LOGREG_OK) {
        code = cli_fail(call, CLI_DATA, "%s", err.message);
    } else if (drawn) {
        code = with_curve(text, call, page, curve);
    } else {
        *text = page;
        page = NULL;
    }
    free(page);
    free(curve);
    return code;
}

int cli_describe_warnings(const cli_call *call, const logreg_model *model)
{
    logreg_report_options options = logreg_report_options_default();
    cli_terminal_page(&options, false);
    char *text = NULL;
    logreg_error err;
    if (logreg_report_warnings(&text, model, &options, &err) != LOGREG_OK)
        return cli_fail_error(call, &err);
    fputs(text, stderr);
    free(text);
    return CLI_GO_ON;
}

int cli_describe_code(const logreg_model *model)
{
    return logreg_model_sound(model) ? CLI_SOUND : CLI_UNSOUND;
}
