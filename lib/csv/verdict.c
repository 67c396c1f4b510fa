/* What the columns are when all rows are in, and their way into the frame. */
#include "csv/mending/asides.h"
#include "csv/layout/cases.h"
#include "csv/columns_held.h"
#include "csv/header.h"
#include "csv/judge.h"
#include "csv/numbers/numbers.h"
#include "csv/mending/plan.h"
#include "csv/categories/lists.h"
#include "csv/categories/surplus.h"
#include "csv/layout/misplaced.h"
#include "csv/layout/numbered.h"
#include "csv/layout/sections.h"
#include "csv/layout/shifted.h"
#include "csv/layout/totals.h"
#include "data/gap.h"

#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/word.h"

typedef logreg__csv_column column;

/* Are there missing values, strays among numbers apart? */
static bool some_missing(const logreg__csv_columns *columns, const logreg__column *done)
{
    for (size_t j = 0; j < columns->n; j++) {
        const logreg__strays *strays = columns->column[j].strays;
        size_t count = done[j].kind == LOGREG_NUMERIC ? logreg__strays_tally(strays, 0).strays : 0;
        if (done[j].n_missing > count)
            return true;
    }
    return false;
}

/* Of a column that nobody will use, nothing is mended. */
static bool needs_mending(logreg__found found, const logreg__column *c)
{
    return found == LOGREG__FAULTY ||
           (!c->spared && !c->unnamed && (found == LOGREG__SPARED || found == LOGREG__DOUBTFUL));
}

/* Is the text among the numbers of a column one that a comma without quotes pushed there? What it is then goes into no list of missing values. */
static bool has_shifted(const logreg_frame *frame, const logreg__fault *f, const logreg__csv *csv)
{
    logreg_error err;
    logreg__csv with = *csv;
    with.err = &err;
    const logreg__sample *text = &f->census.shown[LOGREG__FORM_TEXT];
    return text->line && logreg__shifted_check(frame, f->column, text->line, text->text, &with) != LOGREG_OK;
}

/* Texts of categories that mean nothing but missing values, so that one option takes out all. What people answered, or that a question is none for them,
 * may be a level of its own, and stays one, unless it stands among numbers too. */
static void add_gaps(logreg__mending *all, const logreg_frame *frame)
{
    for (size_t j = 0; j < frame->n_columns; j++) {
        const logreg__column *c = &frame->column[j];
        for (size_t l = 0; c->kind == LOGREG_CATEGORY && !c->insisted && l < c->n_levels; l++)
            if (logreg__gap_of(c, l) == LOGREG__GAP &&
                (logreg__mending_has_text(all, c->levels[l]) ||
                 !(logreg__gap_answer(c->levels[l]) || logreg__gap_beside(c->levels[l])))) {
                logreg__mending_add_text(all, c->levels[l], c->name);
                all->text_columns = all->text_columns || all->text_cells;
                for (size_t r = 0; r < frame->n_rows; r++)
                    if (logreg__column_code(c, r) == l) {
                        logreg__mending_add_line(all, logreg__frame_line(frame, r));
                        all->text_cells++;
                    }
            }
    }
}

/* What else the sentence on strays tells: those texts, and rows that have names. */
static void add_rest(logreg__mending *all, const logreg_frame *frame, const logreg__csv *csv)
{
    add_gaps(all, frame);
    if (all->text_cells > frame->n_rows + all->nil_cells) /* a row may have several */
        all->text_cells = frame->n_rows + all->nil_cells;
    all->name_rows = csv->options.header && !*frame->column->name && frame->column->n_missing < frame->n_rows;
}

/* What columns of plain numbers have to do with it: with whole numbers and 1.392 among those whose decimal mark is a comma, dots
 * part thousands. False: memory is out. */
