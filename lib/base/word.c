#include "base/word.h"

#include <ctype.h>

void logreg__text_add_word(logreg__text *text, const char *word)
{
    const char *plain = word;
    while (isalnum((unsigned char)*plain) || (*plain && strchr("_.-+%/,", *plain)) || (*plain & 0x80) ||
           (*plain == '=' && plain > word))
        plain++;
    bool stops = plain > word + 1 && strchr(".,", plain[-1]); /* which a sentence may have behind it */
    bool quoted = *plain || !*word || stops;
    logreg__text_add(text, quoted ? "'" : "");
    for (const char *c = word; *c; c++)
        if (*c == '\'')
            logreg__text_add(text, "'\\''");
        else
            logreg__text_add_bytes(text, c, 1);
    logreg__text_add(text, quoted ? "'" : "");
}

void logreg__text_add_item(logreg__text *list, const char *item)
{
    bool quoted = strpbrk(item, ",\"");
    logreg__text_add(list, list->length ? "," : "");
    logreg__text_add(list, quoted ? "\"" : "");
    for (; *item; item++)
        logreg__text_add_bytes(list, *item == '"' ? "\"\"" : item, *item == '"' ? 2 : 1);
    logreg__text_add(list, quoted ? "\"" : "");
}
