/* The table and the formula as R has them; the fit follows in reproduce_r_fit.c. */
#include <stdlib.h>
#include <string.h>

#include "message.h"
#include "reproduce_r.h"

/* ---- Names and lists ---- */

void cli_r_name(const cli_reproduction *r, const char *name)
{
    FILE *out = r->out;
    if (strcmp(name, "TRUE") == 0 || strcmp(name, "FALSE") == 0) {
        fputs(name, out);
        return;
    }
    fputc('`', out);
    size_t hostile = 0;
    for (const char *c = name; *c; c++) {
        hostile = hostile ? hostile : cli_hostile(c);
        if (hostile) { /* as bytes, since R takes no \u within backticks */
            fprintf(out, "\\x%02x", (unsigned char)*c);
            hostile--;
            continue;
        }
        if (*c == '`' || *c == '\\')
            fputc('\\', out);
        fputc(*c, out);
    }
    fputc('`', out);
}

void cli_r_column(FILE *out, const char *name)
{
    fputs("d[[", out);
    cli_reproduce_text(out, name);
    fputs("]]", out);
}

/* factor(.., levels = c(..)) about what `inner` writes: the model's levels in its order, the reference first. */
static void open_factor(const cli_reproduction *r, const logreg_variable *v)
{
    size_t j = logreg_frame_find(r->frame, v->name);
    bool text = logreg_frame_kind(r->frame, j) == LOGREG_CATEGORY;
    fputs(text && cli_reproduce_numbers(v) ? "factor(as.numeric(as.character(" : "factor(", r->out);
}

static void close_factor(const cli_reproduction *r, const logreg_variable *v)
{
    bool numbers = cli_reproduce_numbers(v);
    bool text = logreg_frame_kind(r->frame, logreg_frame_find(r->frame, v->name)) == LOGREG_CATEGORY;
    fputs(text && numbers ? ")), levels = c(" : ", levels = c(", r->out);
    for (size_t l = 0; l < v->n_levels; l++) {
        fputs(l ? ", " : "", r->out);
        if (numbers)
            fprintf(r->out, "%.17g", strtod(v->levels[l], NULL));
        else
            cli_reproduce_text(r->out, v->levels[l]);
    }
    fputs("))", r->out);
}

/* ---- The formula ---- */

/* C(g, sum): the category as the model has it, so that a reference needs no word. */
static bool category_r(const cli_reproduction *r, const char *arguments)
{
    static const char *const contrasts[] = {"sum", "helmert", "poly"};
    const char *contrast = NULL, *comma = NULL;
    logreg_variable v;
    char *name = NULL;
    if (*arguments == '`') {
        const char *end = strchr(arguments + 1, '`');
        name = end ? strndup(arguments + 1, (size_t)(end - arguments - 1)) : NULL;
        comma = end ? end + 1 : NULL;
    } else {
        size_t n = strcspn(arguments, ",");
        name = strndup(arguments, n);
        comma = arguments + n;
    }
    for (size_t i = 0; comma && i < sizeof contrasts / sizeof *contrasts; i++) {
        const char *at = strstr(comma, contrasts[i]);
        if (at && at == comma + 2)
            contrast = contrasts[i];
    }
    bool ok = name && cli_reproduce_variable(&v, r->model, name, LOGREG_CATEGORY);
    if (ok) {
        fputs(contrast ? "C(" : "", r->out);
        open_factor(r, &v);
        cli_r_name(r, name);
        close_factor(r, &v);
        if (contrast)
            fprintf(r->out, ", contr.%s)", contrast);
    }
    free(name);
    return ok;
}

static bool function_r(const cli_reproduction *r, const char *name, const char *arguments);

static const cli_language language = {cli_r_name, function_r, "^"};

/* An argument's name, as in df = 5, is no column. */
static bool function_r(const cli_reproduction *r, const char *name, const char *arguments)
{
    static const char *const words[] = {
        "df =", "degree =", "knots =", "intercept =", "Boundary.knots =", "raw =", "scale ="};
    if (strcmp(name, "C") == 0)
        return category_r(r, arguments);
    if (strcmp(name, "is_missing") == 0)
        return cli_reproduce_indicator(r, arguments, &language);
    fprintf(r->out, "%s(", name);
    const char *first = NULL;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const char *at = strstr(arguments, words[i]);
        first = at && (!first || at < first) ? at : first;
    }
    char *own = strndup(arguments, first ? (size_t)(first - arguments) : strlen(arguments));
    bool ok = own && cli_reproduce_terms(r, own, &language);
    fprintf(r->out, "%s)", first ? first : "");
    free(own);
    return ok;
}

/* ---- The table ---- */