static bool add_others(logreg__mending *all, const logreg_frame *frame, const logreg__csv *csv)
{
    bool decimals = false, ok = true;
    for (size_t j = 0; j < frame->n_columns; j++)
        decimals = decimals || frame->column[j].written & LOGREG__WRITTEN_DECIMAL;
    if (decimals)
        *(csv->options.decimal == '.' ? &all->point : &all->comma) = true;
    bool dotted = !decimals && csv->options.decimal == '.' && all->comma;
    for (size_t j = 0; j < frame->n_columns && dotted && ok; j++)
        if (frame->column[j].written & LOGREG__WRITTEN_DOTTED && !logreg__mending_has(all, j))
            ok = logreg__mending_add_dotted(all, j);
    return ok;
}

static bool move_columns(logreg__csv_columns *columns, logreg_frame *frame)
{
    frame->column = logreg__new(columns->n, sizeof *frame->column);
    if (!frame->column)
        return false;
    frame->room = columns->n;
    frame->store = columns->store;
    columns->store = (logreg__store){0};
    frame->n_rows = columns->rows;
    frame->examined = columns->csv->options.examine;
    for (size_t j = 0; j < columns->n; j++) {
        column *c = &columns->column[j];
        char decimal = columns->csv->options.decimal;
        if (!logreg__filling_finish(&c->filling, &frame->column[j],
                                    c->known == LOGREG_CSV_TEXTS ? '\0' : decimal))
            return false;
        frame->column[j].name = c->name;
        frame->column[j].written = c->filling.column.kind == LOGREG_NUMERIC ? c->written : 0;
        if (c->left || c->known == LOGREG_CSV_NUMBERS) /* which are no codes */
            frame->column[j].written &= ~(unsigned)LOGREG__WRITTEN_CODE;
        c->name = NULL;
        frame->n_columns++;
    }
    return true;
}

/* Moves the cells that are kept as they stand. */
static bool move_cells(logreg__csv_columns *columns, logreg_frame *frame)
{
    if (!columns->csv->options.keep_cells)
        return true;
    frame->verbatim = logreg__new(columns->n, sizeof *frame->verbatim);
    frame->n_verbatim = frame->verbatim ? columns->n : 0;
    for (size_t j = 0; j < frame->n_verbatim; j++) {
        frame->verbatim[j] = columns->column[j].verbatim;
        columns->column[j].verbatim = NULL;
    }
    return frame->verbatim;
}

/* Of numbers with units that are few: one sentence on the first of such columns, with a command for all. */
static logreg_status tell_few(logreg_frame *frame, const logreg__found *found, const logreg__csv *csv)
{
    logreg__mending all = {0};
    logreg__census first, census;
    logreg__text names = {0};
    size_t at = frame->n_columns;
    bool ok = true;
    for (size_t j = 0; j < frame->n_columns && ok; j++) {
        if (found[j] != LOGREG__FEW || frame->column[j].spared || frame->column[j].unnamed)
            continue;
        ok = logreg__census_take(&census, frame, j, csv->options.decimal) &&
             logreg__mending_add(&all, &census, j, frame->column[j].name);
        logreg__text_add_item(&names, frame->column[j].name);
        first = at < j ? first : census;
        at = at < j ? at : j;
    }
    ok = ok && !names.failed;
    ok = ok && (at == frame->n_columns || logreg__few_tell(frame, at, names.start, &first, &all, csv));
    free(names.start);
    logreg__mending_clear(&all);
    return ok ? LOGREG_OK : logreg__fail_memory(csv->err);
}

/* Gives a column in doubt, or at fault where perhaps nobody uses it, the sentence for whoever does. Of one that nobody will use, nothing but that is
 * on its account. */
