/* Dots that may part thousands: "1.392" beside "970", as one half of Europe writes 1392, is also a number with three decimals. Cells
 * tell which it is only together, and only if no other column writes decimals with a dot. */
#include "csv/mending/mend.h"
#include "csv/numbers/numbers.h"

#include <ctype.h>
#include <math.h>

#include "base/error.h"

/* Numbers of three decimals that lose their zeros at the end rarely keep all three in so many cells; and with fewer cells than
 * these nearly any three digits are a share of some small number. */
enum { MANY = 8, FEW = 3 };

static bool three_digits(const char *text)
{
    return isdigit((unsigned char)text[0]) && isdigit((unsigned char)text[1]) &&
           isdigit((unsigned char)text[2]);
}

/* 1E2: digits, and an exponent without a sign. */
static bool is_code(const char *from, const char *mark, const char *end)
{
    if (mark == from || (*mark != 'e' && *mark != 'E'))
        return false;
    const char *p = mark + 1;
    while (p < end && isdigit((unsigned char)*p))
        p++;
    return p == end;
}

void logreg__written_note(unsigned *written, const logreg__cell *cell)
{
    if (*written & LOGREG__WRITTEN_DECIMAL)
        return; /* that decides */
    const char *p = cell->text, *end = p + cell->n;
    p += p < end && (*p == '-' || *p == '+');
    const char *mark = p;
    while (mark < end && isdigit((unsigned char)*mark))
        mark++;
    size_t before = (size_t)(mark - p), behind = (size_t)(end - mark);
    bool zero = before == 1 && *p == '0', short_head = before >= 1 && before <= 3 && (zero || *p != '0');
    if (mark == end)
        *written |= zero ? 0 : short_head ? LOGREG__WRITTEN_WHOLE : LOGREG__WRITTEN_LONG;
    else if (is_code(p, mark, end))
        *written |= LOGREG__WRITTEN_CODE;
    else if (*mark != '.')
        *written |= LOGREG__WRITTEN_LONG;
    else if (short_head && !zero && behind == 4 && three_digits(mark + 1))
        *written |= LOGREG__WRITTEN_DOTTED | (end[-1] == '0' ? LOGREG__WRITTEN_ZERO : 0);
    else
        *written |= LOGREG__WRITTEN_DECIMAL;
}

/* A column of which each cell may have dots between thousands, as its numbers have it. */
typedef struct {
    size_t dotted, whole;           /* cells, those that are 0 apart */
    size_t brief;                   /* dotted ones that two decimals would do for */
    size_t first_dotted, one_whole; /* rows: the first dotted one, and the whole one that is largest */
    double most_dotted, most_whole; /* sizes */
    double only_whole;              /* the one whole number that there is; NaN: there are more */
    uint32_t shares;                /* bit m: all fractions are k / m, cut or rounded to three digits */
} thousands;

static bool is_share(double fraction, unsigned m)
{
    double k = nearbyint(fraction * m / 1000);
    return fabs(fraction - 1000 * k / m) < 1;
}

static void count_whole(thousands *t, double x, size_t row)
{
    t->only_whole = !t->whole || t->only_whole == x ? x : NAN;
    t->whole++;
    if (fabs(x) > t->most_whole) {
        t->most_whole = fabs(x);
        t->one_whole = row;
    }
}

static void count_dotted(thousands *t, double size, double fraction, size_t row)
{
    if (!t->dotted++)
        t->first_dotted = row;
    t->brief += fmod(fraction, 10) == 0;
    t->most_dotted = fmax(t->most_dotted, size);
    for (unsigned m = 3; m < 32; m++)
        if (t->shares >> m & 1 && !is_share(fraction, m))
            t->shares &= ~(UINT32_C(1) << m);
}

/* Adds rows first, first + step, ... False: one is of another kind. */
static bool scan(thousands *t, const logreg__column *c, size_t rows, size_t first, size_t step)
{
    for (size_t r = first; r < rows; r += step) {
        double x = logreg__column_number(c, r), size = fabs(x), thousandths = nearbyint(1000 * size);
        if (isnan(x) || x == 0)
            continue;
        double fraction = fmod(thousandths, 1000);
        if (!(size < 1000) || size < 1 || fabs(1000 * size - thousandths) > 1e-6)
            return false;
        if (fraction == 0)
            count_whole(t, x, r);
        else
            count_dotted(t, size, fraction, r);
    }
    return true;
}

/* Sorted files begin with whole numbers alone: this many rows, spread over the file, then tell whether dotted ones follow. */
enum { SAMPLE = 4096 };

/* May the column hold dotted thousands? */
static bool survey(thousands *t, const logreg__column *c, size_t rows)
{
    const thousands none = {.only_whole = NAN, .shares = UINT32_MAX};
    *t = none;
    if (c->kind != LOGREG_NUMERIC || c->spared ||
        c->written & (LOGREG__WRITTEN_DECIMAL | LOGREG__WRITTEN_LONG | LOGREG__WRITTEN_CODE))
        return false;
    bool seen = c->written & LOGREG__WRITTEN_DOTTED;
    if (!seen && (!scan(t, c, rows, 0, rows / SAMPLE + 1) || !t->dotted))
        return false;
    *t = none;
    return scan(t, c, rows, 0, 1) && t->dotted && (seen || 2 * t->brief < t->dotted);
}

