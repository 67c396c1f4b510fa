/* Blocks of the design matrix.
 *
 * A recipe says how one term is made: the product of its numbers, and the code that its categories combine to. A term
 * without categories is a dense column; one with categories is a group, of which each row has one column at most.
 */
#include "data/design.h"

#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"

/* A category of a group: from a cell of the frame to its place among the term's codes. */
typedef struct {
    const logreg__column *column;
    const logreg__variable *variable;
    bool full;       /* level 0 has a column too */
    uint32_t *map;   /* category column: level of the variable for each level of the frame, or NO_COLUMN */
    double *value;   /* numeric column, as in C(zip): the number of each level of the variable */
    uint32_t stride; /* in the product of codes */
} category;

typedef struct logreg__recipe {
    size_t n_numbers;
    const logreg__column **number;
    size_t n_categories;
    category *category;
    uint32_t *renumber; /* column within the term to column within the group; NULL: all are there */
} recipe;

struct logreg__scratch {
    size_t place[LOGREG__BLOCK_ROWS];
    double y[LOGREG__BLOCK_ROWS], w[LOGREG__BLOCK_ROWS], offset[LOGREG__BLOCK_ROWS], ones[LOGREG__BLOCK_ROWS];
    const double **dense, **value;
    const uint32_t **code;
    double *numbers; /* a column of BLOCK_ROWS for each recipe */
    uint32_t *codes; /* and one of codes */
};

/* ---- Levels ---- */

static uint32_t level_of_label(const logreg__variable *v, const char *label)
{
    for (size_t l = 0; l < v->n_levels; l++)
        if (strcmp(v->levels[l], label) == 0)
            return (uint32_t)l;
    return LOGREG__NO_COLUMN;
}

/* Levels that are numbers ascend by value, but for the first, which may have been chosen as the reference. */
static uint32_t level_of_number(const category *c, double x)
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
    return low < c->variable->n_levels && c->value[low] == x ? (uint32_t)low : LOGREG__NO_COLUMN;
}

static uint32_t level_of_cell(const category *c, size_t place)
{
    if (c->value)
        return level_of_number(c, logreg__column_number(c->column, place));
    return c->map[logreg__column_code(c->column, place)];
}

/* Frame levels and variable levels both stand in level order, so that most are found at the next place. */
static bool map_levels(category *c)
{
    const logreg__variable *v = c->variable;
    c->map = logreg__new_raw(c->column->n_levels, sizeof *c->map);
    if (!c->map)
        return false;
    size_t next = 0;
    for (size_t l = 0; l < c->column->n_levels; l++) {
        const char *label = c->column->levels[l];
        bool hit = next < v->n_levels && strcmp(v->levels[next], label) == 0;
        c->map[l] = hit ? (uint32_t)next : level_of_label(v, label);
        if (c->map[l] != LOGREG__NO_COLUMN)
            next = c->map[l] + 1;
    }
    return true;
}

static logreg_status map_values(category *c, logreg_error *err)
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

static logreg_status unseen(const category *c, const unsigned char *seen, logreg_error *err)
{
    char unknown[300] = "", known[400] = "";
    for (size_t l = 0; l < c->column->n_levels; l++)
        if (seen[l])
            add_to_list(unknown, sizeof unknown, c->column->levels[l]);
    for (size_t l = 0; l < c->variable->n_levels; l++)
        add_to_list(known, sizeof known, c->variable->levels[l]);
    return logreg__fail(err, LOGREG_EDATA, "column '%s' has levels that the model never saw: %s; it knows %s",
                        c->column->name, unknown, known);
}

