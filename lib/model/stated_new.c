/* Which classes there are, and which column has the probability of each. */
#include <ctype.h>
#include <math.h>
#include <stdio.h>

#include "base/error.h"
#include "base/memory.h"
#include "data/label.h"
#include "model/fitting.h"
#include "model/stated.h"

/* Decimals by which sums may be off for rounding; from the largest on it is arithmetic. */
enum { MOST_DECIMALS = 6 };

/* The classes in their order, owned. */
typedef struct {
    char *label[LOGREG__MOST_CLASSES];
    size_t n;
} classes;

static void clear(classes *c)
{
    for (size_t k = 0; k < c->n; k++)
        free(c->label[k]);
}

static logreg_status add(classes *c, const char *label, logreg_error *err)
{
    if (c->n == LOGREG__MOST_CLASSES)
        return logreg__fail(err, LOGREG_EINVAL, "more than %d classes are named", LOGREG__MOST_CLASSES);
    c->label[c->n] = logreg__copy(label);
    return c->label[c->n] ? (c->n++, LOGREG_OK) : logreg__fail_memory(err);
}

/* How to say which column is of which class: "a=COLUMN,b=COLUMN". */
typedef struct {
    char text[256];
} way;

static way way_of(const classes *c)
{
    enum { NAMED = 4 };
    way w = {""};
    size_t used = 0;
    for (size_t k = 0; k < c->n && k < NAMED; k++)
        used += (size_t)snprintf(w.text + used, sizeof w.text - used, "%s%.40s=COLUMN", k ? "," : "",
                                 c->label[k]);
    if (c->n > NAMED)
        snprintf(w.text + used, sizeof w.text - used, ",..");
    return w;
}

/* ---- The classes ---- */

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static int by_value(const void *a, const void *b)
{
    return logreg__label_compare(*(char *const *)a, *(char *const *)b, '.');
}

/* As they were named, in level order. */
static logreg_status take_named(classes *c, const logreg_probability_columns *p, logreg_error *err)
{
    logreg_status status = LOGREG_OK;
    for (size_t j = 0; status == LOGREG_OK && j < p->n_columns; j++)
        status = logreg__label_place_in(c->label, c->n, p->label[j]) < c->n
                     ? logreg__fail(err, LOGREG_EINVAL,
                                    "two columns are to have the probability of class '%.80s'", p->label[j])
                     : add(c, p->label[j], err);
    if (status == LOGREG_OK)
        qsort(c->label, c->n, sizeof *c->label, logreg__labels_numbers(c->label, c->n) ? by_value : by_bytes);
    return status;
}

/* Is the target 0 or 1 wherever it is known? Then both are classes, though rows may have one of them alone. */
static bool is_coded(const logreg_frame *frame, const logreg__column *target)
{
    bool coded = target && target->kind == LOGREG_NUMERIC && target->n_missing < frame->n_rows;
    for (size_t i = 0; coded && i < frame->n_rows; i++) {
        double y = logreg__column_number(target, i);
        coded = isnan(y) || y == 0 || y == 1;
    }
    return coded;
}

/* The only level of a target that has one alone, else NULL. */
static const char *only_level(const logreg_frame *frame, const logreg__column *target)
{
    uint32_t first = LOGREG__MISSING;
    for (size_t i = 0; i < frame->n_rows; i++) {
        uint32_t code = logreg__column_code(target, i);
        if (code != LOGREG__MISSING && first != LOGREG__MISSING && code != first)
            return NULL;
        first = code != LOGREG__MISSING ? code : first;
    }
    return first != LOGREG__MISSING ? target->levels[first] : NULL;
}

/* Those of the rows that miss nothing. */
static logreg_status take_found(classes *c, const logreg_frame *frame, const logreg_probability_columns *p,
                                logreg_error *err)
{
    const logreg__outcome outcome = {.target = p->target,
                                     .weights = p->weights,
                                     .sampling = p->sampling_weights,
                                     .trials = p->trials,
                                     .positive = p->positive};
    const char *const role[] = {p->target, p->weights, p->sampling_weights, p->trials};
    size_t used[4], n = 0;
    for (size_t i = 0; i < 4; i++) {
        size_t j = role[i] ? logreg_frame_find(frame, role[i]) : SIZE_MAX;
        if (role[i] && j == SIZE_MAX)
            return logreg__fail(err, LOGREG_EDATA, "the data lack column '%.80s'", role[i]);
        if (role[i])
            used[n++] = j;
    }
    const logreg__column *target = &frame->column[used[0]];
    const char *only = target->kind == LOGREG_CATEGORY ? only_level(frame, target) : NULL;
    if (only)
        return logreg__fail(
            err, LOGREG_EDATA,
            "the target '%.80s' has one class only, '%.80s': name the class of each column, as in "
            "--probability '%.80s=COLUMN,OTHER=COLUMN'",
            p->target, only, only);
    logreg__rows *rows = NULL;
    logreg__response *response = NULL;
    logreg_status status = logreg__rows_counting(&rows, frame, used, n, &outcome, err);
    if (status == LOGREG_OK)
        status = logreg__response_new(&response, &outcome, frame, rows, err);
    for (size_t k = 0; status == LOGREG_OK && k < response->n_classes; k++)
        status = add(c, response->label[k], err);
    logreg__response_free(response);
    logreg__rows_free(rows);
    return status;
}

