#include "text/words.h"

#include <string.h>

#include <utf8proc.h>

#include "base/memory.h"

static bool is_word(utf8proc_int32_t c)
{
    if (c < 0x80)
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    utf8proc_category_t kind = utf8proc_category(c);
    return kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_NO; /* letters, marks, numbers */
}

static bool is_apostrophe(utf8proc_int32_t c)
{
    return c == '\'' || c == 0x2019 || c == 0x02BC || c == 0xFF07;
}

/* The character at *at, which moves behind it; 0 at the end. */
static utf8proc_int32_t next(const char **at)
{
    utf8proc_int32_t c = (unsigned char)**at;
    if (c < 0x80) {
        *at += c != 0;
        return c;
    }
    utf8proc_ssize_t used = utf8proc_iterate((const utf8proc_uint8_t *)*at, -1, &c);
    *at += used > 0 ? used : 1;
    return used > 0 ? c : ' ';
}

static bool put(logreg__words *w, utf8proc_int32_t c)
{
    if (!logreg__grow(&w->text, &w->room, w->length + 5, 1))
        return false;
    c = c < 0x80 ? (c >= 'A' && c <= 'Z' ? c + 'a' - 'A' : c) : utf8proc_tolower(c);
    w->length += (size_t)utf8proc_encode_char(c, (utf8proc_uint8_t *)w->text + w->length);
    return true;
}

/* Closes the word that began at `from` and has so many characters; what is too short goes again. */
static bool close_word(logreg__words *w, size_t from, size_t characters)
{
    if (characters < 2) {
        w->length = from;
        return true;
    }
    if (!logreg__grow(&w->start, &w->room_start, w->n + 1, sizeof *w->start) ||
        !logreg__grow(&w->end, &w->room_end, w->n + 1, sizeof *w->end))
        return false;
    w->start[w->n] = from;
    w->end[w->n++] = w->length;
    return put(w, ' ');
}

static bool find(logreg__words *w, const char *text)
{
    w->length = w->n = 0;
    for (const char *at = text; *at;) {
        size_t from = w->length, characters = 0;
        utf8proc_int32_t c = next(&at);
        while (is_word(c)) {
            if (!put(w, c))
                return false;
            characters++;
            const char *behind = at;
            c = next(&behind);
            if (is_apostrophe(c) && is_word(next(&behind))) {
                if (!put(w, '\''))
                    return false;
                characters++;
                next(&at);
            } else if (!is_word(c)) {
                break;
            }
            c = next(&at);
        }
        if (!close_word(w, from, characters))
            return false;
    }
    return true;
}

static bool is_ascii(const char *text)
{
    while (*text && (unsigned char)*text < 0x80)
        text++;
    return !*text;
}

bool logreg__words_find(logreg__words *words, const char *text)
{
    if (is_ascii(text))
        return find(words, text);
    utf8proc_uint8_t *composed = utf8proc_NFC((const utf8proc_uint8_t *)text);
    bool ok = composed && find(words, (const char *)composed);
    free(composed);
    return ok;
}

void logreg__words_clear(logreg__words *words)
{
    free(words->text);
    free(words->start);
    free(words->end);
    *words = (logreg__words){0};
}