/* Every kept row's level must be one that the terms know. */
static logreg_status check_levels(const category *c, const logreg__rows *rows, logreg_error *err)
{
    size_t levels = c->column->n_levels, bad = 0;
    bool by_label = c->column->kind == LOGREG_CATEGORY;
    for (size_t l = 0; by_label && l < levels; l++)
        bad += c->map[l] == LOGREG__NO_COLUMN;
    if (by_label && !bad)
        return LOGREG_OK;
    unsigned char *seen = logreg__new(levels, 1);
    if (!seen)
        return logreg__fail_memory(err);
    logreg_status status = LOGREG_OK;
    bool any = false;
    size_t place[LOGREG__BLOCK_ROWS];
    for (size_t first = 0; status == LOGREG_OK && first < rows->n; first += LOGREG__BLOCK_ROWS) {
        size_t count = rows->n - first < LOGREG__BLOCK_ROWS ? rows->n - first : LOGREG__BLOCK_ROWS;
        logreg__rows_list(rows, first, count, place);
        for (size_t i = 0; status == LOGREG_OK && i < count; i++) {
            if (level_of_cell(c, place[i]) != LOGREG__NO_COLUMN)
                continue;
            if (by_label)
                seen[logreg__column_code(c->column, place[i])] = 1, any = true;
            else
                status = logreg__fail(
                    err, LOGREG_EDATA, "row %zu: column '%s' holds %g, a level that the model never saw",
                    place[i] + 1, c->column->name, logreg__column_number(c->column, place[i]));
        }
    }
    if (status == LOGREG_OK && any)
        status = unseen(c, seen, err);
    free(seen);
    return status;
}

/* ---- Recipes ---- */

static logreg_status find_column(const logreg__column **column, const logreg__variable *v,
                                 const logreg_frame *frame, logreg_error *err)
{
    size_t j = logreg_frame_find(frame, v->column);
    if (j == SIZE_MAX)
        return logreg__fail(err, LOGREG_EDATA, "the data lack column '%s', which the model needs", v->column);
    *column = &frame->column[j];
    if (v->kind == LOGREG_NUMERIC && (*column)->kind == LOGREG_CATEGORY)
        return logreg__fail(err, LOGREG_EDATA, "column '%s' holds text, but the model knows it as a number",
                            v->column);
    return LOGREG_OK;
}

static logreg_status make_category(category *c, const logreg__variable *v, bool full, size_t stride,
                                   const logreg_frame *frame, const logreg__rows *rows, logreg_error *err)
{
    c->variable = v;
    c->full = full;
    c->stride = (uint32_t)stride;
    logreg_status status = find_column(&c->column, v, frame, err);
    if (status == LOGREG_OK && c->column->kind == LOGREG_NUMERIC)
        status = map_values(c, err);
    else if (status == LOGREG_OK && !map_levels(c))
        status = logreg__fail_memory(err);
    return status == LOGREG_OK ? check_levels(c, rows, err) : status;
}

static logreg_status make_recipe(recipe *r, const logreg__terms *terms, const logreg__term *term,
                                 const logreg_frame *frame, const logreg__rows *rows, logreg_error *err)
{
    r->number = logreg__new(term->n, sizeof(const logreg__column *));
    r->category = logreg__new(term->n, sizeof *r->category);
    if (!r->number || !r->category)
        return logreg__fail_memory(err);
    size_t stride = 1;
    logreg_status status = LOGREG_OK;
    for (size_t i = 0; status == LOGREG_OK && i < term->n; i++) {
        const logreg__variable *v = &terms->variable[term->variable[i]];
        if (v->kind == LOGREG_NUMERIC) {
            status = find_column(&r->number[r->n_numbers++], v, frame, err);
        } else {
            status =
                make_category(&r->category[r->n_categories++], v, term->full[i], stride, frame, rows, err);
            stride *= v->n_levels - !term->full[i];
        }
    }
    return status;
}

static void clear_recipe(recipe *r)
{
    for (size_t i = 0; r->category && i < r->n_categories; i++) {
        free(r->category[i].map);
        free(r->category[i].value);
    }
    free(r->category);
    free(r->number);
    free(r->renumber);
}

/* ---- The design ---- */

