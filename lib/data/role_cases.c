/* IDs of persons and things that have several rows each, wherever these stand. */
#include "data/role.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "data/answers.h"

/* ---- Names ---- */

static const char for_numbers[] = " id ids no nr num number nbr nummer numero code ";

/* What a name numbers: participant of participant_id and of "Id participant"; nothing of "ID No.". */
static void noun_of(char noun[LOGREG__PLAIN_WORD], const char *name)
{
    char word[LOGREG__PLAIN_WORD];
    *noun = '\0';
    while ((name = logreg__name_word(word, name)))
        if (!logreg__word_among(for_numbers, word))
            strcpy(noun, word);
}

/* index, nr: they number rows, or begin again in each group of them. */
static bool numbers_rows(const char *name)
{
    return logreg__plain_among(name,
                               " index nr no no. number num key row rows obs seq seed ref reference # ");
}

typedef enum {
    NO_CASE,
    UNKNOWN, /* of what nobody knows: stimulus_id */
    THING,   /* may be a kind as well: item_id */
    BEING,   /* a person, an animal, a room; or the word for a number alone: ID No. */
} case_name;

static case_name case_of(const char *name)
{
    char noun[LOGREG__PLAIN_WORD];
    bool id = logreg__named_id(name);
    if (numbers_rows(name) || !(id || logreg__named_by_number(name)))
        return NO_CASE;
    noun_of(noun, name);
    logreg__glued_noun(noun, name);
    if (logreg__named_kind(noun) || logreg__named_class(noun) || logreg__named_reason(noun))
        return NO_CASE;
    if ((!*noun && logreg__name_has(name, " id ")) || logreg__named_one(noun) || logreg__named_being(noun))
        return BEING;
    if (!id)
        return NO_CASE;
    return logreg__word_for_thing(noun) || !logreg__name_has(name, " id ") ? THING : UNKNOWN;
}

bool logreg__named_case(const char *name)
{
    return case_of(name) == BEING;
}

/* ---- Numbers ---- */

typedef struct {
    double id;
    size_t row;
} place;

static int by_id(const void *a, const void *b)
{
    const place *x = a, *y = b;
    return x->id != y->id ? (x->id > y->id) - (x->id < y->id) : (x->row > y->row) - (x->row < y->row);
}

/* The rows of a column in the order of its numbers. NULL: some are no whole numbers above 0, or memory is out. */
static place *in_order(size_t *n, const logreg__column *c, size_t rows)
{
    place *at = logreg__new_raw(rows, sizeof *at);
    *n = 0;
    for (size_t i = 0; at && i < rows; i++) {
        double x = logreg__column_number(c, i);
        if (isnan(x))
            continue;
        if (!(x >= 0 && x == floor(x))) {
            free(at);
            return NULL;
        }
        at[(*n)++] = (place){x, i};
    }
    if (at)
        qsort(at, *n, sizeof *at, by_id);
    return at;
}

/* Enough that are different, and enough rows that share one with others. */
static bool some_share(const place *at, size_t n)
{
    enum { FEWEST = 10 };
    size_t different = 0;
    for (size_t i = 0; i < n; i++)
        different += i == 0 || at[i].id != at[i - 1].id;
    return different >= FEWEST && n - different >= FEWEST;
}

/* Does each number have two rows or more on average, and, if that is asked, all of them one after the other? */
static bool have_several(const place *at, size_t n, bool together)
{
    size_t runs = 0, different = 0;
    for (size_t i = 0; i < n; i++) {
        bool first = i == 0 || at[i].id != at[i - 1].id;
        different += first;
        runs += first || at[i].row != at[i - 1].row + 1;
    }
    return (!together || runs == different) && 2 * different <= n;
}

/* student_id, which cannot be a number for anything else: rows in any order may share it. */
static bool names_person(const char *name)
{
    char noun[LOGREG__PLAIN_WORD];
    noun_of(noun, name);
    bool marked = logreg__glued_noun(noun, name) || logreg__name_has(name, for_numbers);
    return marked && *noun && logreg__named_id(name) &&
           (logreg__named_one(noun) || logreg__named_being(noun));
}

/* Does a column hold one number for each ID, five different ones or more, as age and height do? What rises or falls with
 * the ID is the time or the place that an index counts. */
static bool is_constant_within(const logreg__column *c, const place *at, size_t n)
{
    enum { FEWEST = 5 };
    double value[FEWEST], now = NAN, before = NAN;
    size_t different = 0;
    bool rises = true, falls = true;
    if (c->kind != LOGREG_NUMERIC)
        return false;
    for (size_t i = 0; i < n; i++) {
        double x = logreg__column_number(c, at[i].row);
        if (i == 0 || at[i].id != at[i - 1].id) {
            before = isnan(now) ? before : now;
            now = NAN;
        }
        if (isnan(x) || x == now)
            continue;
        if (!isnan(now))
            return false;
        now = x;
        rises = rises && !(x < before);
        falls = falls && !(x > before);
        size_t k = 0;
        while (k < different && value[k] != x)
            k++;
        if (k == different && different < FEWEST)
            value[different++] = x;
    }
    return different == FEWEST && !rises && !falls;
}

/* Does another column say of each ID what it is? */
static bool are_described(const logreg_frame *frame, size_t j, const place *at, size_t n)
{
    for (size_t k = 0; k < frame->n_columns; k++)
        if (k != j && is_constant_within(&frame->column[k], at, n))
            return true;
    return false;
}

bool logreg__ids_described(const logreg_frame *frame, size_t j)
{
    size_t n;
    place *at = in_order(&n, &frame->column[j], frame->n_rows);
    bool described = at && some_share(at, n) && are_described(frame, j, at, n);
    free(at);
    return described;
}

bool logreg__ids_shared(const logreg_frame *frame, size_t j)
{
    const logreg__column *c = &frame->column[j];
    case_name is = case_of(c->name);
    size_t n;
    if (is == NO_CASE)
        return false;
    if (is == BEING && logreg__numbers_return(c, frame->n_rows))
        return true;
    place *at = in_order(&n, c, frame->n_rows);
    bool share = false;
    if (at && some_share(at, n)) {
        bool several = have_several(at, n, !names_person(c->name));
        share = is == UNKNOWN ? several && are_described(frame, j, at, n)
                              : several || are_described(frame, j, at, n);
    }
    free(at);
    return share;
}