static logreg_status tell_later(const logreg__csv_columns *columns, logreg_frame *frame, size_t j,
                                const logreg__mending *all)
{
    logreg__mending own = {0};
    logreg__fault f;
    logreg__found found;
    logreg__column *c = &frame->column[j];
    bool apart = c->spared || c->unnamed;
    logreg_error err;
    logreg__csv with = *columns->csv;
    logreg__plan plan = with.plan ? *with.plan : (logreg__plan){0};
    with.plan = with.plan ? &plan : NULL;
    with.err = &err;
    bool ok = logreg__csv_judge(columns, j, frame, &f, &found) == LOGREG_OK &&
              (!apart || logreg__mending_add(&own, &f.census, j, c->name));
    all = apart ? &own : all;
    if (ok && found == LOGREG__SPARED) {
        ok = logreg__fault_tell(&f, all, &with) == LOGREG_EDATA && (c->doubt = logreg__copy(err.message)) &&
             logreg__doubt_part(c, &f.census);
        c->faulty = ok;
        c->n_strays = columns->column[j].strays->count;
    } else if (ok && logreg__lists_any(&f, &with)) {
        ok = logreg__lists_fault(&f, &with) == LOGREG_EDATA && (c->doubt = logreg__copy(err.message));
    } else if (ok) {
        ok = logreg__doubt_tell(frame, j, &f.census, all, &with) && logreg__respell_doubt(c, all);
    }
    logreg__mending_clear(&own);
    return ok ? LOGREG_OK : logreg__fail_memory(columns->csv->err);
}

/* Of sound columns, those that no fit can use. */
static logreg_status find_asides(const logreg_frame *frame, const logreg__found *found,
                                 const logreg__csv *csv)
{
    logreg__asides asides = {0};
    for (size_t j = 0; j < frame->n_columns; j++)
        if (found[j] == LOGREG__SOUND || frame->column[j].written & LOGREG__WRITTEN_DOCUMENT)
            logreg__asides_add(&asides, frame, j, csv);
    return logreg__asides_keep(&asides, csv);
}

/* May it be a category whose answers are spelt in several ways? */
static bool is_plain(const logreg__column *c, logreg__found found)
{
    return found <= LOGREG__FEW && c->kind == LOGREG_CATEGORY && !c->insisted;
}

/* Finds such, so that the command for numbers writes each answer in one way too. ENOMEM. */
static logreg_status find_spellings(logreg__mending *all, logreg_frame *frame, const logreg__found *found,
                                    const logreg__csv *csv)
{
    bool ok = true;
    for (size_t j = 0; j < frame->n_columns && ok && all->columns; j++)
        ok = !is_plain(&frame->column[j], found[j]) || frame->column[j].spared || frame->column[j].unnamed ||
             logreg__respell_add(all, frame, j, csv);
    return ok ? LOGREG_OK : logreg__fail_memory(csv->err);
}

