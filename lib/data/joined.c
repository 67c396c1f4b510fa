#include "data/joined.h"

#include <string.h>

/* Levels beyond these are not looked at. */
enum { LEVELS = 500 };

static const char *const marks[] = {", ", "; ", ";", " / ", " & "};

static bool is_level(const logreg__column *c, const char *text, size_t n)
{
    for (size_t l = 0; l < c->n_levels; l++)
        if (strncmp(c->levels[l], text, n) == 0 && !c->levels[l][n])
            return true;
    return false;
}

/* Where the mark stands between two other levels; NULL: nowhere. */
static const char *joint(const logreg__column *c, const char *label, const char *mark)
{
    for (const char *at = strstr(label, mark); at; at = strstr(at + 1, mark)) {
        const char *rest = at + strlen(mark);
        size_t n = (size_t)(at - label);
        bool same = strlen(rest) == n && strncmp(label, rest, n) == 0;
        if (n && !same && is_level(c, label, n) && is_level(c, rest, strlen(rest)))
            return at;
    }
    return NULL;
}

static bool joins(const logreg__column *c, const char *label)
{
    for (size_t k = 0; k < sizeof marks / sizeof *marks; k++)
        if (joint(c, label, marks[k]))
            return true;
    return false;
}

bool logreg__joined_find(logreg__joined *found, const logreg__column *c, size_t rows)
{
    bool joined[LEVELS];
    *found = (logreg__joined){0};
    if (c->kind != LOGREG_CATEGORY || c->n_levels < 3 || c->n_levels > LEVELS)
        return false;
    for (size_t l = 0; l < c->n_levels; l++) {
        joined[l] = joins(c, c->levels[l]);
        found->label = joined[l] && !found->label ? c->levels[l] : found->label;
        found->levels += joined[l];
    }
    for (size_t i = 0; i < rows && found->levels; i++)
        if (!logreg__cell_is_missing(c, i) && joined[logreg__column_code(c, i)]) {
            if (found->rows < LOGREG__JOINED_ROWS)
                found->row[found->rows] = i;
            found->rows++;
        }
    return found->rows;
}

static bool is_label(const logreg__several *of, const char *text)
{
    for (size_t k = 0; k < of->n; k++)
        if (strlen(text) == of->answer[k].n && memcmp(text, of->answer[k].text, of->answer[k].n) == 0)
            return true;
    return false;
}

/* Is it all answers where, time after time, the longest that a mark follows is taken from the front, as the command does (csv/mending/rewrite.c)? */
static bool parts(const logreg__several *by, const char *label, const char *mark)
{
    while (!is_label(by, label)) {
        size_t longest = 0;
        for (size_t k = 0; k < by->n; k++) {
            size_t n = by->answer[k].n;
            if (n > longest && strncmp(label, by->answer[k].text, n) == 0 &&
                strncmp(label + n, mark, strlen(mark)) == 0)
                longest = n;
        }
        if (!longest)
            return false;
        label += longest + strlen(mark);
    }
    return true;
}

/* Does the mark part all levels that join two, into those that stand alone? */
static bool all_join(logreg__several *found, const logreg__column *c, const char *mark)
{
    size_t joined = 0, parted = 0;
    for (size_t l = 0; l < c->n_levels; l++) {
        const char *label = c->levels[l];
        if (joins(c, label)) {
            joined++;
            continue;
        }
        if (found->n == LOGREG__ANSWERS)
            return false;
        found->answer[found->n].text = label;
        found->answer[found->n++].n = strlen(label);
        found->whole = found->whole || strstr(label, mark);
    }
    for (size_t l = 0; l < c->n_levels; l++)
        parted += joins(c, c->levels[l]) && parts(found, c->levels[l], mark);
    return joined && parted == joined;
}

bool logreg__joined_several(logreg__several *found, const logreg__column *c)
{
    static const logreg__several_form forms[] = {{"", "", ", ", false},
                                                 {"", "", "; ", false},
                                                 {"", "", ";", false},
                                                 {"", "", " / ", false},
                                                 {"", "", " & ", false}};
    for (size_t k = 0; k < sizeof forms / sizeof *forms; k++) {
        *found = (logreg__several){.form = &forms[k], .bare = true};
        if (all_join(found, c, forms[k].mark))
            return true;
    }
    return false;
}
