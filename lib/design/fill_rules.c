/* Which columns the rules of imputation are for. */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"
#include "design/fill.h"

#define CONSTANT "constant:"

/* A rule as read. */
typedef struct {
    logreg__fill_how how;
    const char *text; /* of a constant */
    bool is_number;   /* it is one */
    double number;
} rule;

static bool read_how(rule *r, const char *text)
{
    size_t length = strlen(CONSTANT);
    for (int how = 0; how < LOGREG__FILLS; how++)
        if (how != LOGREG__FILL_CONSTANT && strcmp(text, logreg__fill_words[how]) == 0) {
            *r = (rule){.how = (logreg__fill_how)how};
            return true;
        }
    if (strncmp(text, CONSTANT, length) != 0 || !text[length])
        return false;
    *r = (rule){.how = LOGREG__FILL_CONSTANT, .text = text + length};
    r->is_number = logreg__number_parse(&r->number, r->text, strlen(r->text), '.') && isfinite(r->number);
    return true;
}

static bool for_numbers(const rule *r)
{
    return r->how <= LOGREG__FILL_MOST_FREQUENT || r->is_number;
}

static bool for_categories(const rule *r)
{
    return r->how >= LOGREG__FILL_MOST_FREQUENT && !(r->how == LOGREG__FILL_CONSTANT && r->is_number);
}

/* ---- Of one column ---- */

static logreg_status unsuited(const rule *r, const logreg__column *c, bool categorical, logreg_error *err)
{
    if (r->how == LOGREG__FILL_LEVEL)
        return logreg__fail(err, LOGREG_EINVAL,
                            "column '%.80s' holds numbers, beside which missing values are no level of their "
                            "own; read it as a category (--categorical) or impute it by most_frequent",
                            c->name);
    if (r->how == LOGREG__FILL_CONSTANT)
        return logreg__fail(err, LOGREG_EINVAL,
                            "column '%.80s' holds numbers, and '%.80s' is none to impute them by", c->name,
                            r->text);
    return logreg__fail(err, LOGREG_EINVAL,
                        "column '%.80s' is %s and has no %s; impute it by most_frequent%s or constant:VALUE",
                        c->name, categorical ? "used as a category" : "a category",
                        logreg__fill_words[r->how], categorical ? "" : ", level");
}

static logreg_status add(logreg__fill *fill, size_t *n, const rule *r, const logreg__column *c,
                         logreg_error *err)
{
    logreg__fill *f = &fill[*n];
    bool own = r->how == LOGREG__FILL_LEVEL, given = own || r->how == LOGREG__FILL_CONSTANT;
    *f = (logreg__fill){.how = r->how, .kind = c->kind, .number = r->is_number ? r->number : NAN};
    ++*n;
    f->column = logreg__copy(c->name);
    if (c->kind == LOGREG_CATEGORY && given)
        f->label = logreg__copy(own ? LOGREG__MISSING_LEVEL : r->text);
    bool ok = f->column && (f->label || !(c->kind == LOGREG_CATEGORY && given));
    return ok ? LOGREG_OK : logreg__fail_memory(err);
}

/* A rule that was written for the column. */
static logreg_status add_own(logreg__fill *fill, size_t *n, const rule *r, const logreg__column *c,
                             bool categorical, logreg_error *err)
{
    bool number = c->kind == LOGREG_NUMERIC, constant = r->how == LOGREG__FILL_CONSTANT,
         frequent = r->how == LOGREG__FILL_MOST_FREQUENT;
    bool suits = frequent || (number ? constant ? r->is_number : for_numbers(r) && !categorical
                                     : constant || r->how == LOGREG__FILL_LEVEL);
    return suits ? add(fill, n, r, c, err) : unsuited(r, c, categorical, err);
}

/* Rules for all columns that they suit. */
typedef struct {
    const rule *numbers, *categories, *both;
} general;

static logreg_status keep_general(general *g, const rule *r, logreg_error *err)
{
    const rule **place = !for_categories(r) ? &g->numbers : !for_numbers(r) ? &g->categories : &g->both;
    if (*place)
        return logreg__fail(err, LOGREG_EINVAL,
                            "--impute: %s and %s are for the same columns; name some of them, as in age=%s",
                            logreg__fill_words[(*place)->how], logreg__fill_words[r->how],
                            logreg__fill_words[r->how]);
    *place = r;
    return LOGREG_OK;
}

