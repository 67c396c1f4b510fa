#include <limits.h>
#include <string.h>

#include "report/page/page.h"
#include "report/page/pasted.h"

/* Bytes of the longest start of a word that fits into `room` columns; at least one character. */
static size_t fitting(const char *word, size_t n, int room)
{
    size_t end = n;
    while (end > 1 && logreg__columns(word, end) > room) {
        end--;
        while (end > 1 && ((unsigned char)word[end] & 0xC0) == 0x80) /* inside a character */
            end--;
    }
    return end;
}

/* A paragraph on its way to the page. */
typedef struct {
    logreg__page *page;
    int indent, at;
    bool value; /* of an option: a list to be pasted, which must stay whole */
} setting;

static void end_line(setting *s)
{
    if (s->at > 0)
        logreg__page_add(s->page, "\n");
    s->at = 0;
}

/* A word, or what else has no place to break it, of so many bytes. Returns how many of them were set: the others follow on the next line. */
static size_t set_word(setting *s, const char *text, size_t n, bool whole)
{
    int columns = logreg__columns(text, n);
    if (s->at > s->indent && s->at + 1 + columns > s->page->width)
        end_line(s);
    if (s->at < s->indent) {
        logreg__page_repeat(s->page, " ", s->indent - s->at);
        s->at = s->indent;
    } else if (s->at > s->indent) {
        logreg__page_add(s->page, " ");
        s->at++;
    }
    size_t part = s->at + columns > s->page->width && !whole ? fitting(text, n, s->page->width - s->at) : n;
    logreg__page_bytes(s->page, text, part);
    s->at += logreg__columns(text, part);
    return part;
}

/* What is to be pasted, whole on a line of its own behind a colon. Returns the bytes of it and of the mark behind, which the line stands for. */
static size_t set_apart(setting *s, const char *text, size_t n, int indent)
{
    logreg__text *so_far = &s->page->text;
    char *last = so_far->length ? &so_far->start[so_far->length - 1] : NULL;
    if (last && s->at > s->indent && strchr(",;", *last))
        *last = ':';
    else if (last && s->at > s->indent && !strchr(".:", *last))
        logreg__page_add(s->page, ":");
    end_line(s);
    logreg__page_repeat(s->page, " ", indent);
    logreg__page_bytes(s->page, text, n);
    logreg__page_add(s->page, "\n");
    return n + strspn(text + n, ".,;");
}

/* The option with its value at the start of a text: on this line or the next, or where none has room for it on one of its own. */
static size_t set_option(setting *s, const char *text, size_t n)
{
    if (s->indent + logreg__columns(text, n) <= s->page->width)
        return set_word(s, text, n, true);
    while (n > 1 && strchr(".,;", text[n - 1]))
        n--;
    return set_apart(s, text, n, s->indent);
}

void logreg__page_paragraph(logreg__page *page, logreg__style style, const char *label, int indent,
                            logreg__page *piece)
{
    page->text.failed = page->text.failed || piece->text.failed;
    logreg__page_styled(page, style, label);
    setting s = {.page = page, .indent = indent, .at = logreg__columns(label, strlen(label))};
    const char *rest = logreg__page_string(piece);
    while (*rest) {
        size_t command = logreg__pasted_command(rest), option = logreg__pasted_option(rest);
        size_t n = strcspn(rest, " "), part = n;
        if (command)
            n = part = set_apart(&s, rest, command, 0);
        else if (option)
            n = part = set_option(&s, rest, option);
        else
            part = set_word(&s, rest, n, s.value);
        rest += part;
        if (part == n) {
            s.value = n > 2 && memcmp(rest - n, "--", 2) == 0;
            rest += strspn(rest, " ");
        }
    }
    end_line(&s);
    if (piece->command) { /* from its first column on, as it is pasted */
        logreg__page_name(page, piece->command, INT_MAX);
        logreg__page_add(page, "\n");
    }
    logreg__page_free(piece);
}