static logreg_status choose_event(classes *c, const char *target, const char *positive, logreg_error *err)
{
    if (!positive)
        return LOGREG_OK;
    size_t k = logreg__label_place_in(c->label, c->n, positive);
    if (c->n != 2)
        return logreg__fail(err, LOGREG_EINVAL,
                            "a positive label can be chosen for two classes only; there are %zu", c->n);
    if (k == c->n)
        return logreg__fail(err, LOGREG_EDATA,
                            "the target '%.80s' has no class '%.80s'; it has '%.80s' and '%.80s'", target,
                            positive, c->label[0], c->label[1]);
    char *event = c->label[k];
    c->label[k] = c->label[1];
    c->label[1] = event;
    return LOGREG_OK;
}

static logreg_status find_classes(classes *c, const logreg_frame *frame, const logreg_probability_columns *p,
                                  logreg_error *err)
{
    logreg_status status = LOGREG_OK;
    if (p->n_classes) {
        for (size_t k = 0; status == LOGREG_OK && k < p->n_classes; k++)
            status = add(c, p->class_label[k], err);
    } else if (p->trials) {
        return take_found(c, frame, p, err);
    } else if (p->label && p->n_columns > 1) {
        status = take_named(c, p, err);
    } else if (is_coded(frame, logreg__frame_column(frame, p->target))) {
        status = add(c, "0", err);
        if (status == LOGREG_OK)
            status = add(c, "1", err);
    } else {
        return take_found(c, frame, p, err);
    }
    return status == LOGREG_OK ? choose_event(c, p->target, p->positive, err) : status;
}

/* ---- The column of each ---- */

/* Does a column's name end in the label, as p_yes, prob.yes and p1 do? */
static bool ends_in(const char *name, const char *label)
{
    size_t n = strlen(name), m = strlen(label);
    if (m == 0 || m > n || strcmp(name + n - m, label) != 0)
        return false;
    if (m == n)
        return true;
    unsigned char before = (unsigned char)name[n - m - 1];
    if (!isdigit((unsigned char)*label))
        return before < 128 && !isalnum(before);
    bool decimals = before == '.' && n - m > 1 && isdigit((unsigned char)name[n - m - 2]);
    return !isdigit(before) && !decimals;
}

/* The class whose label is the longest that the name ends in; n: none. */
static size_t class_of_name(const char *name, const classes *c)
{
    size_t best = c->n;
    for (size_t k = 0; k < c->n; k++)
        if (ends_in(name, c->label[k]) && (best == c->n || strlen(c->label[k]) > strlen(c->label[best])))
            best = k;
    return best;
}

static logreg_status place_columns(size_t *variable, const classes *c, const logreg_probability_columns *p,
                                   logreg_error *err)
{
    if (p->n_columns == 1 && c->n == 2) {
        variable[0] = LOGREG__STATED_REST;
        variable[1] = 0;
        return LOGREG_OK;
    }
    if (p->n_columns != c->n)
        return logreg__fail(
            err, LOGREG_EDATA,
            "the target '%.80s' has %zu classes, and there %s %zu column%s of probabilities: give "
            "a column for each class, as in --probability '%s'%s",
            p->target, c->n, p->n_columns == 1 ? "is" : "are", p->n_columns, p->n_columns == 1 ? "" : "s",
            way_of(c).text, p->n_columns > c->n ? ", also for those that no row has" : "");
    for (size_t k = 0; k < c->n; k++)
        variable[k] = LOGREG__STATED_REST;
    for (size_t j = 0; j < p->n_columns; j++) {
        size_t k =
            p->label ? logreg__label_place_in(c->label, c->n, p->label[j]) : class_of_name(p->column[j], c);
        if (k == c->n || variable[k] != LOGREG__STATED_REST)
            return logreg__fail(err, LOGREG_EDATA,
                                "the %s of column '%.80s' does not tell whose probability it has: name the "
                                "class of each column, as in --probability '%s'",
                                p->label ? "label" : "name", p->column[j], way_of(c).text);
        variable[k] = j;
    }
    return LOGREG_OK;
}

