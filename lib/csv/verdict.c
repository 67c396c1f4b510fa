/* What the columns are when all rows are in, and their way into the frame. */
#include "csv/mending/asides.h"
#include "csv/layout/cases.h"
#include "csv/columns_held.h"
#include "csv/header.h"
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
#include "data/day.h"
#include "data/role.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/word.h"

typedef logreg__csv_column column;

/* FEW: sound, but perhaps numbers; SPARED: faulty, but perhaps not used. */
typedef enum { SOUND, FEW, FAULTY, SPARED, DOUBTFUL, LATE } finding;

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
static bool needs_mending(finding found, const logreg__column *c)
{
    return found == FAULTY || (!c->spared && !c->unnamed && (found == SPARED || found == DOUBTFUL));
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

/* What plain numbers tell of the column's others. */
static void add_plain(logreg__census *s, const logreg__column *done, size_t rows, size_t numbers)
{
    s->outfit.plain = numbers;
    bool dotted = done->written & LOGREG__WRITTEN_DOTTED && !(done->written & LOGREG__WRITTEN_DECIMAL);
    s->outfit.open_point += dotted ? numbers : 0;
    s->fractions = s->fractions || done->written & LOGREG__WRITTEN_DECIMAL;
    for (size_t r = 0; r < rows; r++) {
        double x = logreg__column_number(done, r), size = fabs(x);
        if (isnan(x))
            continue;
        s->outfit.most_plain = fmax(s->outfit.most_plain, size);
        logreg__outfit_add_bare(&s->outfit, size);
        logreg__outfit_add_decimals(&s->outfit, size);
        bool open = dotted && size < 1000 && fabs(1000 * size - nearbyint(1000 * size)) < 1e-6; /* 1.392 */
        s->fractions = s->fractions || (x != floor(x) && !open);
        for (size_t digits = 1; x == floor(x) && (digits == 1 || size >= 1) && digits < 20;
             digits++, size /= 10)
            if (digits > s->outfit.longest_whole)
                s->outfit.longest_whole = digits;
    }
}

/* Do two values make the column, a number and a text, each more than once? Without the text it would be one value alone. */
static bool is_pair(const logreg__fault *f, const logreg__column *done, size_t rows)
{
    const logreg__census *s = &f->census;
    double value = (double)NAN;
    if (f->tally.numbers < 2 || f->tally.strays < 2 || f->tally.kinds != 1 || !s->cells[LOGREG__FORM_TEXT] ||
        logreg__gap_text(s->text->text))
        return false;
    if (done->kind == LOGREG_CATEGORY)
        return done->n_levels == 2;
    for (size_t r = 0; r < rows; r++) {
        double x = logreg__column_number(done, r);
        if (!isnan(value) && !isnan(x) && x != value)
            return false;
        value = isnan(x) ? value : x;
    }
    return !isnan(value);
}

/* Part of a name, as a formula has it: letters, digits, dots and underscores. */
static bool is_named_by(char c)
{
    return isalnum((unsigned char)c) || c == '_' || c == '.' || (unsigned char)c >= 0x80;
}

/* Does the name stand in a text that the caller's columns are named in? A dot alone names all. */
static bool mentioned(const char *name, const logreg__csv *csv)
{
    for (size_t i = 0; i < csv->options.n_mentioned; i++)
        for (const char *text = csv->options.mentioned[i], *at = text; *at; at++) {
            size_t n = strncmp(at, name, strlen(name)) == 0 ? strlen(name) : *at == '.';
            bool begins = at == text || !is_named_by(at[-1]);
            if (n && begins && !is_named_by(at[n]))
                return true;
        }
    return false;
}

/* Is the column one that nobody will use, by the caller's word? */
static bool named(const char *name, const logreg__csv *csv)
{
    for (size_t i = 0; i < csv->options.n_spared; i++)
        if (strcmp(csv->options.spared[i], name) == 0)
            return true;
    return false;
}

/* Are there columns to be used whose dots may part thousands or decimals? The marks of all others tell which, whoever uses those. */
static bool open_dots(const logreg_frame *frame, const logreg__csv *csv)
{
    for (size_t j = 0; j < frame->n_columns; j++) {
        unsigned dots = frame->column[j].written & (LOGREG__WRITTEN_DOTTED | LOGREG__WRITTEN_DECIMAL);
        if (dots == LOGREG__WRITTEN_DOTTED && mentioned(frame->column[j].name, csv))
            return true;
    }
    return false;
}

/* Is column j of the finished ones what it was taken for? */
static logreg_status judge(const logreg__csv_columns *columns, size_t j, logreg_frame *frame,
                           logreg__fault *f, finding *found)
{
    const logreg__column *done = &frame->column[j];
    const column *c = &columns->column[j];
    bool category = done->kind == LOGREG_CATEGORY;
    *found = SOUND;
    frame->column[j].insisted = c->forced;
    bool alone = c->left || named(done->name, columns->csv),
         spared = alone || named(LOGREG_ANY_COLUMN, columns->csv);
    frame->column[j].spared = alone;
    frame->column[j].unnamed = columns->csv->options.n_mentioned && !mentioned(done->name, columns->csv);
    if (c->forced || (!c->strays && !category))
        return LOGREG_OK;
    *f = (logreg__fault){.frame = frame,
                         .strays = c->strays,
                         .column = j,
                         .name = done->name,
                         .known = c->known == LOGREG_CSV_NUMBERS,
                         .codes = done->written == LOGREG__WRITTEN_CODE};
    if (category && !logreg__census_take(&f->census, frame, j, columns->csv->options.decimal))
        return logreg__fail_memory(columns->csv->err);
    if (!category)
        f->census = *c->strays->census;
    if (!category)
        logreg__census_slip(&f->census);
    if (!category) {
        logreg__outfit_name(&f->census.outfit, done->name);
        logreg__census_spelt(&f->census);
        logreg__census_tails(&f->census);
    }
    f->tally = category ? logreg__census_tally(&f->census)
                        : logreg__strays_tally(c->strays, columns->rows - done->n_missing);
    /* a category without strays is one by an earlier reading, or on the plain road */
    logreg__verdict verdict = !c->strays ? LOGREG__TEXT
                              : f->known ? LOGREG__FAULT
                                         : logreg__tally_verdict(&f->tally);
    bool measured = verdict == LOGREG__TEXT && category && logreg__census_measured(&f->census) &&
                    !logreg__texts_number_rows(done, columns->rows) &&
                    !logreg__texts_days(done->levels, NULL, done->n_levels);
    bool pair = verdict == LOGREG__FAULT && !f->known && is_pair(f, done, columns->rows);
    bool few = category && !measured && logreg__census_few(&f->census, done);
    *found = verdict == LOGREG__FAULT && !pair ? FAULTY
             : measured                        ? DOUBTFUL
             : few                             ? FEW
             : category                        ? SOUND
             : c->left                         ? SPARED
                                               : LATE;
    if (!category && *found == FAULTY && logreg__census_documents(&f->census))
        frame->column[j].written |= LOGREG__WRITTEN_DOCUMENT;
    if (!category && *found == FAULTY) {
        add_plain(&f->census, done, columns->rows, f->tally.numbers);
        logreg__census_roman(&f->census);
        logreg__census_said(&f->census, done->name);
    }
    logreg__census_brackets(&f->census);
    logreg__census_changes(&f->census);
    bool mark = f->census.cells[LOGREG__FORM_MARKED], /* of decimals, which concerns the file */
        apart = alone || !mark || (frame->column[j].unnamed && !open_dots(frame, columns->csv));
    if (*found == FAULTY && (c->left || (spared && apart && !logreg__fault_lines(f, columns->csv))))
        *found = SPARED;
    return LOGREG_OK;
}

/* Texts of categories that mean nothing but missing values, so that one option takes out all. What people answered may be a level of its own, and
 * stays one, unless it stands among numbers too. */
static void add_gaps(logreg__mending *all, const logreg_frame *frame)
{
    for (size_t j = 0; j < frame->n_columns; j++) {
        const logreg__column *c = &frame->column[j];
        for (size_t l = 0; c->kind == LOGREG_CATEGORY && !c->insisted && l < c->n_levels; l++)
            if (logreg__gap_of(c, l) == LOGREG__GAP &&
                (!logreg__gap_answer(c->levels[l]) || logreg__mending_has_text(all, c->levels[l]))) {
                logreg__mending_add_text(all, c->levels[l], c->name);
                all->text_columns = all->text_columns || all->text_cells;
                all->lines_more = true;
                for (size_t r = 0; r < frame->n_rows; r++)
                    all->text_cells += logreg__column_code(c, r) == l;
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
static logreg_status tell_few(logreg_frame *frame, const finding *found, const logreg__csv *csv)
{
    logreg__mending all = {0};
    logreg__census first, census;
    logreg__text names = {0};
    size_t at = frame->n_columns;
    bool ok = true;
    for (size_t j = 0; j < frame->n_columns && ok; j++) {
        if (found[j] != FEW || frame->column[j].spared || frame->column[j].unnamed)
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
    finding found;
    logreg__column *c = &frame->column[j];
    bool apart = c->spared || c->unnamed;
    logreg_error err;
    logreg__csv with = *columns->csv;
    logreg__plan plan = with.plan ? *with.plan : (logreg__plan){0};
    with.plan = with.plan ? &plan : NULL;
    with.err = &err;
    bool ok = judge(columns, j, frame, &f, &found) == LOGREG_OK &&
              (!apart || logreg__mending_add(&own, &f.census, j, c->name));
    all = apart ? &own : all;
    if (ok && found == SPARED) {
        ok = logreg__fault_tell(&f, all, &with) == LOGREG_EDATA && (c->doubt = logreg__copy(err.message));
        c->faulty = ok;
    } else if (ok && logreg__lists_codes(&f, &with)) {
        ok = logreg__lists_fault(&f, &with) == LOGREG_EDATA && (c->doubt = logreg__copy(err.message));
    } else if (ok) {
        ok = logreg__doubt_tell(frame, j, &f.census, all, &with) && logreg__respell_doubt(c, all);
    }
    logreg__mending_clear(&own);
    return ok ? LOGREG_OK : logreg__fail_memory(columns->csv->err);
}

/* Of sound columns, those that no fit can use. */
static logreg_status find_asides(const logreg_frame *frame, const finding *found, const logreg__csv *csv)
{
    logreg__asides asides = {0};
    for (size_t j = 0; j < frame->n_columns; j++)
        if (found[j] == SOUND || frame->column[j].written & LOGREG__WRITTEN_DOCUMENT)
            logreg__asides_add(&asides, frame, j, csv);
    return logreg__asides_keep(&asides, csv);
}

/* May it be a category whose answers are spelt in several ways? */
static bool is_plain(const logreg__column *c, finding found)
{
    return found <= FEW && c->kind == LOGREG_CATEGORY && !c->insisted;
}

/* Finds such, so that the command for numbers writes each answer in one way too. ENOMEM. */
static logreg_status find_spellings(logreg__mending *all, logreg_frame *frame, const finding *found,
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
                          const finding *found, logreg__mending *all, bool late)
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
        spared = spared || (found[j] == SPARED && !frame->column[j].spared);
    if (spared)
        add_rest(all, frame, csv);
    if (!late && find_spellings(all, frame, found, csv) != LOGREG_OK)
        return LOGREG_ENOMEM;
    for (size_t j = 0; j < columns->n; j++) {
        if (found[j] == LATE)
            return logreg__strays_late(columns->column[j].strays, j, frame->column[j].name, csv);
        const logreg__column *c = &frame->column[j];
        bool plain = !late && is_plain(c, found[j]);
        if (plain && !c->surplus && logreg__surplus_find(frame, j, csv) != LOGREG_OK)
            return LOGREG_ENOMEM;
        bool events = !late && c->kind == LOGREG_CATEGORY && !c->insisted;
        if (events && logreg__events_find(frame, j, csv) != LOGREG_OK)
            return LOGREG_ENOMEM;
        bool later = !late && (found[j] == DOUBTFUL || found[j] == SPARED);
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
    finding *found = logreg__new(columns->n, sizeof *found);
    if (!found)
        return logreg__fail_memory(columns->csv->err);
    for (size_t j = 0; j < columns->n && status == LOGREG_OK; j++) {
        status = judge(columns, j, frame, &f, &found[j]);
        bool listed = status == LOGREG_OK && (found[j] == FAULTY || found[j] == DOUBTFUL) &&
                      logreg__lists_codes(&f, columns->csv);
        if (status == LOGREG_OK && !listed && needs_mending(found[j], &frame->column[j]) &&
            !has_shifted(frame, &f, columns->csv) &&
            !logreg__mending_add(&all, &f.census, j, frame->column[j].name))
            status = logreg__fail_memory(columns->csv->err);
        bool text_first = first.strays && logreg__fault_text(&first, columns->csv);
        bool faulty = found[j] == FAULTY;
        if (faulty && !lists &&
            (listed || !first.strays || (text_first && !logreg__fault_text(&f, columns->csv))))
            first = f;
        lists = lists || (faulty && listed); /* told before a decimal mark that makes numbers of them */
        any_late = any_late || found[j] == LATE;
    }
    if (status == LOGREG_OK)
        status = tell(columns, frame, &first, found, &all, any_late);
    for (size_t j = 0; j < columns->n && any_late && !first.strays; j++)
        text[j] = text[j] || found[j] == LATE;
    *again = any_late && !first.strays;
    logreg__mending_clear(&all);
    free(found);
    return status;
}
