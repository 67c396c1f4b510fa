#include "csv/own.h"
#include "csv/source/source.h"

#include <string.h>

#include "base/error.h"

logreg_csv_options logreg_csv_options_default(void)
{
    return (logreg_csv_options){.header = true};
}

const logreg__csv_tuning logreg__csv_tuned = {.chunk = 1 << 19, .alone = 1 << 20, .held = 1000};

static const char *const default_na[] = {"NA",  "N/A",  "n/a",  "#N/A", "<NA>", "NaN", "nan",
                                         "NaT", "NULL", "null", ".",    "?",    "\\N"};

static logreg_status check_list(const char *what, const char *const *list, size_t n, logreg_error *err)
{
    for (size_t i = 0; i < n; i++)
        if (!list || !list[i])
            return logreg__fail(err, LOGREG_EINVAL, "entry %zu of %s is missing", i + 1, what);
    return LOGREG_OK;
}

/* Is there a token for all columns? */
static bool any_of_all(const char *const *token, size_t n)
{
    size_t i = 0;
    while (i < n && logreg__own_named(token[i]))
        i++;
    return i < n;
}

static logreg_status check_encoding(logreg__csv *csv, logreg_error *err)
{
    const char *name = csv->options.encoding;
    csv->encoding = 0;
    while (name && csv->encoding < LOGREG__ENCODINGS &&
           strcmp(name, logreg__encoding_name[csv->encoding]) != 0)
        csv->encoding++;
    if (name && csv->encoding == LOGREG__ENCODINGS)
        return logreg__fail(err, LOGREG_EINVAL,
                            "there is no encoding '%s'; there are utf-8, utf-16, latin1, windows-1252, "
                            "windows-1250, windows-1251, windows-1253, windows-1254, cp850, macintosh",
                            name);
    if (!name)
        csv->encoding = LOGREG__ENCODINGS;
    return LOGREG_OK;
}

logreg_status logreg__csv_check(logreg__csv *csv, const logreg_csv_options *options, const char *name,
                                logreg_error *err)
{
    *csv = (logreg__csv){.file = name,
                         .options = options ? *options : logreg_csv_options_default(),
                         .tuning = logreg__csv_tuned,
                         .err = err};
    logreg_csv_options *o = &csv->options;
    if (!name)
        return logreg__fail(err, LOGREG_EINVAL, "the file to read has no name");
    if (o->delimiter == '"' || o->delimiter == '\n' || o->delimiter == '\r' || (o->delimiter & 0x80))
        return logreg__fail(err, LOGREG_EINVAL,
                            "the delimiter must be one ASCII character other than a quote or a "
                            "line end");
    csv->decimal_given = o->decimal;
    o->decimal = o->decimal ? o->decimal : '.';
    if (o->decimal != '.' && o->decimal != ',')
        return logreg__fail(err, LOGREG_EINVAL, "the decimal mark must be '.' or ','");
    if (o->threads < 0)
        return logreg__fail(err, LOGREG_EINVAL,
                            "threads is %d; it must be positive, or 0 for one a processor", o->threads);
    if (o->rejects && !o->skip_bad_rows)
        return logreg__fail(err, LOGREG_EINVAL, "rejects needs skip_bad_rows: no row is rejected without it");
    logreg_status status = check_list("na_values", o->na_values, o->n_na_values, err);
    if (status != LOGREG_OK)
        return status;
    csv->given_na = o->na_values;
    csv->n_given_na = o->n_na_values;
    csv->na_given = o->na_values && (!o->n_na_values || any_of_all(o->na_values, o->n_na_values));
    if (!csv->na_given) {
        o->na_values = default_na;
        o->n_na_values = sizeof default_na / sizeof *default_na;
    }
    for (size_t i = 0; i < o->n_na_values; i++)
        csv->may_be_na[(unsigned char)*o->na_values[i]] = true;
    status = check_encoding(csv, err);
    if (status == LOGREG_OK)
        status = check_list("categorical", o->categorical, o->n_categorical, err);
    for (size_t i = 0; status == LOGREG_OK && o->known && i < o->n_known; i++)
        if (!o->known[i].name)
            status = logreg__fail(err, LOGREG_EINVAL, "entry %zu of known has no name", i + 1);
    if (status == LOGREG_OK)
        status = check_list("spared", o->spared, o->n_spared, err);
    return status == LOGREG_OK ? check_list("mentioned", o->mentioned, o->n_mentioned, err) : status;
}
