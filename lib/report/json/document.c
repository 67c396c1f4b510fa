#include "report/json/document.h"

#include "base/error.h"
#include "report/json/values.h"

logreg_status logreg__document_start(logreg__document *document, const logreg_report_options *options,
                                     logreg_error *err)
{
    /* jansson does not know decimal marks of more than one byte. */
    locale_t c = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    if (!c)
        return logreg__fail_memory(err);
    document->own = c;
    document->before = uselocale(c);
    logreg__page_start(&document->page, options);
    logreg__page_add(&document->page, "{");
    return LOGREG_OK;
}

void logreg__document_put(logreg__page *page, const char *key, json_t *value)
{
    logreg__page_format(page, "%s\n  \"%s\": ", page->text.length > 1 ? "," : "", key);
    logreg__json_encode(page, value);
}

void logreg__document_open_list(logreg__page *page, const char *key)
{
    logreg__page_format(page, ",\n  \"%s\": [", key);
}

void logreg__document_put_item(logreg__page *page, json_t *value, size_t *items)
{
    logreg__page_add(page, (*items)++ ? ",\n    " : "\n    ");
    logreg__json_encode(page, value);
}

void logreg__document_close_list(logreg__page *page, size_t items)
{
    logreg__page_add(page, items ? "\n  ]" : "]");
}

logreg_status logreg__document_finish(char **text, logreg__document *document, logreg_error *err)
{
    logreg__page_add(&document->page, "\n}\n");
    uselocale(document->before);
    freelocale(document->own);
    return logreg__page_finish(text, &document->page, err);
}
