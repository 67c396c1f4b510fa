/* What the reader of a file found its columns to be. */
#include "doctor/checkup.h"

#include <string.h>

#include "base/memory.h"
#include "report/summary/summary.h"
#include "report/warnings/suspicions.h"

/* What the reader says of a column, as behind its name: a long one does not come again where the cell is told, "f.csv:5:2 'name': '71 kg' is ..". */
static void write_behind(logreg__page *page, const char *said, const char *name)
{
    enum { ALIKE = 40 };
    size_t n = strlen(name);
    const char *at = n > LOGREG__NAME_ROOM ? strstr(said, " '") : NULL,
               *end = at ? strstr(at + 2, "': ") : NULL;
    if (end && strncmp(at + 2, name, n < ALIKE ? n : ALIKE) == 0) {
        logreg__page_bytes(page, said, (size_t)(at - said));
        said = end + 1;
    }
    logreg__page_add(page, said);
}

/* Two answers in several spellings. */
static bool spelt_in_many_ways(logreg_checkup *c, size_t j)
{
    const logreg__column *column = &c->frame->column[j];
    if (!column->spelt || c->profile[j].wrapped)
        return false;
    logreg__finding *f = logreg__find(c, "alike_values", LOGREG_FINDING_STOPS, j);
    logreg__write_column(&f->message, c, j);
    logreg__page_add(&f->message, " is written in more than one way: ");
    write_behind(&f->message, column->spelt, column->name);
    logreg__page_add(&f->message, ".");
    return true;
}

/* The name and no more, in the quotes of a shell perhaps. */
static bool is_word(const char *text, const char *name)
{
    size_t n = strlen(text);
    bool quoted = n > 1 && *text == '\'' && text[n - 1] == '\'' && strcspn(text + 1, "'") == n - 2;
    return strcmp(text, name) == 0 || (quoted && strncmp(text + 1, name, n - 2) == 0);
}

/* Where several columns have the same ways out, they are told once, with the option that insists on categories for all of them. */
static void share_ways(logreg__finding *f, const logreg__column *column)
{
    static const char option[] = "--categorical ";
    static const char *const one[] = {"if it is a category", "if this column is a category"};
    const char *ways = column->doubt + column->ways, *last = NULL, *is;
    for (const char *at = ways; (at = strstr(at, option)); at += sizeof option - 1)
        last = at + sizeof option - 1;
    if (!column->ways || !last || !is_word(last, column->name))
        return;
    snprintf(f->shared.each, sizeof f->shared.each, "%s", column->doubted);
    logreg__page_add(&f->shared.all, column->faulty
                                         ? " hold cells that are no numbers as they stand. "
                                         : " are likely to hold numbers, and would be categories. ");
    for (int i = 0; i < 2; i++)
        if ((is = strstr(ways, one[i])) && is < last) {
            logreg__page_bytes(&f->shared.all, ways, (size_t)(is - ways));
            logreg__page_add(&f->shared.all, "if they are categories");
            ways = is + strlen(one[i]);
        }
    logreg__page_bytes(&f->shared.all, ways, (size_t)(last - ways));
    f->shared.way = "";
    f->shared.end = ".";
}

static bool hides_numbers(logreg_checkup *c, size_t j)
{
    const logreg__column *column = &c->frame->column[j];
    if (!column->doubt || column->ticks || column->several || (c->profile[j].wrapped && !column->faulty))
        return false;
    logreg__finding *f = logreg__find(c,
                                      column->beside   ? "beside"
                                      : column->sparse ? "merged_cells"
                                                       : "numbers_as_text",
                                      LOGREG_FINDING_STOPS, j);
    logreg__write_column(&f->message, c, j);
    logreg__page_add(&f->message, column->faulty && !c->profile[j].distinct
                                      ? " holds nothing that is read as a number: "
                                  : column->faulty ? " holds something else among its numbers: "
                                  : column->beside ? " stands beside the table: "
                                  : column->sparse ? " is filled in the first row of each group alone: "
                                                   : " is likely to hold numbers, and would be a category: ");
    write_behind(&f->message, column->doubt, column->name);
    logreg__page_add(&f->message, ".");
    share_ways(f, column);
    return true;
}

