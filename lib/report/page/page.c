#include "report/page/page.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"

static const logreg__signs utf8 = {
    .minus = "−",
    .infinity = "∞",
    .ellipsis = "…",
    .times = "×",
    .chi = "χ²",
    .rule = "─",
};

static const logreg__signs ascii = {
    .minus = "-",
    .infinity = "inf",
    .ellipsis = "...",
    .times = "*",
    .chi = "chi2",
    .rule = "-",
};

void logreg__page_start(logreg__page *page, const logreg_report_options *options)
{
    *page = (logreg__page){
        .colour = options->colour,
        .ascii = options->ascii,
        .width = options->width,
        .sign = options->ascii ? &ascii : &utf8,
    };
}

void logreg__page_start_like(logreg__page *piece, const logreg__page *page)
{
    *piece = (logreg__page){
        .colour = page->colour,
        .ascii = page->ascii,
        .width = page->width,
        .sign = page->sign,
    };
}

void logreg__page_free(logreg__page *page)
{
    free(page->text.start);
    page->text = (logreg__text){0};
}

const char *logreg__page_string(const logreg__page *page)
{
    return page->text.start ? page->text.start : "";
}

void logreg__page_bytes(logreg__page *page, const char *text, size_t n)
{
    logreg__text_add_bytes(&page->text, text, n);
}

void logreg__page_add(logreg__page *page, const char *text)
{
    logreg__text_add(&page->text, text);
}

void logreg__page_format(logreg__page *page, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    char *text = n < 0 ? NULL : logreg__new_raw((size_t)n + 1, 1);
    if (text) {
        vsnprintf(text, (size_t)n + 1, format, again);
        logreg__page_bytes(page, text, (size_t)n);
    }
    page->text.failed = page->text.failed || !text;
    free(text);
    va_end(again);
}

void logreg__page_repeat(logreg__page *page, const char *text, int times)
{
    for (int i = 0; i < times; i++)
        logreg__page_add(page, text);
}

/* Hues come in pairs of light and dark neighbours, so that lines stay apart for colour-blind readers too. */
static const char *const code[] = {
    [LOGREG__PLAIN] = "",
    [LOGREG__BOLD] = "\033[1m",
    [LOGREG__DIM] = "\033[2m",
    [LOGREG__WARN] = "\033[1;33m",
    [LOGREG__HUE] = "\033[34m",
    "\033[33m",
    "\033[36m",
    "\033[35m",
    "\033[32m",
    "\033[31m",
};

void logreg__page_styled(logreg__page *page, logreg__style style, const char *text)
{
    bool paint = page->colour && style != LOGREG__PLAIN && *text;
    if (paint)
        logreg__page_add(page, code[style]);
    logreg__page_add(page, text);
    if (paint)
        logreg__page_add(page, "\033[0m");
}

int logreg__page_columns(const logreg__page *page)
{
    return logreg__columns(logreg__page_string(page), page->text.length);
}

void logreg__page_paste(logreg__page *page, logreg__style style, logreg__page *piece)
{
    logreg__page_styled(page, style, logreg__page_string(piece));
    page->text.failed = page->text.failed || piece->text.failed;
    logreg__page_free(piece);
}

logreg_status logreg__page_finish(char **text, logreg__page *page, logreg_error *err)
{
    logreg__page_add(page, ""); /* so that even an empty page is a string */
    char *whole = logreg__text_take(&page->text);
    if (!whole)
        return logreg__fail_memory(err);
    *text = whole;
    return LOGREG_OK;
}
