/* One sentence a coefficient. */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "report/explain.h"
#include "report/figure.h"
#include "report/summary.h"

#define ROOM LOGREG__NAME_ROOM

/* What a sentence is about. */
typedef struct {
    logreg__page *note;
    const logreg_model *model;
    const logreg_inference *inference;
    const logreg_coefficient *c;
    logreg__role role;
    size_t k;
} subject;

/* ---- Pieces ---- */

static void add(const subject *s, const char *text)
{
    logreg__page_add(s->note, text);
}

static void add_number(const subject *s, double x, int digits)
{
    char text[LOGREG__FIGURE_SIZE];
    add(s, logreg__figure_plain(text, x, digits, s->note->sign));
}

/* A ratio as the table has it. */
static void add_ratio(const subject *s, double x)
{
    char text[LOGREG__FIGURE_SIZE];
    add(s, logreg__figure_digits(text, x, 3 + (x >= 0.9995 && x < 1e3), s->note->sign));
}

/* "age", "log(age)" */
static void add_variable(const subject *s, const logreg__variable *v)
{
    logreg__page_name(s->note, v->made ? v->made->text : v->column, ROOM);
}

static const logreg__variable *variable_of(const subject *s, size_t i)
{
    return &s->model->terms->variable[s->role.term->variable[i]];
}

static const char *level_of(const subject *s, size_t i)
{
    size_t level = logreg__term_level(s->model->terms, s->role.term, s->role.column, i);
    return level == SIZE_MAX ? NULL : variable_of(s, i)->levels[level];
}

/* "the odds of y = yes", "the odds of b against a" */
static void add_odds(const subject *s)
{
    const logreg_model *m = s->model;
    add(s, "the odds of ");
    if (logreg_model_classes(m) > 2) {
        logreg__page_name(s->note, logreg_model_class(m, s->k), ROOM);
        add(s, " against ");
        logreg__page_name(s->note, logreg_model_class(m, 0), ROOM);
        return;
    }
    logreg__page_name(s->note, logreg__target_name(m), ROOM);
    if (!logreg_model_grouped(m)) {
        add(s, " = ");
        logreg__page_name(s->note, logreg_model_class(m, 1), ROOM);
    }
}

/* " (95% interval 1.1 to 1.4, p = 0.02)", and where the interval holds 1 what that means. factor: of the log odds ratio. */
static void add_trust(const subject *s, double factor)
{
    char p[LOGREG__FIGURE_SIZE];
    double low = exp(factor * s->c->low), high = exp(factor * s->c->high);
    add(s, " (");
    logreg__write_percent(s->note, s->inference->level);
    add(s, " interval ");
    add_ratio(s, low);
    add(s, " to ");
    add_ratio(s, high);
    logreg__figure_p(p, s->c->p);
    logreg__page_format(s->note, *p == '<' ? ", p %s)" : ", p = %s)", p);
    if (low <= 1 && high >= 1)
        add(s, "; whether higher or lower, these rows do not tell");
}

/* "are 1.23 times as high, 23% higher" */
static void add_times(const subject *s, double ratio)
{
    char text[LOGREG__FIGURE_SIZE];
    add(s, " are ");
    add_ratio(s, ratio);
    add(s, " times as high");
    double percent = 100 * (ratio - 1);
    if (ratio > 0.01 && ratio < 2 && fabs(percent) >= 0.05)
        logreg__page_format(s->note, ", %s%% %s", logreg__figure_plain(text, fabs(percent), 2, s->note->sign),
                            percent > 0 ? "higher" : "lower");
}

/* " From 32%, the share of all rows, that leads to 4%." */
static void add_example(const subject *s, double ratio)
{
    const logreg_model *m = s->model;
    if (logreg_model_classes(m) != 2 || logreg_model_strata(m).column)
        return;
    double p = logreg_model_class_weight(m, 1) / logreg_model_n_obs(m), odds = ratio * p / (1 - p);
    add(s, " From ");
    add_number(s, 100 * p, 3);
    add(s, "%, the share of all, that leads to ");
    add_number(s, isfinite(odds) ? 100 * odds / (1 + odds) : 100, 3);
    add(s, "%.");
}

static bool contains(const logreg__term *term, size_t variable)
{
    for (size_t i = 0; i < term->n; i++)
        if (term->variable[i] == variable)
            return true;
    return false;
}

static bool within(const logreg__term *small, const logreg__term *large)
{
    for (size_t i = 0; i < small->n; i++)
        if (!contains(large, small->variable[i]))
            return false;
    return small->n < large->n;
}

/* What the variables of larger terms must be for the coefficient to speak alone: " and sex is female and dose is 0". */
static void add_conditions(const subject *s)
{
    const logreg__terms *terms = s->model->terms;
    for (size_t v = 0; v < terms->n_variables; v++) {
        bool needed = false;
        for (size_t t = 0; t < terms->n_terms; t++)
            needed = needed || (within(s->role.term, &terms->term[t]) && contains(&terms->term[t], v) &&
                                !contains(s->role.term, v));
        if (!needed)
            continue;
        add(s, " and ");
        add_variable(s, &terms->variable[v]);
        add(s, " is ");
        if (terms->variable[v].kind == LOGREG_CATEGORY)
            logreg__page_name(s->note, terms->variable[v].levels[0], ROOM);
        else
            add(s, "0");
    }
    add(s, logreg_model_strata(s->model).column ? ", in the same set and all else equal, "
                                                : ", all else equal, ");
}

