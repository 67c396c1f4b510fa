/* What gnuplot's SVG needs to stand in a page, and to be read by those who do not see it. */
#include <stdio.h>

#include "figures/gnuplot/format.h"

/* Text between tags, or in an attribute. */
static void add_escaped(logreg__text *to, const char *text)
{
    for (; *text; text++) {
        const char *entity = *text == '&'   ? "&amp;"
                             : *text == '<' ? "&lt;"
                             : *text == '>' ? "&gt;"
                             : *text == '"' ? "&quot;"
                                            : NULL;
        if (entity)
            logreg__text_add(to, entity);
        else
            logreg__text_add_bytes(to, text, 1);
    }
}

/* Text from one place to another, without the titles of marks, which are gnuplot's commands: viewers show them under the pointer, and some read them aloud. */
static void add_untitled(logreg__text *to, const char *at, const char *end)
{
    static const char opening[] = "<title>", closing[] = "</title>";
    const char *found, *after;
    while ((found = memmem(at, (size_t)(end - at), opening, sizeof opening - 1)) &&
           (after = memmem(found, (size_t)(end - found), closing, sizeof closing - 1))) {
        logreg__text_add_bytes(to, at, (size_t)(found - at));
        at = after + sizeof closing - 1;
    }
    logreg__text_add_bytes(to, at, (size_t)(end - at));
}

/* Likewise, in which a family of fonts "Lato:Bold" that no viewer knows is mended, and others are named to fall back upon. A
 * label that reads the same comes to no harm: it stands between tags. */
static void add_fonts(logreg__text *to, const char *at, const char *end)
{
    static const char family[] = "font-family=\"Lato";
    const char *found;
    while ((found = memmem(at, (size_t)(end - at), family, sizeof family - 1))) {
        add_untitled(to, at, found + sizeof family - 1);
        at = found + sizeof family - 1;
        bool bold = end - at > 6 && memcmp(at, ":Bold\"", 6) == 0;
        logreg__text_add(to, bold ? ", sans-serif\" font-weight=\"bold\"" : ", sans-serif");
        at += bold ? 6 : 0;
    }
    add_untitled(to, at, end);
}

/* gnuplot's own title and description say that it made the picture; the figure's take their place. */
bool logreg__svg_mend(char **data, size_t *n, const char *title, const char *words)
{
    static const char root[] = "<svg", opening[] = "<title>", closing[] = "</desc>";
    logreg__text mended = {0};
    const char *end = *data + *n, *at = *data, *svg = memmem(at, *n, root, sizeof root - 1),
               *first = memmem(at, *n, opening, sizeof opening - 1),
               *last = memmem(at, *n, closing, sizeof closing - 1);
    if (svg && first && last && svg < first && first < last) {
        logreg__text_add_bytes(&mended, at, (size_t)(svg - at) + sizeof root - 1);
        logreg__text_add(&mended, " role=\"img\"");
        svg += sizeof root - 1;
        logreg__text_add_bytes(&mended, svg, (size_t)(first - svg));
        logreg__text_add(&mended, opening);
        add_escaped(&mended, title);
        logreg__text_add(&mended, "</title>\n<desc>");
        add_escaped(&mended, words);
        logreg__text_add(&mended, closing);
        at = last + sizeof closing - 1;
    }
    add_fonts(&mended, at, end);
    return logreg__text_replace(data, n, &mended);
}

static size_t begins(const char *at, const char *end, const char *with)
{
    size_t n = strlen(with);
    return (size_t)(end - at) >= n && memcmp(at, with, n) == 0 ? n : 0;
}

/* Without what stands before the root, which no page takes; what is told by "id" and "#" within tags gets the prefix. */
char *logreg__svg_inline(const char *data, size_t n, const char *prefix)
{
    static const char *const names[] = {" id=\"", " id='", "href=\"#", "href='#", "url(#"};
    logreg__text out = {0};
    const char *end = data + n, *at = memmem(data, n, "<svg", 4);
    bool inside = false;
    for (at = at ? at : data; at < end; at++) {
        inside = *at == '<' || (inside && *at != '>');
        size_t found = 0;
        for (size_t i = 0; inside && !found && i < sizeof names / sizeof *names; i++)
            found = begins(at, end, names[i]);
        logreg__text_add_bytes(&out, at, found ? found : 1);
        if (found) {
            logreg__text_add(&out, prefix);
            at += found - 1;
        }
    }
    return logreg__text_take(&out);
}
