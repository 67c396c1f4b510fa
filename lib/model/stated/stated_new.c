/* Which column has the probability of each class, and the model that reads them. */
#include <ctype.h>
#include <math.h>
#include <stdio.h>

#include "base/error.h"
#include "base/memory.h"
#include "data/label.h"
#include "model/fitting.h"
#include "model/stated/stated.h"

/* Decimals by which sums may be off for rounding; from the largest on it is arithmetic. */
enum { MOST_DECIMALS = 6 };

typedef logreg__stated_classes classes;

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
        status = logreg__stated_classes_find(&c, frame, &p, err);
    if (status == LOGREG_OK) {
        m = make(&c, &p);
        status = m ? place_columns(m->stated->variable, &c, &p, err) : logreg__fail_memory(err);
    }
    logreg__stated_classes_clear(&c);
    if (status == LOGREG_OK) {
        m->stated->slack = slack_of(frame, &p);
        *model = m;
    } else {
        logreg_model_free(m);
    }
    return status;
}
