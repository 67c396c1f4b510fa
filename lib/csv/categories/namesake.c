/* NA among codes of two letters, as DE, US and ZA are, or beside EMEA and APAC, is Namibia or North America; everywhere else it means missing. Which of the two it is only who
 * made the file knows, so that it stays missing, and a note tells. */
#include "csv/numbers/numbers.h"

#include <string.h>

#include "base/error.h"
#include "base/word.h"
#include "csv/mending/command.h"
#include "data/gap.h"

/* Does the caller say that NA is missing in this column? */
static bool told(const logreg__column *c, const logreg__csv *csv)
{
    size_t n = strlen(c->name);
    for (size_t i = 0; i < csv->n_given_na; i++) {
        const char *token = csv->given_na[i];
        if (strncmp(token, c->name, n) == 0 && strcmp(token + n, "=NA") == 0)
            return true;
    }
    return false;
}

/* Where other columns have it too, it is how the file writes what is missing, unless this one has empty cells as well. */
static bool may_be_code(const logreg__column *c, bool elsewhere, const logreg__csv *csv)
{
    return c->kind == LOGREG_CATEGORY && c->n_na && (!elsewhere || c->n_na < c->n_missing) && !told(c, csv) &&
           logreg__na_is_code(c->levels, c->n_levels);
}

/* The tokens in force without it, and with it for the other columns that have it. NULL: memory is out. */
static char *compose_list(const logreg_frame *frame, size_t j, const logreg__csv *csv)
{
    logreg__text list = {0};
    char *others = logreg__na_list(csv, "NA");
    if (!others)
        return NULL;
    logreg__text_add(&list, others);
    free(others);
    for (size_t k = 0; k < frame->n_columns; k++) {
        logreg__text item = {0};
        if (k == j || !frame->column[k].n_na)
            continue;
        logreg__text_add(&item, frame->column[k].name);
        logreg__text_add(&item, "=NA");
        if (!item.failed)
            logreg__text_add_item(&list, item.start);
        list.failed = list.failed || item.failed;
        free(item.start);
    }
    if (!list.failed && !*list.start) /* which no list may be */
        logreg__text_add(&list, "NULL");
    return logreg__text_take(&list);
}

static bool note(logreg_frame *frame, logreg__column *c, const logreg__csv *csv)
{
    char shown[LOGREG__SHOWN], third[32] = "";
    logreg__text word = {0};
    logreg__text_add_word(&word, c->na_code);
    if (c->n_levels > 2)
        snprintf(third, sizeof third, " and '%.8s'", c->levels[2]);
    static const char says[] =
        "%s: 'NA' in %zu row%s of '%s', beside '%.8s'%s'%.8s'%s, is taken for missing; "
        "if it is a code, as of Namibia or North America, keep it: --na-values %s";
    bool ok = !word.failed && logreg__frame_note(frame, says, csv->file, c->n_na, c->n_na == 1 ? "" : "s",
                                                 logreg__show(shown, c->name, strlen(c->name)), c->levels[0],
                                                 *third ? ", " : " and ", c->levels[1], third, word.start);
    free(word.start);
    return ok;
}

logreg_status logreg__namesake_check(logreg_frame *frame, const logreg__csv *csv)
{
    size_t have = 0;
    for (size_t j = 0; j < frame->n_columns; j++)
        have += frame->column[j].n_na > 0;
    for (size_t j = 0; j < frame->n_columns; j++) {
        logreg__column *c = &frame->column[j];
        if (c->spared || c->unnamed || !may_be_code(c, have > 1, csv))
            continue;
        c->na_code = compose_list(frame, j, csv);
        if (!c->na_code || !note(frame, c, csv))
            return logreg__fail_memory(csv->err);
    }
    return LOGREG_OK;
}
