/* Categories that are columns of numbers: in another form, or with texts in many of their cells. Which it is, only the whole column
 * tells; that nobody means a category of so many levels, whoever uses it is told. */
#include "csv/command.h"
#include "csv/forms.h"
#include "csv/numbers.h"

#include <string.h>

#include "base/error.h"
#include "base/memory.h"

/* A column is measured if it has more numbers than these: all of them, or with decimals. Fewer are grades, or groups. */
enum { MANY = 10, MANY_DECIMALS = 5 };

/* Texts among numbers: so many different ones, or a tenth of the cells, are what stands for missing values. */
enum { FEW_KINDS = 3, FEW_SHARE = 10 };

/* What its levels are. */
typedef struct {
    size_t cells[LOGREG__FORMS], levels[LOGREG__FORMS];
    size_t shown[LOGREG__FORMS];             /* the level of each that comes first in the file */
    size_t *count, *first;                   /* rows of each level, the first of them */
    char decimal;                            /* the mark with which most of them are numbers */
    bool decimals;                           /* some numbers have a mark */
    char unit[FEW_KINDS][LOGREG__UNIT_ROOM]; /* the different ones, */
    size_t units;                            /*   of which there are so many, or more, */
    bool currency;                           /*   and the last is of money */
    const char *token[FEW_KINDS];            /* texts that are no numbers in any form */
} census;

static bool count_levels(census *s, const logreg__column *c, size_t rows)
{
    s->count = logreg__new(c->n_levels, sizeof *s->count);
    s->first = logreg__new(c->n_levels, sizeof *s->first);
    if (!s->count || !s->first)
        return false;
    for (size_t r = 0; r < rows; r++) {
        uint32_t code = logreg__column_code(c, r);
        if (code != LOGREG__MISSING && !s->count[code]++)
            s->first[code] = r;
    }
    return true;
}

static void note_unit(census *s, const char *unit)
{
    for (size_t k = 0; k < s->units && k < FEW_KINDS; k++)
        if (strcmp(s->unit[k], unit) == 0)
            return;
    if (s->units < FEW_KINDS)
        strcpy(s->unit[s->units], unit);
    s->units++;
}

static void classify(census *s, const logreg__column *c, char decimal)
{
    s->decimal = decimal;
    char other[LOGREG__UNIT_ROOM];
    for (size_t l = 0; l < c->n_levels; l++) {
        const char *label = c->levels[l];
        logreg__form f = logreg__form_of(label, decimal);
        if (f == LOGREG__FORM_UNIT || f == LOGREG__FORM_PREFIX) {
            logreg__form_unit(other, label, f, decimal);
            note_unit(s, other);
            s->currency = logreg__is_currency(other);
        }
        if (f == LOGREG__FORM_TEXT && s->levels[f] < FEW_KINDS)
            s->token[s->levels[f]] = label;
        if (!s->levels[f]++ || s->first[l] < s->first[s->shown[f]])
            s->shown[f] = l;
        s->cells[f] += s->count[l];
        s->decimals = s->decimals || (f != LOGREG__FORM_TEXT && f != LOGREG__FORM_FRACTION &&
                                      f != LOGREG__FORM_CLOCK && strchr(label, decimal));
    }
}

/* With the decimal mark that makes numbers of more cells. */
static void take(census *s, const logreg__column *c, char decimal)
{
    census other = *s;
    classify(s, c, decimal);
    if (!s->cells[LOGREG__FORM_TEXT])
        return;
    classify(&other, c, (char)(decimal == '.' ? ',' : '.'));
    if (other.cells[LOGREG__FORM_TEXT] < s->cells[LOGREG__FORM_TEXT])
        *s = other;
}

/* The form that most cells have, numbers and texts apart. */
static logreg__form commonest(const census *s)
{
    logreg__form most = LOGREG__FORM_MARKED;
    for (logreg__form f = LOGREG__FORM_MARKED; f < LOGREG__FORMS; f++)
        if (s->cells[f] > s->cells[most])
            most = f;
    return s->cells[most] ? most : LOGREG__FORM_TEXT;
}

