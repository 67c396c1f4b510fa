/* A JSON document as it is written: one object whose keys stand on a line each, and so do the items of its long lists. */
#ifndef LOGREG_REPORT_JSON_DOCUMENT_H
#define LOGREG_REPORT_JSON_DOCUMENT_H

#include <locale.h>

#include <jansson.h>

#include "report/page/page.h"

/* jansson writes numbers as the thread's locale has them, so a document has the thread's locale for itself from start
 * to finish. */
typedef struct {
    logreg__page page;
    locale_t own, before;
} logreg__document;

/* Begins an object. ENOMEM; otherwise the document must be finished. */
logreg_status logreg__document_start(logreg__document *document, const logreg_report_options *options,
                                     logreg_error *err);

/* Writes a key and its value, and lets go of the value; NULL is memory that ran out. Characters that could harm a
 * terminal become \uXXXX. */
void logreg__document_put(logreg__page *page, const char *key, json_t *value);

/* A list too long for one line; *items counts from 0. */
void logreg__document_open_list(logreg__page *page, const char *key);
void logreg__document_put_item(logreg__page *page, json_t *value, size_t *items);
void logreg__document_close_list(logreg__page *page, size_t items);

/* Closes the object and hands the text over, or fails with ENOMEM. */
logreg_status logreg__document_finish(char **text, logreg__document *document, logreg_error *err);

#endif
