#include "data/several.h"

#include <ctype.h>
#include <string.h>

/* Of a list there may be as many answers as have room. */
enum { LEVELS = 10000, PLAIN = 24 };

typedef struct {
    const char *text;
    size_t n, labels, last; /* in so many labels, of which this one, from 1, is the last */
    size_t rows;            /* of these labels */
    size_t place;           /* where it stands in its first one, */
    bool moves;             /*   and elsewhere, or alone, in others */
    bool alone, within;     /* it is a label, and a part of one */
} answer;

typedef struct {
    answer answer[LOGREG__ANSWERS];
    const size_t *rows;           /* of each label, or NULL */
    size_t n, most, sets, widest; /* answers in the longest set */
    bool bare, quoted, words; /* items of lists: some without quotes, some with, some that are no numbers */
    bool brackets;            /* a mark stands within brackets */
    bool none;                /* a list holds none */
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
    if (!n || k == a->most || (k < a->n && a->answer[k].last == label))
        return false;
    if (k == a->n)
        a->answer[a->n++] = (answer){.text = text, .n = n, .place = place};
    answer *it = &a->answer[k];
    it->labels++;
    it->rows += a->rows ? a->rows[label - 1] : 0;
    it->last = label;
    it->moves = it->moves || alone || it->place != place;
    it->alone = it->alone || alone;
    it->within = it->within || !alone;
    return true;
}

/* The next item of a list, from *text on, which goes behind it and its mark. False: none of the form stands there. */
static bool next_item(const char **item, size_t *n, bool *quoted, const char **text, const char *end,
                      const logreg__several_form *form)
{
    const char *at = *text, *mark = form->mark;
    for (; at < end && is_blank(*at); at++)
        ;
    *quoted = form->bracket && at < end && (*at == '"' || *at == '\'');
    *item = at + *quoted;
    if (*quoted) {
        for (at++; at < end && *at != (*item)[-1]; at++)
            at += *at == '\\' && at + 1 < end;
        if (at == end)
            return false;
        *n = (size_t)(at++ - *item);
        for (; at < end && is_blank(*at); at++)
            ;
    } else {
        for (; at < end && strncmp(at, mark, strlen(mark)) != 0; at++)
            if (form->bracket && strchr("\"[]{}:", *at))
                return false;
        *n = (size_t)(at - *item);
    }
    if (at < end && strncmp(at, mark, strlen(mark)) != 0)
        return false;
    *text = at < end ? at + strlen(mark) : end;
    return true;
}

static bool is_number(const char *text, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!strchr("0123456789+-. ", text[i]))
            return false;
    return true;
}

/* A label that is a list: its items. */
static bool add_list(answers *a, const char *label, size_t number, const logreg__several_form *form)
{
    size_t n = strlen(label), open = strlen(form->open), close = strlen(form->close), place = 0, size = 0;
    if (n < open + close || memcmp(label, form->open, open) != 0 ||
        memcmp(label + n - close, form->close, close) != 0)
        return false;
    const char *text = label + open, *end = label + n - close, *item = text;
    bool ok = true, quoted;
    for (; text < end && is_blank(*text); text++)
        ;
    for (; text < end && ok; place++) {
        ok = next_item(&item, &size, &quoted, &text, end, form) && (quoted || *form->open != '(') &&
             ((!size && quoted && text == end && !place) ||
              add(a, item, size, number, place, text == end && !place));
        a->bare = a->bare || !quoted;
        a->quoted = a->quoted || quoted;
        a->words = a->words || !is_number(item, size);
    }
    a->sets += place > 1;
    a->none = a->none || !place;
    a->widest = place > a->widest ? place : a->widest;
    return ok;
}

/* What closes the bracket that stands there, with one more level within; NULL: nothing. */
static const char *closing(const char *open)
{
    const char *at = open;
    size_t depth = 0;
    do {
        depth += *at == '(';
        depth -= *at == ')';
    } while (depth && depth < 3 && *++at);
    return depth ? NULL : at;
}

const char *logreg__several_mark(bool *within, const char *text, const char *mark)
{
    const size_t n = strlen(mark);
    for (; *text; text++) {
        const char *close = *text == '(' ? closing(text) : NULL;
        if (!close && strncmp(text, mark, n) == 0)
            return text;
        for (; close && text < close; text++)
            *within = *within || strncmp(text, mark, n) == 0;
    }
    return NULL;
}

