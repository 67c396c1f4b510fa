#include "base/error.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include <utf8proc.h>

const char *logreg_version(void)
{
    return LOGREG_VERSION;
}

/* Makes the text fit to be shown on a terminal, in place; a sequence that the cut broke off is dropped. */
static void clean(char *text)
{
    size_t n = strlen(text), from = 0, to = 0;
    while (from < n) {
        utf8proc_int32_t c;
        utf8proc_ssize_t used =
            utf8proc_iterate((const utf8proc_uint8_t *)text + from, (utf8proc_ssize_t)(n - from), &c);
        if (used <= 0) {
            bool cut = n == LOGREG_MESSAGE_SIZE - 1 && n - from < 4;
            if (cut)
                break;
            text[to++] = '?';
            from++;
            continue;
        }
        utf8proc_category_t kind = utf8proc_category(c);
        bool hostile = kind == UTF8PROC_CATEGORY_CC || kind == UTF8PROC_CATEGORY_CF ||
                       kind == UTF8PROC_CATEGORY_ZL || kind == UTF8PROC_CATEGORY_ZP;
        bool line_end = c == '\n' || c == '\r';
        if (line_end && to && text[to - 1] != ' ') { /* a name of several lines stands in one */
            text[to++] = ' ';
        } else if (hostile && !line_end) {
            text[to++] = '?';
        } else if (!hostile) {
            memmove(text + to, text + from, (size_t)used);
            to += (size_t)used;
        }
        from += (size_t)used;
    }
    text[to] = '\0';
}

logreg_status logreg__fail(logreg_error *err, logreg_status status, const char *format, ...)
{
    if (err) {
        va_list args;
        va_start(args, format);
        err->status = status;
        vsnprintf(err->message, sizeof err->message, format, args);
        va_end(args);
        clean(err->message);
    }
    return status;
}

logreg_status logreg__fail_memory(logreg_error *err)
{
    return logreg__fail(err, LOGREG_ENOMEM, "out of memory");
}