/* ---- Sentences ---- */

static void finish_ratio(const subject *s, double factor)
{
    double ratio = exp(factor * s->c->estimate);
    add_conditions(s);
    add_odds(s);
    add_times(s, ratio);
    add_trust(s, factor);
    add(s, ".");
    add_example(s, ratio);
}

static void say_number(const subject *s)
{
    add(s, "Where ");
    add_variable(s, variable_of(s, 0));
    add(s, " is ");
    add_number(s, s->c->unit, 4);
    add(s, " higher");
    finish_ratio(s, s->c->unit);
}

static void say_log(const subject *s)
{
    bool ten = s->role.base == 10;
    add(s, "Where ");
    logreg__page_name(s->note, variable_of(s, 0)->made->input->node[0].text, ROOM);
    add(s, ten ? " is ten times as large" : " is twice as large");
    finish_ratio(s, ten ? 1 : log(2) / log(s->role.base));
}

static void say_level(const subject *s)
{
    add(s, "Where ");
    logreg__page_name(s->note, variable_of(s, 0)->column, ROOM);
    add(s, " is ");
    logreg__page_name(s->note, level_of(s, 0), ROOM);
    add(s, " rather than ");
    logreg__page_name(s->note, variable_of(s, 0)->levels[0], ROOM);
    finish_ratio(s, 1);
}

/* What stands in a formula, as far as the intercept is concerned. */
typedef struct {
    bool number, far; /* far: one that is never 0 in the rows */
    size_t factors;
    bool odd; /* columns whose 0 is no value of theirs: polynomials, splines, contrasts */
} contents;

static contents look(const logreg_model *m)
{
    contents found = {0};
    const logreg__terms *t = m->terms;
    for (size_t i = 0; i < t->n_variables; i++) {
        const logreg__variable *v = &t->variable[i];
        bool used = false;
        for (size_t a = 0; a < t->n_terms; a++)
            used = used || contains(&t->term[a], i);
        if (!used)
            continue;
        bool category = v->kind == LOGREG_CATEGORY;
        found.factors += category;
        found.number = found.number || !category;
        found.far = found.far || (!category && !v->made && (v->min > 0 || v->max < 0));
        found.odd = found.odd || v->coding || (v->made && v->made->basis.kind);
    }
    return found;
}

/* "Where every number in the formula is 0 and every factor at its reference, " */
static void add_baseline(const subject *s, const contents *has)
{
    bool offset = logreg_model_offset(s->model) || s->model->terms->offset;
    if (has->odd) {
        add(s, "Where every other column of the equation is 0, ");
        return;
    }
    if (!has->number && !has->factors && !offset) {
        add(s, "In any row, ");
        return;
    }
    add(s, has->number    ? "Where every number in the formula is 0"
           : has->factors ? "Where every factor is at its reference"
                          : "Where the offset is 0");
    if (has->number && has->factors)
        add(s, " and every factor at its reference");
    if (offset && (has->number || has->factors))
        add(s, " and the offset 0");
    add(s, ", ");
}

/* The same for a level that has a column of its own. */
static void add_own_level(const subject *s, const contents *has)
{
    add(s, "Where ");
    logreg__page_name(s->note, variable_of(s, 0)->column, ROOM);
    add(s, " is ");
    logreg__page_name(s->note, level_of(s, 0), ROOM);
    add(s, has->odd || has->number || has->factors > 1 ? " and every column of another variable 0, " : ", ");
}

static void say_baseline(const subject *s)
{
    double odds = exp(s->c->estimate);
    contents has = look(s->model);
    if (s->role.term)
        add_own_level(s, &has);
    else
        add_baseline(s, &has);
    add_odds(s);
    add(s, " are ");
    add_ratio(s, odds);
    if (logreg_model_classes(s->model) == 2) {
        add(s, ", a probability of ");
        add_number(s, isfinite(odds) ? 100 * odds / (1 + odds) : 100, 3);
        add(s, "%");
    }
    add(s, ".");
    if (has.far)
        add(s, " No row is there, since some number is never 0: it is a place to count from, and no more.");
}

/* "the odds ratio of age, per 1 more", "the odds ratio of class, 2nd against 1st" */
static void add_ratio_of(const subject *s, size_t i)
{
    add(s, "the odds ratio of ");
    add_variable(s, variable_of(s, i));
    if (!level_of(s, i)) {
        add(s, " per 1");
        return;
    }
    add(s, ", ");
    logreg__page_name(s->note, level_of(s, i), ROOM);
    add(s, " against ");
    logreg__page_name(s->note, variable_of(s, i)->levels[0], ROOM);
    add(s, ",");
}

