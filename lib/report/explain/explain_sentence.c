/* One sentence a coefficient. */
#include <math.h>
#include <stdint.h>

#include "report/summary/estimates.h"
#include "report/explain/explain_words.h"
#include "report/summary/summary.h"

/* " (95% interval 1.1 to 1.4, p = 0.02)", and where the interval holds 1 what that means. factor: of the log odds ratio. */
static void add_trust(const logreg__saying *s, double factor)
{
    char p[LOGREG__FIGURE_SIZE];
    double low = factor * s->c->low, high = factor * s->c->high;
    if (isnan(s->c->std_error)) /* with weights of classes */
        return;
    logreg__say(s, " (");
    logreg__write_percent(s->note, s->inference->level);
    logreg__say(s, " interval ");
    logreg__say_exp(s, low);
    logreg__say(s, " to ");
    logreg__say_exp(s, high);
    logreg__figure_p(p, s->c->p);
    logreg__page_format(s->note, *p == '<' ? ", p %s)" : ", p = %s)", p);
    if (low <= 0 && high >= 0)
        logreg__say(s, "; whether higher or lower, these rows do not tell");
}

/* "are 1.23 times as high, 23% higher" */
static void add_times(const logreg__saying *s, double log_ratio)
{
    char text[LOGREG__FIGURE_SIZE];
    double ratio = exp(log_ratio);
    logreg__say(s, " are ");
    logreg__say_exp(s, log_ratio);
    logreg__say(s, " times as high");
    double percent = 100 * (ratio - 1);
    if (ratio > 0.01 && ratio < 2 && fabs(percent) >= 0.05)
        logreg__page_format(s->note, ", %s%% %s", logreg__figure_plain(text, fabs(percent), 2, s->note->sign),
                            percent > 0 ? "higher" : "lower");
}

/* " From 32%, the share of all rows, that leads to 4%." */
static void add_example(const logreg__saying *s, double ratio)
{
    const logreg_model *m = s->model;
    if (logreg_model_classes(m) != 2 || logreg_model_strata(m).column)
        return;
    double p = logreg_model_class_weight(m, 1) / logreg_model_n_obs(m), odds = ratio * p / (1 - p);
    logreg__say(s, " From ");
    logreg__say_number(s, 100 * p, 3);
    logreg__say(s, "%, the share of all, that leads to ");
    logreg__say_number(s, isfinite(odds) ? 100 * odds / (1 + odds) : 100, 3);
    logreg__say(s, "%.");
}

/* ---- Sentences ---- */

static void finish_ratio(const logreg__saying *s, double factor)
{
    logreg__say_conditions(s, false);
    logreg__say(s, logreg_model_strata(s->model).column ? ", in the same set and all else equal, "
                                                        : ", all else equal, ");
    logreg__say_odds(s);
    add_times(s, factor * s->c->estimate);
    add_trust(s, factor);
    logreg__say(s, ".");
    add_example(s, exp(factor * s->c->estimate));
}

/* What stands in where a variable says that a column is missing. */
static const logreg__fill *fill_told(const logreg__terms *t, const logreg__variable *v)
{
    for (size_t i = 0; v->indicates && i < t->n_fills; i++)
        if (logreg__indicator_is_of(v->column, t->fill[i].column))
            return &t->fill[i];
    return NULL;
}

/* Has the model the column in another way too? */
static bool used_beside(const logreg__terms *t, const char *column)
{
    for (size_t j = 0; j < t->n_terms; j++)
        for (size_t i = 0; i < t->term[j].n; i++)
            if (logreg__variable_uses(&t->variable[t->term[j].variable[i]], column))
                return true;
    return false;
}

/* "Where age is missing rather than 50.1": that is what its indicator compares with. */
static void say_missing(const logreg__saying *s, const logreg__fill *f)
{
    logreg__say(s, "Where ");
    logreg__say_name(s, f->column);
    logreg__say(s, " is missing rather than ");
    if (!used_beside(s->model->terms, f->column))
        logreg__say(s, "not");
    else if (f->kind == LOGREG_NUMERIC)
        logreg__say_number(s, f->number, 6);
    else
        logreg__say_name(s, f->label);
    finish_ratio(s, 1);
}

static void say_number(const logreg__saying *s)
{
    const logreg__fill *f = fill_told(s->model->terms, logreg__said_variable(s, s->role.acting));
    if (f) {
        say_missing(s, f);
        return;
    }
    logreg__say(s, "Where ");
    logreg__say_variable(s, logreg__said_variable(s, s->role.acting));
    logreg__say(s, " is ");
    logreg__say_number(s, s->c->unit, 4);
    logreg__say(s, " higher");
    finish_ratio(s, s->c->unit);
}

