/* What is looked at when all columns are in the frame, one thing after the other. */
#include "csv/categories/alike.h"
#include "csv/layout/cases.h"
#include "csv/header.h"
#include "csv/numbers/numbers.h"
#include "csv/categories/surplus.h"
#include "csv/layout/totals.h"

#include "base/error.h"

static logreg_status note_merged(logreg_frame *frame, const logreg__csv *csv)
{
    for (size_t j = 0; j < frame->n_columns; j++)
        if (frame->column[j].merged &&
            !logreg__frame_note(
                frame,
                "column '%.80s' writes a number in more than one way, as 1 and 1.0 are; these are one level",
                frame->column[j].name))
            return logreg__fail_memory(csv->err);
    return LOGREG_OK;
}

static logreg_status note_names(logreg_frame *frame, const logreg__csv *csv)
{
    for (size_t j = 0; j < frame->n_columns; j++)
        if (!logreg__frame_note_name(frame, j))
            return logreg__fail_memory(csv->err);
    return LOGREG_OK;
}

logreg_status logreg__csv_checks(logreg_frame *frame, const logreg__csv *csv)
{
    static logreg_status (*const check[])(logreg_frame *, const logreg__csv *) = {
        logreg__beside_check,    logreg__merged_check,    logreg__ditto_check, logreg__spellings_check,
        logreg__happened_check,  logreg__ticks_check,     logreg__sets_check,  logreg__lone_check,
        logreg__opposites_check, logreg__thousands_check, logreg__lost_check,  logreg__lost_ranges_check,
        logreg__codes_check,     logreg__namesake_check,  note_merged,         note_names};
    logreg_status status = csv->options.header ? logreg__header_check(frame, csv) : LOGREG_OK;
    if (status == LOGREG_OK)
        status = logreg__measured_check(frame, csv);
    if (status == LOGREG_OK)
        status = logreg__scattered_check(frame, csv);
    if (status == LOGREG_OK)
        status = logreg__values_check(frame, csv);
    if (status == LOGREG_OK)
        status = logreg__mojibake_check(frame, csv);
    if (status == LOGREG_OK)
        status = logreg__totals_check(frame, csv);
    for (size_t k = 0; k < sizeof check / sizeof *check && status == LOGREG_OK; k++)
        status = check[k](frame, csv);
    return status;
}
