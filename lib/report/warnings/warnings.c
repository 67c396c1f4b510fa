#include "report/warnings/warnings.h"

#include <stdlib.h>

#include "csv/mending/together.h"
#include "model/model.h"
#include "model/stated/stated.h"
#include "report/options.h"
#include "report/summary/covariance.h"
#include "report/summary/imputed.h"
#include "report/summary/summary.h"

const logreg__warning logreg__warning_table[] = {
    {"lost_classes", "Lost classes", logreg__lost_classes, true, NULL},
    {"mistyped", "Slips in labels", logreg__mistyped, false, NULL},
    {"stray_classes", "Stray classes", logreg__stray_classes, false, NULL},
    {"predictions", "Predictions as variables", NULL, false, &logreg__suspect_predictions},
    {"counts", "Counts of events", NULL, true, &logreg__suspect_trials},
    {"frequencies", "Counts of cases", NULL, true, &logreg__suspect_cases},
    {"sampling_weights", "Weights as variables", NULL, false, &logreg__suspect_weights},
    {"parts", "Parts of the rows", NULL, false, &logreg__suspect_parts},
    {"leakage", "Suspected leakage", logreg__warn_leaks, true, NULL},
    {"made_of_target", "Made of the target", NULL, true, &logreg__suspect_followed},
    {"separation", "Separation", logreg__warn_separation, false, NULL},
    {"undecided", "Existence undecided", logreg__warn_undecided, false, NULL},
    {"not_converged", "Not converged", logreg__warn_not_converged, false, NULL},
    {"sentinel", "Missing in disguise", NULL, true, &logreg__suspect_sentinels},
    {"zeros", "Zeros apart", NULL, true, &logreg__suspect_zeros},
    {"outlier", "Values apart", NULL, true, &logreg__suspect_slips},
    {"units", "Two units", NULL, true, &logreg__suspect_units},
    {"unit_names", "Units beside numbers", NULL, false, &logreg__suspect_unit_names},
    {"feet", "Feet and inches", NULL, true, &logreg__suspect_feet},
    {"date", "Dates", NULL, true, &logreg__suspect_dates},
    {"id", "Numbers of rows", NULL, true, &logreg__suspect_ids},
    {"matched_sets", "Matched sets", NULL, false, &logreg__suspect_matched},
    {"ticks", "Ticks", NULL, true, &logreg__suspect_ticks},
    {"codes", "Codes as numbers", NULL, true, &logreg__suspect_codes},
    {"duplicate_rows", "Rows twice", NULL, true, &logreg__suspect_twice},
    {"skipped", "Not asked of all", NULL, true, &logreg__suspect_skipped_columns},
    {"much_missing", "Much missing", NULL, true, &logreg__suspect_losses},
    {"many_levels", "Many levels", NULL, true, &logreg__suspect_levels},
    {"several_answers", "Several answers in a cell", NULL, true, &logreg__suspect_several},
    {"joined_answers", "Two answers in a cell", NULL, false, &logreg__suspect_joined_answers},
    {"imputed", "Imputed values", logreg__imputed, false, NULL},
    {"many_classes", "Numbers as classes", logreg__warn_many_classes, false, NULL},
    {"alike_values", "Values alike", logreg__alike_values, false, NULL},
    {"bases", "Bases", logreg__bases, false, NULL},
    {"said_twice", "Said twice", logreg__said_twice, false, NULL},
    {"aliased", "Aliased columns", logreg__warn_aliased, false, NULL},
    {"few_clusters", "Few clusters", logreg__few_clusters, false, NULL},
    {"vcov_mended", "Covariance mended", logreg__vcov_mended, false, NULL},
    {"few_events", "Few events", logreg__warn_few_events, false, NULL},
    {"selected", "Terms chosen by the data", logreg__warn_selected, false, NULL},
    {NULL, NULL, NULL, false, NULL},
};

bool logreg__warn(const logreg__warning *w, logreg__page *piece, const logreg_model *model)
{
    return w->suspect ? logreg__suspect_write(piece, model, w->suspect) : w->check(piece, model);
}

static void write_warning(logreg__page *page, const logreg__warning *w, const logreg_model *model)
{
    logreg__page piece, label;
    logreg__page_start_like(&piece, page);
    logreg__warn(w, &piece, model);
    logreg__page_start_like(&label, page);
    logreg__page_format(&label, "  ! %s.", w->title);
    logreg__page_paragraph(page, LOGREG__WARN, label.text.failed ? "" : logreg__page_string(&label), 4,
                           &piece);
    page->text.failed = page->text.failed || label.text.failed;
    logreg__page_free(&label);
}

/* One command in place of those above, each of which reads the file as it is. Rows are compared, and numbers looked at beside their units, while both
 * are as they stand in the file; several answers, which become columns, come last. */
static void write_together(logreg__page *page, const logreg_model *m)
{
    const char *const all[] = {m->repeats_command, m->unit_names_command, m->units_command,  m->feet_command,
                               m->dates_command,   m->alike_command,      m->several_command};
    const char *each[sizeof all / sizeof *all];
    char *command = NULL;
    size_t n = 0;
    for (size_t k = 0; k < sizeof all / sizeof *all; k++)
        if (all[k])
            each[n++] = all[k];
    bool ok = logreg__commands_join(&command, each, n);
    if (command) {
        logreg__page piece;
        logreg__page_start_like(&piece, page);
        logreg__page_add(&piece,
                         "The command that follows does what those above do, each of which prints the file "
                         "with one thing mended.");
        piece.command = command;
        logreg__page_paragraph(page, LOGREG__WARN, "  ! All at once.", 4, &piece);
    }
    page->text.failed = page->text.failed || !ok;
    free(command);
}

static void write_warnings(logreg__page *page, const logreg_model *model, const char *title)
{
    for (const logreg__warning *w = logreg__warning_table; w->code; w++) {
        if (!logreg__warn(w, NULL, model))
            continue;
        if (title)
            logreg__write_title(page, title);
        title = NULL;
        write_warning(page, w, model);
    }
    write_together(page, model);
}

void logreg__write_warnings(logreg__page *page, const logreg_model *model)
{
    write_warnings(page, model, "Warnings");
}

logreg_status logreg_report_warnings(char **text, const logreg_model *model,
                                     const logreg_report_options *options, logreg_error *err)
{
    logreg_report_options o;
    logreg_status status = logreg__check_fitted(model, err);
    if (status == LOGREG_OK)
        status = logreg__report_options_check(&o, options, err);
    if (status != LOGREG_OK)
        return status;
    logreg__page page;
    logreg__page_start(&page, &o);
    write_warnings(&page, model, NULL);
    return logreg__page_finish(text, &page, err);
}
