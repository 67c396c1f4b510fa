/* Zeros that stand for missing values, apart from all else. They may be real. */
#include "data/sentinel.h"

#include <math.h>
#include <stdlib.h>

#include "data/role.h"

/* Fewer different values than these are levels, unless they stand close together; of so many that would lie below the gap as densely as next to it, none does by chance. */
enum {
    DIFFERENT = 20,
    AWAITED = 10,
    REPEATED = 3,
    NONE = 5,
    FEWEST_ROWS = 15,
    MANY_ROWS = 30,
    MEASURED = 10,
    APART = 5
};

/* Zeros, and nothing between them and 1: most columns have none, and are looked at no further. */
static bool plausible(const logreg__column *column, size_t rows)
{
    size_t zeros = 0;
    for (size_t i = 0; i < rows; i++) {
        double x = logreg__column_number(column, i);
        if (x <= 1 && x != 0) /* false for a missing one */
            return false;
        zeros += x == 0;
    }
    return zeros > 0;
}

/* What stands behind the zeros. */
typedef struct {
    size_t zeros, others, distinct;
    double gap, widest; /* widest: between neighbours in the lower half of the others */
    double
        awaited; /* how many would lie in the gap, as many as there are in such a length of the lowest quarter */
    double high;
} behind;

static behind look(const double *sorted, size_t n)
{
    behind b = {.high = n ? sorted[n - 1] : 0};
    while (b.zeros < n && sorted[b.zeros] == 0)
        b.zeros++;
    const double *other = sorted + b.zeros;
    b.others = n - b.zeros;
    for (size_t i = 0; i < b.others; i++)
        b.distinct += !i || other[i] != other[i - 1];
    if (!b.others)
        return b;
    b.gap = other[0];
    for (size_t i = 1; i < b.others / 2; i++)
        b.widest = fmax(b.widest, other[i] - other[i - 1]);
    double quarter = other[b.others / 4] - b.gap;
    b.awaited = quarter > 0 ? (double)(b.others / 4) * b.gap / quarter : 0;
    return b;
}

/* Is it measured in a living body, where none has 0 of it, and neither a change of it nor a dose? */
static bool is_of_a_body(const char *name)
{
    static const char measures[] =
        " insulin chol cholesterol cholesterin colesterol glucose glucosa glukose gluc fbs bp sbp dbp sysbp "
        "diabp trestbps trtbps restingbp restbp bloodpressure systolic diastolic pressure blutdruck bmi "
        "pulse "
        "puls heartrate thalach maxhr triglycerides triglycerid trig hdl ldl hemoglobin haemoglobin hgb "
        "hematocrit hct sodium potassium platelets wbc rbc skinthickness triceps spo2 waist ";
    static const char others[] =
        " change diff difference delta loss gain dose doses dosage unit units iu use used daily day days "
        "given "
        "pump diet dietary intake eaten treatment therapy therapie meds medication points score scores n "
        "number count index tyre tire water air "
        "oil steam gas wind ";
    return logreg__name_has(name, measures) && !logreg__name_has(name, others);
}

/* Is it the name of what many have none of: money that is not spent, rooms that a house lacks? */
static bool may_be_none(const char *name)
{
    static const char words[] =
        " gain gains loss losses amount amounts amt spend spent spending cost costs price fee fees rent "
        "mortgage "
        "loan loans balance debt pay paid payment payments salary wage wages income benefit benefits revenue "
        "sales sold profit turnover purchase purchases purchased order orders donation donations donated tip "
        "tips bonus commission discount savings credit deposit deposits claim claims alimony pension tax "
        "taxes gift expenses budget re74 re75 re78 "
        "cig cigs cigarettes smoked smoke packs packyears pack drinks alcohol units "
        "day days count counts number num no n visits calls children dose doses tenure recency since time "
        "hours minutes min mins duration distance km miles steps exercise "
        "rain rainfall precip precipitation prcp snow snowfall "
        "sf sqft area surface garage basement bsmt porch deck pool yard floor flr lot renovated "
        "change diff delta use used usage treatment ";
    return logreg__name_has(name, words);
}

/* In a row of five at most, one too, below ten values or more that lie further from 0 than they reach, as scores of 83 to 100 do, or, more than 20 of them in 30 rows or more, half as
 * far? Levels are not so near to one another. */
static bool below_close_ones(const behind *b, const char *name, size_t n)
{
    double range = b->high - b->gap, far = n >= MANY_ROWS && b->distinct > DIFFERENT ? 2 * b->gap : b->gap;
    return n >= FEWEST_ROWS && NONE * b->zeros <= n && b->distinct >= MEASURED &&
           b->gap >= APART * b->widest && far >= range && !may_be_none(name);
}

static bool judge(logreg_sentinel *found, const char *name, const double *sorted, size_t n, bool beside)
{
    behind b = look(sorted, n);
    bool many = b.zeros > 1 && b.distinct > DIFFERENT;
    if (!b.zeros || b.gap <= 1 || !(many || below_close_ones(&b, name, n)))
        return false;
    bool many_none = NONE * b.zeros > n && may_be_none(name);
    bool apart = 2 * b.zeros <= n && b.gap >= APART * b.widest && !many_none;
    bool of_a_body = b.zeros >= REPEATED && b.zeros < b.others * 2 && b.awaited >= 1 && is_of_a_body(name);
    bool doubtful =
        beside && b.zeros >= REPEATED && 3 * b.zeros <= 2 * n && b.awaited >= AWAITED && !may_be_none(name);
    if (!apart && !of_a_body && !doubtful)
        return false;
    *found = (logreg_sentinel){.n_values = 1, .n_rows = b.zeros, .low = b.gap, .high = b.high};
    return true;
}

bool logreg__zeros_find(logreg_sentinel *found, const logreg__column *column, size_t rows,
                        const double *sorted, size_t n, bool beside)
{
    *found = (logreg_sentinel){0};
    if (sorted ? !n || sorted[0] != 0 : !plausible(column, rows))
        return false;
    double *own = sorted ? NULL : logreg__numbers_sorted(&n, column, rows);
    const double *all = sorted ? sorted : own;
    bool any = all && judge(found, column->name, all, n, beside);
    free(own);
    return any;
}
