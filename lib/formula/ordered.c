#include "formula/ordered.h"

#include <string.h>

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

bool logreg__texts_in_order(double *order, char *const *text, size_t n, const char *other)
{
    bool all = false;
    for (size_t f = 0; f < sizeof forms / sizeof *forms && !all; f++) {
        char mark = '\0';
        all = n && is_of(forms[f], &mark, other);
        for (size_t i = 0; i < n && all; i++)
            all = is_of(forms[f], &mark, text[i]);
    }
    for (size_t i = 0; i < n && all; i++)
        order[i] = strcmp(text[i], other);
    return all;
}
