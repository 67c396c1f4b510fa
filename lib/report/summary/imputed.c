#include "report/summary/imputed.h"

#include <string.h>

#include "report/page/figure.h"
#include "report/summary/summary.h"
#include "report/json/values.h"

/* In the words of a sentence. */
static const char *how_in_words(const logreg_imputation *m)
{
    return strcmp(m->how, "most_frequent") == 0 ? "most frequent"
           : strcmp(m->how, "level") == 0       ? "a level"
                                                : m->how;
}

static void write_one(logreg__page *piece, const logreg_imputation *m)
{
    char text[LOGREG__FIGURE_SIZE];
    logreg__page_name(piece, m->column, LOGREG__NAME_ROOM);
    logreg__page_format(piece, " %zu by ", m->n_missing);
    if (m->kind == LOGREG_NUMERIC)
        logreg__page_add(piece, logreg__figure_plain(text, m->number, 6, piece->sign));
    else
        logreg__page_name(piece, m->label, LOGREG__NAME_ROOM);
    logreg__page_format(piece, " (%s)", how_in_words(m));
}

void logreg__write_imputed(logreg__page *piece, const logreg_model *model)
{
    size_t with = 0;
    logreg_imputation m;
    for (size_t i = 0; logreg_model_imputation(model, i, &m) == LOGREG_OK; i++) {
        if (!m.n_missing || with++ >= LOGREG__LISTED)
            continue;
        logreg__page_add(piece, with == 1 ? "" : ", ");
        write_one(piece, &m);
    }
    logreg__write_more(piece, with);
}

bool logreg__imputed(logreg__page *piece, const logreg_model *model)
{
    size_t cells = 0, level = 0;
    logreg_imputation m;
    for (size_t i = 0; logreg_model_imputation(model, i, &m) == LOGREG_OK; i++) {
        bool own = strcmp(m.how, "level") == 0;
        cells += own ? 0 : m.n_missing;
        level += own ? m.n_missing : 0;
    }
    if ((!cells && !level) || !piece)
        return cells || level;
    if (cells)
        logreg__page_format(
            piece,
            "What stands in for %zu missing value%s is taken for observed. Tests and intervals take no "
            "notice of that: standard errors are too small, and estimates lean to one side unless values "
            "are missing by chance. ",
            cells, cells == 1 ? "" : "s");
    if (level)
        logreg__page_add(
            piece,
            "A level of missing values takes those who lack a value for alike; where their values differ, "
            "the effects of other columns are biased. ");
    logreg__page_add(
        piece,
        "For prediction that may do. For inference compare the fit to complete rows, without --impute, or "
        "impute several times, as R's mice does (Little & Rubin 2019).");
    return true;
}

static json_t *one(const logreg_imputation *m)
{
    json_t *object = json_object();
    logreg__json_set(&object, "column", logreg__json_name(m->column));
    logreg__json_set(&object, "how", json_string(m->how));
    logreg__json_set(&object, "value",
                     m->kind == LOGREG_NUMERIC ? logreg__json_real(m->number) : logreg__json_name(m->label));
    logreg__json_set(&object, "n", logreg__json_count((double)m->n_missing));
    logreg__json_set(&object, "indicator", json_boolean(m->indicated));
    return object;
}

json_t *logreg__imputed_json(const logreg_model *model)
{
    json_t *array = json_array();
    logreg_imputation m;
    for (size_t i = 0; logreg_model_imputation(model, i, &m) == LOGREG_OK; i++)
        logreg__json_append(&array, one(&m));
    return array;
}
