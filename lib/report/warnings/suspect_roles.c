/* Columns that are no variables: weights, counts of cases, predictions, parts of the rows. */
#include "base/word.h"
#include "data/purpose.h"
#include "formula/token.h"
#include "model/model.h"
#include "report/page/figure.h"
#include "report/warnings/suspect.h"
#include "report/warnings/suspicions.h"
#include "report/summary/summary.h"

/* " is named as weights of a survey are, .. " */
static void begin(logreg__page *piece, size_t n, const char *named)
{
    logreg__page_format(piece, " %s named as %s. ", n == 1 ? "is" : "are", named);
}

static void advise_weights(logreg__page *piece, const logreg_model *m, size_t n)
{
    begin(piece, n,
          n == 1 ? "weights of a survey are, and goes in as a variable"
                 : "weights of a survey are, and go in as variables");
    logreg__page_add(piece, n == 1 ? "If it is one, " : "If one is meant, ");
    if (n == 1)
        logreg__suspect_columns(piece, "--sampling-weights ", m, LOGREG__SUSPECT_WEIGHTS);
    else
        logreg__page_add(piece, "--sampling-weights");
    logreg__page_add(piece, " takes it for that, and ");
    logreg__suspect_without(piece, m, LOGREG__SUSPECT_WEIGHTS);
    logreg__page_format(piece, " leaves %s out.", n == 1 ? "it" : "them");
}

static void advise_predictions(logreg__page *piece, const logreg_model *m, size_t n)
{
    bool target = false;
    for (size_t i = 0; i < m->n_suspicions; i++)
        target = target || (m->suspicion[i].kind == LOGREG__SUSPECT_PREDICTIONS && m->target &&
                            strcmp(m->suspicion[i].column, m->target) == 0);
    begin(piece, n, "what a model predicted of these rows, whose outcome it knew");
    logreg__page_add(piece, n == 1 ? "If it is that, " : "If they are that, ");
    logreg__suspect_without(piece, m, LOGREG__SUSPECT_PREDICTIONS);
    logreg__page_format(piece, " leaves %s out", n == 1 ? "it" : "them");
    logreg__page_add(piece, !target      ? "."
                            : m->written ? ", and has the outcome on its left."
                                         : ", and --target names the outcome.");
}

/* In the fit, or beside it. */
static void say_cases(logreg__page *piece, const logreg_model *m, const logreg__suspicion *s)
{
    char cases[LOGREG__FIGURE_SIZE];
    (void)m;
    logreg__page_name(piece, s->column, LOGREG__NAME_ROOM);
    logreg__page_add(piece, " tells by its name how many cases a row of a table of counts stands for, and ");
    if (!s->cases.rows)
        logreg__page_add(piece, "goes in as a variable");
    else
        logreg__page_format(
            piece, "is not in the model: each of %zu rows counts once, though they would be %s cases",
            s->cases.rows, logreg__figure_plain(cases, s->cases.cases, 15, piece->sign));
}

static void advise_cases(logreg__page *piece, const logreg_model *m, size_t n)
{
    bool events = m->n_classes > 2 && m->numeric_target;
    (void)n;
    logreg__page_add(piece, ". If it is that, ");
    logreg__suspect_columns(piece, events ? "--trials " : "--weights ", m, LOGREG__SUSPECT_CASES);
    logreg__page_add(piece, " takes it for that.");
}

static const logreg__variable *variable_of(const logreg_model *m, const char *column)
{
    for (size_t v = 0; v < m->terms->n_variables; v++)
        if (m->terms->variable[v].column && strcmp(m->terms->variable[v].column, column) == 0)
            return &m->terms->variable[v];
    return NULL;
}

/* --where 'split == "train"' --exclude split: the rows of one part. */
static void write_part(logreg__page *piece, const logreg_model *m, const char *column, const char *label,
                       bool number)
{
    logreg__text where = {0};
    logreg__name_quote(&where, column);
    logreg__text_add(&where, " == ");
    if (number)
        logreg__text_add(&where, label);
    else
        logreg__string_quote(&where, label);
    logreg__page_add(piece, "--where ");
    logreg__write_word(piece, &where);
    logreg__page_add(piece, m->written ? " and " : " ");
    logreg__write_without(piece, m, column);
}

static void write_parts(logreg__page *piece, const logreg_model *m, const logreg__suspicion *s)
{
    const logreg__variable *v = variable_of(m, s->column);
    bool category = v && v->kind == LOGREG_CATEGORY;
    size_t wanted = category ? logreg__wanted_part(v->levels, v->n_levels) : SIZE_MAX;
    logreg__page_name(piece, s->column, LOGREG__NAME_ROOM);
    logreg__page_add(piece, " tells which part of the rows a row is of");
    for (size_t l = 0; category && l < v->n_levels; l++) {
        logreg__page_add(piece, !l ? ", " : l + 1 < v->n_levels ? ", " : " or ");
        logreg__page_name(piece, v->levels[l], LOGREG__NAME_ROOM);
    }
    logreg__page_add(piece, ", and goes in as a variable. If one part is meant, ");
    write_part(piece, m, s->column, wanted == SIZE_MAX ? "1" : v->levels[wanted], !category);
    logreg__page_add(piece, " takes that; if all are, ");
}

static void advise_parts(logreg__page *piece, const logreg_model *m, size_t n)
{
    logreg__suspect_without(piece, m, LOGREG__SUSPECT_PARTS);
    logreg__page_format(piece, " leaves %s out.", n == 1 ? "it" : "them");
}

const logreg__suspect_kind logreg__suspect_weights = {LOGREG__SUSPECT_WEIGHTS, ", ", logreg__suspect_name,
                                                      advise_weights};
const logreg__suspect_kind logreg__suspect_predictions = {LOGREG__SUSPECT_PREDICTIONS, ", ",
                                                          logreg__suspect_name, advise_predictions};
const logreg__suspect_kind logreg__suspect_parts = {LOGREG__SUSPECT_PARTS, "", write_parts, advise_parts};
const logreg__suspect_kind logreg__suspect_cases = {LOGREG__SUSPECT_CASES, "; ", say_cases, advise_cases};