/* 9, 99, 999, 88, ..: what stands for a missing value more often than for itself. */
static bool is_stand_in(double x)
{
    double size = fabs(x);
    for (double digit = 7; digit <= 9; digit++)
        if (size == digit || size == 11 * digit || size == 111 * digit)
            return true;
    return false;
}

typedef enum { NOTHING, NOTE, FAULT } verdict;

/* Whole numbers beside dotted ones speak for thousands: the more if they are of another size, if they are several, or if zeros at the
 * end show that decimals would not have been dropped. Thirds, sevenths, .. are means of ratings, with whole ones among them. */
static verdict judge(const thousands *t, unsigned written, bool decimals, char delimiter)
{
    bool whole = t->whole && !is_stand_in(t->only_whole) &&
                 (written & LOGREG__WRITTEN_WHOLE || t->most_whole > 10 * t->most_dotted);
    if (!whole)
        return delimiter == ';' && !decimals && !(written & LOGREG__WRITTEN_WHOLE) ? NOTE : NOTHING;
    bool far = t->most_whole > 10 * t->most_dotted, zeros = written & LOGREG__WRITTEN_ZERO;
    uint32_t small = t->dotted < FEW ? UINT32_C(0x1ff8) : UINT32_C(0xfffffff8);
    if (t->shares & small && !far && !zeros)
        return NOTHING;
    bool sure = far || zeros || (t->dotted >= MANY && t->whole >= 2);
    return sure ? FAULT : decimals ? NOTHING : NOTE;
}

/* "1.392", as it stands in the file; room for any of them. */
static const char *show_dotted(char room[16], double x)
{
    long thousandths = lround(1000 * fabs(x));
    snprintf(room, 16, "%s%ld.%03ld", x < 0 ? "-" : "", thousandths / 1000 % 1000, thousandths % 1000);
    return room;
}

static logreg_status tell(logreg_frame *frame, size_t j, const thousands *t, verdict what,
                          const char *command, const logreg__csv *csv)
{
    const logreg__column *c = &frame->column[j];
    char dotted[16];
    size_t line = logreg__frame_line(frame, t->first_dotted), field = j + 1 + c->n_left_out;
    show_dotted(dotted, logreg__column_number(c, t->first_dotted));
    if (what == FAULT)
        return logreg__fail(
            csv->err, LOGREG_EDATA,
            "%s:%zu:%zu '%.80s': '%s' stands in a column with '%.0f' (line %zu), and whatever has a dot has "
            "three digits behind it, as if dots parted thousands. If they do, take them out: %s; else say "
            "that dots are decimal marks with --decimal '.'",
            csv->file, line, field, c->name, dotted, logreg__column_number(c, t->one_whole),
            logreg__frame_line(frame, t->one_whole), command);
    return logreg__frame_note(
               frame,
               "%s:%zu:%zu '%.80s': '%s' is read as a number with three decimals; if dots part "
               "thousands, take them out: %s; if not, --decimal '.' says so",
               csv->file, line, field, c->name, dotted, command)
               ? LOGREG_OK
               : logreg__fail_memory(csv->err);
}

/* What is to be said of column j. */
static verdict look(thousands *t, const logreg_frame *frame, size_t j, bool decimals, const logreg__csv *csv)
{
    const logreg__column *c = &frame->column[j];
    return !c->spared && !c->unnamed && survey(t, c, frame->n_rows)
               ? judge(t, c->written, decimals, csv->options.delimiter)
               : NOTHING;
}

logreg_status logreg__thousands_check(logreg_frame *frame, const logreg__csv *csv)
{
    thousands t;
    logreg__mending all = {0};
    char command[LOGREG__COMMAND];
    bool decimals = false, ok = true;
    size_t n = csv->decimal_given ? 0 : frame->n_columns;
    for (size_t j = 0; j < n; j++)
        decimals = decimals || frame->column[j].written & LOGREG__WRITTEN_DECIMAL;
    for (size_t j = 0; j < n && ok; j++)
        if (look(&t, frame, j, decimals, csv) != NOTHING)
            ok = logreg__mending_add_dotted(&all, j + frame->column[j].n_left_out);
    logreg_status status = ok ? LOGREG_OK : logreg__fail_memory(csv->err);
    if (all.n_each)
        logreg__mending_command(command, &all, false, csv);
    for (size_t j = 0; j < n && all.n_each && status == LOGREG_OK; j++) {
        verdict what = look(&t, frame, j, decimals, csv);
        if (what != NOTHING)
            status = tell(frame, j, &t, what, command, csv);
    }
    logreg__mending_clear(&all);
    return status;
}
