#include "fit.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "csv.h"
#include "message.h"

/* Columns before the coefficients; the last one where rows were held out. */
enum { VALIDATION = 4, FIXED };

static const char *const names[FIXED] = {"iteration", "loss", "gradient_norm", "step", "validation_loss"};

void cli_trace_add(const logreg_trace_row *row, void *data)
{
    cli_trace *trace = data;
    size_t width = FIXED + row->n_beta;
    if (trace->n_rows == trace->room && !trace->failed) {
        size_t room = trace->room ? 2 * trace->room : 64;
        double *grown = reallocarray(trace->row, room, width * sizeof *grown);
        trace->failed = !grown;
        if (grown) {
            trace->row = grown;
            trace->room = room;
        }
    }
    if (trace->failed)
        return;
    double *to = trace->row + trace->n_rows++ * width;
    to[0] = (double)row->iteration;
    to[1] = row->loss;
    to[2] = row->gradient_norm;
    to[3] = row->step;
    to[VALIDATION] = row->validation_loss;
    memcpy(to + FIXED, row->beta, row->n_beta * sizeof *to);
    trace->n_beta = row->n_beta;
}

logreg_trace_row *cli_trace_rows(const cli_trace *trace)
{
    logreg_trace_row *row = trace->failed ? NULL : calloc(trace->n_rows + 1, sizeof *row);
    for (size_t i = 0; row && i < trace->n_rows; i++) {
        const double *from = trace->row + i * (FIXED + trace->n_beta);
        row[i] = (logreg_trace_row){.iteration = (size_t)from[0],
                                    .loss = from[1],
                                    .gradient_norm = from[2],
                                    .step = from[3],
                                    .validation_loss = from[VALIDATION],
                                    .beta = from + FIXED,
                                    .n_beta = trace->n_beta};
    }
    return row;
}

/* Names of the columns; of many classes, a coefficient of class red is red:name. false: memory is out. */
static bool write_header(cli_csv *csv, const logreg_model *model)
{
    size_t classes = logreg_model_classes(model), p = logreg_model_coefficients(model);
    for (size_t i = 0; i < FIXED; i++)
        if (i != VALIDATION || logreg_model_held_out(model))
            cli_csv_text(csv, names[i]);
    for (size_t k = 1; k < classes; k++) {
        for (size_t j = 0; j < p; j++) {
            const char *name = logreg_model_coefficient_name(model, j);
            char *full = NULL;
            if (classes > 2 && asprintf(&full, "%s:%s", logreg_model_class(model, k), name) < 0)
                return false;
            cli_csv_text(csv, full ? full : name);
            free(full);
        }
    }
    cli_csv_end(csv);
    return true;
}

int cli_trace_write(const cli_trace *trace, const cli_call *call, const logreg_model *model, const char *path)
{
    if (trace->failed)
        return cli_fail_memory(call);
    FILE *file = fopen(path, "w");
    if (!file)
        return cli_fail(call, CLI_IO, "cannot write %s: %s", path, strerror(errno));
    cli_csv csv = cli_csv_to(file);
    size_t width = FIXED + trace->n_beta;
    bool named = write_header(&csv, model);
    for (size_t i = 0; named && i < trace->n_rows; i++) {
        for (size_t j = 0; j < width; j++)
            if (j != VALIDATION || logreg_model_held_out(model))
                cli_csv_number(&csv, trace->row[i * width + j]);
        cli_csv_end(&csv);
    }
    errno = 0;
    bool failed = ferror(file) != 0;
    failed |= fclose(file) != 0;
    if (!named)
        return cli_fail_memory(call);
    if (failed)
        return cli_fail(call, CLI_IO, "cannot write %s: %s", path,
                        errno ? strerror(errno) : "the disk may be full");
    return CLI_GO_ON;
}
