#include "design/cells.h"

#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"
#include "data/label.h"
#include "data/place.h"

/* numbers: all levels are. They then ascend by value from the second on; the first is the reference. */
static uint32_t level_of_label(const logreg__variable *v, const char *label, bool numbers)
{
    double x;
    for (size_t l = 0; l < v->n_levels; l++)
        if (strcmp(v->levels[l], label) == 0)
            return (uint32_t)l;
    if (!numbers || !logreg__number_parse(&x, label, strlen(label), '.'))
        return LOGREG__NO_LEVEL;
    if (logreg__label_compare(v->levels[0], label, '.') == 0)
        return 0;
    size_t low = 1, high = v->n_levels;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = logreg__label_compare(v->levels[middle], label, '.');
        if (order == 0)
            return (uint32_t)middle;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return LOGREG__NO_LEVEL;
}

/* Levels of a wrapped number ascend likewise. */
static uint32_t level_of_number(const logreg__cells *c, double x)
{
    size_t low = 1, high = c->variable->n_levels;
    if (c->value[0] == x)
        return 0;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (c->value[middle] < x)
            low = middle + 1;
        else
            high = middle;
    }
    return low < c->variable->n_levels && c->value[low] == x ? (uint32_t)low : LOGREG__NO_LEVEL;
}

uint32_t logreg__cells_level(const logreg__cells *c, size_t place)
{
    if (c->value)
        return level_of_number(c, logreg__column_number(c->column, place));
    return c->map[logreg__column_code(c->column, place)];
}

/* Frame levels and variable levels both stand in level order, so that most are found at the next place. */
static bool map_levels(logreg__cells *c)
{
    const logreg__variable *v = c->variable;
    c->map = logreg__new_raw(c->column->n_levels, sizeof *c->map);
    if (!c->map)
        return false;
    size_t next = 0;
    bool numbers = logreg__labels_numbers(v->levels, v->n_levels);
    for (size_t l = 0; l < c->column->n_levels; l++) {
        const char *label = c->column->levels[l];
        bool hit = next < v->n_levels && strcmp(v->levels[next], label) == 0;
        c->map[l] = hit ? (uint32_t)next : level_of_label(v, label, numbers);
        if (c->map[l] != LOGREG__NO_LEVEL)
            next = c->map[l] + 1;
    }
    return true;
}

static logreg_status map_values(logreg__cells *c, logreg_error *err)
{
    const logreg__variable *v = c->variable;
    c->value = logreg__new_raw(v->n_levels, sizeof *c->value);
    if (!c->value)
        return logreg__fail_memory(err);
    for (size_t l = 0; l < v->n_levels; l++)
        if (!logreg__number_parse(&c->value[l], v->levels[l], strlen(v->levels[l]), '.'))
            return logreg__fail(
                err, LOGREG_EDATA,
                "column '%s' holds numbers, but the model knows it as a category with levels such as "
                "'%s'",
                v->column, v->levels[l]);
    return LOGREG_OK;
}

/* Appends the text to a list in a message, quoted; a list that is full ends in dots. */
static void add_to_list(char *list, size_t size, const char *text)
{
    size_t used = strlen(list);
    if (used + strlen(text) + 12 < size)
        snprintf(list + used, size - used, "%s'%s'", used ? ", " : "", text);
    else if (used + 6 < size && (used < 3 || strcmp(list + used - 3, "...") != 0))
        snprintf(list + used, size - used, ", ...");
}

static void list_known(char *list, size_t size, const logreg__variable *v)
{
    *list = '\0';
    for (size_t l = 0; l < v->n_levels; l++)
        add_to_list(list, size, v->levels[l]);
}

/* At the first row that has one of them. */
static logreg_status unseen(const logreg__cells *c, const unsigned char *seen, const logreg_frame *frame,
                            size_t row, logreg_error *err)
{
    char unknown[300] = "", known[400];
    for (size_t l = 0; l < c->column->n_levels; l++)
        if (seen[l])
            add_to_list(unknown, sizeof unknown, c->column->levels[l]);
    list_known(known, sizeof known, c->variable);
    return logreg__fail_at(err, frame, row, c->column,
                           "column '%s' has levels that the model never saw: %s; it knows %s",
                           c->column->name, unknown, known);
}

