/* Ranges that a spreadsheet took for dates as it opened the file: 1-2 became 02-Jan, or 01-Feb, and 10-49 Oct-49. Which number came first is known, since ranges rise. */
#include "csv/mending/command.h"
#include "csv/mending/rewrite.h"
#include "csv/numbers/forms.h"
#include "csv/numbers/numbers.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "data/day.h"
#include "data/gap.h"
#include "data/months.h"

/* Dates alone are ranges where there are some and few; what else may stand beside them: none, more. Categories of more levels are not looked at. */
enum { FEWEST = 3, MOST = 12, OTHERS = 2, MOST_LEVELS = 50 };

/* Named in a sentence. */
enum { NAMED = 4 };

/* In which order the spreadsheet took the numbers of a range; by its rules a number beyond 12 is the day or the year whatever the order. */
typedef enum { EITHER, DAY_FIRST, MONTH_FIRST } order;

/* A range, or a number. */
typedef struct {
    double low, high;
    size_t level; /* of a date; SIZE_MAX: it stands as it was */
} span;

typedef struct {
    span *span;                    /* owned: [n], ascending */
    size_t n, lost, others, dates; /* dates: all that any rule takes for days */
    size_t sample;                 /* one of them */
    order order;
} findings;

/* 01-Feb, 3. Apr, Oct-49: the range that it was, if it was one, in the order that ranges of two numbers up to 12 have. */
static bool read_date(span *s, order *way, const char *text, size_t language)
{
    size_t day = strspn(text, "0123456789");
    const char *month = text + day + strspn(text + day, "-. /"), *end = month;
    while (isalpha((unsigned char)*end) || *end & 0x80)
        end++;
    unsigned m = logreg__month(month, (size_t)(end - month), language);
    const char *number = text;
    if (!day) {
        number = end + strspn(end, "-. /");
        day = number > end ? strspn(number, "0123456789") : 0;
        end = number + day;
    } else if (month == text + day)
        return false;
    else
        end += *end == '.';
    if (!m || !day || day > 2 || *end)
        return false;
    double x = strtod(number, NULL), y = m;
    *way = x > 12 ? EITHER : x < y ? DAY_FIRST : MONTH_FIRST;
    *s = (span){x < y ? x : y, x < y ? y : x, 0};
    return x != y && x > 0;
}

/* 26-100, 12: as it stands. */
static bool read_span(span *s, const char *text)
{
    logreg__guise g;
    logreg__form form = logreg__form_of(&g, text, strlen(text), '.');
    if (form != LOGREG__FORM_NUMBER && form != LOGREG__FORM_RANGE)
        return false;
    char *end;
    s->low = s->high = strtod(text, &end);
    s->level = SIZE_MAX;
    end += strcspn(end, "0123456789");
    if (form == LOGREG__FORM_RANGE && *end)
        s->high = strtod(end, NULL);
    return true;
}

static int by_low(const void *a, const void *b)
{
    const span *s = a, *t = b;
    return s->low != t->low ? (s->low > t->low) - (s->low < t->low)
                            : (s->high > t->high) - (s->high < t->high);
}

/* Reads all levels. False: some are dates that were no ranges. */
static bool read_levels(findings *f, const logreg__column *c, size_t language)
{
    bool sound = true;
    f->n = f->lost = f->others = f->dates = 0;
    f->order = EITHER;
    for (size_t l = c->n_levels; l-- > 0;) {
        const char *text = c->levels[l];
        span *s = &f->span[f->n];
        order way;
        if (read_date(s, &way, text, language)) {
            s->level = l;
            f->n++;
            f->lost++;
            sound = sound && (!way || !f->order || way == f->order);
            f->order = way ? way : f->order;
        } else if (logreg__is_day(text) || logreg__is_date(text))
            sound = false;
        else if (read_span(s, text))
            f->n++;
        else
            f->others += !logreg__gap_text(text);
        if (logreg__is_day(text)) {
            f->dates++;
            f->sample = l;
        }
    }
    qsort(f->span, f->n, sizeof *f->span, by_low);
    return sound;
}

/* Does each range begin where the one before it ends, or behind that; and without a gap, if they are to be so, or all as wide and in one grid? */
static bool follow(const findings *f, bool closely)
{
    const span *s = f->span;
    bool close = true, even = true;
    double width = s[0].high - s[0].low + 1;
    for (size_t i = 0; i + 1 < f->n; i++) {
        double step = s[i + 1].low - s[i].high;
        if (step < 0)
            return false;
        close = close && step == s[1].low - s[0].high && step <= 1;
        double cells = (s[i + 1].low - s[0].low) / width;
        even = even && s[i + 1].high - s[i + 1].low + 1 == width && cells == (double)(size_t)cells;
    }
    return !closely || close || even;
}

/* Is one of the levels a date of this language that may have been a range? Most categories have none, and other cells take long to read. */
static bool has_date(const logreg__column *c, size_t language)
{
    span s;
    order way;
    bool has = false;
    for (size_t l = 0; l < c->n_levels && !has; l++)
        has = read_date(&s, &way, c->levels[l], language);
    return has;
}

static bool has_day(const logreg__column *c)
{
    bool has = false;
    for (size_t l = 0; l < c->n_levels && !has; l++)
        has = logreg__is_day(c->levels[l]);
    return has;
}

/* Were the dates of a category ranges, in some language? */
static bool are_ranges(findings *f, const logreg__column *c)
{
    for (size_t k = 0; k < LOGREG__LANGUAGES; k++) {
        if (!has_date(c, k) || !read_levels(f, c, k))
            continue;
        bool alone = f->lost == f->n;
        return follow(f, alone) && (!alone || (f->lost >= FEWEST && f->lost <= MOST && f->others <= OTHERS));
    }
    return false;
}

