#include "base/word.h"

#include <ctype.h>
#include <stdio.h>

#include "base/utf8.h"

char *logreg__word_escape(char to[LOGREG__ESCAPED], const char **text)
{
    size_t hidden = logreg__utf8_hidden(*text), used = 0;
    if (!hidden && (**text == '\'' || **text == '\\'))
        to[used++] = '\\';
    if (!hidden)
        to[used++] = *(*text)++;
    else if (**text == '\t') {
        used += (size_t)sprintf(to, "\\t");
        ++*text;
    } else {
        for (; hidden; hidden--)
            used += (size_t)sprintf(to + used, "\\x%02x", (unsigned char)*(*text)++);
    }
    to[used] = '\0';
    return to;
}

void logreg__text_add_word(logreg__text *text, const char *word)
{
    const char *plain = word;
    char escaped[LOGREG__ESCAPED];
    bool hides = logreg__utf8_hides(word);
    while (isalnum((unsigned char)*plain) || (*plain && strchr("_.-+%/,", *plain)) || (*plain & 0x80) ||
           (*plain == '=' && plain > word))
        plain++;
    bool stops = plain > word + 1 && strchr(".,", plain[-1]); /* which a sentence may have behind it */
    bool quoted = hides || *plain || !*word || stops;
    logreg__text_add(text, hides ? "$'" : quoted ? "'" : "");
    for (const char *c = word; *c;)
        if (hides)
            logreg__text_add(text, logreg__word_escape(escaped, &c));
        else if (*c == '\'' && c++)
            logreg__text_add(text, "'\\''");
        else
            logreg__text_add_bytes(text, c++, 1);
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
