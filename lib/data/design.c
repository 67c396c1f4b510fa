/* Blocks of the design matrix.
 *
 * A recipe says how one term is made. Its variables that scatter, categories, combine to one code; the others are numbers,
 * some of several columns. Each way to choose a column of each number gives one product; a term without categories
 * makes a dense column of each product, one with categories a group of each, of which a row has one column at most.
 */
#include "data/design.h"

#include "base/error.h"
#include "base/memory.h"
#include "data/derive.h"

/* A category of a group. */
typedef struct {
    logreg__cells cells;
    bool full;       /* level 0 has a column too */
    uint32_t stride; /* in the product of codes */
    size_t factor;   /* in the number of the term's column, and how many there are: column / factor % count */
    size_t count;
} category;

/* A column of the frame, or some of those derived. */
typedef struct {
    const logreg__column *column; /* NULL: derived */
    size_t first;                 /* of the derived columns */
    size_t factor, count;         /* as above */
    size_t stride;                /* in the number of the product */
} number;

typedef struct logreg__recipe {
    size_t n_numbers;
    number *number;
    size_t n_categories;
    category *category;
    size_t n_products, n_codes;
    uint32_t *
        renumber; /* [n_products x n_codes] column of a group, or dense (then one code); NO_COLUMN: dropped */
    bool *empty;  /* [n_products] nothing of it is kept */
} recipe;

struct logreg__scratch {
    size_t place[LOGREG__BLOCK_ROWS];
    double y[LOGREG__BLOCK_ROWS], w[LOGREG__BLOCK_ROWS], offset[LOGREG__BLOCK_ROWS], ones[LOGREG__BLOCK_ROWS];
    const double **dense, **value;
    const uint32_t **code;
    double *derived; /* a column of BLOCK_ROWS for each derived one */
    double *work;    /* to derive them */
    double *numbers; /* a column of BLOCK_ROWS for each dense column and group */
    uint32_t *codes; /* and one of codes for each recipe and group */
};

/* ---- Recipes ---- */

/* The term's variables, numbers with their products' strides and categories with their codes'. */
static logreg_status make_recipe(recipe *r, const logreg__design *d, const logreg__term *term,
                                 logreg_error *err)
{
    r->number = logreg__new(term->n, sizeof *r->number);
    r->category = logreg__new(term->n, sizeof *r->category);
    if (!r->number || !r->category)
        return logreg__fail_memory(err);
    r->n_products = r->n_codes = 1;
    size_t factor = 1;
    logreg_status status = LOGREG_OK;
    for (size_t i = 0; status == LOGREG_OK && i < term->n; i++) {
        const logreg__variable *v = &d->terms->variable[term->variable[i]];
        size_t width = logreg__variable_width(v, term->full[i]);
        if (logreg__variable_scatters(v, term->full[i])) {
            category *c = &r->category[r->n_categories++];
            *c = (category){
                .full = term->full[i], .stride = (uint32_t)r->n_codes, .factor = factor, .count = width};
            status = logreg__cells_bind(&c->cells, v, d->frame, d->rows, err);
            r->n_codes *= width;
        } else {
            number *x = &r->number[r->n_numbers++];
            *x = (number){.factor = factor, .count = width, .stride = r->n_products};
            if (v->made || v->coding)
                x->first = d->first_derived[term->variable[i]];
            else
                status = logreg__cells_column(&x->column, v, d->frame, err);
            r->n_products *= width;
        }
        factor *= width;
    }
    return status;
}

static void clear_recipe(recipe *r)
{
    for (size_t i = 0; r->category && i < r->n_categories; i++)
        logreg__cells_clear(&r->category[i].cells);
    free(r->category);
    free(r->number);
    free(r->renumber);
    free(r->empty);
}

/* The product and the code of a column of the term. */
static void split_column(size_t *product, size_t *code, const recipe *r, size_t column)
{
    *product = *code = 0;
    for (size_t i = 0; i < r->n_numbers; i++)
        *product += column / r->number[i].factor % r->number[i].count * r->number[i].stride;
    for (size_t i = 0; i < r->n_categories; i++)
        *code += column / r->category[i].factor % r->category[i].count * r->category[i].stride;
}

