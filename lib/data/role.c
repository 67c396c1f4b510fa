#include "data/role.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "data/answers.h"
#include "data/purpose.h"

/* Letters in front of the digits, digits, and letters behind; false: something else stands there. */
static bool parts_of(size_t part[3], double *number, const char *text)
{
    for (part[0] = 0; logreg__is_small(text[part[0]]) || logreg__is_large(text[part[0]]);)
        part[0]++;
    text += part[0];
    *number = 0;
    for (part[1] = 0; text[part[1]] >= '0' && text[part[1]] <= '9'; part[1]++)
        *number = 10 * *number + (text[part[1]] - '0');
    text += part[1];
    for (part[2] = 0; logreg__is_small(text[part[2]]) || logreg__is_large(text[part[2]]);)
        part[2]++;
    return !text[part[2]] && part[1] >= 3 && part[0] + part[2] > 0;
}

bool logreg__texts_number_rows(const logreg__column *c, size_t rows)
{
    size_t values = rows - c->n_missing, first[3], part[3];
    double low = HUGE_VAL, high = -HUGE_VAL, number;
    if (c->n_levels < LOGREG__ID_ROWS || 10 * c->n_levels <= 9 * values ||
        !parts_of(first, &number, c->levels[0]))
        return false;
    for (size_t l = 0; l < c->n_levels; l++) {
        if (!parts_of(part, &number, c->levels[l]) || memcmp(part, first, sizeof part) != 0)
            return false;
        low = fmin(low, number);
        high = fmax(high, number);
    }
    return high - low < 2 * (double)c->n_levels;
}

bool logreg__counts_on(const logreg__column *column, size_t rows)
{
    for (size_t i = 1; i < rows; i++)
        if (logreg__column_number(column, i) != logreg__column_number(column, i - 1) + 1)
            return false;
    return true;
}

bool logreg__numbers_padded(const logreg__column *c)
{
    return c->written & LOGREG__WRITTEN_PADDED && !logreg__named_scale(c->name);
}

/* Few enough for names: how many different ones, and the highest. The states of the USA with their territories are 56. */
typedef struct {
    size_t n;
    double most;
} few_numbers;

static bool look(few_numbers *few, const logreg__column *c, size_t rows)
{
    enum { FEWEST = 3, MOST = 56, ROWS = 2 };
    double value[MOST];
    bool pointed = false;
    *few = (few_numbers){0};
    for (size_t i = 0; c->kind == LOGREG_NUMERIC && i < rows; i++) {
        double x = logreg__column_number(c, i);
        size_t k = 0;
        if (isnan(x))
            continue;
        if (x < 0)
            return false;
        if (x != floor(x) && !pointed) {
            pointed = logreg__named_pointed(c->name);
            if (!pointed)
                return false;
        }
        while (k < few->n && value[k] != x)
            k++;
        if (k == MOST)
            return false;
        if (k == few->n)
            value[few->n++] = x;
        few->most = fmax(few->most, x);
    }
    return few->n >= FEWEST && ROWS * few->n <= rows - c->n_missing;
}

/* May number persons and things as well. */
enum { MOST_IDS = 50 };

/* Numbers are looked at before names, which take longer, and which most numbers leave nothing to say. */
bool logreg__numbers_name(const logreg__column *c, size_t rows)
{
    enum { CLASSES = 100, ROWS_OF_ONE = 5 };
    few_numbers few;
    if (!look(&few, c, rows) || (few.n > MOST_IDS && logreg__named_id(c->name)))
        return false;
    if (logreg__named_kind(c->name) || logreg__named_plot(c->name) || logreg__numbers_padded(c))
        return logreg__numbers_padded(c) || !logreg__numbers_amount(c, rows);
    if (logreg__named_one(c->name) && !logreg__named_id(c->name) && logreg__numbers_return(c, rows))
        return ROWS_OF_ONE * few.n <= rows - c->n_missing;
    return few.most < CLASSES && (logreg__named_class(c->name) || logreg__named_reason(c->name));
}