static void say_product(const subject *s)
{
    bool first = level_of(s, 0) && !level_of(s, 1); /* the level is the place, the number what acts there */
    size_t acts = first ? 1 : 0, place = !first;
    const logreg__variable *v = variable_of(s, place);
    add(s, "How much one matters depends on the other: ");
    add_ratio_of(s, acts);
    add(s, " is ");
    add_ratio(s, exp(s->c->estimate));
    add(s, " times as large");
    if (level_of(s, place)) {
        add(s, " where ");
        add_variable(s, v);
        add(s, " is ");
        logreg__page_name(s->note, level_of(s, place), ROOM);
        add(s, " as where it is ");
        logreg__page_name(s->note, v->levels[0], ROOM);
    } else {
        add(s, " for each 1 more of ");
        add_variable(s, v);
    }
    add_trust(s, 1);
    add(s, ".");
}

/* The raw columns that the term's variables are made of, each once where it stands first. */
static void add_columns(const subject *s)
{
    size_t said = 0;
    for (size_t i = 0; i < logreg_model_variables(s->model); i++) {
        logreg_variable v, other;
        bool used = false;
        if (logreg_model_variable(s->model, i, &v) != LOGREG_OK)
            continue;
        for (size_t l = 0; l < i; l++)
            if (logreg_model_variable(s->model, l, &other) == LOGREG_OK && strcmp(other.name, v.name) == 0)
                v.name = "";
        for (size_t t = 0; t < s->role.term->n; t++) {
            const logreg__variable *own = variable_of(s, t);
            const logreg__expression *e = own->made ? own->made->input : NULL;
            used = used || (!e && strcmp(own->column, v.name) == 0);
            for (size_t n = 0; e && n < e->n; n++)
                used =
                    used || (e->node[n].kind == LOGREG__NODE_COLUMN && strcmp(e->node[n].text, v.name) == 0);
        }
        if (!used)
            continue;
        add(s, said++ ? ", " : "");
        logreg__page_name(s->note, v.name, ROOM);
    }
}

static void say_together(const subject *s)
{
    add(s, "No sentence of its own: other columns of the model move with ");
    add_columns(s);
    add(s, ", so that \"all else equal\" cannot be. Below they are told together.");
}

static void say_nothing(const subject *s)
{
    const logreg__term *term = s->role.term;
    if (term->n == 1)
        add(s, "A contrast of the levels of ");
    else
        add(s, "Part of how these act on each other: ");
    add_columns(s);
    add(s, term->n == 1 ? ", not one level against a reference." : ".");
    add(s, " What it does to the probability, effects tell.");
}

static void say_status(const subject *s)
{
    switch (s->c->status) {
    case LOGREG_COEF_ALIASED:
        add(s, "No estimate: in these rows the column is made of those before it, so that it has nothing of "
               "its own to say; what they say, they say for it too.");
        return;
    case LOGREG_COEF_PLUS_INFINITY:
    case LOGREG_COEF_MINUS_INFINITY:
        if (s->role.kind == LOGREG__SAYS_BASELINE || s->role.kind == LOGREG__SAYS_ITSELF) {
            add(s, "Infinite, to make up for what others add without limit.");
            return;
        }
        add(s, "Infinite: ");
        add_odds(s);
        add(s, s->c->status == LOGREG_COEF_PLUS_INFINITY
                   ? " rise without limit with it, since it parts the classes in these rows. That says that "
                     "the rows are too few to put a number on it, not that the truth is infinite."
                   : " fall to nothing with it, since it parts the classes in these rows. That says that the "
                     "rows are too few to put a number on it, not that the truth is infinite.");
        return;
    default:
        add(s, "Undetermined: the classes are parted in these rows, and values of either sign do as well.");
    }
}

static void say(const subject *s)
{
    switch (s->role.kind) {
    case LOGREG__SAYS_BASELINE:
    case LOGREG__SAYS_ITSELF:
        say_baseline(s);
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
        say_together(s);
        return;
    case LOGREG__SAYS_NOTHING:
        say_nothing(s);
        return;
    }
}

void logreg__write_named(logreg__page *page, const char *name, logreg__page *note)
{
    logreg__page label;
    logreg__page_start_like(&label, page);
    logreg__page_add(&label, "  ");
    logreg__page_name(&label, name, ROOM);
    logreg__page_add(&label, ":");
    page->text.failed = page->text.failed || label.text.failed;
    /* a blank parts the two, also where the label ends at the margin */
    int indent = logreg__page_columns(&label) == 4 ? 5 : 4;
    logreg__page_paragraph(page, LOGREG__BOLD, logreg__page_string(&label), indent, note);
    logreg__page_free(&label);
}

void logreg__write_sentence(logreg__page *page, const logreg_model *model, const logreg_inference *inference,
                            size_t k, size_t j)
{
    logreg__page note;
    size_t p = logreg_model_coefficients(model);
    logreg__page_start_like(&note, page);
    const subject s = {
        &note, model, inference, &inference->coefficient[(k - 1) * p + j], logreg__explain_role(model, j), k};
    if (s.c->status == LOGREG_COEF_OK)
        say(&s);
    else
        say_status(&s);
    logreg__write_named(page, s.c->name, &note);
}
