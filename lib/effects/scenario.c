#include "effects/scenario.h"

#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"

bool logreg__scenario_start(logreg__scenario *s, const logreg_frame *frame)
{
    *s = (logreg__scenario){.frame = *frame,
                            .value = logreg__new(frame->n_columns, sizeof(double)),
                            .owned = logreg__new(frame->n_columns, sizeof(void *))};
    s->frame.column = logreg__new_raw(frame->n_columns, sizeof(logreg__column));
    if (s->frame.column)
        memcpy(s->frame.column, frame->column, frame->n_columns * sizeof *frame->column);
    return s->value && s->owned && s->frame.column;
}

void logreg__scenario_clear(logreg__scenario *s)
{
    for (size_t j = 0; s->owned && j < s->frame.n_columns; j++)
        free(s->owned[j]);
    free(s->owned);
    free(s->value);
    free(s->frame.column);
}

void logreg__scenario_number(logreg__scenario *s, size_t j, double value)
{
    logreg__column *c = &s->frame.column[j];
    s->value[j] = value;
    c->base = &s->value[j];
    c->stride = 0;
    c->numbers = NULL;
    c->n_missing = 0;
}

/* Every run is the same run of one code. */
static logreg_status set_code(logreg__scenario *s, size_t j, uint32_t code, logreg_error *err)
{
    size_t runs = logreg__runs(s->frame.n_rows), list = runs * sizeof(uint32_t *);
    char *owned = logreg__new_raw(1, list + LOGREG__SEGMENT_ROWS * sizeof(uint32_t));
    if (!owned)
        return logreg__fail_memory(err);
    uint32_t **run = (uint32_t **)(void *)owned, *codes = (uint32_t *)(void *)(owned + list);
    for (size_t i = 0; i < LOGREG__SEGMENT_ROWS; i++)
        codes[i] = code;
    for (size_t i = 0; i < runs; i++)
        run[i] = codes;
    free(s->owned[j]);
    s->owned[j] = owned;
    s->frame.column[j].codes = run;
    s->frame.column[j].n_missing = 0;
    return LOGREG_OK;
}

logreg_status logreg__scenario_level(logreg__scenario *s, size_t j, const char *level, logreg_error *err)
{
    const logreg__column *c = &s->frame.column[j];
    double value;
    if (c->kind == LOGREG_CATEGORY)
        for (size_t l = 0; l < c->n_levels; l++)
            if (strcmp(c->levels[l], level) == 0)
                return set_code(s, j, (uint32_t)l, err);
    if (c->kind == LOGREG_CATEGORY || !logreg__number_parse(&value, level, strlen(level), '.'))
        return logreg__fail(err, LOGREG_EDATA, "column '%.80s' has no level '%.80s'", c->name, level);
    logreg__scenario_number(s, j, value);
    return LOGREG_OK;
}