/* Gives the columns of term t, or those of them that are kept, their places in fold order. */
static logreg_status place_columns(logreg__design *d, recipe *r, const logreg__term *term,
                                   const unsigned char *drop, logreg_error *err)
{
    size_t kept = 0;
    for (size_t c = 0; c < term->n_columns; c++)
        kept += !(drop && drop[term->first + c]);
    if (kept < term->n_columns) {
        r->renumber = logreg__new_raw(term->n_columns, sizeof *r->renumber);
        if (!r->renumber)
            return logreg__fail_memory(err);
    }
    size_t next = 0;
    for (size_t c = 0; c < term->n_columns; c++) {
        bool keep = !(drop && drop[term->first + c]);
        if (r->renumber)
            r->renumber[c] = keep ? (uint32_t)next : LOGREG__NO_COLUMN;
        if (keep) {
            d->column[d->p + next] = term->first + c;
            next++;
        }
    }
    if (r->n_categories)
        d->group[d->n_groups++] = (logreg__group){.first = d->p, .count = kept};
    else
        d->n_dense++;
    d->p += kept;
    return LOGREG_OK;
}

static bool all_dropped(const logreg__term *term, const unsigned char *drop)
{
    size_t dropped = 0;
    for (size_t c = 0; drop && c < term->n_columns; c++)
        dropped += drop[term->first + c];
    return dropped == term->n_columns;
}

/* Makes the terms with categories, or those without. */
static logreg_status make_terms(logreg__design *d, bool categories, const unsigned char *drop,
                                logreg_error *err)
{
    logreg_status status = LOGREG_OK;
    for (size_t t = 0; status == LOGREG_OK && t < d->terms->n_terms; t++) {
        const logreg__term *term = &d->terms->term[t];
        bool has = false;
        for (size_t i = 0; i < term->n; i++)
            has |= d->terms->variable[term->variable[i]].kind == LOGREG_CATEGORY;
        if (has != categories || all_dropped(term, drop))
            continue;
        recipe *r = &d->recipe[d->n_recipes++];
        status = make_recipe(r, d->terms, term, d->frame, d->rows, err);
        if (status == LOGREG_OK)
            status = place_columns(d, r, term, drop, err);
    }
    return status;
}

logreg_status logreg__design_new(logreg__design **out, const logreg__terms *terms, const logreg_frame *frame,
                                 const logreg__rows *rows, const logreg__response *response,
                                 const unsigned char *drop, logreg_error *err)
{
    logreg__design *d = logreg__new(1, sizeof *d);
    if (!d)
        return logreg__fail_memory(err);
    *d = (logreg__design){.n = rows->n, .frame = frame, .rows = rows, .terms = terms, .response = response};
    d->column = logreg__new(terms->n_columns, sizeof *d->column);
    d->group = logreg__new(terms->n_terms, sizeof *d->group);
    d->recipe = logreg__new(terms->n_terms, sizeof *d->recipe);
    logreg_status status = d->column && d->group && d->recipe ? LOGREG_OK : logreg__fail_memory(err);
    if (status == LOGREG_OK && terms->intercept && !(drop && drop[0])) {
        d->intercept = true;
        d->column[d->p++] = 0;
        d->n_dense++;
    }
    if (status == LOGREG_OK)
        status = make_terms(d, false, drop, err);
    if (status == LOGREG_OK)
        status = make_terms(d, true, drop, err);
    if (status == LOGREG_OK)
        *out = d;
    else
        logreg__design_free(d);
    return status;
}

void logreg__design_free(logreg__design *d)
{
    if (!d)
        return;
    for (size_t i = 0; d->recipe && i < d->n_recipes; i++)
        clear_recipe(&d->recipe[i]);
    free(d->recipe);
    free(d->group);
    free(d->column);
    free(d);
}

/* ---- Blocks ---- */

logreg__scratch *logreg__scratch_new(const logreg__design *d)
{
    logreg__scratch *s = logreg__new(1, sizeof *s);
    if (!s)
        return NULL;
    s->dense = logreg__new(d->n_dense, sizeof(const double *));
    s->value = logreg__new(d->n_groups, sizeof(const double *));
    s->code = logreg__new(d->n_groups, sizeof(const uint32_t *));
    s->numbers = logreg__new_raw(d->n_recipes * LOGREG__BLOCK_ROWS, sizeof *s->numbers);
    s->codes = logreg__new_raw(d->n_groups * LOGREG__BLOCK_ROWS, sizeof *s->codes);
    if (!s->dense || !s->value || !s->code || !s->numbers || !s->codes) {
        logreg__scratch_free(s);
        return NULL;
    }
    for (size_t r = 0; r < LOGREG__BLOCK_ROWS; r++)
        s->ones[r] = 1;
    return s;
}

