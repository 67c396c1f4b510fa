/* Where the f - 1 filled cells behind the first stood by chance among n - 1 rows, every composition of n into f sizes of groups would be as likely as any
 * other. That all are k or more has then the chance C(n - f (k - 1) - 1, f - 1) / C(n - 1, f - 1), and the sum of m (m - 1), of the m empty cells
 * of each group, the moments of a Bose-Einstein distribution (Feller 1968, II.5). */
#include "csv/categories/begun.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

#include "data/role.h"

/* Another column has to change so seldom elsewhere by chance, of all columns there are. */
#define UNLIKELY 1000

/* What chance may have of the sizes where only they speak; so many times as much where labels stand there, where other cells are empty in the very same
 * rows, and where a name says groups. */
#define CHANCE 0.001
enum { FOR_LABELS = 20, FOR_COMPANY = 2, FOR_NAME = 10 };

typedef struct {
    double groups, rows, least, pairs; /* the smallest group; the sum of m (m - 1) */
} sizes;

static void add_group(sizes *s, double n)
{
    s->least = s->groups == 0 || n < s->least ? n : s->least;
    s->pairs += (n - 1) * (n - 2);
    s->groups++;
    s->rows += n;
}

static sizes sizes_of(const logreg__column *c, size_t rows)
{
    sizes s = {0};
    size_t begin = 0;
    for (size_t r = 1; r <= rows; r++)
        if (r == rows || !logreg__cell_is_missing(c, r)) {
            add_group(&s, (double)(r - begin));
            begin = r;
        }
    return s;
}

/* That all groups are as large as the smallest is, or larger. */
static double chance_of_least(const sizes *s)
{
    double chance = 1, less = s->groups * (s->least - 1);
    for (double i = 1; i < s->groups; i++)
        chance *= (s->rows - less - i) / (s->rows - i);
    return chance;
}

/* That their sizes differ so little; the normal distribution has more below than this one. */
static double chance_of_spread(const sizes *s)
{
    enum { MANY = 8 };
    double f = s->groups, m = s->rows - f, two = m * (m - 1), three = two * (m - 2), four = three * (m - 3);
    double mean = 2 * two / (f + 1), higher = (f + 1) * (f + 2);
    double square = 4 * two / (f + 1) + 24 * three / higher +
                    (24 + 4 * (f - 1)) * four / (higher * (f + 3)); /* of the sum */
    double variance = square - mean * mean;
    return f < MANY || !(variance > 0) ? 1 : 0.5 * erfc((mean - s->pairs) / sqrt(2 * variance));
}

/* ---- Labels ---- */

/* A few words without digits, but for one behind a blank: North, Ward 3. No mail, link, code, date or remark. */
static bool is_label(const char *text)
{
    enum { LONGEST = 40, WORDS = 3 };
    size_t n = strlen(text), blanks = 0;
    while (n && isdigit((unsigned char)text[n - 1]))
        n--;
    if (n < strlen(text) && (n < 2 || text[n - 1] != ' '))
        return false;
    for (size_t i = 0; i < n; i++) {
        blanks += text[i] == ' ' && i + 1 < n;
        if (isdigit((unsigned char)text[i]) || strchr("@/:_", text[i]))
            return false;
    }
    return n && n <= LONGEST && blanks < WORDS;
}

static bool holds_labels(const logreg__column *c)
{
    for (size_t l = 0; l < c->n_levels; l++)
        if (!is_label(c->levels[l]))
            return false;
    return true;
}

/* That labels stand in the order of the alphabet; 1 where they do not. */
static double chance_of_order(const logreg__column *c, size_t rows)
{
    double chance = 1, n = 0;
    uint32_t last = 0;
    for (size_t r = 0; r < rows; r++) {
        uint32_t code = logreg__column_code(c, r);
        if (code == LOGREG__MISSING)
            continue;
        if (n > 0 && code < last)
            return 1;
        chance /= ++n;
        last = code;
    }
    return chance;
}

/* ---- Other columns ---- */

bool logreg__merged_with(const logreg__column *c, const logreg__column *merged, size_t rows)
{
    if (c == merged)
        return true;
    if (4 * c->n_missing < rows || c->beside || (c->kind == LOGREG_CATEGORY && c->insisted))
        return false;
    for (size_t r = 0; r < rows; r++)
        if (!logreg__cell_is_missing(merged, r) && logreg__cell_is_missing(c, r))
            return false;
    return true;
}

/* Is another empty in the very same rows, or filled at all of its cells by more than chance? */
static bool has_company(const logreg_frame *frame, const logreg__column *merged)
{
    double filled = (double)(frame->n_rows - merged->n_missing), columns = (double)frame->n_columns;
    for (size_t k = 0; k < frame->n_columns; k++) {
        const logreg__column *c = &frame->column[k];
        if (c == merged || !logreg__merged_with(c, merged, frame->n_rows))
            continue;
        double share = 1 - (double)c->n_missing / (double)frame->n_rows;
        if (c->n_missing == merged->n_missing || filled * log(share) < -log(UNLIKELY * columns))
            return true;
    }
    return false;
}

static double value_of(const logreg__column *c, size_t r)
{
    if (c->kind == LOGREG_NUMERIC)
        return logreg__column_number(c, r);
    uint32_t code = logreg__column_code(c, r);
    return code == LOGREG__MISSING ? NAN : (double)code;
}

/* Does a column change at the cells of the merged one alone, or else rise at every other and not at these, and so often that it is no chance? Where it rises
 * at none of them, that n numbers rise has the chance 1 / n!. */
static bool tells_groups(const logreg__column *c, const logreg__column *merged, const sizes *s,
                         double columns)
{
    bool constant = true, rising = true;
    double changes = 0, falls = 0, rises = 0, place = 0, last = NAN, enough = log(UNLIKELY * columns);
    for (size_t r = 0; r < (size_t)s->rows && (constant || rising); r++) {
        bool begins = !logreg__cell_is_missing(merged, r);
        double x = value_of(c, r);
        if (isnan(x))
            continue;
        place = begins ? 1 : place + 1;
        rises += log(place);
        changes += begins && x != last && !isnan(last);
        falls += begins && x <= last;
        constant = constant && (begins || x == last || isnan(last));
        rising = rising && (begins || x > last || isnan(last));
        last = x;
    }
    double each = log(s->rows / s->groups);
    rises = falls > 1 && falls + 1 == s->groups ? rises : 0;
    return (constant && changes * each >= enough) || (rising && fmax(rises, falls * each) >= enough);
}

bool logreg__begins_groups(const logreg_frame *frame, size_t j)
{
    const logreg__column *merged = &frame->column[j];
    sizes s = sizes_of(merged, frame->n_rows);
    for (size_t k = 0; k < frame->n_columns; k++)
        if (2 * frame->column[k].n_missing < frame->n_rows &&
            tells_groups(&frame->column[k], merged, &s, (double)frame->n_columns))
            return true;
    double chance = s.groups / s.rows * fmin(chance_of_least(&s), chance_of_spread(&s)), most = CHANCE / 2;
    if (holds_labels(merged)) {
        chance *= chance_of_order(merged, frame->n_rows);
        most *= FOR_LABELS * (has_company(frame, merged) ? FOR_COMPANY : 1) *
                (logreg__named_kind(merged->name) ? FOR_NAME : 1);
    }
    return chance <= most;
}
