#include "data/several.h"

#include <string.h>

enum { LEVELS = 400 };

typedef struct {
    const char *text;
    size_t n, labels, last; /* in so many labels, of which this one, from 1, is the last */
    size_t place;           /* where it stands in its first one, */
    bool moves;             /*   and elsewhere, or alone, in others */
    bool alone, within;     /* it is a label, and a part of one */
} answer;

typedef struct {
    answer answer[LOGREG__ANSWERS];
    size_t n, sets, widest; /* answers in the longest set */
} answers;

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Adds one; false: there are too many, it is empty, or stands there already. */
static bool add(answers *a, const char *text, size_t n, size_t label, size_t place, bool alone)
{
    for (; n && is_blank(text[n - 1]); n--)
        ;
    for (; n && is_blank(*text); n--)
        text++;
    size_t k = 0;
    while (k < a->n && (a->answer[k].n != n || memcmp(a->answer[k].text, text, n) != 0))
        k++;
    if (!n || k == LOGREG__ANSWERS || (k < a->n && a->answer[k].last == label))
        return false;
    if (k == a->n)
        a->answer[a->n++] = (answer){.text = text, .n = n, .place = place};
    answer *it = &a->answer[k];
    it->labels++;
    it->last = label;
    it->moves = it->moves || alone || it->place != place;
    it->alone = it->alone || alone;
    it->within = it->within || !alone;
    return true;
}

static bool add_label(answers *a, const char *label, size_t number, char mark)
{
    size_t place = 0;
    bool alone = !strchr(label, mark), ok = true;
    a->sets += !alone;
    for (bool more = true; more && ok; place++) {
        size_t n = strcspn(label, (char[]){mark, '\0'});
        ok = add(a, label, n, number, place, alone);
        more = label[n];
        label += n + more;
    }
    a->widest = place > a->widest ? place : a->widest;
    return ok;
}

/* Each answer stands in two labels or more, and two of them in different places; or two answers or more are both labels and parts of one that no
 * comma alone makes: "Coffee, Tea" may be one answer. */
static bool are_sets(const answers *a, char mark)
{
    size_t moving = 0, once = 0, both = 0;
    for (size_t k = 0; k < a->n; k++) {
        once += a->answer[k].labels < 2;
        moving += a->answer[k].moves;
        both += a->answer[k].alone && a->answer[k].within;
    }
    return a->n > 1 && ((a->sets > 1 && !once && moving > 1) || (both > 1 && (mark != ',' || a->widest > 2)));
}

bool logreg__several_answers(logreg__several *found, char *const *levels, size_t n)
{
    static const char marks[] = ",;|";
    for (size_t k = 0; marks[k] && n > 2 && n <= LEVELS; k++) {
        answers a = {.n = 0};
        bool ok = true;
        for (size_t l = 0; l < n && ok; l++)
            ok = add_label(&a, levels[l], l + 1, marks[k]);
        if (!ok || !are_sets(&a, marks[k]))
            continue;
        *found = (logreg__several){.mark = marks[k], .n = a.n};
        for (size_t i = 0; i < a.n; i++) {
            found->answer[i].text = a.answer[i].text;
            found->answer[i].n = a.answer[i].n;
        }
        return true;
    }
    return false;
}