/* What one kind lacks, the rule for both gives; the most frequent level goes with any rule for numbers. */
static void complete(general *g)
{
    static const rule frequent = {.how = LOGREG__FILL_MOST_FREQUENT};
    g->numbers = g->numbers ? g->numbers : g->both;
    g->categories = g->categories ? g->categories : g->numbers ? &frequent : NULL;
}

/* The rule for columns that none was written for. */
static logreg_status add_general(logreg__fill *fill, size_t *n, const general *g, const logreg__column *c,
                                 bool categorical, logreg_error *err)
{
    const rule *r = categorical || c->kind == LOGREG_CATEGORY ? g->categories : g->numbers;
    if (!r)
        return LOGREG_OK;
    if (c->kind == LOGREG_NUMERIC && !for_numbers(r)) /* C(zip), and a rule for texts */
        return c->n_missing ? unsuited(r, c, categorical, err) : LOGREG_OK;
    return add(fill, n, r, c, err);
}

/* ---- All of them ---- */

static bool listed(const size_t *column, size_t n, size_t j)
{
    for (size_t i = 0; i < n; i++)
        if (column[i] == j)
            return true;
    return false;
}

/* Reads COL=HOW, where the name may hold a '=' itself. */
static logreg_status read_own(rule *r, size_t *at, const char *text, const logreg_frame *frame,
                              const size_t *column, size_t n, logreg_error *err)
{
    char *name = logreg__copy(text), unknown[81] = "";
    if (!name)
        return logreg__fail_memory(err);
    *at = SIZE_MAX;
    for (size_t i = 0; text[i] && *at == SIZE_MAX; i++) {
        if (text[i] != '=' || !read_how(r, text + i + 1))
            continue;
        name[i] = '\0';
        *at = logreg_frame_find(frame, name);
        if (*at == SIZE_MAX)
            snprintf(unknown, sizeof unknown, "%s", name);
        name[i] = '=';
    }
    free(name);
    if (*at != SIZE_MAX && listed(column, n, *at))
        return LOGREG_OK;
    if (*at != SIZE_MAX)
        return logreg__fail(
            err, LOGREG_EINVAL,
            "--impute: '%.80s' is no column that explains the target in this model, and only these are "
            "imputed",
            frame->column[*at].name);
    if (*unknown) {
        const char *near = logreg_frame_nearest(frame, unknown);
        return logreg__fail(err, LOGREG_EINVAL, "--impute: no column is called '%.80s'%s%.80s%s", unknown,
                            near ? "; did you mean '" : "", near ? near : "", near ? "'?" : "");
    }
    return logreg__fail(
        err, LOGREG_EINVAL,
        "--impute: '%.80s' is no way to impute; there are mean, median, most_frequent, constant:VALUE "
        "and level, for all columns or one, as in age=median",
        text);
}

logreg_status logreg__fills_choose(logreg__fill *fill, size_t *n_fills, logreg__fill_rules rules,
                                   const logreg_frame *frame, const size_t *column, size_t n,
                                   const bool *categorical, logreg_error *err)
{
    rule *read = logreg__new(rules.n, sizeof *read);
    size_t *of = logreg__new(frame->n_columns, sizeof *of); /* 1 and the number of its rule; 0: it has none */
    general all = {0};
    logreg_status status = read && of ? LOGREG_OK : logreg__fail_memory(err);
    *n_fills = 0;
    for (size_t i = 0; status == LOGREG_OK && i < rules.n; i++) {
        size_t at = SIZE_MAX;
        if (read_how(&read[i], rules.rule[i])) {
            status = keep_general(&all, &read[i], err);
            continue;
        }
        status = read_own(&read[i], &at, rules.rule[i], frame, column, n, err);
        if (status == LOGREG_OK && of[at])
            status =
                logreg__fail(err, LOGREG_EINVAL, "--impute: '%.80s' is named twice", frame->column[at].name);
        if (status == LOGREG_OK)
            of[at] = i + 1;
    }
    complete(&all);
    for (size_t i = 0; status == LOGREG_OK && i < n; i++) {
        size_t j = column[i];
        const logreg__column *c = &frame->column[j];
        status = of[j] ? add_own(fill, n_fills, &read[of[j] - 1], c, categorical[j], err)
                       : add_general(fill, n_fills, &all, c, categorical[j], err);
    }
    free(read);
    free(of);
    return status;
}