static logreg_status strange_value(const logreg__cells *c, const logreg_frame *frame, size_t row,
                                   logreg_error *err)
{
    char text[LOGREG__NUMBER_SIZE], known[400];
    list_known(known, sizeof known, c->variable);
    return logreg__fail_at(
        err, frame, row, c->column, "column '%s' holds %s, a level that the model never saw; it knows %s",
        c->column->name, logreg__number_shortest(text, logreg__column_number(c->column, row)), known);
}

/* Every kept row's level must be one that the terms know. */
static logreg_status check_levels(const logreg__cells *c, const logreg_frame *frame, const logreg__rows *rows,
                                  logreg_error *err)
{
    size_t levels = c->column->n_levels, bad = 0;
    bool by_label = c->column->kind == LOGREG_CATEGORY;
    for (size_t l = 0; by_label && l < levels; l++)
        bad += c->map[l] == LOGREG__NO_LEVEL;
    if (by_label && !bad)
        return LOGREG_OK;
    unsigned char *seen = logreg__new(levels, 1);
    if (!seen)
        return logreg__fail_memory(err);
    logreg_status status = LOGREG_OK;
    size_t met = SIZE_MAX; /* the first row with such a level */
    size_t place[LOGREG__BLOCK_ROWS];
    for (size_t first = 0; status == LOGREG_OK && first < rows->n; first += LOGREG__BLOCK_ROWS) {
        size_t count = rows->n - first < LOGREG__BLOCK_ROWS ? rows->n - first : LOGREG__BLOCK_ROWS;
        logreg__rows_list(rows, first, count, place);
        for (size_t i = 0; status == LOGREG_OK && i < count; i++) {
            if (logreg__cells_level(c, place[i]) != LOGREG__NO_LEVEL)
                continue;
            met = met == SIZE_MAX ? place[i] : met;
            if (by_label)
                seen[logreg__column_code(c->column, place[i])] = 1;
            else
                status = strange_value(c, frame, place[i], err);
        }
    }
    if (status == LOGREG_OK && met != SIZE_MAX)
        status = unseen(c, seen, frame, met, err);
    free(seen);
    return status;
}

logreg_status logreg__cells_column(const logreg__column **column, const logreg__variable *v,
                                   const logreg_frame *frame, logreg_error *err)
{
    size_t j = logreg_frame_find(frame, v->column);
    if (j == SIZE_MAX)
        return logreg__fail(err, LOGREG_EDATA, "the data lack column '%s', which the model needs", v->column);
    *column = &frame->column[j];
    if (v->kind == LOGREG_NUMERIC && (*column)->kind == LOGREG_CATEGORY && (*column)->doubt)
        return logreg__fail(err, LOGREG_EDATA, "%s", (*column)->doubt);
    if (v->kind == LOGREG_NUMERIC && (*column)->kind == LOGREG_CATEGORY)
        return logreg__fail(err, LOGREG_EDATA, "column '%s' holds text, but the model knows it as a number",
                            v->column);
    return LOGREG_OK;
}

logreg_status logreg__cells_bind(logreg__cells *c, const logreg__variable *v, const logreg_frame *frame,
                                 const logreg__rows *rows, logreg_error *err)
{
    c->variable = v;
    logreg_status status = logreg__cells_column(&c->column, v, frame, err);
    if (status == LOGREG_OK && c->column->kind == LOGREG_NUMERIC)
        status = map_values(c, err);
    else if (status == LOGREG_OK && !map_levels(c))
        status = logreg__fail_memory(err);
    return status == LOGREG_OK ? check_levels(c, frame, rows, err) : status;
}

void logreg__cells_clear(logreg__cells *c)
{
    free(c->map);
    free(c->value);
    *c = (logreg__cells){0};
}
