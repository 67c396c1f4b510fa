/* Where a coefficient speaks alone: where what larger terms add is 0, or averages to it. */
#include "report/explain/explain_words.h"

bool logreg__term_contains(const logreg__term *term, size_t variable)
{
    for (size_t i = 0; i < term->n; i++)
        if (term->variable[i] == variable)
            return true;
    return false;
}

bool logreg__term_within(const logreg__term *small, const logreg__term *large)
{
    for (size_t i = 0; i < small->n; i++)
        if (!logreg__term_contains(large, small->variable[i]))
            return false;
    return small->n < large->n;
}

/* Can what variable i of a larger term multiplies it by be 0? Factors by all levels have no such place. */
static bool settles(const logreg__term *term, const logreg__term *large, size_t i)
{
    return !logreg__term_contains(term, large->variable[i]) && !large->full[i];
}

bool logreg__explain_settled(const logreg__terms *terms, const logreg__term *term)
{
    for (size_t t = 0; t < terms->n_terms; t++) {
        const logreg__term *large = &terms->term[t];
        bool found = !logreg__term_within(term, large);
        for (size_t i = 0; i < large->n; i++)
            found = found || settles(term, large, i);
        if (!found)
            return false;
    }
    return true;
}

/* Does a larger term need the variable to be somewhere? */
static bool needed(const logreg__saying *s, size_t variable)
{
    const logreg__terms *terms = s->model->terms;
    for (size_t t = 0; t < terms->n_terms; t++) {
        const logreg__term *large = &terms->term[t];
        for (size_t i = 0; i < large->n; i++)
            if (large->variable[i] == variable && logreg__term_within(s->role.term, large) &&
                settles(s->role.term, large, i))
                return true;
    }
    return false;
}

/* Contrasts that are not against a reference add up to 0 over the levels, of which none has all of them at 0. */
static bool averages(const logreg__variable *v)
{
    return v->kind == LOGREG_CATEGORY && v->coding;
}

static void say_place(const logreg__saying *s, const logreg__variable *v)
{
    bool several = v->made && logreg__made_width(v->made) > 1;
    logreg__say(s, several ? "each column of " : "");
    logreg__say_variable(s, v);
    logreg__say(s, " is ");
    if (logreg__variable_coded(v))
        logreg__say_name(s, v->levels[0]);
    else
        logreg__say(s, "0");
}

/* "f is b" of the factors that the term has by all levels. */
static bool say_own_levels(const logreg__saying *s, const char *first)
{
    bool said = false;
    for (size_t i = 0; i < s->role.term->n; i++) {
        if (!s->role.term->full[i])
            continue;
        logreg__say(s, said ? " and " : first);
        logreg__say_variable(s, logreg__said_variable(s, i));
        logreg__say(s, " is ");
        logreg__say_name(s, logreg__said_level(s, i));
        said = true;
    }
    return said;
}

bool logreg__say_conditions(const logreg__saying *s, bool begins)
{
    const logreg__terms *terms = s->model->terms;
    const char *first = begins ? "where " : " and ";
    bool said = say_own_levels(s, first), averaged = false;
    for (size_t v = 0; v < terms->n_variables; v++) {
        if (averages(&terms->variable[v]) || !needed(s, v))
            continue;
        logreg__say(s, said ? " and " : first);
        say_place(s, &terms->variable[v]);
        said = true;
    }
    for (size_t v = 0; v < terms->n_variables; v++) {
        if (!averages(&terms->variable[v]) || !needed(s, v))
            continue;
        logreg__say(s, averaged          ? " and of "
                       : said || !begins ? ", in the geometric mean over the levels of "
                                         : "in the geometric mean over the levels of ");
        logreg__say_name(s, terms->variable[v].column);
        averaged = true;
    }
    return said || averaged;
}
