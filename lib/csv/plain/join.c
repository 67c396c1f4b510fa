#include <math.h>

#include "base/memory.h"
#include "data/column.h"
#include "csv/plain/plain.h"

/* ---- Into the columns, in the file's order ---- */

static size_t count_missing(const logreg__piece *p, size_t j)
{
    const double *number = p->store + j * p->stride;
    const uint32_t *code = (const uint32_t *)number;
    size_t missing = 0;
    for (size_t r = 0; p->gaps[j] && r < p->rows; r++)
        missing += p->category[j] ? code[r] == LOGREG__MISSING : isnan(number[r]) != 0;
    return missing;
}

/* Gives the labels that the column has not met its codes, in the order of the rows. */
static bool join_labels(const logreg__piece *p, size_t j, logreg__filling *filling)
{
    const uint32_t *code = (const uint32_t *)(p->store + j * p->stride);
    logreg__labels *labels = &p->labels[j];
    for (size_t r = 0; r < p->rows && labels->unknown; r++) {
        logreg__label_entry *entry = code[r] == LOGREG__MISSING ? NULL : &labels->entry[code[r]];
        if (!entry || entry->meaning != LOGREG__MISSING)
            continue;
        entry->meaning = logreg__filling_code(filling, labels->text + entry->at, entry->n);
        if (entry->meaning == LOGREG__MISSING)
            return false;
        labels->unknown--;
    }
    return true;
}

static bool join_column(logreg__piece *p, size_t j)
{
    logreg__filling *filling = logreg__csv_columns_filling(p->columns, j);
    if (p->category[j] && !join_labels(p, j, filling))
        return false;
    void **run = logreg__filling_reserve(filling, p->rows, count_missing(p, j));
    if (run)
        memcpy(p->run + j * p->n_runs, run, p->n_runs * sizeof *run);
    return run;
}

bool logreg__piece_join(logreg__piece *p)
{
    p->place = logreg__csv_columns_rows(p->columns) % LOGREG__SEGMENT_ROWS;
    p->n_runs = logreg__runs(p->place + p->rows);
    bool ok =
        p->n_runs <= SIZE_MAX / p->n && logreg__grow(&p->run, &p->run_room, p->n_runs * p->n, sizeof *p->run);
    for (size_t j = 0; j < p->n && ok; j++)
        ok = join_column(p, j);
    p->joined = ok;
    for (size_t j = 0; j < p->n && ok; j++) { /* now that these rows are not read again */
        logreg__column *c = &logreg__csv_columns_filling(p->columns, j)->column;
        c->n_na += p->na[j];
        c->has_empty = c->has_empty || p->empty[j];
    }
    if (ok)
        logreg__csv_columns_extend(p->columns, p->rows);
    return ok;
}

/* ---- Copies, at any time ---- */

static void copy_codes(uint32_t *to, const uint32_t *from, size_t n, const logreg__labels *labels)
{
    for (size_t i = 0; i < n; i++)
        to[i] = from[i] == LOGREG__MISSING ? from[i] : labels->entry[from[i]].meaning;
}

static void copy_column(const logreg__piece *p, size_t j)
{
    const double *number = p->store + j * p->stride;
    const uint32_t *code = (const uint32_t *)number;
    size_t place = p->place, done = 0;
    for (size_t k = 0; k < p->n_runs; k++) {
        size_t room = LOGREG__SEGMENT_ROWS - place, left = p->rows - done, n = left < room ? left : room;
        void *run = p->run[j * p->n_runs + k];
        if (p->category[j])
            copy_codes((uint32_t *)run + place, code + done, n, &p->labels[j]);
        else
            memcpy((double *)run + place, number + done, n * sizeof *number);
        done += n;
        place = 0;
    }
}

void logreg__piece_copy(logreg__piece *p)
{
    for (size_t j = 0; p->joined && j < p->n; j++)
        copy_column(p, j);
    p->joined = false;
}
