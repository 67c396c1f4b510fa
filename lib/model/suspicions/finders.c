#include "model/suspicions/finders.h"

#include "base/memory.h"

static const struct {
    bool (*find)(const logreg__search *q);
    logreg__search_stage stage;
} finders[] = {
    /* Many levels, which may be told as several answers later, and then no more. */
    {logreg__find_crowds, LOGREG__WITH_CLASSES},
    {logreg__find_references, LOGREG__WITH_CLASSES},
    /* Matched sets, whose numbers are then not looked at as such; and leaks, which may follow from something else. */
    {logreg__find_by_class, LOGREG__WITH_CLASSES},

    {logreg__find_variables, LOGREG__WITH_FILE},
    /* By the codes and zeros of variables, in those of which nothing else is suspected. */
    {logreg__find_beside, LOGREG__WITH_FILE},
    {logreg__find_grouped, LOGREG__WITH_FILE},
    {logreg__find_uncounted, LOGREG__WITH_FILE},
    /* Where the column as a whole does not hold several answers. */
    {logreg__find_joined, LOGREG__WITH_FILE},
    {logreg__find_decided, LOGREG__WITH_FILE},
    /* Takes leaks back. */
    {logreg__find_followers, LOGREG__WITH_FILE},
    {logreg__find_target, LOGREG__WITH_FILE},
    /* What is not known of them as variables. */
    {logreg__find_behind, LOGREG__WITH_FILE},
    {logreg__find_skipped, LOGREG__WITH_FILE},
    {logreg__find_twice, LOGREG__WITH_FILE},
    /* Unless all of them are ticks. */
    {logreg__find_losses, LOGREG__WITH_FILE},
};

/* The columns of numbers that the model takes, and its target, without rows of weight 0; NULL: memory is out. */
static logreg_frame *counting_rows(const logreg_model *m, const logreg_frame *frame, const logreg__rows *rows)
{
    logreg_frame *part = NULL;
    size_t n = rows->n_total - rows->n_weightless;
    double *value = logreg__new_raw(n, sizeof *value);
    bool ok = value && logreg_frame_new(&part, NULL) == LOGREG_OK;
    for (size_t v = 0; ok && v <= m->terms->n_variables; v++) {
        const char *name = v < m->terms->n_variables ? m->terms->variable[v].column : m->target;
        size_t j = name ? logreg_frame_find(frame, name) : SIZE_MAX, kept = 0;
        if (j == SIZE_MAX || frame->column[j].kind != LOGREG_NUMERIC ||
            logreg_frame_find(part, name) != SIZE_MAX)
            continue;
        for (size_t i = 0; i < rows->n_total; i++)
            if (!logreg__rows_weightless(rows, i))
                value[kept++] = logreg__column_number(&frame->column[j], i);
        ok = logreg_frame_add_numeric(part, name, value, n, 1, NULL) == LOGREG_OK;
    }
    free(value);
    if (ok)
        return part;
    logreg_frame_free(part);
    return NULL;
}

bool logreg__suspicions_find(const logreg__search *search, logreg__search_stage stage)
{
    logreg__search q = *search;
    logreg_frame *part = NULL;
    bool ok = true;
    q.counting = q.frame;
    if (stage == LOGREG__WITH_FILE && q.rows->n_weightless) {
        q.counting = part = counting_rows(q.model, q.frame, q.rows);
        ok = part;
    }
    for (size_t i = 0; i < sizeof finders / sizeof *finders && ok; i++)
        ok = finders[i].stage != stage || finders[i].find(&q);
    logreg_frame_free(part);
    return ok;
}