void logreg__scratch_free(logreg__scratch *s)
{
    if (!s)
        return;
    free(s->dense);
    free(s->value);
    free(s->code);
    free(s->numbers);
    free(s->codes);
    free(s);
}

/* The product of the recipe's numbers: a pointer into the frame where it stands there, else made in room. */
static const double *fetch_numbers(const recipe *r, const logreg__design *d, size_t first, size_t rows,
                                   const size_t *place, double *room)
{
    if (r->n_numbers == 0)
        return NULL;
    const logreg__column *c = r->number[0];
    if (r->n_numbers == 1 && !d->rows->bits && !c->base)
        return c->numbers[first / LOGREG__SEGMENT_ROWS] + first % LOGREG__SEGMENT_ROWS;
    for (size_t i = 0; i < rows; i++)
        room[i] = logreg__column_number(c, place[i]);
    for (size_t k = 1; k < r->n_numbers; k++)
        for (size_t i = 0; i < rows; i++)
            room[i] *= logreg__column_number(r->number[k], place[i]);
    return room;
}

static void fetch_codes(uint32_t *code, const recipe *r, size_t rows, const size_t *place)
{
    for (size_t i = 0; i < rows; i++)
        code[i] = 0;
    for (size_t k = 0; k < r->n_categories; k++) {
        const category *c = &r->category[k];
        for (size_t i = 0; i < rows; i++) {
            uint32_t level = level_of_cell(c, place[i]);
            bool none = code[i] == LOGREG__NO_COLUMN || (!c->full && level == 0);
            code[i] = none ? LOGREG__NO_COLUMN : code[i] + (level - !c->full) * c->stride;
        }
    }
    for (size_t i = 0; r->renumber && i < rows; i++)
        if (code[i] != LOGREG__NO_COLUMN)
            code[i] = r->renumber[code[i]];
}

static void fetch_response(logreg__block *block, const logreg__design *d, logreg__scratch *s)
{
    const logreg__response *r = d->response;
    bool has_w = r->weights || r->trials, has_offset = r->offset != NULL;
    logreg__response_fill(r, s->place, block->rows, s->y, has_w ? s->w : NULL, has_offset ? s->offset : NULL);
    block->y = s->y;
    block->w = has_w ? s->w : NULL;
    block->offset = has_offset ? s->offset : NULL;
}

void logreg__design_block(logreg__block *block, const logreg__design *d, size_t first, size_t rows,
                          logreg__scratch *s)
{
    logreg__rows_list(d->rows, first, rows, s->place);
    size_t dense = 0, group = 0;
    if (d->intercept)
        s->dense[dense++] = s->ones;
    for (size_t i = 0; i < d->n_recipes; i++) {
        const recipe *r = &d->recipe[i];
        const double *x = fetch_numbers(r, d, first, rows, s->place, s->numbers + i * LOGREG__BLOCK_ROWS);
        if (r->n_categories == 0) {
            s->dense[dense++] = x;
            continue;
        }
        s->value[group] = x;
        s->code[group] = s->codes + group * LOGREG__BLOCK_ROWS;
        fetch_codes(s->codes + group * LOGREG__BLOCK_ROWS, r, rows, s->place);
        group++;
    }
    *block = (logreg__block){.rows = rows, .dense = s->dense, .code = s->code, .value = s->value};
    if (d->response)
        fetch_response(block, d, s);
}

void logreg__block_expand(double *x, const logreg__design *d, const logreg__block *block)
{
    memset(x, 0, block->rows * d->p * sizeof *x);
    for (size_t r = 0; r < block->rows; r++) {
        for (size_t j = 0; j < d->n_dense; j++)
            x[r * d->p + j] = block->dense[j][r];
        for (size_t g = 0; g < d->n_groups; g++)
            if (block->code[g][r] != LOGREG__NO_COLUMN)
                x[r * d->p + d->group[g].first + block->code[g][r]] =
                    block->value[g] ? block->value[g][r] : 1;
    }
}