/* ---- The design ---- */

/* Gives the columns of a term, or those of them that are kept, their places in fold order. */
static logreg_status place_columns(logreg__design *d, recipe *r, const logreg__term *term,
                                   const unsigned char *drop, logreg_error *err)
{
    size_t *column = logreg__new_raw(term->n_columns, sizeof *column);
    r->renumber = logreg__new_raw(term->n_columns, sizeof *r->renumber);
    r->empty = logreg__new_raw(r->n_products, sizeof *r->empty);
    if (!column || !r->renumber || !r->empty) {
        free(column);
        return logreg__fail_memory(err);
    }
    for (size_t c = 0; c < term->n_columns; c++) {
        size_t product, code;
        split_column(&product, &code, r, c);
        column[product * r->n_codes + code] = term->first + c;
    }
    for (size_t product = 0; product < r->n_products; product++) {
        size_t kept = 0;
        for (size_t code = 0; code < r->n_codes; code++) {
            size_t at = product * r->n_codes + code;
            bool keep = !(drop && drop[column[at]]);
            r->renumber[at] = keep ? (uint32_t)kept : LOGREG__NO_COLUMN;
            if (keep)
                d->column[d->p + kept++] = column[at];
        }
        r->empty[product] = kept == 0;
        if (kept && r->n_categories)
            d->group[d->n_groups++] = (logreg__group){.first = d->p, .count = kept};
        else if (kept)
            d->n_dense++;
        d->p += kept;
    }
    free(column);
    return LOGREG_OK;
}

static bool all_dropped(const logreg__term *term, const unsigned char *drop)
{
    size_t dropped = 0;
    for (size_t c = 0; drop && c < term->n_columns; c++)
        dropped += drop[term->first + c];
    return dropped == term->n_columns;
}

static bool has_codes(const logreg__design *d, const logreg__term *term)
{
    for (size_t i = 0; i < term->n; i++)
        if (logreg__variable_scatters(&d->terms->variable[term->variable[i]], term->full[i]))
            return true;
    return false;
}

/* Makes the terms with categories, or those without. */
static logreg_status make_terms(logreg__design *d, bool categories, const unsigned char *drop,
                                logreg_error *err)
{
    logreg_status status = LOGREG_OK;
    for (size_t t = 0; status == LOGREG_OK && t < d->terms->n_terms; t++) {
        const logreg__term *term = &d->terms->term[t];
        if (has_codes(d, term) != categories || all_dropped(term, drop))
            continue;
        recipe *r = &d->recipe[d->n_recipes++];
        status = make_recipe(r, d, term, err);
        if (status == LOGREG_OK)
            status = place_columns(d, r, term, drop, err);
    }
    return status;
}

/* Binds the variables that have to be derived in some term that is kept. */
static logreg_status bind_derived(logreg__design *d, const unsigned char *drop, logreg_error *err)
{
    for (size_t v = 0; v < d->terms->n_variables; v++)
        d->first_derived[v] = SIZE_MAX;
    logreg_status status = LOGREG_OK;
    for (size_t t = 0; t < d->terms->n_terms; t++) {
        const logreg__term *term = &d->terms->term[t];
        for (size_t i = 0; status == LOGREG_OK && i < term->n && !all_dropped(term, drop); i++) {
            const logreg__variable *v = &d->terms->variable[term->variable[i]];
            size_t *first = &d->first_derived[term->variable[i]];
            bool dense = v->made || (v->coding && !term->full[i]);
            if (!dense || *first != SIZE_MAX)
                continue;
            logreg__derived *derived = &d->derived[d->n_derived++];
            *first = d->n_made;
            status = logreg__derived_bind(derived, v, d->frame, d->rows, err);
            d->n_made += derived->width;
            size_t work = logreg__derived_work(derived);
            d->work = work > d->work ? work : d->work;
        }
    }
    return status;
}

static logreg_status bind_offset(logreg__design *d, logreg_error *err)
{
    if (!d->terms->offset)
        return LOGREG_OK;
    logreg_status status = logreg__bound_new(&d->offset, d->terms->offset, d->frame, err);
    if (status != LOGREG_OK)
        return status;
    size_t work = d->offset->depth * LOGREG__BLOCK_ROWS;
    d->work = work > d->work ? work : d->work;
    return logreg__made_check(d->offset, "offset", d->rows, err);
}

