/* A page: text as it is composed, in UTF-8 or ASCII, with or without colour, a given number of columns wide.
 *
 * Everything that a person reads is written here. What comes from the data (names, levels, labels) goes through
 * logreg__page_name, which lets no control character through; widths are columns of a terminal, not bytes.
 * Running out of memory is remembered, and told once by logreg__page_finish.
 */
#ifndef LOGREG_REPORT_PAGE_PAGE_H
#define LOGREG_REPORT_PAGE_PAGE_H

#include <stdbool.h>
#include <stddef.h>

#include <logreg/report.h>

#include "base/text.h"

/* Signs that ASCII has to spell out. */
typedef struct {
    const char *minus, *infinity, *ellipsis, *times, *chi, *rule;
} logreg__signs;

typedef struct {
    logreg__text text;
    bool colour, ascii;
    int width;
    const logreg__signs *sign;
    const char *
        command; /* borrowed: a paragraph of it ends with this, whole, on a line of its own; NULL: with nothing */
} logreg__page;

typedef enum {
    LOGREG__PLAIN,
    LOGREG__BOLD,
    LOGREG__DIM,
    LOGREG__WARN,
    LOGREG__HUE, /* HUE + i: one of LOGREG__HUES colours */
} logreg__style;

#define LOGREG__HUES 6

/* An empty page. options have been checked. */
void logreg__page_start(logreg__page *page, const logreg_report_options *options);

/* An empty page in the manner of another, to compose a piece of it. */
void logreg__page_start_like(logreg__page *piece, const logreg__page *page);

void logreg__page_free(logreg__page *page);

/* What is on it so far, never NULL. */
const char *logreg__page_string(const logreg__page *page);

void logreg__page_add(logreg__page *page, const char *text);
void logreg__page_bytes(logreg__page *page, const char *text, size_t n);
__attribute__((format(printf, 2, 3))) void logreg__page_format(logreg__page *page, const char *format, ...);
void logreg__page_repeat(logreg__page *page, const char *text, int times);

/* Text in a style; without colour just the text. */
void logreg__page_styled(logreg__page *page, logreg__style style, const char *text);

/* A name from the data in at most `room` columns: control, format and other unprintable characters and bytes that
 * are not UTF-8 become '?', and so does what is not ASCII on an ASCII page; what is too long loses its middle. */
void logreg__page_name(logreg__page *page, const char *name, int room);

/* Columns [from, to) of such a name; a character that is cut by an end stays out. */
void logreg__page_part(logreg__page *page, const char *name, int from, int to);

/* Columns that the first n bytes of a text take up: valid UTF-8 without control characters, as all of a page is. */
int logreg__columns(const char *text, size_t n);

/* Those of all of it. */
int logreg__columns_of(const char *text);

/* Columns that a page without line ends takes up. */
int logreg__page_columns(const logreg__page *page);

/* Adds all of a piece in a style, and frees it. */
void logreg__page_paste(logreg__page *page, logreg__style style, logreg__page *piece);

/* A label followed by a text that is broken between words to fill the page, all its lines starting at column
 * `indent`. The label stands in the given style. Takes what `piece` holds and frees it. */
void logreg__page_paragraph(logreg__page *page, logreg__style style, const char *label, int indent,
                            logreg__page *piece);

/* Hands the text over, or fails with ENOMEM. Either way the page is empty afterwards. */
logreg_status logreg__page_finish(char **text, logreg__page *page, logreg_error *err);

#endif