/* Are these numbers, but for their form and a few texts? */
static bool is_measured(const census *s)
{
    size_t levels = 0, cells = 0, texts = s->cells[LOGREG__FORM_TEXT];
    for (logreg__form f = LOGREG__FORM_NUMBER; f < LOGREG__FORMS; f++) {
        levels += s->levels[f];
        cells += s->cells[f];
    }
    bool many = levels > MANY || (levels > MANY_DECIMALS && s->decimals);
    bool label = s->cells[LOGREG__FORM_PREFIX] && !s->decimals && !s->currency; /* week 1, week 2, .. */
    label = label || s->units > FEW_KINDS;                                      /* 12A, 12B, .. */
    bool few = s->levels[LOGREG__FORM_TEXT] <= FEW_KINDS || FEW_SHARE * texts <= cells + texts;
    bool distinct = 10 * (levels + s->levels[LOGREG__FORM_TEXT]) >
                    9 * (cells + texts); /* numbers of tickets, rooms, .. */
    return many && !label && (few || (2 * cells >= cells + texts && !distinct));
}

static bool some_missing(const logreg_frame *frame)
{
    size_t j = 0;
    while (j < frame->n_columns && !frame->column[j].n_missing)
        j++;
    return j < frame->n_columns;
}

/* The sentence, as far as it goes into room. */
static void write_doubt(char room[LOGREG_MESSAGE_SIZE], const census *s, const logreg_frame *frame, size_t j,
                        const logreg__csv *csv)
{
    const logreg__column *c = &frame->column[j];
    logreg__form f = commonest(s);
    size_t level = s->shown[f], total = 0, kinds = s->levels[LOGREG__FORM_TEXT];
    for (logreg__form k = LOGREG__FORM_TEXT; k < LOGREG__FORMS; k++)
        total += s->cells[k];
    char mend[LOGREG__COMMAND + 80] = "", na[LOGREG__COMMAND] = "", shown[LOGREG__SHOWN],
                                word[LOGREG__SHOWN + 2];
    const char *what = "not a number", *label = c->levels[level];
    if (f != LOGREG__FORM_TEXT)
        logreg__form_mend(mend, &what, f, label, s->units <= 1, s->decimal, csv);
    if (kinds && kinds <= FEW_KINDS)
        logreg__na_values(na, csv, csv->na_given || some_missing(frame), s->token, kinds);
    else if (kinds)
        snprintf(na, sizeof na, "for the %zu texts that are none", kinds);
    snprintf(
        room, LOGREG_MESSAGE_SIZE,
        "%s:%zu:%zu '%.80s': '%s' is %s (%zu of %zu values), and as a category the column has %zu levels. "
        "%s%s%s%s%s --categorical %s",
        csv->file, logreg__frame_line(frame, s->first[level]), j + 1, c->name,
        logreg__show(shown, label, strlen(label)), what, s->cells[f], total, c->n_levels, mend,
        *na && *mend ? ", and use"
        : *na        ? "Use"
                     : "",
        *na ? " --na-values " : "", na, *na || *mend ? ", or, if it is a category," : "Use",
        logreg__show_word(word, c->name, strlen(c->name)));
}

logreg_status logreg__doubt_category(logreg_frame *frame, size_t j, const logreg__csv *csv)
{
    logreg__column *c = &frame->column[j];
    census s = {0};
    bool ok = count_levels(&s, c, frame->n_rows);
    if (ok)
        take(&s, c, csv->options.decimal);
    if (ok && is_measured(&s)) {
        char sentence[LOGREG_MESSAGE_SIZE];
        write_doubt(sentence, &s, frame, j, csv);
        c->doubt = logreg__copy(sentence);
        ok = c->doubt != NULL;
    }
    free(s.count);
    free(s.first);
    return ok ? LOGREG_OK : logreg__fail_memory(csv->err);
}
