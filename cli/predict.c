/* logreg predict MODEL FILE */
#include "predict.h"

#include <math.h>
#include <stdlib.h>

#include "commands.h"
#include "message.h"
#include "model_input.h"

typedef struct {
    bool append, json, quiet;
    cli_input input;
} values;

/* --append must not make two columns of one name. */
static int check_names(const cli_call *call, const cli_prediction *prediction)
{
    const char *taken = logreg_frame_find(prediction->frame, "class") != SIZE_MAX ? "class" : NULL;
    for (size_t k = cli_prediction_first(prediction); k < prediction->P->size2; k++)
        if (logreg_frame_find(prediction->frame, prediction->column[k]) != SIZE_MAX)
            taken = prediction->column[k];
    if (taken)
        return cli_fail(call, CLI_DATA, "--append: %s has a column '%s' already; rename it",
                        logreg_frame_source(prediction->frame), taken);
    return CLI_GO_ON;
}

static void tell_missing(const cli_call *call, const gsl_matrix *P)
{
    size_t n = 0;
    for (size_t i = 0; i < P->size1; i++)
        n += isnan(gsl_matrix_get(P, i, 0));
    if (n)
        cli_note(call, "%zu of %zu rows miss a value that the model needs; their predictions are empty", n,
                 P->size1);
}

/* Predicts into P and prints. */
static int predict(const cli_call *call, const values *v, cli_prediction *prediction, gsl_matrix *P)
{
    logreg_error err;
    if (logreg_predict_proba_frame(prediction->model, prediction->frame, P, &err) != LOGREG_OK)
        return cli_fail_error(call, &err);
    prediction->P = P;
    if (!cli_prediction_names(prediction))
        return cli_fail_memory(call);
    int code = v->append ? check_names(call, prediction) : CLI_GO_ON;
    if (code != CLI_GO_ON)
        return code;
    if (!v->quiet)
        tell_missing(call, P);
    if (v->json)
        cli_prediction_json(prediction, stdout);
    else
        cli_prediction_csv(prediction, stdout, v->append);
    return CLI_SOUND;
}

static int run(const cli_call *call)
{
    const values *v = call->values;
    if (v->append && v->json)
        return cli_fail(call, CLI_USAGE, "--append belongs to CSV; leave out --json");
    logreg_model *model = NULL;
    logreg_frame *frame = NULL;
    int code = cli_model_load(&model, call);
    if (code == CLI_GO_ON)
        code = cli_model_rows(&frame, call, &v->input, model, v->quiet);
    if (code == CLI_GO_ON) {
        cli_prediction prediction = {.model = model, .frame = frame};
        gsl_matrix *P = gsl_matrix_alloc(logreg_frame_rows(frame), logreg_model_classes(model));
        code = P ? predict(call, v, &prediction, P) : cli_fail_memory(call);
        cli_prediction_release(&prediction);
        if (P)
            gsl_matrix_free(P);
    }
    logreg_frame_free(frame);
    logreg_model_free(model);
    return code;
}

static const cli_option output[] = {
    {"append", CLI_FLAG, offsetof(values, append), .help = "print the file's columns before the predictions"},
    {"json", CLI_FLAG, offsetof(values, json), .help = "print JSON instead of CSV"},
    {"quiet", CLI_FLAG, offsetof(values, quiet), .help = "no notes on standard error"},
    {0}};

static const cli_group groups[] = {
    {"Reading", cli_input_options, offsetof(values, input)}, {"Output", output, 0}, {0}};

static const char *const examples[] = {
    "logreg predict admit.json new.csv",
    "logreg predict admit.json new.csv --append > scored.csv",
    NULL,
};

const cli_command command_predict = {
    .name = "predict",
    .summary = "probabilities and classes of new rows",
    .section = "Models",
    .operands = "MODEL FILE",
    .min_operands = 1,
    .max_operands = 2,
    .examples = examples,
    .groups = groups,
    .size = sizeof(values),
    .run = run,
};
