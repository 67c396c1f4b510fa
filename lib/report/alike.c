/* Values that differ in capitals alone, as free text has them: yes, Yes, YES. They count as different, as R counts them, so that
 * the reader must hear of it. */
#include "base/utf8.h"
#include "model/model.h"
#include "report/summary.h"
#include "report/warnings.h"

/* Values beyond these are not compared: pairs grow as their square. */
enum { COMPARED = 500 };

/* Counts pairs; names the first of all. */
static size_t compare(logreg__page *piece, size_t found, char *const *value, size_t n, const char *of)
{
    n = n < COMPARED ? n : COMPARED;
    for (size_t i = 0; i < n; i++)
        for (size_t k = i + 1; k < n; k++) {
            if (!logreg__utf8_same_letters(value[i], value[k]) || found++ || !piece)
                continue;
            logreg__page_name(piece, value[i], LOGREG__NAME_ROOM);
            logreg__page_add(piece, " and ");
            logreg__page_name(piece, value[k], LOGREG__NAME_ROOM);
            logreg__page_add(piece, " of ");
            logreg__page_name(piece, of, LOGREG__NAME_ROOM);
            logreg__page_add(piece, " differ in capitals alone");
        }
    return found;
}

bool logreg__alike_values(logreg__page *piece, const logreg_model *model)
{
    const logreg__terms *terms = model->terms;
    bool labels = !model->plain && !model->numeric_target && !model->grouped;
    size_t found =
        labels ? compare(piece, 0, model->class_label, model->n_classes, logreg__target_name(model)) : 0;
    for (size_t v = 0; v < terms->n_variables; v++)
        if (terms->variable[v].column && terms->variable[v].n_levels)
            found = compare(piece, found, terms->variable[v].levels, terms->variable[v].n_levels,
                            terms->variable[v].column);
    if (!found || !piece)
        return found > 0;
    if (found > 1)
        logreg__page_format(piece, " (and %zu pair%s more)", found - 1, found == 2 ? "" : "s");
    logreg__page_add(piece, ", but count as different values. If they mean the same, ");
    logreg__page_add(
        piece, model->alike_command
                   ? "the command that follows prints the file with the rarer ones written as the commoner."
                   : "write them in one way.");
    piece->command = model->alike_command;
    return true;
}
