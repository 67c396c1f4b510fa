/* An outcome that counts events of trials in one cell, 3/10: as classes they mean nothing, parted they are what --trials is for. */
#include "csv/mending/command.h"
#include "csv/mending/strays.h"
#include "csv/categories/surplus.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/word.h"

/* "3/10", "3 / 10": not more events than trials, of which there are some. */
static bool is_share(const char *text)
{
    static const char digits[] = "0123456789";
    size_t n = strspn(text, digits);
    const char *behind = text + n + strspn(text + n, " ");
    if (!n || n > 9 || *behind != '/')
        return false;
    behind += 1 + strspn(behind + 1, " ");
    size_t m = strspn(behind, digits);
    long events = strtol(text, NULL, 10), trials = strtol(behind, NULL, 10);
    return m && m <= 9 && !behind[m] && trials && events <= trials;
}

static void add_count(logreg__text *text, const char *option, const char *column, const char *end)
{
    logreg__text name = {0};
    logreg__text_add(&name, column);
    logreg__text_add(&name, end);
    logreg__text_add(text, option);
    if (!name.failed)
        logreg__text_add_word(text, name.start);
    text->failed = text->failed || name.failed;
    free(name.start);
}

logreg_status logreg__events_find(logreg_frame *frame, size_t j, const logreg__csv *csv)
{
    logreg__column *c = &frame->column[j];
    logreg__census census;
    logreg__mending all = {0};
    logreg__text text = {0};
    if (c->surplus || c->n_levels < 3)
        return LOGREG_OK;
    for (size_t l = 0; l < c->n_levels; l++)
        if (!is_share(c->levels[l]))
            return LOGREG_OK;
    char command[LOGREG__COMMAND], what[LOGREG_MESSAGE_SIZE];
    bool ok = logreg__census_take(&census, frame, j, csv->options.decimal) &&
              logreg__mending_add(&all, &census, j, c->name);
    const logreg__sample *shown = &census.shown[LOGREG__FORM_FRACTION];
    if (ok) {
        all.each->pair = all.pairs = all.part = true;
        logreg__mending_command(command, &all, false, csv);
        snprintf(what, sizeof what,
                 "%.200s:%zu:%zu '%.80s': '%s' and the others look like events of trials, and would be %zu "
                 "classes. "
                 "Part them into two columns%s%s, and use",
                 csv->file, shown->line, j + 1, c->name, shown->text, c->n_levels, *command ? ", " : "",
                 command);
        logreg__text_add(&text, what);
        add_count(&text, " --target ", c->name, "_1");
        add_count(&text, " --trials ", c->name, "_2");
        logreg__text_add(&text, ", or, if they are classes, --categorical ");
        logreg__text_add_word(&text, c->name);
        c->surplus = logreg__text_take(&text);
    }
    logreg__mending_clear(&all);
    return c->surplus ? LOGREG_OK : logreg__fail_memory(csv->err);
}
