/* Conditions on what may be missing: as in R, is.na(a) always has an answer, a > 1 & b > 2 has one where either is FALSE, and a row is left out
 * where there is none. */
#include "base/error.h"
#include "base/memory.h"
#include "formula/made.h"
#include "formula/operation.h"

bool logreg__made_forgives(const logreg__made *made)
{
    bool forgives = false;
    for (size_t i = 0; made && i < made->input->n; i++) {
        const logreg__operation *o = made->input->node[i].operation;
        forgives = forgives || (o && o->forgives);
    }
    return forgives;
}

/* drop[i]: whether the kept row i has no value. False: memory is out. */
static bool find_unanswered(unsigned char *drop, bool *any, const logreg__bound *bound,
                            const logreg__rows *rows)
{
    size_t place[LOGREG__BLOCK_ROWS];
    double *work = logreg__new_raw(bound->depth + 1, LOGREG__BLOCK_ROWS * sizeof *work);
    *any = false;
    for (size_t first = 0; work && first < rows->n; first += LOGREG__BLOCK_ROWS) {
        size_t left = rows->n - first, count = left < LOGREG__BLOCK_ROWS ? left : LOGREG__BLOCK_ROWS;
        double *value = work + bound->depth * LOGREG__BLOCK_ROWS;
        logreg__rows_list(rows, first, count, place);
        logreg__bound_values(value, bound, place, count, work);
        for (size_t r = 0; r < count; r++) {
            drop[first + r] = value[r] != value[r];
            *any = *any || drop[first + r];
        }
    }
    free(work);
    return work;
}

logreg_status logreg__made_answered(logreg__rows *rows, const logreg__made *made, const logreg_frame *frame,
                                    logreg_error *err)
{
    if (!logreg__made_forgives(made))
        return LOGREG_OK;
    logreg__bound *bound = NULL;
    bool any;
    logreg_status status = logreg__bound_new(&bound, made->input, frame, err);
    if (status)
        return status;
    unsigned char *drop = logreg__new_raw(rows->n, 1);
    if (!drop || !find_unanswered(drop, &any, bound, rows))
        status = logreg__fail_memory(err);
    else if (any)
        status = logreg__rows_leave_out(rows, drop, err);
    free(drop);
    logreg__bound_free(bound);
    return status;
}
