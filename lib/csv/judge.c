#include "csv/judge.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

#include "base/error.h"
#include "csv/categories/coded.h"
#include "data/day.h"
#include "data/file_names.h"
#include "data/gap.h"
#include "data/role.h"

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

logreg_status logreg__csv_judge(const logreg__csv_columns *columns, size_t j, logreg_frame *frame,
                                logreg__fault *f, logreg__found *found)
{
    const logreg__column *done = &frame->column[j];
    const logreg__csv_column *c = &columns->column[j];
    bool category = done->kind == LOGREG_CATEGORY;
    *found = LOGREG__SOUND;
    frame->column[j].insisted = c->forced;
    bool examined = columns->csv->options.examine, alone = c->left || named(done->name, columns->csv),
         spared = alone || examined || named(LOGREG_ANY_COLUMN, columns->csv);
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
    bool coded = logreg__coded_texts(f, done, columns->rows) ||
                 logreg__census_serials(&f->census, done, columns->rows);
    bool ids = category && 10 * done->n_levels > 9 * (columns->rows - done->n_missing) &&
               logreg__named_id(done->name);
    bool files = logreg__names_files(done);
    bool measured = verdict == LOGREG__TEXT && category && !coded && !ids && !files &&
                    logreg__census_measured(&f->census) && !logreg__texts_number_rows(done, columns->rows) &&
                    !logreg__texts_days(done->levels, NULL, done->n_levels);
    bool pair = verdict == LOGREG__FAULT && !f->known && (coded || files || is_pair(f, done, columns->rows));
    bool few = category && !measured && !files && logreg__census_few(&f->census, done);
    *found = verdict == LOGREG__FAULT && !pair ? LOGREG__FAULTY
             : measured                        ? LOGREG__DOUBTFUL
             : few                             ? LOGREG__FEW
             : category                        ? LOGREG__SOUND
             : c->left                         ? LOGREG__SPARED
                                               : LOGREG__LATE;
    if (!category && *found == LOGREG__FAULTY && logreg__census_documents(&f->census))
        frame->column[j].written |= LOGREG__WRITTEN_DOCUMENT;
    if (!category && *found == LOGREG__FAULTY) {
        add_plain(&f->census, done, columns->rows, f->tally.numbers);
        logreg__census_roman(&f->census);
        logreg__census_said(&f->census, done->name);
    }
    logreg__census_brackets(&f->census);
    logreg__census_changes(&f->census);
    bool mark = f->census.cells[LOGREG__FORM_MARKED], /* of decimals, which concerns the file */
        apart = alone || examined || !mark || (frame->column[j].unnamed && !open_dots(frame, columns->csv));
    if (*found == LOGREG__FAULTY && (c->left || (spared && apart && !logreg__fault_lines(f, columns->csv))))
        *found = LOGREG__SPARED;
    return LOGREG_OK;
}
