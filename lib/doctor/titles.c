/* What findings are called, and which stand first. */
#include "doctor/checkup.h"

#include <string.h>

/* Of findings of one weight those stand first that should be looked at first, since others may follow from them. */
static const struct {
    const char *code, *title;
} titles[] = {
    {"target", "Target"},
    {"shares", "Shares of events"},
    {"refused", "Refused"},
    {"lost_classes", "Lost classes"},
    {"counts", "Counts of events"},
    {"frequencies", "Counts of cases"},
    {"sentinel", "Missing in disguise"},
    {"units", "Two units"},
    {"unit_names", "Units beside numbers"},
    {"feet", "Feet and inches"},
    {"predictions", "Predictions as variables"},
    {"sampling_weights", "Weights as variables"},
    {"parts", "Parts of the rows"},
    {"matched_sets", "Matched sets"},
    {"leakage", "Suspected leakage"},
    {"made_of_target", "Made of the target"},
    {"deciding_level", "A level that decides"},
    {"many_levels", "Many levels"},
    {"alike_values", "Values alike"},
    {"mistyped", "Slips in labels"},
    {"stray_classes", "Stray classes"},
    {"separation", "Separation"},
    {"undecided", "Existence undecided"},
    {"not_converged", "Not converged"},
    {"many_classes", "Numbers as classes"},
    {"few_events", "Few events"},
    {"missing", "Missing values"},
    {"skipped", "Not asked of all"},
    {"much_missing", "Much is missing"},
    {"empty", "Empty column"},
    {"numbers_as_text", "Numbers as text"},
    {"merged_cells", "Merged cells"},
    {"beside", "Beside the table"},
    {"ticks", "Ticks"},
    {"id", "ID"},
    {"lost_to_dates", "Ranges made dates"},
    {"date", "Dates"},
    {"scales", "Sizes apart"},
    {"constant", "Constant column"},
    {"duplicate_column", "Same column twice"},
    {"bases", "Bases"},
    {"said_twice", "Said twice"},
    {"aliased", "Columns made of others"},
    {"collinear", "Columns that go together"},
    {"correlated", "Correlated columns"},
    {"outlier", "Values apart"},
    {"zeros", "Zeros apart"},
    {"several_answers", "Several answers in a cell"},
    {"joined_answers", "Two answers in a cell"},
    {"codes", "Codes as numbers"},
    {"cycle", "Numbers that begin again"},
    {"code_as_missing", "A code read as missing"},
    {"garbled", "Garbled text"},
    {"classes", "Many classes"},
    {"imbalance", "Rare class"},
    {"empty_rows", "Empty rows"},
    {"duplicate_rows", "Repeated rows"},
    {"empty_columns", "Empty columns"},
    {"imputed", "Imputed values"},
    {"few_clusters", "Few clusters"},
    {"vcov_mended", "Covariance mended"},
    {"selected", "Terms chosen by the data"},
    {"not_fitted", "Not fitted"},
};

size_t logreg__finding_rank(const char *code)
{
    size_t i = 0;
    while (i < sizeof titles / sizeof *titles && strcmp(titles[i].code, code) != 0)
        i++;
    return i;
}

const char *logreg__finding_title(const char *code)
{
    size_t i = logreg__finding_rank(code);
    return i < sizeof titles / sizeof *titles ? titles[i].title : code;
}
