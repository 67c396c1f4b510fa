/* What the columns are when all rows are in, and their way into the frame. */
#include "csv/columns_held.h"
#include "csv/numbers.h"
#include "csv/surplus.h"
#include "data/gap.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"

typedef logreg__csv_column column;

/* Are there missing values, strays among numbers apart? */
static bool some_missing(const logreg__csv_columns *columns, const logreg__column *done)
{
    for (size_t j = 0; j < columns->n; j++) {
        const logreg__strays *strays = columns->column[j].strays;
        size_t count = done[j].kind == LOGREG_NUMERIC ? logreg__strays_tally(strays, 0).strays : 0;
        if (done[j].n_missing > count)
            return true;
    }
    return false;
}

static void add_also(logreg__table_facts *facts, const char *text)
{
    size_t i = 0;
    while (i < facts->n_also && strcmp(facts->also[i], text) != 0)
        i++;
    if (i == facts->n_also && i < LOGREG__ALSO)
        facts->also[facts->n_also++] = text;
}

/* Texts of all columns that mean nothing but missing values. */
static void find_gaps(logreg__table_facts *facts, const logreg__csv_columns *columns,
                      const logreg__column *done)
{
    for (size_t j = 0; j < columns->n; j++) {
        const char *text[LOGREG__STRAY_KINDS];
        const column *c = &columns->column[j];
        bool category = done[j].kind == LOGREG_CATEGORY;
        size_t n = c->strays && !category ? logreg__strays_texts(text, c->strays) : 0;
        for (size_t k = 0; k < n; k++)
            if (logreg__gap_text(text[k]))
                add_also(facts, text[k]);
        for (size_t l = 0; category && !c->forced && l < done[j].n_levels; l++)
            if (logreg__gap_of(&done[j], l) == LOGREG__GAP)
                add_also(facts, done[j].levels[l]);
    }
}

static logreg__table_facts look_around(const logreg__csv_columns *columns, const logreg__column *done)
{
    logreg__table_facts facts = {.some_na = some_missing(columns, done),
                                 .nameless = !*done->name && done->n_missing < columns->rows};
    for (size_t j = 0; j < columns->n; j++)
        facts.written |= done[j].written;
    find_gaps(&facts, columns, done);
    return facts;
}

/* Numbers with the decimal mark: those that are not whole, and others among the first rows. */
static bool some_fractions(const logreg__column *done, size_t rows)
{
    bool some = done->written & LOGREG__WRITTEN_DECIMAL;
    for (size_t r = 0; done->kind == LOGREG_NUMERIC && !some && r < rows; r++) {
        double x = logreg__column_number(done, r);
        some = !isnan(x) && x != floor(x);
    }
    return some;
}

/* What is told to whoever uses a category that nobody insisted on. */
static logreg_status doubt(logreg_frame *frame, size_t j, const logreg__csv *csv)
{
    logreg_status status = logreg__doubt_category(frame, j, csv);
    return status == LOGREG_OK && !frame->column[j].doubt ? logreg__surplus_find(frame, j, csv) : status;
}

/* Is column j of the finished ones what it was taken for? */
static logreg_status judge(const logreg__csv_columns *columns, size_t j, logreg_frame *frame, bool *late)
{
    const logreg__column *all = frame->column, *done = &all[j];
    const column *c = &columns->column[j];
    const logreg__csv *csv = columns->csv;
    bool category = done->kind == LOGREG_CATEGORY;
    frame->column[j].insisted = c->forced;
    if (category && !c->strays && !c->forced) /* by an earlier reading, and on the plain road */
        return doubt(frame, j, csv);
    if (!c->strays)
        return LOGREG_OK;
    logreg__tally tally = logreg__strays_tally(c->strays, columns->rows - done->n_missing);
    if (category && !logreg__levels_tally(&tally, done, columns->rows, csv->options.decimal))
        return logreg__fail_memory(csv->err);
    logreg__verdict verdict = logreg__tally_verdict(&tally);
    if (verdict == LOGREG__FAULT) {
        logreg_status answers = logreg__answers_fault(frame, j, c->strays, &tally, csv);
        if (answers != LOGREG_OK)
            return answers;
        logreg__table_facts facts = look_around(columns, all);
        facts.fractions = some_fractions(done, columns->rows);
        return logreg__strays_fault(c->strays, &tally, j, done->name, facts, csv);
    }
    if (category)
        return doubt(frame, j, csv);
    *late = verdict == LOGREG__TEXT;
    return *late ? logreg__strays_late(c->strays, j, done->name, csv) : LOGREG_OK;
}

static bool move_columns(logreg__csv_columns *columns, logreg_frame *frame)
{
    frame->column = logreg__new(columns->n, sizeof *frame->column);
    if (!frame->column)
        return false;
    frame->room = columns->n;
    frame->store = columns->store;
    columns->store = (logreg__store){0};
    frame->n_rows = columns->rows;
    for (size_t j = 0; j < columns->n; j++) {
        column *c = &columns->column[j];
        if (!logreg__filling_finish(&c->filling, &frame->column[j], columns->csv->options.decimal))
            return false;
        frame->column[j].name = c->name;
        frame->column[j].written = c->filling.column.kind == LOGREG_NUMERIC ? c->written : 0;
        c->name = NULL;
        frame->n_columns++;
    }
    return true;
}

logreg_status logreg__csv_columns_finish(logreg__csv_columns *columns, logreg_frame *frame, bool *text,
                                         bool *again)
{
    logreg_status status = columns->settled ? LOGREG_OK : logreg__csv_columns_settle(columns);
    if (status != LOGREG_OK)
        return status;
    if (!move_columns(columns, frame))
        return logreg__fail_memory(columns->csv->err);
    bool any_late = false;
    for (size_t j = 0; j < columns->n; j++) {
        bool late = false;
        status = judge(columns, j, frame, &late);
        if (status != LOGREG_OK && !late)
            return status;
        text[j] = text[j] || late;
        any_late = any_late || late;
    }
    *again = any_late;
    return any_late ? LOGREG_EDATA : LOGREG_OK;
}
