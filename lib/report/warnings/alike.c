/* Values that differ in capitals, accents, blanks and signs alone, as free text has them: yes, Yes, YES; and those that differ by a slip. They count as different, as R counts
 * them, so that the reader must hear of it. */
#include "data/alike.h"
#include "data/synonyms.h"
#include "model/model.h"
#include "report/summary/summary.h"
#include "report/warnings/warnings.h"

/* Values beyond these are not compared: pairs grow as their square. */
enum { COMPARED = 500 };

size_t logreg__alike_pairs(logreg__page *piece, bool *lost, bool *better, size_t found, char *const *value,
                           size_t n, const char *of)
{
    n = n < COMPARED ? n : COMPARED;
    for (size_t i = 0; i < n; i++)
        for (size_t k = i + 1; k < n; k++) {
            if (!logreg__labels_alike(value[i], value[k]))
                continue;
            bool here = logreg__label_lost(value[i], value[k]) || logreg__label_lost(value[k], value[i]);
            *better =
                *better || logreg__label_worse(value[i], value[k]) || logreg__label_worse(value[k], value[i]);
            *lost = *lost || here;
            if (found++ || !piece)
                continue;
            logreg__page_name(piece, value[i], LOGREG__NAME_ROOM);
            logreg__page_add(piece, " and ");
            logreg__page_name(piece, value[k], LOGREG__NAME_ROOM);
            logreg__page_add(piece, " of ");
            logreg__page_name(piece, of, LOGREG__NAME_ROOM);
            logreg__page_add(piece, here ? " differ in letters alone that a conversion lost"
                                    : logreg__labels_mean_one(value[i], value[k]) ||
                                            logreg__labels_spelt_out(value[i], value[k])
                                        ? " may be one thing, written in two ways"
                                        : " differ in capitals, accents, blanks or signs alone");
        }
    return found;
}

void logreg__write_alike_way(logreg__page *piece, size_t found, const char *command, bool lost, bool better)
{
    if (found > 1)
        logreg__page_format(piece, " (and %zu pair%s more)", found - 1, found == 2 ? "" : "s");
    logreg__page_add(piece, ", but count as different values. If they mean the same, ");
    logreg__page_add(
        piece, !command ? "write them in one way."
               : lost   ? "the command that follows prints the file with the whole ones for both."
               : better
                   ? "the command that follows prints the file with the better one for both."
                   : "the command that follows prints the file with the rarer ones written as the commoner.");
}

bool logreg__alike_values(logreg__page *piece, const logreg_model *model)
{
    const logreg__terms *terms = model->terms;
    bool labels = !model->plain && !model->numeric_target && !model->grouped;
    bool lost = false, better = false;
    size_t found = labels ? logreg__alike_pairs(piece, &lost, &better, 0, model->class_label,
                                                model->n_classes, logreg__target_name(model))
                          : 0;
    for (size_t v = 0; v < terms->n_variables; v++)
        if (terms->variable[v].column && terms->variable[v].n_levels)
            found = logreg__alike_pairs(piece, &lost, &better, found, terms->variable[v].levels,
                                        terms->variable[v].n_levels, terms->variable[v].column);
    if (!found || !piece)
        return found > 0;
    logreg__write_alike_way(piece, found, model->alike_command, lost, better);
    piece->command = model->alike_command;
    return true;
}

/* ---- Slips ---- */

void logreg__write_slip(logreg__page *piece, const char *slip, double rows, const char *other, const char *of)
{
    logreg__page_name(piece, slip, LOGREG__NAME_ROOM);
    logreg__page_add(piece, " of ");
    logreg__page_name(piece, of, LOGREG__NAME_ROOM);
    logreg__page_add(piece, ", in ");
    logreg__write_count(piece, rows, "row", "rows");
    bool begins = strncmp(slip, other, strlen(slip)) == 0 && strlen(other) > strlen(slip) + 1;
    logreg__page_add(piece, begins ? ", is the beginning of " : ", is nearly ");
    logreg__page_name(piece, other, LOGREG__NAME_ROOM);
}

void logreg__write_slip_way(logreg__page *piece, size_t found, const char *command)
{
    logreg__write_more(piece, found);
    logreg__page_add(piece, ", and counts as a value of its own. If they mean the same, ");
    logreg__page_add(
        piece, command
                   ? "the command that follows prints the file with the rarer ones written as the commoner."
                   : "write it as the other.");
}

/* The class that is nearly another one, if there is one. */
static bool slipped_class(size_t *slip, size_t *other, const logreg_model *model)
{
    bool labels = !model->plain && !model->numeric_target && !model->grouped && !model->weights;
    for (size_t i = 0; labels && i < model->n_classes; i++)
        for (size_t k = 0; k < model->n_classes; k++)
            if (i != k && logreg__label_slipped(model->class_label[i], (size_t)model->class_weight[i],
                                                model->class_label[k], (size_t)model->class_weight[k])) {
                *slip = i;
                *other = k;
                return true;
            }
    return false;
}

bool logreg__mistyped(logreg__page *piece, const logreg_model *model)
{
    size_t found = 0, slip, other;
    if (slipped_class(&slip, &other, model)) {
        found++;
        if (piece)
            logreg__write_slip(piece, model->class_label[slip], model->class_weight[slip],
                               model->class_label[other], logreg__target_name(model));
    }
    for (size_t i = 0; i < model->n_suspicions; i++) {
        const logreg__suspicion *s = &model->suspicion[i];
        size_t v = 0;
        if (s->kind != LOGREG__SUSPECT_MISTYPED || found++ >= LOGREG__LISTED || !piece)
            continue;
        while (v < model->terms->n_variables && (!model->terms->variable[v].column ||
                                                 strcmp(model->terms->variable[v].column, s->column) != 0))
            v++;
        const logreg__variable *x = &model->terms->variable[v];
        logreg__page_add(piece, found > 1 ? "; " : "");
        if (v < model->terms->n_variables && s->mistyped.label < x->n_levels &&
            s->mistyped.other < x->n_levels)
            logreg__write_slip(piece, x->levels[s->mistyped.label], (double)s->mistyped.rows,
                               x->levels[s->mistyped.other], s->column);
    }
    if (!found || !piece)
        return found > 0;
    logreg__write_slip_way(piece, found, model->alike_command);
    piece->command = model->alike_command;
    return true;
}
