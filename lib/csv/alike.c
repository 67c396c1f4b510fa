/* Values that a reader takes for one, but that are two: blanks that are no spaces, marks that do not show, accents written in
 * two ways. A target of "no" and "no" would have four classes where it looks like two. */
#include "csv/alike.h"
#include "csv/command.h"

#include <string.h>

#include "base/error.h"
#include "data/seen.h"

static const char *const hidden[] = {"\xc2\xa0",     "\xe2\x80\x8b", "\xef\xbb\xbf",
                                     "\xe2\x80\xaf", "\xe2\x81\xa0", "\xc2\xad"};

static bool hides(const char *text)
{
    for (size_t i = 0; i < sizeof hidden / sizeof *hidden; i++)
        if (strstr(text, hidden[i]))
            return true;
    return false;
}

static size_t line_of(const logreg_frame *frame, const logreg__column *c, size_t level)
{
    size_t row = 0;
    while (logreg__column_code(c, row) != level)
        row++;
    return logreg__frame_line(frame, row);
}

/* level: the one that hides something, if either does. */
static logreg_status fail_alike(const logreg_frame *frame, size_t j, size_t level, const char *what,
                                const logreg__csv *csv)
{
    const logreg__column *c = &frame->column[j];
    char command[LOGREG__COMMAND], shown[LOGREG__SHOWN];
    const char *value = c->levels[level];
    bool mark = hides(value);
    if (mark)
        logreg__command(command, csv,
                        "sed -E 's/\\xc2\\xa0|\\xe2\\x80\\xaf/ "
                        "/g;s/\\xe2\\x80\\x8b|\\xef\\xbb\\xbf|\\xe2\\x81\\xa0|\\xc2\\xad//g'");
    return logreg__fail(
        csv->err, LOGREG_EDATA, "%s:%zu:%zu '%.80s': '%s' %s %s%s", csv->file, line_of(frame, c, level),
        j + 1 + c->n_left_out, c->name, logreg__show(shown, value, strlen(value)), what,
        mark ? "a blank that is no space or a mark that does not show; take such out: "
             : "marks that do not show or accents that are written in another way; bring them to one "
               "form, in Python with unicodedata.normalize('NFC', ..)",
        mark ? command : "");
}

static bool breaks(const char *text)
{
    return text[strcspn(text, "\t\r\n")] != '\0';
}

static logreg_status judge(const logreg__seen *sorted, size_t n, const logreg_frame *frame, size_t j,
                           const logreg__csv *csv)
{
    char *const *levels = frame->column[j].levels;
    for (size_t i = 0; i < n; i++) {
        size_t level = sorted[i].at;
        if (!*sorted[i].seen && hides(levels[level]))
            return fail_alike(frame, j, level, "shows nothing, but holds", csv);
        if (!i || strcmp(sorted[i - 1].seen, sorted[i].seen) != 0)
            continue;
        size_t before = sorted[i - 1].at;
        if (!breaks(levels[level]) && !breaks(levels[before]))
            return fail_alike(frame, j, hides(levels[level]) ? level : before,
                              "looks like another value of the column, but differs in", csv);
    }
    return LOGREG_OK;
}

logreg_status logreg__values_check(const logreg_frame *frame, const logreg__csv *csv)
{
    logreg_status status = LOGREG_OK;
    for (size_t j = 0; j < frame->n_columns && status == LOGREG_OK; j++) {
        const logreg__column *c = &frame->column[j];
        size_t k = 0;
        while (k < c->n_levels && logreg__seen_plain(c->levels[k]))
            k++;
        if (k == c->n_levels)
            continue;
        size_t count;
        logreg__seen *sorted = logreg__seen_sorted(c->levels, c->n_levels, &count);
        status = sorted ? judge(sorted, count, frame, j, csv) : logreg__fail_memory(csv->err);
        logreg__seen_free(sorted, count);
    }
    return status;
}