/* ---- The model ---- */

static int decimals(double x)
{
    double scaled = x;
    int d = 0;
    for (; d < MOST_DECIMALS && fabs(scaled - nearbyint(scaled)) > 1e-7; d++)
        scaled *= 10;
    return d;
}

/* Half a unit of the last decimal that any of them has, for each class. Whole numbers are not rounded probabilities. */
static double slack_of(const logreg_frame *frame, const logreg_probability_columns *p)
{
    int most = 0;
    for (size_t j = 0; j < p->n_columns; j++) {
        const logreg__column *c = logreg__frame_column(frame, p->column[j]);
        for (size_t i = 0; c && c->kind == LOGREG_NUMERIC && most < MOST_DECIMALS && i < frame->n_rows; i++) {
            double x = logreg__column_number(c, i);
            int d = isnan(x) ? 0 : decimals(x);
            most = d > most ? d : most;
        }
    }
    double unit = pow(10, -(most ? most : MOST_DECIMALS));
    return (double)p->n_columns / 2 * unit * (1 + 1e-9);
}

static logreg__terms *terms_of(const logreg_probability_columns *p)
{
    logreg__terms *t = logreg__new(1, sizeof *t);
    bool ok = t && (t->variable = logreg__new(p->n_columns, sizeof *t->variable));
    for (size_t j = 0; ok && j < p->n_columns; j++) {
        t->variable[t->n_variables++] =
            (logreg__variable){.kind = LOGREG_NUMERIC, .mean = NAN, .min = NAN, .max = NAN};
        ok = (t->variable[j].column = logreg__copy(p->column[j])) != NULL;
    }
    if (!ok) {
        logreg__terms_free(t);
        return NULL;
    }
    return t;
}

static bool copy_if(char **to, const char *from)
{
    *to = from ? logreg__copy(from) : NULL;
    return !from || *to;
}

/* A model without coefficients. NULL: memory is out. */
static logreg_model *make(const classes *c, const logreg_probability_columns *p)
{
    logreg__terms *terms = terms_of(p);
    logreg_model *m = terms ? logreg__model_new(terms, c->n - 1, false) : NULL;
    if (!m) {
        logreg__terms_free(terms);
        return NULL;
    }
    bool ok = copy_if(&m->target, p->target) && copy_if(&m->weights, p->weights) &&
              copy_if(&m->sampling, p->sampling_weights) && copy_if(&m->trials, p->trials) &&
              copy_if(&m->solver, "none") && copy_if(&m->fingerprint, "");
    for (size_t k = 0; ok && k < c->n; k++)
        ok = copy_if(&m->class_label[k], c->label[k]);
    m->grouped = p->trials != NULL;
    m->stated = ok ? logreg__new(1, sizeof *m->stated) : NULL;
    if (m->stated)
        m->stated->variable = logreg__new(c->n, sizeof *m->stated->variable);
    if (m->stated && m->stated->variable)
        return m;
    logreg_model_free(m);
    return NULL;
}

static logreg_status check(const logreg_probability_columns *p, logreg_error *err)
{
    if (!p->target || p->n_columns == 0)
        return logreg__fail(err, LOGREG_EINVAL, "a target and columns of probabilities must be named");
    for (size_t j = 0; j < p->n_columns; j++)
        for (size_t i = 0; i < j; i++)
            if (strcmp(p->column[i], p->column[j]) == 0)
                return logreg__fail(err, LOGREG_EINVAL,
                                    "column '%.80s' is to have the probabilities of two classes",
                                    p->column[j]);
    return LOGREG_OK;
}

logreg_status logreg_model_of_columns(logreg_model **model, const logreg_frame *frame,
                                      const logreg_probability_columns *columns, logreg_error *err)
{
    logreg_probability_columns p = *columns;
    classes c = {.n = 0};
    logreg_model *m = NULL;
    if (p.label && p.n_columns == 1) { /* of the event */
        p.positive = p.label[0];
        p.label = NULL;
    }
    logreg_status status = check(&p, err);
    if (status == LOGREG_OK)
        status = find_classes(&c, frame, &p, err);
    if (status == LOGREG_OK) {
        m = make(&c, &p);
        status = m ? place_columns(m->stated->variable, &c, &p, err) : logreg__fail_memory(err);
    }
    clear(&c);
    if (status == LOGREG_OK) {
        m->stated->slack = slack_of(frame, &p);
        *model = m;
    } else {
        logreg_model_free(m);
    }
    return status;
}
