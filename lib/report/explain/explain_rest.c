/* What is said of coefficients that say nothing by themselves, and of those that are not finite. */
#include <stdint.h>
#include <string.h>

#include "report/explain/explain_words.h"

/* Whether the term's variables are made of the column. */
static bool used(const logreg__saying *s, const char *column)
{
    for (size_t i = 0; i < s->role.term->n; i++)
        if (logreg__variable_uses(logreg__said_variable(s, i), column))
            return true;
    return false;
}

/* The raw columns that the term's variables are made of, each once where it stands first. */
static void add_columns(const logreg__saying *s)
{
    size_t said = 0;
    for (size_t i = 0; i < logreg_model_variables(s->model); i++) {
        logreg_variable v, other;
        if (logreg_model_variable(s->model, i, &v) != LOGREG_OK || !used(s, v.name))
            continue;
        bool before = false;
        for (size_t l = 0; l < i; l++)
            before = before || (logreg_model_variable(s->model, l, &other) == LOGREG_OK &&
                                strcmp(other.name, v.name) == 0);
        if (before)
            continue;
        logreg__say(s, said++ ? ", " : "");
        logreg__say_name(s, v.name);
    }
}

/* Effects are there to ask where there is a finite maximum, and probabilities. */
static void refer_to_effects(const logreg__saying *s, const char *what)
{
    if (!logreg_model_sound(s->model) || logreg_model_strata(s->model).column)
        return;
    logreg__say(s, what);
    logreg__say(s, " to the probability, effects tell.");
}

/* Whether what the term's columns do is told below, all of it. */
static bool told_below(const logreg__saying *s)
{
    for (size_t i = 0; i < logreg_model_variables(s->model); i++) {
        logreg_variable v;
        if (logreg_model_variable(s->model, i, &v) == LOGREG_OK && used(s, v.name) &&
            !logreg__explain_follows(s->model, i))
            return false;
    }
    return true;
}

void logreg__say_together(const logreg__saying *s)
{
    logreg__say(s, "No sentence of its own: other columns of the model move with ");
    add_columns(s);
    logreg__say(s, ", so that \"all else equal\" cannot be.");
    if (told_below(s))
        logreg__say(s, " Below they are told together.");
    else
        refer_to_effects(s, " What they do together");
}

void logreg__say_nothing(const logreg__saying *s)
{
    bool alone = s->role.term->n == 1, contrast = alone && logreg__said_variable(s, 0)->coding;
    logreg__say(s, contrast ? "A contrast of the levels of "
                   : alone  ? "No sentence of its own: products of the model stand at every level of their "
                              "factors, and move with "
                            : "Part of how these act on each other: ");
    add_columns(s);
    logreg__say(s, contrast ? ", not one level against a reference." : ".");
    refer_to_effects(s, " What it does");
}

void logreg__say_status(const logreg__saying *s)
{
    switch (s->c->status) {
    case LOGREG_COEF_ALIASED:
        logreg__say(
            s, "No estimate: in these rows the column is made of those before it, so that it has nothing of "
               "its own to say; what they say, they say for it too.");
        return;
    case LOGREG_COEF_PLUS_INFINITY:
    case LOGREG_COEF_MINUS_INFINITY:
        if (s->role.kind == LOGREG__SAYS_BASELINE || s->role.kind == LOGREG__SAYS_ITSELF) {
            logreg__say_baseline(s);
            return;
        }
        logreg__say(s, "Infinite: ");
        logreg__say_odds(s);
        logreg__say(s, s->c->status == LOGREG_COEF_PLUS_INFINITY
                           ? " rise without limit with it, since it helps to part the classes in these rows. "
                             "That says that "
                             "the rows are too few to put a number on it, not that the truth is infinite."
                           : " fall to nothing with it, since it helps to part the classes in these rows. "
                             "That says that the "
                             "rows are too few to put a number on it, not that the truth is infinite.");
        return;
    default:
        logreg__say(
            s, "Undetermined: the classes are parted in these rows, and values of either sign do as well.");
    }
}
