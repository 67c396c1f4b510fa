/* Values that a reader takes for one, but that are two: blanks that are no spaces, marks that do not show, accents written in
 * two ways. A target of "no" and "no" would have four classes where it looks like two. */
#include "csv/categories/alike.h"
#include "csv/mending/command.h"

#include <string.h>

#include "base/error.h"
#include "data/seen.h"

/* Does it hold a blank that is no space, or what does not show? In the ranges that the command below knows. */
static bool hides(const char *text)
{
    static const char *const ranges[][2] = {
        {"\xc2\xa0", "\xc2\xa0"},         {"\xc2\xad", "\xc2\xad"},         {"\xe2\x80\x80", "\xe2\x80\x8f"},
        {"\xe2\x80\xaa", "\xe2\x80\xaf"}, {"\xe2\x81\x9f", "\xe2\x81\xaf"}, {"\xe3\x80\x80", "\xe3\x80\x80"},
        {"\xef\xb8\x80", "\xef\xb8\x8f"}, {"\xef\xbb\xbf", "\xef\xbb\xbf"},
    };
    for (; *text; text++)
        for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
            size_t n = strlen(ranges[i][0]);
            if (strncmp(text, ranges[i][0], n) >= 0 && strncmp(text, ranges[i][1], n) <= 0)
                return true;
        }
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
    logreg__command(command, csv,
                    mark ? "perl -CSD -pe 's/[\\x{a0}\\x{2000}-\\x{200a}\\x{202f}\\x{205f}\\x{3000}]/ /g; "
                           "s/"
                           "[\\x{ad}\\x{200b}-\\x{200f}\\x{202a}-\\x{202e}\\x{2060}-\\x{206f}\\x{fe00}-\\x{"
                           "fe0f}\\x{feff}]//g'"
                         : "perl -CSD -MUnicode::Normalize -pe '$_ = NFC($_)'");
    return logreg__fail(csv->err, LOGREG_EDATA, "%s:%zu:%zu '%.80s': '%s' %s %s: %s", csv->file,
                        line_of(frame, c, level), j + 1 + c->n_left_out, c->name,
                        logreg__show(shown, value, strlen(value)), what,
                        mark ? "a blank that is no space or a mark that does not show; take such out"
                             : "accents that are written in another way; bring them to one form",
                        command);
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
