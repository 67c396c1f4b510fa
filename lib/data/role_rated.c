/* Ratings on one scale, under names that begin alike: PrivacyBus beside PrivacyTaxi, both from 1 to 10, number no buses. */
#include "data/role.h"

#include <math.h>
#include <string.h>

#include "data/answers.h"

enum { LOWEST_TOP = 5, TOP = 10 };

/* Whole numbers from 0 or 1 to 5 to 10, each of which occurs. */
static bool is_scale(double *low, double *high, const logreg__column *c, size_t rows)
{
    bool seen[TOP + 1] = {false};
    *low = TOP;
    *high = 0;
    for (size_t i = 0; i < rows; i++) {
        double x = logreg__column_number(c, i);
        if (isnan(x))
            continue;
        if (!(x >= 0 && x <= TOP && x == floor(x)))
            return false;
        seen[(size_t)x] = true;
        *low = fmin(*low, x);
        *high = fmax(*high, x);
    }
    for (double x = *low; x <= *high; x++)
        if (!seen[(size_t)x])
            return false;
    return *low <= 1 && *high >= LOWEST_TOP;
}

/* The first of two words or more. */
static bool first_word(char word[LOGREG__PLAIN_WORD], const char *name)
{
    enum { SHORTEST = 3 };
    char next[LOGREG__PLAIN_WORD];
    const char *rest = logreg__name_word(word, name);
    return rest && strlen(word) >= SHORTEST && logreg__name_word(next, rest);
}

static bool named_code(const char *name)
{
    return logreg__named_kind(name) || logreg__named_class(name) || logreg__named_plot(name) ||
           logreg__named_id(name);
}

bool logreg__numbers_rate(const logreg_frame *frame, size_t j)
{
    const logreg__column *c = &frame->column[j];
    char word[LOGREG__PLAIN_WORD], first[LOGREG__PLAIN_WORD];
    double low, high, from, to;
    if (c->kind != LOGREG_NUMERIC || logreg__numbers_padded(c) || named_code(c->name) ||
        !first_word(word, c->name) || !is_scale(&low, &high, c, frame->n_rows))
        return false;
    for (size_t k = 0; k < frame->n_columns; k++) {
        const logreg__column *other = &frame->column[k];
        if (k != j && other->kind == LOGREG_NUMERIC && first_word(first, other->name) &&
            strcmp(first, word) == 0 && !named_code(other->name) && !logreg__named_one(other->name) &&
            is_scale(&from, &to, other, frame->n_rows) && from == low && to == high)
            return true;
    }
    return false;
}