void logreg__see_few(logreg_checkup *c, size_t j)
{
    const logreg__column *column = &c->frame->column[j];
    if (!column->few || c->profile[j].wrapped)
        return;
    logreg__finding *f = logreg__find(c, "numbers_as_text", LOGREG_FINDING_NOTE, j);
    logreg__write_column(&f->message, c, j);
    logreg__page_add(&f->message, " may be numbers: ");
    write_behind(&f->message, column->few, column->name);
    logreg__page_add(&f->message, ".");
}

void logreg__see_dated(logreg_checkup *c, size_t j)
{
    const logreg__column *column = &c->frame->column[j];
    if (!column->dated || c->profile[j].wrapped)
        return;
    logreg__finding *f = logreg__find(c, "lost_to_dates", LOGREG_FINDING_MISLEADS, j);
    size_t length = column->dated_command ? column->dated_command : strlen(column->dated);
    logreg__write_column(&f->message, c, j);
    logreg__page_format(&f->message, " may hold something else than dates: %.*s%s", (int)length,
                        column->dated, column->dated_command ? "" : ".");
    if (!column->dated_command)
        return;
    f->command = logreg__copy(column->dated + column->dated_command);
    c->failed = c->failed || !f->command;
}

bool logreg__see_misread(logreg_checkup *c, size_t j)
{
    return spelt_in_many_ways(c, j) || hides_numbers(c, j);
}

bool logreg__see_ticks(logreg_checkup *c, size_t j)
{
    if (!c->frame->column[j].ticks || c->profile[j].wrapped)
        return false;
    for (size_t i = 0; i < c->n_findings; i++)
        if (strcmp(c->finding[i].code, "ticks") == 0) /* which tells of all of them */
            return true;
    logreg__finding *f = logreg__find(c, "ticks", LOGREG_FINDING_STOPS, j);
    logreg__write_column(&f->message, c, j);
    logreg__page_add(&f->message, " holds ticks: ");
    write_behind(&f->message, c->frame->column[j].doubt, c->frame->column[j].name);
    logreg__page_add(&f->message, ".");
    return true;
}

void logreg__see_namesake(logreg_checkup *c, size_t j)
{
    const logreg__column *column = &c->frame->column[j];
    if (!column->na_code)
        return;
    logreg__finding *f = logreg__find(c, "code_as_missing", LOGREG_FINDING_NOTE, j);
    logreg__write_column(&f->message, c, j);
    logreg__page_format(&f->message, ": NA in %zu row%s, beside ", column->n_na,
                        column->n_na == 1 ? "" : "s");
    for (size_t l = 0; l < column->n_levels && l < LOGREG__LISTED; l++) {
        logreg__page_add(&f->message, l ? ", " : "");
        logreg__page_name(&f->message, column->levels[l], LOGREG__NAME_ROOM);
    }
    logreg__write_more(&f->message, column->n_levels);
    logreg__page_add(&f->message, ", is taken for missing.");
    logreg__page_add(&f->advice, "If it is a code, as of Namibia or North America, keep it: --na-values ");
    logreg__text list = {0};
    logreg__text_add(&list, column->na_code);
    logreg__write_word(&f->advice, &list);
    logreg__page_add(&f->advice, ".");
}

void logreg__see_garbled(logreg_checkup *c, size_t j)
{
    if (!c->frame->column[j].garbled)
        return;
    logreg__finding *f = logreg__find(c, "garbled", LOGREG_FINDING_NOTE, j);
    logreg__write_column(&f->message, c, j);
    const logreg__column *column = &c->frame->column[j];
    size_t length = column->garbled_command ? column->garbled_command : strlen(column->garbled);
    logreg__page_format(&f->message, " holds text that was spoilt on its way: %.*s", (int)length,
                        column->garbled);
    if (!column->garbled_command)
        return;
    f->command = logreg__copy(column->garbled + column->garbled_command);
    c->failed = c->failed || !f->command;
}