static void write_read(const cli_reproduction *r)
{
    logreg_dialect dialect = logreg_frame_dialect(r->frame);
    FILE *out = r->out;
    const char *na;
    fputs("d <- read.table(", out);
    if (dialect.packing && strcmp(dialect.packing, "zstd") == 0)
        fputs("pipe(paste(\"zstd -dc\", shQuote(", out);
    cli_reproduce_text(out, r->path);
    if (dialect.packing && strcmp(dialect.packing, "zstd") == 0)
        fputs(")))", out);
    fprintf(out, ", header = %s, sep = ", dialect.header ? "TRUE" : "FALSE");
    if (dialect.delimiter == '\t')
        fputs("\"\\t\"", out);
    else
        cli_reproduce_text(out, (char[]){dialect.delimiter, '\0'});
    fputs(", quote = \"\\\"\",\n", out);
    fputs("                strip.white = TRUE, comment.char = \"\", check.names = FALSE", out);
    if (dialect.encoding && strcmp(dialect.encoding, "utf-8") != 0)
        fprintf(out, ", fileEncoding = \"%s\"",
                strcmp(dialect.encoding, "windows-1252") == 0 ? "CP1252" : dialect.encoding);
    else if (dialect.mark)
        fputs(", fileEncoding = \"UTF-8-BOM\"", out);
    fputs(",\n                na.strings = c(", out);
    for (size_t i = 0; (na = cli_reproduce_na(r, i)); i++) {
        fputs(i ? ", " : "", out);
        cli_reproduce_text(out, na);
    }
    fputs("),\n                colClasses = \"character\")\n", out);
}

/* Read as text first, since R takes no number in quotes. */
static void write_numbers(const cli_reproduction *r)
{
    bool comma = logreg_frame_dialect(r->frame).decimal == ',';
    size_t said = 0;
    for (size_t j = 0; j < logreg_frame_columns(r->frame); j++) {
        if (logreg_frame_kind(r->frame, j) != LOGREG_NUMERIC)
            continue;
        fputs(said++ ? ", " : "for (name in c(", r->out);
        cli_reproduce_text(r->out, logreg_frame_name(r->frame, j));
    }
    if (said)
        fprintf(r->out, ")) d[[name]] <- as.numeric(%sd[[name]]%s)\n", comma ? "sub(\",\", \".\", " : "",
                comma ? ", fixed = TRUE)" : "");
}

static void write_sentinel(const cli_reproduction *r, const char *column, const char *value)
{
    cli_r_column(r->out, column);
    fputs("[which(", r->out);
    cli_r_column(r->out, column);
    fputs(" == ", r->out);
    if (logreg_frame_kind(r->frame, logreg_frame_find(r->frame, column)) == LOGREG_CATEGORY)
        cli_reproduce_text(r->out, value);
    else
        fputs(value, r->out);
    fputs(")] <- NA\n", r->out);
}

/* The indicator comes before the cells that it tells of are filled. */
static void write_imputed(const cli_reproduction *r, const logreg_imputation *m, const char *indicator)
{
    if (indicator) {
        cli_r_column(r->out, indicator);
        fputs(" <- as.numeric(is.na(", r->out);
        cli_r_column(r->out, m->column);
        fputs("))\n", r->out);
    }
    cli_r_column(r->out, m->column);
    fputs("[is.na(", r->out);
    cli_r_column(r->out, m->column);
    fputs(")] <- ", r->out);
    if (m->kind == LOGREG_NUMERIC)
        fprintf(r->out, "%.17g", m->number);
    else
        cli_reproduce_text(r->out, m->label);
    fputs("\n", r->out);
}

/* May rows miss it, since conditions alone ask about it? */
static bool is_forgiven(const cli_reproduction *r, const char *name)
{
    logreg_variable v;
    for (size_t i = 0; i < logreg_model_variables(r->model); i++)
        if (logreg_model_variable(r->model, i, &v) == LOGREG_OK && strcmp(v.name, name) == 0 &&
            logreg_model_variable_forgiven(r->model, i))
            return strcmp(name, logreg_model_target(r->model)) != 0;
    return false;
}

