#include "solvers/stochastic/schedule.h"

#include <math.h>
#include <string.h>

#include "solvers/patience.h"

const char *const logreg__schedule_words[LOGREG__SCHEDULES] = {"constant", "invscaling", "optimal",
                                                               "adaptive"};

logreg__schedule_kind logreg__schedule_find(const char *name)
{
    size_t i = 0;
    while (i < LOGREG__SCHEDULES && strcmp(logreg__schedule_words[i], name) != 0)
        i++;
    return (logreg__schedule_kind)i;
}

logreg__schedule logreg__schedule_of(logreg__schedule_kind kind, double rate)
{
    return (logreg__schedule){.kind = kind, .rate = rate, .best = INFINITY};
}

double logreg__schedule_rate(const logreg__schedule *s, size_t t)
{
    double root = sqrt((double)t);
    switch (s->kind) {
    case LOGREG__INVSCALING:
        return s->rate / (root * sqrt(root));
    case LOGREG__OPTIMAL:
        return 1 / (1 / s->rate + (double)t - 1);
    default:
        return s->rate;
    }
}

void logreg__schedule_tell(logreg__schedule *s, double loss, size_t patience)
{
    s->waited = loss < s->best - LOGREG__LEAST_GAIN ? 0 : s->waited + 1;
    s->best = fmin(s->best, loss);
    if (s->kind == LOGREG__ADAPTIVE && s->waited >= patience) {
        s->rate /= 5;
        s->waited = 0;
    }
}
