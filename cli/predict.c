/* logreg predict MODEL FILE */
#include "predict.h"

#include <math.h>
#include <stdlib.h>

#include "commands.h"
#include "message.h"
#include "model_input.h"

typedef struct {
    cli_list at;
    double interval;
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
    for (int i = 0; prediction->low && i < 2; i++)
        if (logreg_frame_find(prediction->frame, i ? "high" : "low") != SIZE_MAX)
            taken = i ? "high" : "low";
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

static void tell_unbounded(const cli_call *call, const cli_prediction *prediction)
{
    size_t n = 0;
    for (size_t i = 0; prediction->low && i < prediction->P->size1; i++)
        n += isnan(gsl_vector_get(prediction->low, i)) && !isnan(gsl_matrix_get(prediction->P, i, 0));
    if (n)
        cli_note(call, "%zu of %zu rows have no interval: separation sends a coefficient to infinity", n,
                 prediction->P->size1);
}

/* Predicts into P, and into low and high unless these are NULL, and prints. */
static int predict(const cli_call *call, const values *v, cli_prediction *prediction, gsl_matrix *P,
                   gsl_vector *low, gsl_vector *high)
{
    logreg_error err;
    if (logreg_predict_proba_frame(prediction->model, prediction->frame, P, &err) != LOGREG_OK ||
        (low && logreg_predict_interval_frame(prediction->model, prediction->frame, v->interval, low, high,
                                              &err) != LOGREG_OK))
        return cli_input_fail(call, prediction->frame, &err);
    prediction->P = P;
    prediction->level = v->interval;
    prediction->low = low;
    prediction->high = high;
    if (!cli_prediction_names(prediction))
        return cli_fail_memory(call);
    int code = v->append ? check_names(call, prediction) : CLI_GO_ON;
    if (code != CLI_GO_ON)
        return code;
    if (!v->quiet) {
        tell_missing(call, P);
        tell_unbounded(call, prediction);
    }
    if (v->json)
        cli_prediction_json(prediction, stdout);
    else
        cli_prediction_csv(prediction, stdout, v->append);
    return CLI_SOUND;
}

/* Makes room and predicts. */
static int predict_rows(const cli_call *call, const values *v, const logreg_model *model,
                        const logreg_frame *frame)
{
    cli_prediction prediction = {.model = model, .frame = frame};
    size_t n = logreg_frame_rows(frame);
    bool intervals = !isnan(v->interval);
    gsl_matrix *P = gsl_matrix_alloc(n, logreg_model_classes(model));
    gsl_vector *low = intervals ? gsl_vector_alloc(n) : NULL, *high = intervals ? gsl_vector_alloc(n) : NULL;
    int code = P && (!intervals || (low && high)) ? predict(call, v, &prediction, P, low, high)
                                                  : cli_fail_memory(call);
    cli_prediction_release(&prediction);
    if (P)
        gsl_matrix_free(P);
    if (low)
        gsl_vector_free(low);
    if (high)
        gsl_vector_free(high);
    return code;
}

static int run(const cli_call *call)
{
    const values *v = call->values;
    if (v->append && v->json)
        return cli_fail(call, CLI_USAGE, "--append belongs to CSV; leave out --json");
    if (v->at.n && call->n_operands > 1)
        return cli_fail(call, CLI_USAGE, "--at is a row by itself; leave out %s", call->operands[1]);
    logreg_model *model = NULL;
    logreg_frame *frame = NULL;
    int code = cli_model_load(&model, call);
    if (code == CLI_GO_ON && !isnan(v->interval) && logreg_model_classes(model) > 2)
        code = cli_fail(call, CLI_USAGE, "--interval is for models of two classes; this one has %zu",
                        logreg_model_classes(model));
    if (code == CLI_GO_ON)
        code = v->at.n ? cli_model_row(&frame, call, model, &v->at)
                       : cli_model_rows(&frame, call, &v->input, model, v->quiet);
    if (code == CLI_GO_ON)
        code = predict_rows(call, v, model, frame);
    logreg_frame_free(frame);
    logreg_model_free(model);
    return code;
}

static const cli_option row[] = {{"at", CLI_LIST, offsetof(values, at), .argument = "NAME=VALUE,..",
                                  .help = "predict this one row instead of a file's: age=40,sex=male"},
                                 {0}};

static const cli_option output[] = {
    {"interval", CLI_NUMBER, offsetof(values, interval), .argument = "X", .range = "(0, 1)",
     .help = "add low and high, the ends of the probability's confidence interval at this level"},
    {"append", CLI_FLAG, offsetof(values, append), .help = "print the file's columns before the predictions"},
    {"json", CLI_FLAG, offsetof(values, json), .help = "print JSON instead of CSV"},
    {"quiet", CLI_FLAG, offsetof(values, quiet), .help = "no notes on standard error"},
    {0}};

static const cli_group groups[] = {
    {"By hand", row, 0}, {"Reading", cli_input_options, offsetof(values, input)}, {"Output", output, 0}, {0}};

static const char *const examples[] = {
    "logreg predict admit.json new.csv",
    "logreg predict admit.json new.csv --append > scored.csv",
    "logreg predict admit.json --at gre=700,gpa=3.5 --interval 0.95",
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
