#include "reproduce.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "dataset.h"
#include "message.h"
#include "values.h"

/* ---- Pieces of both languages ---- */

/* The number of the character that is in n bytes of UTF-8. */
static unsigned long code_point(const char *c, size_t n)
{
    unsigned long point = (unsigned char)*c;
    if (n > 1)
        point &= 0x7FU >> n;
    for (size_t i = 1; i < n; i++)
        point = point << 6 | ((unsigned char)c[i] & 0x3FU);
    return point;
}

/* R takes no \x in a text that has \u. */
void cli_reproduce_text(FILE *out, const char *text)
{
    fputc('"', out);
    for (const char *c = text; *c; c++) {
        size_t hostile = cli_hostile(c);
        if (*c == '"' || *c == '\\') {
            fprintf(out, "\\%c", *c);
        } else if (hostile) {
            fprintf(out, hostile < 4 ? "\\u%04lx" : "\\U%08lx", code_point(c, hostile));
            c += hostile - 1;
        } else if (*c == '\'' && c[1] == '\'') { /* three of these end a text of Python's */
            fputs("\\u0027", out);
        } else {
            fputc(*c, out);
        }
    }
    fputc('"', out);
}

/* "is_missing(age)"; NULL: memory is out. */
static char *name_indicator(const char *column)
{
    char *name = NULL;
    return asprintf(&name, "is_missing(%s)", column) < 0 ? NULL : name;
}

bool cli_reproduce_imputed(const cli_reproduction *r,
                           void (*write)(const cli_reproduction *r, const logreg_imputation *m,
                                         const char *indicator))
{
    logreg_imputation m;
    for (size_t i = 0; logreg_model_imputation(r->model, i, &m) == LOGREG_OK; i++) {
        char *name = m.indicated ? name_indicator(m.column) : NULL;
        if (m.indicated && !name)
            return false;
        if (m.n_missing)
            write(r, &m, name);
        free(name);
    }
    return true;
}

bool cli_reproduce_indicator(const cli_reproduction *r, const char *arguments, const cli_language *language)
{
    logreg_imputation m;
    bool ticks = *arguments == '`';
    for (size_t i = 0; logreg_model_imputation(r->model, i, &m) == LOGREG_OK; i++) {
        size_t n = strlen(m.column);
        if (strncmp(arguments + ticks, m.column, n) != 0 || strlen(arguments + ticks) != n + ticks)
            continue;
        char *name = name_indicator(m.column);
        if (name)
            language->name(r, name);
        free(name);
        return name;
    }
    return false;
}

bool cli_reproduce_variable(logreg_variable *v, const logreg_model *model, const char *name,
                            logreg_column_kind kind)
{
    for (size_t i = 0; i < logreg_model_variables(model); i++)
        if (logreg_model_variable(model, i, v) == LOGREG_OK && v->kind == kind && strcmp(v->name, name) == 0)
            return true;
    return false;
}

bool cli_reproduce_numbers(const logreg_variable *v)
{
    double x;
    for (size_t l = 0; l < v->n_levels; l++)
        if (!cli_number_read(&x, v->levels[l], strlen(v->levels[l])))
            return false;
    return v->n_levels > 0;
}

bool cli_reproduce_whole(const cli_reproduction *r)
{
    const char *name = logreg_model_weights(r->model);
    size_t j = name ? logreg_frame_find(r->frame, name) : SIZE_MAX;
    for (size_t i = 0; j != SIZE_MAX && i < logreg_frame_rows(r->frame); i++) {
        double w = logreg_frame_number(r->frame, i, j);
        if (w != floor(w) && w == w)
            return false;
    }
    return true;
}

const char *cli_reproduce_weight(const cli_reproduction *r, size_t i)
{
    const logreg_model *m = r->model;
    const char *const role[] = {logreg_model_weights(m), logreg_model_sampling_weights(m),
                                logreg_model_trials(m)};
    for (size_t k = 0; logreg_model_rows_weightless(m) && k < sizeof role / sizeof *role; k++)
        if (role[k] && i-- == 0)
            return role[k];
    return NULL;
}

bool *cli_reproduce_used(const cli_reproduction *r)
{
    const logreg_model *m = r->model;
    bool *used = calloc(logreg_frame_columns(r->frame) + 1, sizeof *used);
    const char *own[] = {logreg_model_target(m),
                         logreg_model_weights(m),
                         logreg_model_offset(m),
                         logreg_model_trials(m),
                         logreg_model_strata(m).column,
                         logreg_model_cluster(m, 0, NULL),
                         logreg_model_cluster(m, 1, NULL),
                         logreg_model_sampling_weights(m),
                         logreg_model_survey_strata(m, NULL)};
    for (size_t i = 0; used && i < sizeof own / sizeof *own; i++)
        if (own[i] && logreg_frame_find(r->frame, own[i]) != SIZE_MAX)
            used[logreg_frame_find(r->frame, own[i])] = true;
    logreg_variable v;
    for (size_t i = 0; used && i < logreg_model_variables(m); i++)
        if (logreg_model_variable(m, i, &v) == LOGREG_OK)
            used[logreg_frame_find(r->frame, v.name)] = true;
    for (size_t i = 0; used && logreg_model_taken(m, i); i++)
        used[logreg_frame_find(r->frame, logreg_model_taken(m, i))] = true;
    return used;
}

/* ---- The door ---- */

/* What no language could know. */
static const char *check(const cli_reproduction *r, const char *file)
{
    const char *penalty = logreg_model_penalty(r->model);
    if (!file || strcmp(file, "-") == 0)
        return "standard input has no name to read it again by";
    if (logreg_frame_rejected(r->frame, NULL))
        return "broken rows were left out, which others would read otherwise";
    if (cli_reproduce_own_text(r))
        return "a text means missing in one column of numbers alone, which others would read otherwise";
    if (strcmp(penalty, "flic") == 0 || strcmp(penalty, "flac") == 0)
        return "FLIC and FLAC stand in R's package logistf alone, whose standard errors follow another "
               "convention";
    if (strcmp(penalty, "none") == 0 && logreg_model_separation(r->model) != LOGREG_SEPARATION_NONE)
        return "the likelihood has no finite maximum, and others would print a number all the same; "
               "--penalty firth has one";
    return NULL;
}

static int write_code(const cli_reproduction *r, const cli_call *call, const char *file)
{
    bool python = strcmp(r->fit->reproduce, "python") == 0;
    const char *why = check(r, file);
    if (!why)
        why = python ? cli_reproduce_python(r) : cli_reproduce_r(r);
    if (why)
        return cli_fail(call, CLI_DATA, "there is no such code: %s", why);
    return CLI_GO_ON;
}

int cli_reproduce(char **text, const cli_call *call, const cli_fit *fit, const logreg_model *model,
                  const logreg_frame *frame, bool profile)
{
    const char *file = call->n_operands ? call->operands[0] : NULL;
    char *path = NULL, *made = NULL;
    size_t size = 0;
    int code = file && *file == '@' ? cli_dataset_path(&path, call, file + 1) : CLI_GO_ON;
    if (code != CLI_GO_ON)
        return code;
    FILE *out = open_memstream(&made, &size);
    if (!out) {
        free(path);
        return cli_fail_memory(call);
    }
    const cli_reproduction r = {out, path ? path : file, fit, model, frame, profile};
    code = write_code(&r, call, file);
    if (fclose(out) != 0 && code == CLI_GO_ON)
        code = cli_fail_memory(call);
    free(path);
    if (code == CLI_GO_ON)
        *text = made;
    else
        free(made);
    return code;
}
