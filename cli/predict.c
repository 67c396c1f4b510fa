/* logreg predict MODEL FILE */
#include "predict.h"

#include <math.h>
#include <stdlib.h>

#include "commands.h"
#include "imputed.h"
#include "text.h"
#include "message.h"
#include "model_input.h"

typedef struct {
    cli_list at;
    double interval;
    bool append, json, quiet;
    cli_input input;
} values;

/* Numbers that are predicted at a time, and rows at least: few, so that room for them is little beside the data. */
enum { PART = 1 << 19, LEAST_ROWS = 1 << 12 };

/* What is known of all rows before any of them is printed. */
typedef struct {
    size_t missing; /* predictions that are missing since values are, */
    size_t without; /*   and rows that have no interval */
} gaps;

/* --append must not make two columns of one name. */
static int check_names(const cli_call *call, const cli_prediction *prediction)
{
    const char *taken = logreg_frame_find(prediction->frame, "class") != SIZE_MAX ? "class" : NULL;
    for (size_t k = cli_prediction_first(prediction); k < logreg_model_classes(prediction->model); k++)
        if (logreg_frame_find(prediction->frame, prediction->column[k]) != SIZE_MAX)
            taken = prediction->column[k];
    for (int i = 0; !isnan(prediction->level) && i < 2; i++)
        if (logreg_frame_find(prediction->frame, i ? "high" : "low") != SIZE_MAX)
            taken = i ? "high" : "low";
    if (taken)
        return cli_fail(call, CLI_DATA, "--append: %s has a column '%s' already; rename it",
                        logreg_frame_source(prediction->frame), taken);
    return CLI_GO_ON;
}

static void count_gaps(gaps *g, const cli_part *part)
{
    for (size_t i = 0; i < part->P->size1; i++) {
        bool missing = isnan(gsl_matrix_get(part->P, i, 0));
        g->missing += missing;
        g->without += part->low && !missing && isnan(gsl_vector_get(part->low, i));
    }
}

static void tell_gaps(const cli_call *call, const logreg_model *model, const gaps *g, size_t n)
{
    if (g->missing)
        cli_note(call, "%zu of %zu rows miss a value that the model needs; their predictions are empty",
                 g->missing, n);
    if (g->without)
        cli_note(
            call, "%zu of %zu rows have no interval: %s", g->without, n,
            logreg_model_separation(model) != LOGREG_SEPARATION_NONE
                ? "separation sends a coefficient to infinity"
                : "columns vary so little, for their distance from 0, that rounding has taken it; subtract "
                  "about the mean from them, in the file, and fit again");
}

/* Predicts all rows, part by part in P, and in low and high unless these are NULL. Counts what is missing (form NULL), or writes in
 * that form. Nothing may be printed before it is known that all rows can be predicted: so callers do both, one after the other. */
static int walk(const cli_call *call, const cli_prediction *prediction, const cli_prediction_form *form,
                gaps *g, gsl_matrix *P, gsl_vector *low, gsl_vector *high)
{
    size_t n = logreg_frame_rows(prediction->frame);
    bool open = true;
    for (size_t first = 0; open && first < n; first += P->size1) {
        size_t rows = n - first < P->size1 ? n - first : P->size1;
        gsl_matrix_view p = gsl_matrix_submatrix(P, 0, 0, rows, P->size2);
        gsl_vector_view l = {0}, h = {0};
        cli_part part = {.first = first, .P = &p.matrix};
        logreg_error err;
        logreg_status status =
            logreg_predict_proba_rows(prediction->model, prediction->frame, first, &p.matrix, &err);
        if (status == LOGREG_OK && low) {
            l = gsl_vector_subvector(low, 0, rows);
            h = gsl_vector_subvector(high, 0, rows);
            part.low = &l.vector;
            part.high = &h.vector;
            status = logreg_predict_interval_rows(prediction->model, prediction->frame, prediction->level,
                                                  first, &l.vector, &h.vector, &err);
        }
        if (status != LOGREG_OK)
            return cli_input_fail(call, prediction->frame, &err);
        if (form)
            open = form->add(prediction, &part, stdout);
        else
            count_gaps(g, &part);
    }
    return CLI_GO_ON;
}

/* Predicts and prints, with room for a part of the rows. */
static int predict(const cli_call *call, const values *v, cli_prediction *prediction, gsl_matrix *P,
                   gsl_vector *low, gsl_vector *high)
{
    const cli_prediction_form *form = v->json ? &cli_prediction_json : &cli_prediction_csv;
    gaps g = {0, 0};
    int code = walk(call, prediction, NULL, &g, P, low, high);
    if (code == CLI_GO_ON)
        code = cli_beyond_look(&prediction->beyond, call, prediction->model, prediction->frame);
    if (code == CLI_GO_ON && !cli_prediction_names(prediction))
        code = cli_fail_memory(call);
    if (code == CLI_GO_ON && v->append)
        code = check_names(call, prediction);
    if (code != CLI_GO_ON)
        return code;
    if (!v->quiet)
        code = cli_imputed_tell(call, prediction->model, prediction->frame);
    if (code == CLI_GO_ON && !v->quiet)
        code = cli_text_tell(call, prediction->model, prediction->frame);
    if (code != CLI_GO_ON)
        return code;
    if (!v->quiet) {
        tell_gaps(call, prediction->model, &g, logreg_frame_rows(prediction->frame));
        cli_beyond_tell(&prediction->beyond, call, prediction->frame);
    }
    form->begin(prediction, stdout);
    code = walk(call, prediction, form, NULL, P, low, high);
    form->end(stdout);
    return code == CLI_GO_ON ? CLI_SOUND : code;
}

/* Makes room and predicts. */
static int predict_rows(const cli_call *call, const values *v, const logreg_model *model,
                        const logreg_frame *frame)
{
    cli_prediction prediction = {.model = model, .frame = frame, .level = v->interval, .append = v->append};
    size_t classes = logreg_model_classes(model), n = logreg_frame_rows(frame);
    size_t most = PART / classes > LEAST_ROWS ? PART / classes : LEAST_ROWS;
    n = n < most ? n : most;
    bool intervals = !isnan(v->interval);
    gsl_matrix *P = gsl_matrix_alloc(n, classes);
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
    cli_input input = v->input;
    input.keep_cells = v->append;
    int code = cli_model_load(&model, call);
    if (code == CLI_GO_ON && !isnan(v->interval) && logreg_model_classes(model) > 2)
        code = cli_fail(call, CLI_USAGE, "--interval is for models of two classes; this one has %zu",
                        logreg_model_classes(model));
    if (code == CLI_GO_ON && !isnan(v->interval) && logreg_model_class_weighted(model))
        code = cli_fail(call, CLI_USAGE,
                        "--interval needs standard errors, which a model with class weights has not");
    if (code == CLI_GO_ON)
        code = v->at.n ? cli_model_row(&frame, call, model, &v->at)
                       : cli_model_rows(&frame, call, 1, &input, model, false, v->quiet);
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
