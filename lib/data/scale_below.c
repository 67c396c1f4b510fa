/* Codes for missing values below a scale of answers: -9 and -1 below 1 to 5. */
#include "data/scale.h"

#include "data/chosen.h"
#include "data/role.h"

#include <math.h>

enum { LARGEST_CODE = 9, LONGEST = 10, FEW_ANSWERS = 20, NEAR = 4, SURE = 5 };

/* Whole numbers, few of them negative. */
typedef struct {
    size_t answer[LONGEST + 1], code[LARGEST_CODE + 1]; /* rows of each from 0 on, and from -1 down */
    size_t codes, of_codes, of_answers,
        most;   /* with -99 and its kin; most: rows of the most frequent answer */
    int lowest; /* code down to -9, as a positive number */
    double middle, top;
} answers;

/* False: something else stands there. */
static bool count_answers(answers *a, const double *sorted, size_t n)
{
    size_t same = 0;
    *a = (answers){.middle = sorted[n / 2], .top = sorted[n - 1]};
    for (size_t i = 0; i < n; i++) {
        double x = sorted[i];
        bool far = x < -LARGEST_CODE;
        if (x != floor(x) || (far && !(x >= -99 && (logreg__nines(-x) || logreg__chosen_kin(-x)))))
            return false;
        same = i && x == sorted[i - 1] ? same + 1 : 1;
        if (x < 0 && !far)
            a->code[(int)-x]++;
        else if (!far && x <= LONGEST)
            a->answer[(int)x]++;
        a->codes += x < 0 && same == 1;
        a->of_codes += x < 0;
        a->of_answers += x >= 0;
        a->most = x >= 0 && same > a->most ? same : a->most;
    }
    for (int k = 1; k <= LARGEST_CODE; k++)
        a->lowest = a->code[k] ? k : a->lowest;
    return true;
}

/* What has values below 0 in its nature: temperatures, differences, delays, floors, points for and against. */
static bool may_be_negative(const char *name)
{
    return logreg__name_has(
        name,
        " temp temps temperature temperatur temperatura tmin tmax tmean tavg celsius degc frost change chg "
        "delta diff "
        "diffs difference differenz differenza diferencia balance saldo net netto gain gains loss growth "
        "improvement increase decrease trend drift margin spread gap deviation dev residual resid error bias "
        "lag "
        "shift offset relative variation variazione cambio zmiana delay delays dly late lateness early "
        "overdue "
        "tardiness slack retard retraso ritardo atraso vertraging floor floors storey etage stockwerk stock "
        "piso "
        "planta andar piano pietro kondygnacja verdieping votes karma par gd goaldiff plusminus strokes "
        "elevation "
        "altitude position latitude longitude lat lon lng sentiment valence polarity excess sphere "
        "refraction z "
        "zscore polity return returns profit ");
}

/* Do the rows thin out below values that lie far from 0, as the tail of a distribution does? */
static bool tails_off(const answers *a)
{
    size_t one = a->code[1], none = a->answer[0];
    return a->middle >= NEAR && a->code[2] <= one && one <= none && 3 * none <= a->most;
}

/* Are the codes about as common as the values next above? */
static bool goes_on(const answers *a)
{
    size_t near = 0;
    for (int k = 0; k < NEAR; k++)
        near += a->answer[k];
    return a->code[1] <= a->most && a->code[2] <= a->most && 5 * NEAR * a->of_codes >= 4 * near * a->codes;
}

/* -1, -2 or both below a count from 0, which differences, seen by their shape or their name, have too. */
static bool below_count(const answers *a, const char *name)
{
    bool below = a->lowest <= 2 && a->answer[0] && a->top > 2 * a->lowest && !may_be_negative(name);
    return below &&
           (logreg__named_things(name) || (!goes_on(a) && (logreg__named_count(name) || !tails_off(a))));
}

/* Are the answers whole numbers one after another, as those of scales and counts are, or fewer next to the codes than codes, as counts that
 * people round have it? */
static bool is_scale(const answers *a, int first)
{
    int last = a->top < first + NEAR ? (int)a->top : first + NEAR - 1;
    size_t near = 0;
    bool all = true;
    for (int k = first; k <= last; k++)
        all = all && a->answer[k];
    for (int k = 1; k <= a->lowest; k++)
        near += a->answer[k];
    return all || a->of_codes >= 5 * (near + 1);
}

/* Do all numbers from -1 down to the lowest stand there? */
static bool has_no_hole(const answers *a)
{
    for (int k = 1; k <= a->lowest; k++)
        if (!a->code[k])
            return false;
    return true;
}

/* Does a scale go down as far as it goes up, or nearly so, as from -2 to 2 without 0? -1 beside 1 and 2 is no such. */
static bool is_mirrored(const answers *a)
{
    return a->lowest && has_no_hole(a) && a->top <= a->lowest + (a->lowest > 1);
}

/* Time before and after something has no 0 either. */
static bool says_time(const char *name)
{
    return logreg__name_has(name,
                            " t time period wave round quarter visit day days week weeks month months year "
                            "years tag tage woche wochen monat monate jahr jahre jour jours semaine "
                            "semaines mois an ans dia dias semana semanas mes meses ");
}

/* Any set of codes below answers from 1 on, where a 0 would stand if the numbers went on; or below those from 0 on, where -1 would. */
static bool below_hole(const answers *a, int first, const char *name)
{
    if (may_be_negative(name) || is_mirrored(a))
        return false;
    if (first == 1)
        return 2 * a->lowest <= a->top || !has_no_hole(a) || !says_time(name);
    return !a->code[1] && a->answer[0] >= SURE && a->answer[1] >= SURE && !tails_off(a) &&
           (a->top > a->lowest || a->top == 1);
}

static void list(logreg_sentinel *found, const answers *a, const double *sorted)
{
    *found = (logreg_sentinel){.low = sorted[a->of_codes], .high = a->top, .n_rows = a->of_codes};
    for (size_t i = 0; i < a->of_codes; i++)
        if (!i || sorted[i] > sorted[i - 1])
            found->value[found->n_values++] = sorted[i];
}

/* Surveys write -9, -8 and -7 beside -1 and -2 for reasons why there is no answer. Differences may have such values, but from -7 to 3 they
 * have 0, and something between -3 and -6; those from -2 to 2 that have no 0 are as many below it. */
bool logreg__scale_below(logreg_sentinel *found, const char *name, const double *sorted, size_t n)
{
    answers a;
    if (!count_answers(&a, sorted, n))
        return false;
    int first = a.answer[0] ? 0 : 1;
    bool reasons = a.lowest >= 7 && !a.code[3] && !a.code[4] && !a.code[5] && !a.code[6];
    bool repeated =
        a.codes <= 2 || a.of_codes >= 2 * a.codes; /* as codes are, but not the tail of a measurement */
    if (!a.codes || a.codes > LOGREG_SENTINELS || a.of_codes < 2 || a.of_answers < FEW_ANSWERS ||
        a.top <= first || !is_scale(&a, first) ||
        !(reasons || (repeated && below_hole(&a, first, name)) || below_count(&a, name)))
        return false;
    list(found, &a, sorted);
    return true;
}

bool logreg__scale_beside(const char *name, const double *sorted, size_t n)
{
    enum { RARE = 20 };
    answers a;
    if (!count_answers(&a, sorted, n) || !a.of_answers || may_be_negative(name) || tails_off(&a))
        return false;
    return !is_mirrored(&a) || (a.answer[0] && RARE * a.of_codes <= a.of_answers);
}
