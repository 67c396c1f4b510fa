/* Names that end in the word for a number or a code with nothing between: ANIMALID, ownerid, RETURNEDREASONID. What
 * stands before it tells, or else other columns of the file that are called so: paid, liquid and casino number nothing. */
#include "data/role.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "data/answers.h"
#include "data/sentinel.h"

/* The marker at the end of the last word, the word before it to stem; NULL: there is none. */
static const char *parted(char stem[LOGREG__PLAIN_WORD], const char *name)
{
    static const char *const markers[] = {"id", "number", "nummer", "nr", "no", "nbr", "code"};
    enum { SHORTEST = 3 };
    char word[LOGREG__PLAIN_WORD];
    *stem = '\0';
    while ((name = logreg__name_word(word, name)))
        strcpy(stem, word);
    size_t n = strlen(stem);
    for (size_t k = 0; k < sizeof markers / sizeof *markers; k++) {
        size_t m = strlen(markers[k]);
        if (n < m + SHORTEST || strcmp(stem + n - m, markers[k]) != 0)
            continue;
        stem[n - m] = '\0';
        return markers[k];
    }
    return NULL;
}

static bool is_kind(const char *noun)
{
    return logreg__named_class(noun) || logreg__named_reason(noun) || logreg__named_plot(noun) ||
           logreg__named_kind_word(noun);
}

static bool is_noun(const char *noun)
{
    return logreg__word_for_thing(noun) || logreg__named_one(noun) || logreg__named_being(noun) ||
           is_kind(noun);
}

/* The whole stem, or five letters or more at its end: owner of returnedbyowner. NULL: it has none. */
static const char *noun_in(const char *stem)
{
    enum { SHORTEST = 5 };
    size_t n = strlen(stem);
    if (is_noun(stem))
        return stem;
    for (size_t k = 1; k + SHORTEST <= n; k++)
        if (is_noun(stem + k))
            return stem + k;
    return NULL;
}

bool logreg__glued_noun(char noun[LOGREG__PLAIN_WORD], const char *name)
{
    char stem[LOGREG__PLAIN_WORD];
    const char *known = parted(stem, name) ? noun_in(stem) : NULL;
    if (known)
        strcpy(noun, known);
    return known;
}

bool logreg__glued_kind(const char *name)
{
    char noun[LOGREG__PLAIN_WORD];
    return logreg__glued_noun(noun, name) && is_kind(noun);
}

/* Words that end so: amounts paid, what is solid or liquid, acids and lipids, -oids, times of the north (-tid),
 * casinos. */
static bool only_ends_so(const char *name)
{
    static const char *const ends[] = {"aid",    "alid",  "olid",  "grid",  "brid",  "acid", "ncid", "oid",
                                       "uid",    "lipid", "rapid", "tupid", "ovid",  "avid", "umid", "timid",
                                       "yramid", "romid", "rigid", "kid",   "tid",   "xid",  "lfid", "anid",
                                       "odid",   "cerid", "lorid", "uorid", "itrid", "nsid", "ino",  "ano",
                                       "anno",   "ono",   "uno",   "umno",  "meno",  "reno", "urno", "arno"};
    char plain[LOGREG__PLAIN_WORD];
    size_t n = logreg__plain_word(plain, name) ? strlen(plain) : 0;
    for (size_t k = 0; k < sizeof ends / sizeof *ends; k++) {
        size_t m = strlen(ends[k]);
        if (n >= m && strcmp(plain + n - m, ends[k]) == 0)
            return true;
    }
    return !n;
}

bool logreg__glued_to_number(const logreg_frame *frame, size_t j)
{
    char stem[LOGREG__PLAIN_WORD], noun[LOGREG__PLAIN_WORD];
    const char *name = frame->column[j].name, *marker = parted(stem, name);
    if (!marker)
        return false;
    if (noun_in(stem))
        return true;
    for (size_t k = 0; k < frame->n_columns && !only_ends_so(name); k++)
        if (k != j && logreg__glued_noun(noun, frame->column[k].name) &&
            parted(stem, frame->column[k].name) == marker)
            return true;
    return false;
}

/* A hundred or more, as evenly over their range as numbers do that were given out: counts and amounts have few at the
 * ends. */
static bool fill_evenly(const double *sorted, size_t n)
{
    enum { FEWEST = 100 };
    if (n < FEWEST)
        return false;
    double low = sorted[0], high = sorted[n - 1], span = high - low, mean = 0, squares = 0;
    for (size_t i = 0; i < n; i++) {
        double off = sorted[i] - mean;
        mean += off / (double)(i + 1);
        squares += off * (sorted[i] - mean);
    }
    return fabs(mean - (low + high) / 2) <= 0.12 * span && sqrt(squares / (double)n) >= 0.25 * span;
}

/* Many next to one another and none twice, as of numbers that were given out in turn: of counts, half as many pairs are
 * equal as differ by 1. */
static bool follow_closely(const double *sorted, size_t n)
{
    enum { MANY = 10 };
    size_t next = 0;
    for (size_t i = 0; i < n; i++) {
        if (sorted[i] != floor(sorted[i]) || (i && sorted[i] == sorted[i - 1]))
            return false;
        next += i && sorted[i] == sorted[i - 1] + 1;
    }
    return next >= MANY;
}

bool logreg__numbers_given(const logreg__column *c, size_t rows)
{
    size_t n;
    double *sorted = logreg__named_number(c->name) ? logreg__numbers_sorted(&n, c, rows) : NULL;
    bool given = sorted && n && sorted[0] >= 0 && (fill_evenly(sorted, n) || follow_closely(sorted, n));
    free(sorted);
    return given;
}
