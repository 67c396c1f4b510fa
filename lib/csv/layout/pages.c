/* Lines of printed reports that hold the number of a page: Page 1 of 4. */
#include "csv/mending/plan.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "data/frame.h"

const char *const logreg__page_pattern =
    "(page|pag|pagina|p\xc3\xa1gina|seite|side|sida|strona|blad|str\xc3\xa1nka)\\.?:? *[0-9]+"
    "( *(of|de|di|von|van|af|av|z|\\/) *[0-9]+)?";

static const char *past(const char *p, const char *const *words, size_t n)
{
    for (size_t k = 0; k < n; k++)
        if (strncasecmp(p, words[k], strlen(words[k])) == 0 && !isalpha((unsigned char)p[strlen(words[k])]))
            return p + strlen(words[k]);
    return p;
}

static const char *past_digits(const char *p)
{
    while (isdigit((unsigned char)*p))
        p++;
    return p;
}

/* As the pattern has it. */
bool logreg__says_page(const char *text)
{
    static const char *const words[] = {"page", "pag",  "pagina", "p\xc3\xa1gina", "seite",
                                        "side", "sida", "strona", "blad",          "str\xc3\xa1nka"},
                             *const joints[] = {"of", "de", "di", "von", "van", "af", "av", "z", "/"};
    const char *p = past(text, words, sizeof words / sizeof *words), *digits;
    if (p == text)
        return false;
    p += *p == '.';
    p += *p == ':';
    p += strspn(p, " ");
    if ((digits = past_digits(p)) == p)
        return false;
    p = digits + strspn(digits, " ");
    if (!*p)
        return true;
    const char *joint = past(p, joints, sizeof joints / sizeof *joints);
    const char *second = joint + strspn(joint, " ");
    return joint > p && past_digits(second) > second && !*past_digits(second);
}

bool logreg__page_row(const logreg__row *row)
{
    char text[LOGREG__SHOWN];
    size_t filled = 0;
    bool page = false;
    for (size_t j = 0; j < row->n; j++) {
        logreg__cell cell = logreg__cell_trim(row->cell[j]);
        filled += cell.n > 0;
        page = page || (cell.n && logreg__says_page(logreg__show(text, cell.text, cell.n)));
    }
    return page && filled == 1;
}

logreg_status logreg__fail_pages(const logreg__csv *csv, size_t line, size_t field, const char *text)
{
    const logreg__stage stage = {LOGREG__STAGE_PAGES, 0, 0};
    char what[400];
    snprintf(what, sizeof what, "%.200s:%zu:%zu: '%.40s' is the number of a page", csv->file, line, field + 1,
             text);
    return logreg__fail_stages(csv, &stage, 1, what, "; take such lines out: ", "");
}

/* Is the cell the only one of its row? */
static bool is_lone(const logreg_frame *frame, size_t row, size_t j)
{
    for (size_t k = 0; k < frame->n_columns; k++)
        if (k != j && !logreg__cell_is_missing(&frame->column[k], row))
            return false;
    return true;
}

logreg_status logreg__pages_check(const logreg_frame *frame, const logreg__csv *csv)
{
    for (size_t j = 0; j < frame->n_columns; j++) {
        const logreg__column *c = &frame->column[j];
        for (size_t l = 0; c->kind == LOGREG_CATEGORY && l < c->n_levels; l++) {
            if (!logreg__says_page(c->levels[l]))
                continue;
            size_t row = 0;
            while (logreg__column_code(c, row) != l)
                row++;
            if (is_lone(frame, row, j))
                return logreg__fail_pages(csv, logreg__frame_line(frame, row), j, c->levels[l]);
        }
    }
    return LOGREG_OK;
}