/* Behind the mark that parts the first answer from the next; NULL: it is the last, with a mark behind it perhaps. */
static const char *next_answer(size_t *n, bool *within, const char *label, const char *mark)
{
    const char *end = logreg__several_mark(within, label, mark);
    *n = end ? (size_t)(end - label) : strlen(label);
    return end && end[strlen(mark)] ? end + strlen(mark) : NULL;
}

/* A label of one answer or more. */
static bool add_label(answers *a, const char *label, size_t number, const logreg__several_form *form)
{
    size_t place = 0, n;
    bool alone = !next_answer(&n, &a->brackets, label, form->mark), ok = true;
    a->sets += !alone;
    for (; ok && label; place++) {
        const char *next = next_answer(&n, &a->brackets, label, form->mark);
        ok = add(a, label, n, number, place, alone);
        label = next;
    }
    a->widest = place > a->widest ? place : a->widest;
    return ok;
}

/* Each answer stands in two labels or more, and two of them in different places; or two answers or more are both labels and parts of one that no
 * comma alone makes: "Coffee, Tea" may be one answer. Of five answers one may stand in one of the n labels alone, as "Others" does, where
 * three or more stand in a quarter of them. */
static bool are_sets(const answers *a, char mark, size_t n)
{
    size_t moving = 0, once = 0, both = 0, often = 0;
    for (size_t k = 0; k < a->n; k++) {
        once += a->answer[k].labels < 2;
        often += 4 * a->answer[k].labels >= n && a->answer[k].moves;
        moving += a->answer[k].moves;
        both += a->answer[k].alone && a->answer[k].within;
    }
    bool recurring = !once || (5 * once <= a->n && often > 2 && a->widest > 2);
    return a->n > 1 &&
           ((a->sets > 1 && recurring && moving > 1) || (both > 1 && (mark != ',' || a->widest > 2)));
}

/* A name of a choice, as tools for surveys have it: bread, fish_2. */
static bool is_choice(const answer *a)
{
    for (size_t i = 0; i < a->n; i++)
        if (!isalnum((unsigned char)a->text[i]) && !strchr("_-.", a->text[i]))
            return false;
    return true;
}

/* Blanks part words too: of n levels, these are sets by their number, and by the answers that stand alone. */
static bool are_choices(const answers *a, size_t n)
{
    size_t both = 0;
    for (size_t k = 0; k < a->n; k++) {
        both += a->answer[k].alone && a->answer[k].within;
        if (!is_choice(&a->answer[k]))
            return false;
    }
    return a->widest > 2 && both > 1 && 2 * both >= a->n && n >= 2 * a->n;
}

/* JSON and Python; sets of Python and arrays of PostgreSQL; tuples; tags of Stack Exchange, as they were and are; forms of Microsoft; lists of SharePoint; choices of KoboToolbox and ODK. */
static const logreg__several_form forms[] = {
    {"[", "]", ",", true},  {"{", "}", ",", true}, {"(", ")", ",", true}, {"<", ">", "><", false},
    {"|", "|", "|", false}, {"", ";", ";", false}, {"", "", ";#", false}, {"", "", ",", false},
    {"", "", ";", false},   {"", "", "|", false},  {"", "", " ", false},
};

bool logreg__several_answers(logreg__several *found, char *const *levels, size_t n)
{
    return logreg__several_counted(found, levels, NULL, n);
}

bool logreg__several_counted(logreg__several *found, char *const *levels, const size_t *rows, size_t n)
{
    for (size_t k = 0; k < sizeof forms / sizeof *forms && n > 2 && n <= LEVELS; k++) {
        const logreg__several_form *form = &forms[k];
        bool list = *form->close, ok = true;
        answers a = {.rows = rows, .most = list ? LOGREG__ANSWERS : PLAIN};
        for (size_t l = 0; l < n && ok; l++)
            ok = (list ? add_list : add_label)(&a, levels[l], l + 1, form);
        if (!ok || !((list && a.words && a.n > 1 && a.sets) || are_sets(&a, *form->mark, n)) ||
            (*form->mark == ' ' && !are_choices(&a, n)))
            continue;
        *found = (logreg__several){.form = form,
                                   .quoted = a.quoted,
                                   .bare = !list || a.bare,
                                   .brackets = a.brackets,
                                   .none = a.none,
                                   .n = a.n};
        for (size_t i = 0; i < a.n; i++) {
            found->answer[i].text = a.answer[i].text;
            found->answer[i].n = a.answer[i].n;
            found->answer[i].rows = a.answer[i].rows;
        }
        return true;
    }
    return false;
}