static bool write_rows(const cli_reproduction *r, const bool *used)
{
    FILE *out = r->out;
    if (r->fit->variables.where)
        fprintf(out, "d <- d[which(with(d, %s)), , drop = FALSE]\n", r->fit->variables.where);
    if (logreg_model_target_is_condition(r->model)) {
        cli_r_column(out, logreg_model_target(r->model));
        fprintf(out, " <- with(d, %s)\n", logreg_model_target(r->model));
    }
    bool ok = cli_reproduce_imputed(r, write_imputed);
    fputs("d <- d[complete.cases(d[c(", out);
    for (size_t j = 0, said = 0; j < logreg_frame_columns(r->frame); j++)
        if (used[j] && !is_forgiven(r, logreg_frame_name(r->frame, j))) {
            fputs(said++ ? ", " : "", out);
            cli_reproduce_text(out, logreg_frame_name(r->frame, j));
        }
    fputs(")]), , drop = FALSE]\n", out);
    const char *name, *condition;
    for (size_t i = 0; (condition = logreg_model_forgiving(r->model, i)); i++)
        fprintf(out, "d <- d[!is.na(with(d, %s)), , drop = FALSE]\n", condition);
    for (size_t i = 0; (name = cli_reproduce_weight(r, i)); i++) {
        fputs("d <- d[d[[", out);
        cli_reproduce_text(out, name);
        fputs("]] != 0, , drop = FALSE]\n", out);
    }
    return ok;
}

/* Texts become factors with the model's levels. */
static void write_factors(const cli_reproduction *r)
{
    for (size_t i = 0; i < logreg_model_variables(r->model); i++) {
        logreg_variable v;
        if (logreg_model_variable(r->model, i, &v) != LOGREG_OK || v.kind != LOGREG_CATEGORY ||
            logreg_model_variable_steps(r->model, i) || /* texts are compared as they are */
            logreg_frame_kind(r->frame, logreg_frame_find(r->frame, v.name)) != LOGREG_CATEGORY)
            continue;
        cli_r_column(r->out, v.name);
        fputs(" <- ", r->out);
        open_factor(r, &v);
        cli_r_column(r->out, v.name);
        close_factor(r, &v);
        fputs("\n", r->out);
    }
}

static void label_r(const cli_reproduction *r, size_t k)
{
    bool number = logreg_frame_kind(r->frame, logreg_frame_find(r->frame, logreg_model_target(r->model))) ==
                  LOGREG_NUMERIC;
    if (number)
        fputs(logreg_model_class(r->model, k), r->out);
    else
        cli_reproduce_text(r->out, logreg_model_class(r->model, k));
}

/* The outcome as a column of its own. */
static void write_outcome(const cli_reproduction *r)
{
    const logreg_model *m = r->model;
    const char *target = logreg_model_target(m);
    fputs("d$.outcome <- ", r->out);
    if (logreg_model_grouped(m)) {
        fputs("cbind(", r->out);
        cli_r_column(r->out, target);
        fputs(", ", r->out);
        cli_r_column(r->out, logreg_model_trials(m));
        fputs(" - ", r->out);
        cli_r_column(r->out, target);
        fputs(")\n", r->out);
        return;
    }
    if (logreg_model_classes(m) == 2) {
        fputs("as.integer(", r->out);
        cli_r_column(r->out, target);
        fputs(" == ", r->out);
        label_r(r, 1);
        fputs(")\n", r->out);
        return;
    }
    fputs("factor(", r->out);
    cli_r_column(r->out, target);
    fputs(", levels = c(", r->out);
    for (size_t k = 0; k < logreg_model_classes(m); k++) {
        fputs(k ? ", " : "", r->out);
        label_r(r, k);
    }
    fputs("))\n", r->out);
}

/* ---- The fit ---- */

static bool write_formula(const cli_reproduction *r)
{
    const logreg_model *m = r->model;
    const char *formula = logreg_model_formula(m), *right = strstr(formula, " ~ ");
    fputs("formula <- .outcome ~ ", r->out);
    bool ok = right && cli_reproduce_terms(r, right + 3, &language);
    if (logreg_model_offset(m)) {
        fputs(" + offset(", r->out);
        cli_r_name(r, logreg_model_offset(m));
        fputs(")", r->out);
    }
    if (logreg_model_strata(m).column) {
        fputs(" + strata(", r->out);
        cli_r_name(r, logreg_model_strata(m).column);
        fputs(")", r->out);
    }
    fputs("\n", r->out);
    return ok;
}

const char *cli_reproduce_r(const cli_reproduction *r)
{
    const char *why = cli_r_check(r);
    bool *used = why ? NULL : cli_reproduce_used(r);
    if (why || !used)
        return why ? why : "memory is out";
    const char *formula = logreg_model_formula(r->model);
    fputs("# The same fit by R", r->out);
    fprintf(r->out, ", made by logreg %s\n", logreg_version());
    if (strstr(formula, "bs(") || strstr(formula, "ns("))
        fputs("library(splines)\n", r->out);
    write_read(r);
    write_numbers(r);
    cli_reproduce_sentinels(r, used, write_sentinel);
    bool ok = write_rows(r, used);
    write_factors(r);
    write_outcome(r);
    cli_r_weights(r);
    ok = write_formula(r) && ok;
    cli_r_fit(r);
    free(used);
    return ok ? NULL : "the formula cannot be written in R";
}
