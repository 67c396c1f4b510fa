/* What means missing in the file, for code that reads it again. */
#include "reproduce.h"

#include <string.h>

#include "values.h"

/* Is the token one of a single column? */
static bool is_own(const char *na)
{
    const char *mark = strchr(na, '=');
    return mark && mark > na;
}

const char *cli_reproduce_na(const cli_reproduction *r, size_t i)
{
    static const char *const usual[] = {"",    "NA",  "N/A",  "n/a",  "#N/A", "<NA>", "NaN",
                                        "nan", "NaT", "NULL", "null", ".",    "?",    "\\N"};
    const cli_list *given = &r->fit->input.na_values;
    size_t plain = 0;
    for (size_t k = 0; k < given->n; k++)
        if (!is_own(given->item[k]) && ++plain == i)
            return given->item[k];
    if (i == 0 || (!plain && i < sizeof usual / sizeof *usual))
        return usual[i];
    return NULL;
}

/* What stands behind the name where the token is one of this column alone; else NULL. */
static const char *own_of(const char *na, const char *column)
{
    size_t n = strlen(column);
    return strncmp(na, column, n) == 0 && na[n] == '=' ? na + n + 1 : NULL;
}

static bool is_number(const char *text)
{
    double x;
    return cli_number_read(&x, text, strlen(text));
}

/* Tokens of single columns. */
static void write_own(const cli_reproduction *r, const bool *used,
                      void (*write)(const cli_reproduction *r, const char *column, const char *value))
{
    const cli_list *given = &r->fit->input.na_values;
    for (size_t i = 0; i < given->n; i++)
        for (size_t j = 0; j < logreg_frame_columns(r->frame); j++) {
            const char *name = logreg_frame_name(r->frame, j), *value = own_of(given->item[i], name);
            if (used[j] && value)
                write(r, name, value);
        }
}

void cli_reproduce_sentinels(const cli_reproduction *r, const bool *used,
                             void (*write)(const cli_reproduction *r, const char *column, const char *value))
{
    const char *na;
    write_own(r, used, write);
    for (size_t i = 1; (na = cli_reproduce_na(r, i)); i++) {
        const char *digits = na + (*na == '-');
        if (!*na || strspn(digits, "0123456789") != strlen(digits))
            continue;
        for (size_t j = 0; j < logreg_frame_columns(r->frame); j++)
            if (used[j] && logreg_frame_kind(r->frame, j) == LOGREG_NUMERIC)
                write(r, logreg_frame_name(r->frame, j), na);
    }
}

bool cli_reproduce_own_text(const cli_reproduction *r)
{
    const cli_list *given = &r->fit->input.na_values;
    for (size_t i = 0; i < given->n; i++)
        for (size_t j = 0; j < logreg_frame_columns(r->frame); j++) {
            const char *value = own_of(given->item[i], logreg_frame_name(r->frame, j));
            if (value && logreg_frame_kind(r->frame, j) == LOGREG_NUMERIC && !is_number(value))
                return true;
        }
    return false;
}
