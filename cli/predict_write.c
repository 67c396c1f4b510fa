#include "predict.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "csv.h"
#include "message.h"

static char *column_name(const logreg_model *model, size_t k)
{
    char *name = NULL;
    if (logreg_model_classes(model) == 2)
        return strdup("probability");
    return asprintf(&name, "p_%s", logreg_model_class(model, k)) < 0 ? NULL : name;
}

/* DEL, which JSON lets stand, as an escape; frees the text that it replaces. */
static char *escape_delete(char *dumped)
{
    char *text = malloc(6 * strlen(dumped) + 1), *to = text;
    for (const char *c = dumped; text && *c; c++)
        if (*c == 0x7F)
            to += sprintf(to, "\\u007f");
        else
            *to++ = *c;
    if (text)
        *to = '\0';
    free(dumped);
    return text;
}

static char *json_text(const char *text)
{
    json_t *value = json_string(text);
    size_t flags = JSON_ENCODE_ANY | (cli_is_clean(text) ? 0 : JSON_ENSURE_ASCII);
    char *dumped = value ? json_dumps(value, flags) : NULL;
    json_decref(value);
    return dumped && strchr(dumped, 0x7F) ? escape_delete(dumped) : dumped;
}

bool cli_prediction_names(cli_prediction *prediction)
{
    size_t classes = logreg_model_classes(prediction->model);
    prediction->column = calloc(classes, sizeof *prediction->column);
    prediction->label = calloc(classes, sizeof *prediction->label);
    bool ok = prediction->column && prediction->label;
    for (size_t k = 0; ok && k < classes; k++) {
        prediction->column[k] = column_name(prediction->model, k);
        prediction->label[k] = json_text(logreg_model_class(prediction->model, k));
        ok = prediction->column[k] && prediction->label[k];
    }
    prediction->spline = calloc(prediction->beyond.n + 1, sizeof *prediction->spline);
    ok = ok && prediction->spline;
    for (size_t i = 0; ok && i < prediction->beyond.n; i++) {
        prediction->spline[i] = json_text(prediction->beyond.spline[i].name);
        ok = prediction->spline[i];
    }
    return ok;
}

void cli_prediction_release(cli_prediction *prediction)
{
    size_t classes = prediction->model ? logreg_model_classes(prediction->model) : 0;
    for (size_t k = 0; k < classes; k++) {
        free(prediction->column ? prediction->column[k] : NULL);
        free(prediction->label ? prediction->label[k] : NULL);
    }
    for (size_t i = 0; prediction->spline && i < prediction->beyond.n; i++)
        free(prediction->spline[i]);
    free(prediction->column);
    free(prediction->label);
    free(prediction->spline);
    free(prediction->beyond.spline);
}

size_t cli_prediction_first(const cli_prediction *prediction)
{
    return logreg_model_classes(prediction->model) == 2 ? 1 : 0;
}

/* The likeliest class of a row, the first of equals; SIZE_MAX where a value is missing. */
static size_t likeliest(const gsl_matrix *P, size_t row)
{
    size_t best = 0;
    for (size_t k = 1; k < P->size2; k++)
        if (gsl_matrix_get(P, row, k) > gsl_matrix_get(P, row, best))
            best = k;
    return isnan(gsl_matrix_get(P, row, best)) ? SIZE_MAX : best;
}

/* ---- CSV ---- */

static void csv_begin(const cli_prediction *prediction, FILE *out)
{
    cli_csv csv = cli_csv_to(out);
    size_t n_kept = prediction->append ? logreg_frame_columns(prediction->frame) : 0;
    for (size_t j = 0; j < n_kept; j++)
        cli_csv_text(&csv, logreg_frame_name(prediction->frame, j));
    for (size_t k = cli_prediction_first(prediction); k < logreg_model_classes(prediction->model); k++)
        cli_csv_text(&csv, prediction->column[k]);
    cli_csv_text(&csv, "class");
    if (!isnan(prediction->level)) {
        cli_csv_text(&csv, "low");
        cli_csv_text(&csv, "high");
    }
    cli_csv_end(&csv);
}

