#include <limits.h>
#include <string.h>

#include "report/page/page.h"

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

void logreg__page_paragraph(logreg__page *page, logreg__style style, const char *label, int indent,
                            logreg__page *piece)
{
    page->text.failed = page->text.failed || piece->text.failed;
    logreg__page_styled(page, style, label);
    int used = logreg__columns(label, strlen(label)), at = used;
    bool value = false; /* of an option: a list to be pasted, which must stay whole */
    const char *rest = logreg__page_string(piece);
    while (*rest) {
        size_t n = strcspn(rest, " ");
        int columns = logreg__columns(rest, n);
        if (at > indent && at + 1 + columns > page->width) {
            logreg__page_add(page, "\n");
            at = 0;
        }
        if (at < indent) {
            logreg__page_repeat(page, " ", indent - at);
            at = indent;
        } else if (at > indent) {
            logreg__page_add(page, " ");
            at++;
        }
        size_t part = at + columns > page->width && !value ? fitting(rest, n, page->width - at) : n;
        logreg__page_bytes(page, rest, part);
        at += logreg__columns(rest, part);
        rest += part;
        if (part == n) {
            value = n > 2 && memcmp(rest - n, "--", 2) == 0;
            rest += strspn(rest, " ");
        }
    }
    logreg__page_add(page, "\n");
    if (piece->command) { /* from its first column on, as it is pasted */
        logreg__page_name(page, piece->command, INT_MAX);
        logreg__page_add(page, "\n");
    }
    logreg__page_free(piece);
}
