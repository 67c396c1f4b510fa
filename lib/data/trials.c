#include "data/trials.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

bool logreg__name_says(const char *name, const char *const *words)
{
    for (; *words; words++) {
        size_t length = strlen(*words), whole = strlen(name);
        bool begins = strncasecmp(name, *words, length) == 0 && !isalnum((unsigned char)name[length]);
        bool ends = whole > length && strcasecmp(name + whole - length, *words) == 0 &&
                    !isalnum((unsigned char)name[whole - length - 1]);
        if (begins || ends)
            return true;
    }
    return false;
}

bool logreg__name_says_trials(const char *name)
{
    static const char *const words[] = {"n",        "trials",   "total", "size",     "exposed",
                                        "number",   "tested",   "risk",  "attempts", "tries",
                                        "examined", "screened", NULL};
    return logreg__name_says(name, words);
}