static bool csv_add(const cli_prediction *prediction, const cli_part *part, FILE *out)
{
    cli_csv csv = cli_csv_to(out);
    const gsl_matrix *P = part->P;
    size_t n_kept = prediction->append ? logreg_frame_columns(prediction->frame) : 0;
    bool open = true;
    for (size_t i = 0; open && i < P->size1; i++) {
        for (size_t j = 0; j < n_kept; j++)
            cli_csv_cell_as_read(&csv, prediction->frame, part->first + i, j);
        for (size_t k = cli_prediction_first(prediction); k < P->size2; k++)
            cli_csv_number(&csv, gsl_matrix_get(P, i, k));
        size_t class = likeliest(P, i);
        cli_csv_text(&csv, class == SIZE_MAX ? NULL : logreg_model_class(prediction->model, class));
        if (part->low) {
            cli_csv_number(&csv, gsl_vector_get(part->low, i));
            cli_csv_number(&csv, gsl_vector_get(part->high, i));
        }
        open = cli_csv_end(&csv);
    }
    return open;
}

static void csv_finish(FILE *out)
{
    (void)out;
}

const cli_prediction_form cli_prediction_csv = {csv_begin, csv_add, csv_finish};

/* ---- JSON ---- */

static void write_number(double value, FILE *out)
{
    char text[LOGREG_NUMBER_SIZE];
    if (isnan(value))
        fputs("null", out);
    else
        fwrite(text, 1, logreg_number_text(text, value), out);
}

/* One row: the event's probability, or one of each class. */
static void write_object(const cli_prediction *prediction, const cli_part *part, size_t row, FILE *out)
{
    const gsl_matrix *P = part->P;
    size_t first = cli_prediction_first(prediction), class = likeliest(P, row);
    fputs(first ? "{\"probability\":" : "{\"probabilities\":[", out);
    for (size_t k = first; k < P->size2; k++) {
        fputs(k > first ? "," : "", out);
        write_number(gsl_matrix_get(P, row, k), out);
    }
    if (part->low) {
        fputs(",\"low\":", out);
        write_number(gsl_vector_get(part->low, row), out);
        fputs(",\"high\":", out);
        write_number(gsl_vector_get(part->high, row), out);
    }
    fprintf(out, "%s,\"class\":%s}", first ? "" : "]", class == SIZE_MAX ? "null" : prediction->label[class]);
}

static void write_pair(const double *pair, FILE *out)
{
    fputs("[", out);
    write_number(pair[0], out);
    fputs(",", out);
    write_number(pair[1], out);
    fputs("]", out);
}

static void write_beyond(const cli_prediction *prediction, FILE *out)
{
    fputs("\"beyond\":[", out);
    for (size_t i = 0; i < prediction->beyond.n; i++) {
        const logreg_spline *s = &prediction->beyond.spline[i];
        fprintf(out, "%s{\"name\":%s,\"n_rows\":%zu,\"boundary\":", i ? "," : "", prediction->spline[i],
                s->n_rows);
        write_pair(s->boundary, out);
        fputs(",\"range\":", out);
        write_pair(s->range, out);
        fprintf(out, ",\"linear\":%s}", s->linear ? "true" : "false");
    }
    fputs("],", out);
}

static void json_begin(const cli_prediction *prediction, FILE *out)
{
    fputs("{\"schema\":\"logreg.predict/1\",\"classes\":[", out);
    for (size_t k = 0; k < logreg_model_classes(prediction->model); k++)
        fprintf(out, "%s%s", k ? "," : "", prediction->label[k]);
    fprintf(out, "],\"positive\":%s,\"n_rows\":%zu,",
            cli_prediction_first(prediction) ? prediction->label[1] : "null",
            logreg_frame_rows(prediction->frame));
    if (!isnan(prediction->level)) {
        fputs("\"level\":", out);
        write_number(prediction->level, out);
        fputs(",", out);
    }
    write_beyond(prediction, out);
    fputs("\"predictions\":[", out);
}

static bool json_add(const cli_prediction *prediction, const cli_part *part, FILE *out)
{
    for (size_t i = 0; i < part->P->size1 && !ferror(out); i++) {
        fputs(part->first + i ? ",\n" : "\n", out);
        write_object(prediction, part, i, out);
    }
    return !ferror(out);
}

static void json_end(FILE *out)
{
    fputs("]}\n", out);
}

const cli_prediction_form cli_prediction_json = {json_begin, json_add, json_end};