bool logreg__numbers_code(const logreg_frame *frame, size_t j)
{
    const logreg__column *c = &frame->column[j];
    few_numbers few;
    return (logreg__numbers_name(c, frame->n_rows) && !logreg__numbers_rate(frame, j)) ||
           (c->kind == LOGREG_NUMERIC && logreg__numbers_spelt(c, frame->n_rows)) ||
           (look(&few, c, frame->n_rows) && few.n <= MOST_IDS && logreg__glued_to_number(frame, j));
}

/* Are the rows a table of all other columns, but for those that number them? Without memory it is a note less. */
static bool is_table_of_others(const logreg_frame *frame, size_t j)
{
    size_t n = 0, *column = logreg__new_raw(frame->n_columns, sizeof *column);
    for (size_t k = 0; column && k < frame->n_columns; k++)
        if (k != j &&
            !(frame->column[k].kind == LOGREG_NUMERIC && logreg__counts_on(&frame->column[k], frame->n_rows)))
            column[n++] = k;
    bool is = column && logreg__tabulates(frame, column, n);
    free(column);
    return is;
}

bool logreg_frame_counts_cases(const logreg_frame *frame, size_t j)
{
    static const char names[] =
        " freq freqs frequency frequencies count counts count(*) n anzahl h\303\244ufigkeit haeufigkeit "
        "effectif "
        "effectifs frecuencia frequenza frequ\303\252ncia frequencia ncases numberofrecords countofrecords "
        "rowcount antal aantal ";
    const logreg__column *c = &frame->column[j];
    char word[LOGREG__PLAIN_WORD];
    if (c->kind != LOGREG_NUMERIC || !logreg__plain_word(word, c->name) || !logreg__word_among(names, word))
        return false;
    double value[2] = {NAN, NAN};
    bool more = false, none = false; /* of some case, as none is in a list of those that there are */
    for (size_t i = 0; i < frame->n_rows; i++) {
        double x = logreg__column_number(c, i);
        none = none || x == 0;
        if (x < 0 || x != floor(x)) /* also where it is missing */
            return false;
        if (isnan(value[0]) || value[0] == x)
            value[0] = x;
        else if (isnan(value[1]) || value[1] == x)
            value[1] = x;
        else
            more = true;
    }
    return more && !logreg__counts_on(c, frame->n_rows) && (!none || is_table_of_others(frame, j));
}

bool logreg_frame_measures(const logreg_frame *frame, size_t j)
{
    const logreg__column *c = &frame->column[j];
    double value[LOGREG_NUMBERS_AS_CLASSES];
    size_t n = 0;
    for (size_t i = 0, k; i < frame->n_rows && c->kind == LOGREG_NUMERIC; i++) {
        double x = logreg__column_number(c, i);
        for (k = 0; k < n && value[k] != x;)
            k++;
        if (isnan(x) || k < n)
            continue;
        if (n == LOGREG_NUMBERS_AS_CLASSES)
            return true;
        value[n++] = x;
    }
    return false;
}

bool logreg_frame_remarks(const logreg_frame *frame, size_t j)
{
    return 4 * (frame->n_rows - frame->column[j].n_missing) <= frame->n_rows;
}

static bool zero_or_one(const logreg__column *c, size_t rows)
{
    bool held[2] = {false, false};
    for (size_t i = 0; i < rows; i++) {
        double x = logreg__column_number(c, i);
        if (isnan(x))
            continue;
        if (x != 0 && x != 1)
            return false;
        held[x == 1] = true;
    }
    return held[0] && held[1];
}

bool logreg_frame_answers(const logreg_frame *frame, size_t j)
{
    const logreg__column *c = &frame->column[j];
    if (c->kind == LOGREG_NUMERIC)
        return zero_or_one(c, frame->n_rows);
    return c->n_levels == 2 && (logreg__answer_denies(c->levels[0], c->levels[1]) ||
                                logreg__answer_denies(c->levels[1], c->levels[0]));
}
