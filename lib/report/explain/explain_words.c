#include "report/explain/explain_words.h"

#include <math.h>
#include <stdint.h>

#include "report/summary/summary.h"

#define ROOM LOGREG__NAME_ROOM

void logreg__say(const logreg__saying *s, const char *text)
{
    logreg__page_add(s->note, text);
}

void logreg__say_name(const logreg__saying *s, const char *name)
{
    logreg__page_name(s->note, name, ROOM);
}

void logreg__say_number(const logreg__saying *s, double x, int digits)
{
    char text[LOGREG__FIGURE_SIZE];
    logreg__say(s, logreg__figure_plain(text, x, digits, s->note->sign));
}

void logreg__say_exp(const logreg__saying *s, double x)
{
    char text[LOGREG__FIGURE_SIZE];
    double ratio = exp(x);
    logreg__say(s, logreg__figure_exp(text, x, 3 + (ratio >= 0.9995 && ratio < 1e3), s->note->sign));
}

void logreg__say_variable(const logreg__saying *s, const logreg__variable *v)
{
    logreg__say_name(s, v->made ? v->made->text : v->column);
}

void logreg__say_odds(const logreg__saying *s)
{
    const logreg_model *m = s->model;
    logreg__say(s, "the odds of ");
    if (logreg_model_classes(m) > 2) {
        logreg__say_name(s, logreg_model_class(m, s->k));
        logreg__say(s, " against ");
        logreg__say_name(s, logreg_model_class(m, s->against));
        return;
    }
    logreg__say_name(s, logreg__target_name(m));
    logreg__write_label(s->note, m, 1, ROOM);
}

const logreg__variable *logreg__said_variable(const logreg__saying *s, size_t i)
{
    return &s->model->terms->variable[s->role.term->variable[i]];
}

const char *logreg__said_level(const logreg__saying *s, size_t i)
{
    size_t level = logreg__term_level(s->model->terms, s->role.term, s->role.column, i);
    return level == SIZE_MAX ? NULL : logreg__said_variable(s, i)->levels[level];
}