/* Adds what writes the ranges of column j. False: memory is out. */
static bool add_statements(logreg__text *statements, const findings *f, const logreg__column *c, size_t j,
                           const logreg__csv *csv)
{
    logreg__text program = {0};
    bool *mark = logreg__new(c->n_levels, sizeof *mark), ok = mark;
    for (size_t i = 0; i < f->n && ok; i++) {
        const span *s = &f->span[i];
        char range[48];
        if (s->level == SIZE_MAX)
            continue;
        snprintf(range, sizeof range, "%.0f-%.0f", s->low, s->high);
        mark[s->level] = true;
        logreg__cell_rewrite(&program, c->levels, mark, c->n_levels, range, csv->options.delimiter);
        mark[s->level] = false;
    }
    ok = ok && !program.failed;
    if (ok && program.length)
        logreg__cell_statements(statements, program.start, j + c->n_left_out);
    free(program.start);
    free(mark);
    return ok && !statements->failed;
}

/* "'01-Feb', '03-Apr' and 2 more", as dates or as the ranges that they were. */
static void add_list(logreg__text *text, const findings *f, const logreg__column *c, bool ranges)
{
    size_t told = 0;
    for (size_t i = 0; i < f->n; i++) {
        const span *s = &f->span[i];
        char entry[LOGREG__SHOWN + 16];
        if (s->level == SIZE_MAX || told++ >= NAMED)
            continue;
        const char *mark = told == 1 ? "" : told == f->lost ? " and " : ", ";
        if (ranges)
            snprintf(entry, sizeof entry, "%s%.0f-%.0f", mark, s->low, s->high);
        else
            snprintf(entry, sizeof entry, "%s'%.*s'", mark, LOGREG__SHOWN - 1, c->levels[s->level]);
        logreg__text_add(text, entry);
    }
    if (told > NAMED) {
        char more[32];
        snprintf(more, sizeof more, " and %zu more", told - NAMED);
        logreg__text_add(text, more);
    }
}

/* Gives the column the sentence on its ranges. False: memory is out. */
static bool tell_ranges(logreg__column *c, size_t j, const findings *f, const logreg__csv *csv)
{
    char command[LOGREG__COMMAND], shown[LOGREG__SHOWN], word[LOGREG__COLUMN_WORD];
    logreg__text text = {0}, statements = {0};
    bool ok = add_statements(&statements, f, c, j, csv);
    *command = '\0';
    if (ok && statements.length)
        logreg__cells_command(
            command, &(logreg__cells){.rows = statements.start, .least = csv->blank_line ? j + 1 : 0}, csv);
    logreg__text_add(&text, csv->file);
    logreg__text_add(&text, ": ");
    add_list(&text, f, c, false);
    logreg__text_add(&text, " of '");
    logreg__text_add(&text, logreg__show(shown, c->name, strlen(c->name)));
    logreg__text_add(&text, f->lost == 1 ? "' may be the range " : "' may be the ranges ");
    add_list(&text, f, c, true);
    logreg__text_add(&text, f->lost == 1
                                ? ", which a spreadsheet made a date. If it is groups that you mean, "
                                  "--categorical "
                                : ", which a spreadsheet made dates. If they are groups that you mean, "
                                  "--categorical ");
    logreg__text_add(&text, logreg__show_column(word, c->name));
    logreg__text_add(&text, f->lost == 1 ? " keeps it" : " keeps them");
    if (*command) {
        logreg__text_add(&text,
                         f->lost == 1 ? "; to have the range again, " : "; to have the ranges again, ");
        c->dated_command = text.length;
        logreg__text_add(&text, command);
    }
    free(statements.start);
    c->dated = logreg__text_take(&text);
    return ok && c->dated;
}

/* What else may have been a date, 1/2 perhaps, among numbers. */
static bool tell_date(logreg__column *c, const findings *f, const logreg__csv *csv)
{
    char shown[LOGREG__SHOWN];
    logreg_error err;
    logreg__fail(&err, LOGREG_EDATA,
                 "%s: '%.40s' of '%s' is a date among numbers; spreadsheets make dates of 1-2 and 1/2, so "
                 "correct it where the file was made",
                 csv->file, c->levels[f->sample], logreg__show(shown, c->name, strlen(c->name)));
    c->dated = logreg__copy(err.message);
    return c->dated;
}

static bool check(logreg_frame *frame, size_t j, const logreg__csv *csv)
{
    logreg__column *c = &frame->column[j];
    if (c->kind != LOGREG_CATEGORY || c->insisted || c->doubt || c->spared || c->unnamed || !c->n_levels ||
        c->n_levels > MOST_LEVELS)
        return true;
    findings f = {.span = logreg__new(c->n_levels, sizeof *f.span)};
    bool ok = f.span;
    if (ok && are_ranges(&f, c))
        ok = tell_ranges(c, j, &f, csv);
    else if (ok && has_day(c)) {
        read_levels(&f, c, LOGREG__ENGLISH);
        ok = !f.dates || f.n == f.lost || tell_date(c, &f, csv);
    }
    free(f.span);
    return ok && (!c->dated || logreg__frame_note(frame, "%s", c->dated));
}

logreg_status logreg__lost_ranges_check(logreg_frame *frame, const logreg__csv *csv)
{
    for (size_t j = 0; j < frame->n_columns; j++)
        if (!check(frame, j, csv))
            return logreg__fail_memory(csv->err);
    return LOGREG_OK;
}
