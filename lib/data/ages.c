#include "data/ages.h"

#include <math.h>
#include <stdlib.h>

#include "data/chosen.h"
#include "data/role.h"
#include "data/sentinel.h"
#include "data/slip.h"

bool logreg__named_age(const char *name)
{
    static const char ages[] = /* in one word */
        " age ages alter lebensalter patientenalter edad idade et\303\240 eta \303\242ge leeftijd wiek alder "
        "\303\245lder aldur ik\303\244 v\304\233k vek \303\251letkor ya\305\237 yas v\303\242rst\304\203 "
        "varsta "
        "starost "
        "\320\262\320\276\320\267\321\200\320\260\321\201\321\202 \320\262\321\226\320\272 "
        "\316\267\316\273\316\271\316\272\316\257\316\261 \345\271\264\351\275\204 \345\271\264\351\276\204 "
        "\353\202\230\354\235\264 umur usia tu\341\273\225i tuoi ";
    static const char with[] = /* words that may stand beside one of these */
        " age alter edad idade eta ge leeftijd wiek alder patient patients pt subject person persons resp "
        "respondent participant customer client member user mother father maternal paternal parent head "
        "spouse "
        "husband wife driver passenger victim employee worker student donor recipient applicant borrower "
        "insured "
        "owner caregiver partner candidate player at in of the on first onset diagnosis diag dx death "
        "baseline "
        "entry enrolment enrollment inclusion admission adm visit survey interview surgery operation op "
        "treatment randomization randomisation marriage current today now year years yr yrs y jahre jahren j "
        "ans "
        "anni anos os a lat jaar jahr der des bei du aufnahme diagnose kunde kunden patienten del de la "
        "paciente "
        "cliente alla diagnosi p r num ";
    char plain[LOGREG__PLAIN_WORD], word[LOGREG__PLAIN_WORD];
    if (!logreg__plain_word(plain, name))
        return false;
    if (logreg__word_among(ages, plain))
        return true;
    if (!logreg__name_has(name, " age alter edad idade eta ge leeftijd wiek alder "))
        return false;
    for (const char *rest = name; (rest = logreg__name_word(word, rest));)
        if (!logreg__word_among(with, word))
            return false;
    return true;
}

bool logreg__named_years(const char *name)
{
    return logreg__named_age(name) ||
           (logreg__name_has(name, " experience tenure seniority erfahrung berufserfahrung "
                                   "betriebszugeh\303\266rigkeit antiguedad "
                                   "antig\303\274edad anciennet\303\251 anzianit\303\240 ") &&
            !logreg__name_has(name, " month months monate mois meses mesi days weeks "));
}

bool logreg__ages_born(double from, double to)
{
    return from >= 1890 && to <= 2035 && from == floor(from) && to == floor(to);
}

bool logreg__ages_for_years(double from, double to, double low, double high)
{
    return from >= 1 && to <= 120 && from == floor(from) && to == floor(to) && logreg__ages_born(low, high);
}

/* What lies outside of what ages may be. */
typedef struct {
    double from, to;
    size_t rows, born;
    bool listed; /* all of them are in the list */
} outside;

static void add(outside *out, logreg_sentinel *far, double x)
{
    out->from = fmin(out->from, x);
    out->to = fmax(out->to, x);
    out->rows++;
    out->born += logreg__ages_born(x, x);
    out->listed = out->listed && logreg__far_add(far, x);
}

/* Numbers that reach a hundred may go on as they did: are these, from x on, hardly further off than numbers of theirs are from one another, and none that people choose?
 * Without memory they are none. */
static bool goes_on(const logreg__column *c, size_t rows, double x)
{
    enum { AS_FAR = 2, WIDE = 120 };
    size_t n, at = 1;
    double *sorted = x == WIDE || logreg__chosen(x) ? NULL : logreg__numbers_sorted(&n, c, rows), widest = 0;
    if (!sorted)
        return false;
    for (; at < n && sorted[at] < x; at++)
        widest = fmax(widest, sorted[at] - sorted[at - 1]);
    bool near = at < n && sorted[at] - sorted[at - 1] <= AS_FAR * widest;
    free(sorted);
    return near;
}

bool logreg__ages_find(logreg_sentinel *found, bool *between, const logreg__column *c, size_t rows,
                       double min, double max)
{
    enum { FEWEST_ROWS = 20, FEW = 10, FEW_BORN = 2, GROWN = 20, OLD = 100 };
    logreg_sentinel far = {.low = HUGE_VAL, .high = -HUGE_VAL};
    outside out = {.from = HUGE_VAL, .to = -HUGE_VAL, .listed = true};
    size_t n = 0, old = 0;
    if ((min >= 0 && max <= LOGREG__OLDEST) || !logreg__named_age(c->name))
        return false;
    for (size_t i = 0; i < rows; i++) {
        double x = logreg__column_number(c, i);
        n += !isnan(x);
        old += x > OLD && x <= LOGREG__OLDEST;
        if (x >= 0 && x <= LOGREG__OLDEST) {
            far.low = fmin(far.low, x);
            far.high = fmax(far.high, x);
        } else if (!isnan(x))
            add(&out, &far, x);
    }
    bool months = 2 * old > out.rows && old > 1;
    if (n < FEWEST_ROWS || (out.born == out.rows ? FEW_BORN : FEW) * out.rows > n || far.high < GROWN ||
        months || (out.from > LOGREG__OLDEST && far.high >= OLD && goes_on(c, rows, out.from)))
        return false;
    *between = !out.listed;
    if (*between) {
        far.value[0] = out.from;
        far.value[1] = out.to;
        far.n_values = 2;
    }
    far.n_rows = out.rows;
    *found = far;
    return true;
}

/* Are they several numbers none of which people choose, as 120, 180, 270 and 360 days are? */
static bool are_measured(const logreg_sentinel *found)
{
    bool chosen = found->n_values < 3;
    for (size_t k = 0; k < found->n_values && !chosen; k++)
        chosen = logreg__chosen(found->value[k]) || logreg__beside_nines(found->value[k]);
    return !chosen;
}

bool logreg__ages_missing(const logreg_sentinel *found)
{
    bool both = found->value[0] < 0 && found->value[found->n_values - 1] > 0;
    bool years = logreg__ages_born(found->value[0], found->value[found->n_values - 1]);
    return both ||
           (found->n_rows > 2 * found->n_values && !(years && found->n_values > 1) && !are_measured(found));
}
