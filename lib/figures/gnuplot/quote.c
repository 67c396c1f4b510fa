#include "figures/gnuplot/quote.h"

#include <string.h>

#include "figures/setting/width.h"
#include "report/page/page.h"

/* What is left of a text that has hardly any room. */
enum { COLUMNS_LEAST = 3 };

static void quote(logreg__text *out, const char *text, int most, bool tick)
{
    logreg__page clean;
    logreg_report_options options = logreg_report_options_default();
    logreg__page_start(&clean, &options);
    logreg__page_name(&clean, text, most);
    logreg__text_add(out, "'");
    for (const char *start = logreg__page_string(&clean), *c = start; *c; c++) {
        if (*c == '\'') {
            logreg__text_add(out, "’");
            continue;
        }
        if (tick && *c == '%')
            logreg__text_add(out, "%");
        if (*c == '>' && c - start >= 2 && c[-1] == ']' && c[-2] == ']')
            logreg__text_add(out, " "); /* "]]>" may not stand in XML, and gnuplot lets it through */
        logreg__text_add_bytes(out, c, 1);
    }
    logreg__text_add(out, "'");
    out->failed = out->failed || clean.text.failed;
    logreg__page_free(&clean);
}

void logreg__quote(logreg__text *out, const char *text)
{
    quote(out, text, LOGREG__QUOTE_MOST, false);
}

static double width_at(logreg__text *out, const char *text, int room, bool bold)
{
    logreg__page clean;
    logreg_report_options options = logreg_report_options_default();
    logreg__page_start(&clean, &options);
    logreg__page_name(&clean, text, room);
    double width = logreg__width(logreg__page_string(&clean), 1, bold);
    out->failed = out->failed || clean.text.failed;
    logreg__page_free(&clean);
    return width;
}

void logreg__quote_within(logreg__text *out, const char *text, double width, bool bold)
{
    int room = logreg__columns(text, strlen(text));
    room = room < LOGREG__QUOTE_MOST ? room : LOGREG__QUOTE_MOST;
    while (room > COLUMNS_LEAST && width_at(out, text, room, bold) > width)
        room--;
    quote(out, text, room, false);
}

void logreg__quote_words(logreg__text *out, const char *text)
{
    quote(out, text, LOGREG__WORDS_MOST, false);
}

void logreg__quote_tick(logreg__text *out, const char *text)
{
    quote(out, text, LOGREG__QUOTE_MOST, true);
}
