/* Codes for missing values beside a scale of answers. They are near to the answers, so that only the scale itself tells: whole numbers from 0 or 1
 * on, each of which somebody took. */
#include "data/role.h"
#include "data/sentinel.h"

#include <math.h>

/* What is counted can be no fewer than none, and may have an 8 without a 7. */
static bool says_count(const char *name)
{
    return logreg__name_has(
        name,
        " kids kid children child siblings sibs dependents dependants n num number count counts nr nb visits "
        "pregnancies parity persons people cars rooms drinks cigarettes hours days weeks months years times "
        "age ages "
        "household hhsize members kinder geschwister anzahl personen enfants nombre hijos numero figli "
        "kinderen "
        "aantal dzieci liczba ");
}

/* ---- Beyond its end ---- */

/* A scale of answers from 0 or 1 on, each taken by someone, has no 7, 8 or 9 beyond a gap; nor has a count whose last value before the gap
 * many rows have. Rows are at `top`, where the scale ends. Of what is counted, the 8 alone may be a value. */
static bool beyond_scale(const size_t rows[10], int top, int first_code, size_t n_codes, size_t of_codes,
                         bool counted)
{
    int gap = first_code - top;
    bool seven_nine =
        first_code == 7 && rows[9] && !rows[8]; /* as NHANES and others code refused and don't know */
    if (of_codes < 2 || rows[top] < 5)
        return false;
    if (rows[9])
        return gap >= 3 || (gap == 2 && ((seven_nine && top == 5) || (rows[top] >= 10 && of_codes >= 5)));
    bool alone = n_codes == 1 && of_codes >= 3 && rows[top] >= 10;
    bool lone_eight = alone && first_code == 8 && top == 5 && !rows[0] && !counted;
    return lone_eight || (gap >= 4 && (alone || n_codes > 1));
}

/* 7, 8 and 9 behind the last answer. */
static bool judge_above(logreg_sentinel *found, const char *name, const double *sorted, size_t n)
{
    size_t rows[10] = {0}, n_codes = 0, of_codes = 0;
    for (size_t i = 0; i < n; i++) {
        if (!(sorted[i] >= 0 && sorted[i] <= 9 && sorted[i] == floor(sorted[i])))
            return false;
        rows[(int)sorted[i]]++;
    }
    int first = rows[0] ? 0 : 1, top = first, code;
    while (top < 9 && rows[top + 1])
        top++;
    for (code = top + 1; code <= 9 && !rows[code];)
        code++;
    if (!rows[first] || top == first || top > 6 || code > 9 || code < 7)
        return false;
    for (int k = code; k <= 9; k++) {
        n_codes += rows[k] > 0;
        of_codes += rows[k];
    }
    if (!beyond_scale(rows, top, code, n_codes, of_codes, says_count(name)))
        return false;
    *found = (logreg_sentinel){.low = first, .high = top, .n_rows = of_codes};
    for (int k = code; k <= 9; k++)
        if (rows[k])
            found->value[found->n_values++] = k;
    return true;
}

/* ---- Below its beginning ---- */

enum { LARGEST_CODE = 9, LONGEST = 10, FEW_ANSWERS = 20 };

/* Rows of each answer, from 0 on, and of each code, from -1 down; false: something else stands there. */
static bool count_scale(size_t answer[LONGEST + 1], size_t code[LARGEST_CODE + 1], const double *sorted,
                        size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (!(sorted[i] >= -LARGEST_CODE && sorted[i] <= LONGEST && sorted[i] == floor(sorted[i])))
            return false;
        ++*(sorted[i] < 0 ? &code[(int)-sorted[i]] : &answer[(int)sorted[i]]);
    }
    return true;
}

/* Surveys write -9, -8 and -7 beside -1 and -2 for reasons why there is no answer. Differences may have such values, but from -7 to 3 they
 * have 0, and something between -3 and -6; those from -2 to 2 that have no 0 are as many below it. */
static bool judge_below(logreg_sentinel *found, const char *name, const double *sorted, size_t n)
{
    size_t answer[LONGEST + 1] = {0}, code[LARGEST_CODE + 1] = {0}, codes = 0, of_codes = 0;
    int top = 0, first = 1, lowest = 0;
    if (!count_scale(answer, code, sorted, n))
        return false;
    for (int k = 1; k <= LARGEST_CODE; k++) {
        codes += code[k] > 0;
        of_codes += code[k];
        lowest = code[k] ? k : lowest;
    }
    first -= answer[0] > 0;
    for (int k = first; k <= LONGEST; k++)
        top = answer[k] ? k : top;
    for (int k = first; k <= top; k++)
        if (!answer[k])
            return false;
    bool reasons = lowest >= 7 && !code[3] && !code[4] && !code[5] && !code[6];
    bool from_one = first == 1 && top >= 4 && 2 * lowest <= top;
    bool below_none = first == 0 && top >= 3 && lowest == 1 && says_count(name);
    if (!codes || codes > LOGREG_SENTINELS || of_codes < 2 || n - of_codes < FEW_ANSWERS || top <= first ||
        !(reasons || from_one || below_none))
        return false;
    *found = (logreg_sentinel){.low = first, .high = top, .n_rows = of_codes};
    for (int k = LARGEST_CODE; k > 0; k--)
        if (code[k])
            found->value[found->n_values++] = -k;
    return true;
}

bool logreg__scale_codes(logreg_sentinel *found, const char *name, const double *sorted, size_t n)
{
    return n && (sorted[0] < 0 ? judge_below(found, name, sorted, n) : judge_above(found, name, sorted, n));
}
