#include "csv/categories/answered.h"

#include <ctype.h>
#include <string.h>

#include "base/utf8.h"
#include "data/answers.h"
#include "data/gap.h"

/* Remarks in words in more rows than this, percent, are likely to part classes: Yes (mild), Yes (severe). */
enum { WORDED = 20 };

/* A text of so many bytes may be a mark at school. */
enum { MARK = 2 };

static void count(logreg__answered *s)
{
    for (size_t r = 0; r < s->frame->n_rows; r++) {
        uint32_t code = logreg__column_code(s->column, r);
        if (code == LOGREG__MISSING)
            continue;
        if (!s->rows[code]++)
            s->first[code] = r;
        s->gap_rows += s->gap[code];
        s->values++;
    }
}

/* ---- Remarks ---- */

/* Takes each level for what stands in front of its remark. */
static void pass_over(logreg__answered *s, logreg__remark_kind most)
{
    for (size_t l = 0; l < s->n; l++) {
        size_t answer;
        logreg__remark_kind kind = logreg__remark_of(&answer, s->column->levels[l]);
        if (s->gap[l] || !kind || kind > most || answer >= LOGREG__SHOWN)
            continue;
        memcpy(s->bare[l], s->column->levels[l], answer);
        s->bare[l][answer] = '\0';
        s->text[l] = s->bare[l];
        s->remark[l] = kind > LOGREG__STOPPED ? kind : LOGREG__NO_REMARK;
    }
}

static void restore(logreg__answered *s, size_t level)
{
    s->text[level] = s->column->levels[level];
    s->remark[level] = LOGREG__NO_REMARK;
}

/* A remark is none where no level is its answer alone, or where that is a mark: A*. */
static void keep_remarks_of_levels(logreg__answered *s)
{
    for (size_t l = 0; l < s->n; l++) {
        bool stands = s->text[l] == s->column->levels[l];
        for (size_t k = 0; k < s->n && !stands; k++)
            stands = k != l && !s->gap[k] && !s->remark[k] && strlen(s->text[l]) > MARK &&
                     logreg__utf8_same_letters(s->text[k], s->text[l]);
        if (!stands)
            restore(s, l);
    }
}

/* Is each of two answers given without a remark too, and are remarks in words few? */
static bool remarks_stand(logreg__answered *s)
{
    size_t bare[2] = {0, 0}, worded = 0;
    s->remarks = 0;
    for (size_t l = 0; l < s->n; l++) {
        bool of = !s->gap[l] && !s->other[l];
        if (of && !s->remark[l])
            bare[s->side[l]]++;
        s->remarks += of && s->remark[l];
        worded += of && s->remark[l] == LOGREG__REMARK_WORDS ? s->rows[l] : 0;
    }
    return !s->remarks || (bare[0] && bare[1] && 100 * worded <= WORDED * s->values);
}

/* ---- Two answers ---- */

/* Do the levels that are answers make two, but for capitals? */
static bool two_but_for_capitals(logreg__answered *s)
{
    size_t kinds = 0, kind[2] = {0, 0};
    for (size_t l = 0; l < s->n; l++) {
        size_t k = 0;
        while (!s->gap[l] && k < kinds && !logreg__utf8_same_letters(s->text[l], s->text[kind[k]]))
            k++;
        if (s->gap[l])
            continue;
        if (k == 2)
            return false;
        if (k == kinds)
            kind[kinds++] = l;
        s->side[l] = (int)k;
    }
    return kinds == 2;
}

bool logreg__answered_plainly(const logreg__answered *s)
{
    bool letters = true;
    for (size_t l = 0; l < s->n; l++)
        letters = letters && (s->gap[l] || s->other[l] ||
                              (strlen(s->text[l]) <= 2 && !isdigit((unsigned char)*s->text[l])));
    return !letters;
}

/* Are the levels answers to one question but for one or two, which are then others? Three spellings or more are left, and not
 * letters alone: N, S, O and E are directions. */
static bool answers_but_for_few(logreg__answered *s)
{
    bool skip[LOGREG__ANSWERED];
    for (size_t two = 0; two < 2; two++)
        for (size_t a = 0; a < s->n; a++)
            for (size_t b = two ? a + 1 : a; b < (two ? s->n : a + 1); b++) {
                if (s->gap[a] || s->gap[b] || s->n - s->gaps < 4 + two)
                    continue;
                for (size_t l = 0; l < s->n; l++)
                    skip[l] = s->gap[l] || l == a || l == b;
                if (!logreg__answers_sides(s->side, (char *const *)s->text, skip, s->n))
                    continue;
                s->other[a] = s->other[b] = true;
                s->others = 1 + two;
                if (logreg__answered_plainly(s))
                    return true;
                s->other[a] = s->other[b] = false;
                s->others = 0;
            }
    return false;
}

static bool are_known(logreg__answered *s)
{
    s->answers =
        s->n > s->gaps + 1 && (logreg__answers_sides(s->side, (char *const *)s->text, s->gap, s->n) ||
                               (s->n <= LOGREG__ANSWERED_PLAIN && answers_but_for_few(s)));
    return s->answers;
}

/* The same of levels as they are written. */
static bool are_known_as_written(logreg__answered *s)
{
    memset(s->other, 0, sizeof s->other);
    s->others = s->remarks = 0;
    for (size_t l = 0; l < s->n; l++)
        restore(s, l);
    return are_known(s);
}

/* Of two answers that are not known remarks in words may part classes. */
static bool are_spelt_alike(logreg__answered *s, logreg__remark_kind most)
{
    pass_over(s, most < LOGREG__SIGNS ? most : LOGREG__SIGNS);
    keep_remarks_of_levels(s);
    return two_but_for_capitals(s) && remarks_stand(s);
}

/* Are there two other levels, which are not one in two spellings? */
static bool beside_two(const logreg__column *c, size_t level)
{
    return c->n_levels == 3 &&
           !logreg__utf8_same_letters(c->levels[level == 0], c->levels[level == 2 ? 1 : 2]);
}

bool logreg__answered_take(logreg__answered *s, const logreg_frame *frame, size_t j, logreg__remark_kind most,
                           const logreg__csv *csv)
{
    const logreg__column *c = &frame->column[j];
    size_t bare = 0;
    *s = (logreg__answered){
        .frame = frame, .column = c, .csv = csv, .j = j, .n = c->n_levels, .certain = true};
    if (s->n < 3 || s->n > LOGREG__ANSWERED)
        return false;
    for (size_t l = 0; l < s->n; l++) {
        logreg__gap_kind kind = logreg__gap_of(c, l);
        if (kind == LOGREG__WORD && logreg__gap_outcome(c->levels[l]) && beside_two(c, l))
            kind = LOGREG__PERHAPS;
        s->gap[l] = kind != LOGREG__WORD;
        s->gaps += s->gap[l];
        s->certain = s->certain && kind != LOGREG__PERHAPS;
        restore(s, l);
    }
    pass_over(s, most);
    for (size_t l = 0; l < s->n; l++)
        bare += !s->remark[l];
    if (bare > LOGREG__ANSWERED_PLAIN)
        return false;
    count(s);
    bool two = (are_known(s) && remarks_stand(s)) || are_known_as_written(s) || are_spelt_alike(s, most);
    s->spelt = two && s->n - s->gaps > 2;
    return true;
}