/* The sentences, now that all columns are known. */
static logreg_status tell(const logreg__csv_columns *columns, logreg_frame *frame, logreg__fault *fault,
                          const logreg__found *found, logreg__mending *all, bool late)
{
    const logreg__csv *csv = columns->csv;
    if (!late && (logreg__misplaced_check(columns, frame) != LOGREG_OK ||
                  logreg__numbered_check(columns, frame) != LOGREG_OK))
        return LOGREG_EDATA;
    all->some_na = all->texts && some_missing(columns, frame->column);
    if (!add_others(all, frame, csv))
        return logreg__fail_memory(csv->err);
    if (!late && logreg__asides_wanted(csv, fault->strays) && find_asides(frame, found, csv) != LOGREG_OK)
        return LOGREG_ENOMEM;
    logreg_status status = fault->strays ? logreg__nameless_side(frame, csv) : LOGREG_OK;
    if (status == LOGREG_OK && !late)
        status = logreg__sections_check(columns, frame);
    if (status != LOGREG_OK)
        return status;
    if (fault->strays) {
        status = logreg__measured_check(frame, csv);
        if (status == LOGREG_OK)
            status = logreg__totals_labelled(frame, csv);
        if (status != LOGREG_OK)
            return status;
        add_rest(all, frame, csv);
        if (find_spellings(all, frame, found, csv) != LOGREG_OK)
            return LOGREG_ENOMEM;
        status = logreg__fault_tell(fault, all, csv);
        logreg__respell_tell(csv, all);
        return status;
    }
    bool spared = false;
    for (size_t j = 0; j < columns->n; j++)
        spared = spared || (found[j] == LOGREG__SPARED && !frame->column[j].spared);
    if (spared)
        add_rest(all, frame, csv);
    if (!late && find_spellings(all, frame, found, csv) != LOGREG_OK)
        return LOGREG_ENOMEM;
    for (size_t j = 0; j < columns->n; j++) {
        if (found[j] == LOGREG__LATE)
            return logreg__strays_late(columns->column[j].strays, j, frame->column[j].name, csv);
        const logreg__column *c = &frame->column[j];
        bool plain = !late && is_plain(c, found[j]);
        if (plain && !c->surplus && logreg__surplus_find(frame, j, csv) != LOGREG_OK)
            return LOGREG_ENOMEM;
        bool events = !late && c->kind == LOGREG_CATEGORY && !c->insisted;
        if (events && logreg__events_find(frame, j, csv) != LOGREG_OK)
            return LOGREG_ENOMEM;
        bool later = !late && (found[j] == LOGREG__DOUBTFUL || found[j] == LOGREG__SPARED);
        if (later && tell_later(columns, frame, j, all) != LOGREG_OK)
            return LOGREG_ENOMEM;
    }
    return late ? LOGREG_OK : tell_few(frame, found, csv);
}

logreg_status logreg__csv_columns_finish(logreg__csv_columns *columns, logreg_frame *frame, bool *text,
                                         bool *again)
{
    logreg_status status = columns->settled ? LOGREG_OK : logreg__csv_columns_settle(columns);
    if (status != LOGREG_OK)
        return status;
    if (!move_columns(columns, frame) || !move_cells(columns, frame) ||
        !logreg__nameless_count(frame, columns->csv))
        return logreg__fail_memory(columns->csv->err);
    logreg__mending all = {0};
    logreg__fault first = {.strays = NULL}, f;
    bool any_late = false, lists = false;
    logreg__found *found = logreg__new(columns->n, sizeof *found);
    if (!found)
        return logreg__fail_memory(columns->csv->err);
    for (size_t j = 0; j < columns->n && status == LOGREG_OK; j++) {
        status = logreg__csv_judge(columns, j, frame, &f, &found[j]);
        bool listed =
            status == LOGREG_OK &&
            (found[j] == LOGREG__FAULTY || found[j] == LOGREG__SPARED || found[j] == LOGREG__DOUBTFUL) &&
            logreg__lists_any(&f, columns->csv);
        if (status == LOGREG_OK && !listed && needs_mending(found[j], &frame->column[j]) &&
            !has_shifted(frame, &f, columns->csv) &&
            !logreg__mending_add(&all, &f.census, j, frame->column[j].name))
            status = logreg__fail_memory(columns->csv->err);
        bool text_first = first.strays && logreg__fault_text(&first, columns->csv);
        bool faulty = found[j] == LOGREG__FAULTY;
        if (faulty && !lists &&
            (listed || !first.strays || (text_first && !logreg__fault_text(&f, columns->csv))))
            first = f;
        lists = lists || (faulty && listed); /* told before a decimal mark that makes numbers of them */
        any_late = any_late || found[j] == LOGREG__LATE;
    }
    if (status == LOGREG_OK)
        status = tell(columns, frame, &first, found, &all, any_late);
    for (size_t j = 0; j < columns->n && any_late && !first.strays; j++)
        text[j] = text[j] || found[j] == LOGREG__LATE;
    *again = any_late && !first.strays;
    for (size_t j = 0; j < columns->n && status == LOGREG_OK && !*again; j++)
        if (!logreg__own_note(frame, j, &columns->own[j], columns->csv))
            status = logreg__fail_memory(columns->csv->err);
    logreg__mending_clear(&all);
    free(found);
    return status;
}
