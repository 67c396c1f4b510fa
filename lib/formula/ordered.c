#include "formula/ordered.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

/* ---- Forms ---- */

/* 0 stands for any digit, a blank for the mark between day and time. */
static const char *const forms[] = {"0000-00-00 00:00:00", "00:00:00"};

/* Is the text the form, or as much of it as ends behind two digits: 2015-08, 2015-08-22, 20:00? The mark before a time is as in the others. */
static bool is_of(const char *form, char *mark, const char *text)
{
    size_t i = 0;
    for (; text[i] && form[i]; i++) {
        bool digit = text[i] >= '0' && text[i] <= '9';
        if (form[i] == ' ' && !*mark && (text[i] == ' ' || text[i] == 'T'))
            *mark = text[i];
        if (form[i] == '0' ? !digit : text[i] != (form[i] == ' ' ? *mark : form[i]))
            return false;
    }
    return !text[i] && i >= strlen("00:00") && form[i] != '0';
}

bool logreg__texts_in_order(logreg__texts a, logreg__texts b)
{
    bool all = false;
    for (size_t f = 0; f < sizeof forms / sizeof *forms && !all; f++) {
        char mark = '\0';
        all = a.n && b.n;
        for (size_t i = 0; i < a.n + b.n && all; i++)
            all = is_of(forms[f], &mark, i < a.n ? a.text[i] : b.text[i - a.n]);
    }
    return all;
}

/* ---- Ranks ---- */

typedef struct {
    const char *text;
    double *rank;
} ranked;

static int by_text(const void *a, const void *b)
{
    return strcmp(((const ranked *)a)->text, ((const ranked *)b)->text);
}

bool logreg__texts_rank(double *rank_a, logreg__texts a, double *rank_b, logreg__texts b)
{
    size_t n = a.n + b.n;
    ranked *all = logreg__new_raw(n, sizeof *all);
    if (!all)
        return false;
    for (size_t i = 0; i < a.n; i++)
        all[i] = (ranked){a.text[i], &rank_a[i]};
    for (size_t i = 0; i < b.n; i++)
        all[a.n + i] = (ranked){b.text[i], &rank_b[i]};
    qsort(all, n, sizeof *all, by_text);
    double rank = 0;
    for (size_t i = 0; i < n; i++) {
        rank += !i || strcmp(all[i].text, all[i - 1].text) != 0;
        *all[i].rank = rank;
    }
    free(all);
    return true;
}
