/* Classes that the variables tell apart, so that the likelihood has no finite maximum, or may have none. */
#include <stdlib.h>
#include <string.h>

#include "base/word.h"
#include "model/model.h"
#include "report/page/figure.h"
#include "report/page/labels.h"
#include "report/summary/summary.h"
#include "report/warnings/suspicions.h"
#include "report/warnings/warnings.h"

/* Coefficients of a status, the first of which are named. */
typedef struct {
    size_t n, listed, class[LOGREG__LISTED];
    const char *name[LOGREG__LISTED];
} those;

static void find_those(those *found, const logreg_model *model, logreg_coef_status status)
{
    for (size_t k = 1; k < logreg_model_classes(model); k++)
        for (size_t j = 0; j < logreg_model_coefficients(model); j++)
            if (logreg_model_coefficient_status(model, k, j) == status && found->n++ < LOGREG__LISTED) {
                found->class[found->listed] = k;
                found->name[found->listed++] = logreg_model_coefficient_name(model, j);
            }
}

static void write_names(logreg__page *piece, const logreg_model *model, const those *found)
{
    int room =
        logreg__labels_room(piece, found->name, found->listed, LOGREG__NAME_ROOM, 2 * LOGREG__NAME_ROOM);
    char **label = logreg__labels_new(piece, found->name, found->listed, room);
    piece->text.failed = piece->text.failed || !label;
    for (size_t i = 0; label && i < found->listed; i++) {
        logreg__page_add(piece, i ? ", " : "");
        logreg__page_add(piece, label[i]);
        if (logreg_model_classes(model) > 2) {
            logreg__page_add(piece, " (");
            logreg__page_name(piece, logreg_model_class(model, found->class[i]), LOGREG__NAME_ROOM);
            logreg__page_add(piece, ")");
        }
    }
    logreg__labels_free(label, found->listed);
}

/* Names the coefficients of a status after an introduction; nothing if there are none. */
static void write_those(logreg__page *piece, const logreg_model *model, logreg_coef_status status,
                        const char *introduction)
{
    those found = {.n = 0};
    find_those(&found, model, status);
    size_t n = found.n, p = logreg_model_coefficients(model), classes = logreg_model_classes(model);
    if (!n)
        return;
    logreg__page_add(piece, introduction);
    if (n == p * (classes - 1)) {
        logreg__page_add(piece, "all coefficients.");
        return;
    }
    write_names(piece, model, &found);
    logreg__write_more(piece, n);
    logreg__page_add(piece, ".");
}

static bool any_finite(const logreg_model *model)
{
    for (size_t k = 1; k < logreg_model_classes(model); k++)
        for (size_t j = 0; j < logreg_model_coefficients(model); j++)
            if (logreg_model_coefficient_status(model, k, j) == LOGREG_COEF_OK)
                return true;
    return false;
}

static const char *first_level(const logreg_model *m, const char *column)
{
    const logreg__variable *v = m->terms->variable;
    while (!v->column || strcmp(v->column, column) != 0)
        v++;
    return v->levels[0];
}

/* "--reference city=Bonn" */
static void write_reference(logreg__page *piece, const logreg__suspicion *s)
{
    logreg__text pair = {0}, list = {0};
    logreg__text_add(&pair, s->column);
    logreg__text_add(&pair, "=");
    logreg__text_add(&pair, s->reference.better);
    logreg__text_add_item(&list, pair.start ? pair.start : "");
    logreg__page_add(piece, "--reference ");
    logreg__write_word(piece, &list);
    piece->text.failed = piece->text.failed || pair.failed;
    free(pair.start);
}

/* Is something to be done about the column first, which may leave other levels, or none? */
static bool is_to_change(const logreg_model *m, const char *column)
{
    static const logreg__suspicion_kind kinds[] = {LOGREG__SUSPECT_LEVELS, LOGREG__SUSPECT_SEVERAL,
                                                   LOGREG__SUSPECT_MISTYPED, LOGREG__SUSPECT_LEAK,
                                                   LOGREG__SUSPECT_FOLLOWS};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (logreg__suspected(m, kinds[i], column))
            return true;
    return logreg__alike_values(NULL, m);
}

/* The levels that are told of, if any are. */
static void write_references(logreg__page *piece, const logreg_model *m)
{
    size_t n = 0;
    for (size_t i = 0; i < m->n_suspicions && n < LOGREG__LISTED; i++) {
        const logreg__suspicion *s = &m->suspicion[i];
        if (s->kind != LOGREG__SUSPECT_REFERENCE || is_to_change(m, s->column))
            continue;
        n++;
        logreg__page_add(piece, " The levels of ");
        logreg__page_name(piece, s->column, LOGREG__NAME_ROOM);
        logreg__page_add(piece, " are compared with ");
        logreg__page_name(piece, first_level(m, s->column), LOGREG__NAME_ROOM);
        logreg__page_add(piece, ", whose ");
        logreg__write_count(piece, (double)s->reference.rows, "row lacks", "rows lack");
        logreg__page_add(piece, " a class, so that all run away from it: ");
        write_reference(piece, s);
        logreg__page_add(piece, " compares them with the commonest that lacks none.");
    }
}

bool logreg__warn_separation(logreg__page *piece, const logreg_model *model)
{
    logreg_separation kind = logreg_model_separation(model);
    if (kind == LOGREG_SEPARATION_NONE || !piece)
        return kind != LOGREG_SEPARATION_NONE;
    char text[LOGREG__FIGURE_SIZE];
    bool ascii = piece->ascii;
    logreg__blame_levels(piece, model);
    logreg__page_add(piece, kind == LOGREG_SEPARATION_COMPLETE
                                ? "Complete: the variables tell the classes apart without error"
                                : "Quasi-complete: the variables tell some rows apart without error");
    logreg__page_add(piece, ", so the likelihood has no finite maximum.");
    write_those(piece, model, LOGREG_COEF_PLUS_INFINITY, ascii ? " To +inf: " : " To +∞: ");
    write_those(piece, model, LOGREG_COEF_MINUS_INFINITY, ascii ? " To -inf: " : " To −∞: ");
    write_those(piece, model, LOGREG_COEF_UNDETERMINED, " Without a limit: ");
    if (any_finite(model))
        logreg__page_add(piece, " The others are those of the rows that are not separated.");
    write_references(piece, model);
    logreg__page_format(piece, " In the limit %s2 log L is %s", piece->sign->minus,
                        logreg__figure_plain(text, -2 * logreg_model_log_likelihood(model), 5, piece->sign));
    logreg__page_add(piece, ", and the likelihood-ratio test holds; Wald tests and intervals of unbounded "
                            "coefficients do not exist. ");
    logreg__page_add(piece, logreg__warn_leaks(NULL, model)
                                ? "Ways on, if what tells the classes is to stay: "
                                : "Ways on: ");
    logreg__page_add(piece, model->strata
                                ? "more sets, or fewer or coarser variables."
                                : "--penalty firth, which has a finite maximum whatever the data are "
                                  "(Firth's penalised likelihood); more rows; fewer or coarser variables.");
    return true;
}

bool logreg__warn_undecided(logreg__page *piece, const logreg_model *model)
{
    bool due = logreg_model_undecided(model);
    if (due && piece)
        logreg__page_add(
            piece, "Rows differ by no more than their rounding, which leaves open whether the variables "
                   "tell the classes apart without error, and so whether the likelihood has a finite "
                   "maximum. Bring the columns to similar sizes, take logarithms of one that spans many "
                   "orders of magnitude, or leave some out.");
    return due;
}