static void say_log(const logreg__saying *s)
{
    bool ten = s->role.base == 10;
    logreg__say(s, "Where ");
    logreg__say_name(s, logreg__said_variable(s, s->role.acting)->made->input->node[0].text);
    logreg__say(s, ten ? " is ten times as large" : " is twice as large");
    finish_ratio(s, ten ? 1 : log(2) / log(s->role.base));
}

static void say_level(const logreg__saying *s)
{
    const logreg__variable *v = logreg__said_variable(s, s->role.acting);
    logreg__say(s, "Where ");
    logreg__say_variable(s, v);
    logreg__say(s, " is ");
    logreg__say_name(s, logreg__said_level(s, s->role.acting));
    logreg__say(s, " rather than ");
    logreg__say_name(s, v->levels[0]);
    finish_ratio(s, 1);
}

/* "the odds ratio of age, per 1 more", "the odds ratio of class, 2nd against 1st" */
static void add_ratio_of(const logreg__saying *s, size_t i)
{
    logreg__say(s, "the odds ratio of ");
    logreg__say_variable(s, logreg__said_variable(s, i));
    if (!logreg__said_level(s, i)) {
        logreg__say(s, " per 1");
        return;
    }
    logreg__say(s, ", ");
    logreg__say_name(s, logreg__said_level(s, i));
    logreg__say(s, " against ");
    logreg__say_name(s, logreg__said_variable(s, i)->levels[0]);
    logreg__say(s, ",");
}

static void say_product(const logreg__saying *s)
{
    bool first = logreg__said_level(s, 0) &&
                 !logreg__said_level(s, 1); /* the level is the place, the number what acts there */
    size_t acts = first ? 1 : 0, place = !first;
    const logreg__variable *v = logreg__said_variable(s, place);
    logreg__say(s, "How much one matters depends on the other: ");
    if (logreg__say_conditions(s, true))
        logreg__say(s, ", ");
    add_ratio_of(s, acts);
    logreg__say(s, " is ");
    logreg__say_exp(s, s->c->estimate);
    logreg__say(s, " times as large");
    if (logreg__said_level(s, place)) {
        logreg__say(s, " where ");
        logreg__say_variable(s, v);
        logreg__say(s, " is ");
        logreg__say_name(s, logreg__said_level(s, place));
        logreg__say(s, " as where it is ");
        logreg__say_name(s, v->levels[0]);
    } else {
        logreg__say(s, " for each 1 more of ");
        logreg__say_variable(s, v);
    }
    add_trust(s, 1);
    logreg__say(s, ".");
}

static void say(const logreg__saying *s)
{
    switch (s->role.kind) {
    case LOGREG__SAYS_BASELINE:
    case LOGREG__SAYS_ITSELF:
        logreg__say_baseline(s);
        return;
    case LOGREG__SAYS_NUMBER:
        say_number(s);
        return;
    case LOGREG__SAYS_LOG:
        say_log(s);
        return;
    case LOGREG__SAYS_LEVEL:
        say_level(s);
        return;
    case LOGREG__SAYS_PRODUCT:
        say_product(s);
        return;
    case LOGREG__SAYS_TOGETHER:
        logreg__say_together(s);
        return;
    case LOGREG__SAYS_NOTHING:
        logreg__say_nothing(s);
        return;
    }
}

void logreg__write_named(logreg__page *page, const char *name, logreg__page *note)
{
    logreg__page label;
    logreg__page_start_like(&label, page);
    logreg__page_add(&label, "  ");
    logreg__page_name(&label, name, LOGREG__NAME_ROOM);
    logreg__page_add(&label, ":");
    page->text.failed = page->text.failed || label.text.failed;
    /* a blank parts the two, also where the label ends at the margin */
    int indent = logreg__page_columns(&label) == 4 ? 5 : 4;
    logreg__page_paragraph(page, LOGREG__BOLD, logreg__page_string(&label), indent, note);
    logreg__page_free(&label);
}

void logreg__write_sentence(logreg__page *page, const logreg_model *model, const logreg_inference *inference,
                            size_t k, size_t against, size_t j)
{
    logreg__page note;
    logreg_coefficient c = inference->coefficient[(k - 1) * logreg_model_coefficients(model) + j];
    if (against)
        c = *logreg__contrast_of(inference, model, k, against, j);
    if (against && c.status != LOGREG_COEF_OK)
        return;
    logreg__page_start_like(&note, page);
    const logreg__saying s = {.note = &note,
                              .model = model,
                              .inference = inference,
                              .c = &c,
                              .role = logreg__explain_role(model, j),
                              .k = k,
                              .against = against};
    if (c.status == LOGREG_COEF_OK)
        say(&s);
    else
        logreg__say_status(&s);
    logreg__write_named(page, c.name, &note);
}