/* Arrays as large as the terms may need: a product of numbers makes a group of its own. */
static bool make_room(logreg__design *d)
{
    const logreg__terms *t = d->terms;
    size_t groups = 0;
    for (size_t i = 0; i < t->n_terms; i++)
        groups += t->term[i].n_columns;
    d->column = logreg__new(t->n_columns, sizeof *d->column);
    d->group = logreg__new(groups, sizeof *d->group);
    d->recipe = logreg__new(t->n_terms, sizeof *d->recipe);
    d->derived = logreg__new(t->n_variables, sizeof *d->derived);
    d->first_derived = logreg__new(t->n_variables, sizeof *d->first_derived);
    return d->column && d->group && d->recipe && d->derived && d->first_derived;
}

logreg_status logreg__design_new(logreg__design **out, const logreg__terms *terms, const logreg_frame *frame,
                                 const logreg__rows *rows, const logreg__response *response,
                                 const unsigned char *drop, logreg_error *err)
{
    logreg__design *d = logreg__new(1, sizeof *d);
    if (!d)
        return logreg__fail_memory(err);
    *d = (logreg__design){.n = rows->n, .frame = frame, .rows = rows, .terms = terms, .response = response};
    logreg_status status = make_room(d) ? LOGREG_OK : logreg__fail_memory(err);
    if (status == LOGREG_OK)
        status = bind_derived(d, drop, err);
    if (status == LOGREG_OK)
        status = bind_offset(d, err);
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
    for (size_t i = 0; d->derived && i < d->n_derived; i++)
        logreg__derived_clear(&d->derived[i]);
    logreg__bound_free(d->offset);
    free(d->derived);
    free(d->first_derived);
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
    s->derived = logreg__new_raw(d->n_made * LOGREG__BLOCK_ROWS, sizeof *s->derived);
    s->work = logreg__new_raw(d->work, sizeof *s->work);
    s->numbers = logreg__new_raw((d->n_dense + d->n_groups) * LOGREG__BLOCK_ROWS, sizeof *s->numbers);
    s->codes = logreg__new_raw((d->n_recipes + d->n_groups) * LOGREG__BLOCK_ROWS, sizeof *s->codes);
    if (!s->dense || !s->value || !s->code || !s->derived || !s->work || !s->numbers || !s->codes) {
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
    free(s->derived);
    free(s->work);
    free(s->numbers);
    free(s->codes);
    free(s);
}

static void derive(const logreg__design *d, size_t rows, logreg__scratch *s)
{
    double *value = s->derived;
    for (size_t i = 0; i < d->n_derived; i++) {
        logreg__derived_values(value, &d->derived[i], s->place, rows, s->work);
        value += d->derived[i].width * LOGREG__BLOCK_ROWS;
    }
}

/* The derived column that a number of the recipe stands for in a product; NULL: it is a column of the frame. */
static const double *derived_column(const number *x, size_t product, const logreg__scratch *s)
{
    if (x->column)
        return NULL;
    return s->derived + (x->first + product / x->stride % x->count) * LOGREG__BLOCK_ROWS;
}

/* A product of the recipe's numbers: a pointer to where it stands, else made in room. */
static const double *fetch_numbers(const recipe *r, size_t product, const logreg__design *d, size_t first,
                                   size_t rows, const logreg__scratch *s, double *room)
{
    if (r->n_numbers == 0)
        return NULL;
    const logreg__column *c = r->number[0].column;
    const double *x = derived_column(&r->number[0], product, s);
    if (r->n_numbers == 1 && x)
        return x;
    if (r->n_numbers == 1 && !d->rows->bits && !c->base)
        return c->numbers[first / LOGREG__SEGMENT_ROWS] + first % LOGREG__SEGMENT_ROWS;
    for (size_t i = 0; i < rows; i++)
        room[i] = x ? x[i] : logreg__column_number(c, s->place[i]);
    for (size_t k = 1; k < r->n_numbers; k++) {
        x = derived_column(&r->number[k], product, s);
        for (size_t i = 0; i < rows; i++)
            room[i] *= x ? x[i] : logreg__column_number(r->number[k].column, s->place[i]);
    }
    return room;
}

/* The code that the recipe's categories combine to. */
static void fetch_codes(uint32_t *code, const recipe *r, size_t rows, const size_t *place)
{
    for (size_t i = 0; i < rows; i++)
        code[i] = 0;
    for (size_t k = 0; k < r->n_categories; k++) {
        const category *c = &r->category[k];
        for (size_t i = 0; i < rows; i++) {
            uint32_t level = logreg__cells_level(&c->cells, place[i]);
            bool none = code[i] == LOGREG__NO_COLUMN || (!c->full && level == 0);
            code[i] = none ? LOGREG__NO_COLUMN : code[i] + (level - !c->full) * c->stride;
        }
    }
}

/* The groups of a recipe, from group number `group` on; how many. */
static size_t fetch_groups(const logreg__design *d, const recipe *r, size_t group, size_t first, size_t rows,
                           logreg__scratch *s)
{
    size_t made = 0;
    uint32_t *all = s->codes + (d->n_groups + (size_t)(r - d->recipe)) * LOGREG__BLOCK_ROWS;
    fetch_codes(all, r, rows, s->place);
    for (size_t product = 0; product < r->n_products; product++) {
        if (r->empty[product])
            continue;
        size_t g = group + made++;
        uint32_t *code = s->codes + g * LOGREG__BLOCK_ROWS;
        const uint32_t *renumber = r->renumber + product * r->n_codes;
        for (size_t i = 0; i < rows; i++)
            code[i] = all[i] == LOGREG__NO_COLUMN ? LOGREG__NO_COLUMN : renumber[all[i]];
        s->code[g] = code;
        s->value[g] =
            fetch_numbers(r, product, d, first, rows, s, s->numbers + (d->n_dense + g) * LOGREG__BLOCK_ROWS);
    }
    return made;
}

/* The formula's offset, and that of the response. */
static void fetch_offset(logreg__block *block, const logreg__design *d, logreg__scratch *s)
{
    if (!d->offset)
        return;
    double *value = s->work;
    logreg__bound_values(value, d->offset, s->place, block->rows, s->work);
    for (size_t i = 0; i < block->rows; i++)
        s->offset[i] = value[i] + (block->offset ? s->offset[i] : 0);
    block->offset = s->offset;
}

static void fetch_response(logreg__block *block, const logreg__design *d, size_t first, logreg__scratch *s)
{
    const logreg__response *r = d->response;
    bool has_w = r->weights || r->trials, has_offset = r->offset != NULL;
    const double *in_place = d->rows->bits ? NULL : logreg__response_in_place(r, first);
    logreg__response_fill(r, s->place, block->rows, in_place ? NULL : s->y, has_w ? s->w : NULL, has_offset ? s->offset : NULL);
    block->y = in_place ? in_place : s->y;
    block->w = has_w ? s->w : NULL;
    block->offset = has_offset ? s->offset : NULL;
}

void logreg__design_block(logreg__block *block, const logreg__design *d, size_t first, size_t rows,
                          logreg__scratch *s)
{
    logreg__rows_list(d->rows, first, rows, s->place);
    derive(d, rows, s);
    size_t dense = 0, group = 0;
    if (d->intercept)
        s->dense[dense++] = s->ones;
    for (size_t i = 0; i < d->n_recipes; i++) {
        const recipe *r = &d->recipe[i];
        if (r->n_categories) {
            group += fetch_groups(d, r, group, first, rows, s);
            continue;
        }
        for (size_t product = 0; product < r->n_products; product++)
            if (!r->empty[product]) {
                double *room = s->numbers + dense * LOGREG__BLOCK_ROWS;
                s->dense[dense++] = fetch_numbers(r, product, d, first, rows, s, room);
            }
    }
    *block = (logreg__block){.rows = rows, .dense = s->dense, .code = s->code, .value = s->value};
    if (d->response)
        fetch_response(block, d, first, s);
    fetch_offset(block, d, s);
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
