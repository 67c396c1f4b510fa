/* Texts among a model's levels and classes that people write for missing values: the reader must hear of them, since nothing else shows
 * that a fit took them for values. */
#include "base/error.h"
#include "base/word.h"
#include "data/frame.h"
#include "model/model.h"

/* More columns than these are counted, not named. */
enum { NAMED = 4 };

typedef struct {
    const logreg_frame *frame;
    logreg__text told, tokens, columns;
    size_t n_columns, n_texts;
} finds;

/* Is the text a level of one of the first n columns that was told? */
static bool told_before(const finds *f, const char *text, const logreg__terms *terms, size_t n)
{
    logreg_gap gap;
    for (size_t v = 0; v < n; v++) {
        const logreg__variable *variable = &terms->variable[v];
        size_t j =
            variable->column && !variable->wrapped ? logreg_frame_find(f->frame, variable->column) : SIZE_MAX;
        if (j == SIZE_MAX || !logreg_frame_gap(&gap, f->frame, j))
            continue;
        for (size_t i = 0; i < gap.n_texts; i++)
            if (strcmp(gap.text[i], text) == 0)
                return true;
    }
    return false;
}

/* 'None' and '-' of 'sex' (7 of 60 rows) */
static void tell(finds *f, const logreg_gap *gap, const char *name)
{
    char count[80];
    for (size_t i = 0; i < gap->n_texts; i++) {
        logreg__text_add(&f->told, i                  ? (i + 1 == gap->n_texts ? " and " : ", ")
                                   : f->n_columns > 1 ? ", "
                                                      : "");
        logreg__text_add(&f->told, "'");
        logreg__text_add(&f->told, gap->text[i]);
        logreg__text_add(&f->told, "'");
    }
    snprintf(count, sizeof count, "' (%zu of %zu rows)", gap->n_rows, logreg_frame_rows(f->frame));
    logreg__text_add(&f->told, " of '");
    logreg__text_add(&f->told, name);
    logreg__text_add(&f->told, count);
}

static void look(finds *f, const char *name, const logreg__terms *terms, size_t before)
{
    logreg_gap gap;
    size_t j = logreg_frame_find(f->frame, name);
    if (j == SIZE_MAX || !logreg_frame_gap(&gap, f->frame, j))
        return;
    if (++f->n_columns <= NAMED)
        tell(f, &gap, name);
    for (size_t i = 0; i < gap.n_texts; i++)
        if (!told_before(f, gap.text[i], terms, before)) {
            logreg__text_add_item(&f->tokens, gap.text[i]);
            f->n_texts++;
        }
    logreg__text_add_item(&f->columns, name);
}

/* The tokens behind those in force where the table has missing values, since a list replaces them. */
static void write_tokens(logreg__text *list, const finds *f)
{
    bool missing = false;
    for (size_t j = 0; j < logreg_frame_columns(f->frame); j++)
        missing = missing || logreg_frame_missing(f->frame, j);
    if (missing && f->frame->na_values && *f->frame->na_values) {
        logreg__text_add(list, f->frame->na_values);
        logreg__text_add(list, ",");
    }
    logreg__text_add(list, f->tokens.start ? f->tokens.start : "");
}

/* The sentence, of what was found. */
static char *compose(finds *f)
{
    logreg__text list = {0}, sentence = {0};
    char more[64] = "";
    bool one = f->n_columns == 1 && f->n_texts == 1;
    write_tokens(&list, f);
    if (f->n_columns > NAMED)
        snprintf(more, sizeof more, ", and so in %zu more column%s,", f->n_columns - NAMED,
                 f->n_columns == NAMED + 1 ? "" : "s");
    logreg__text_add(&sentence, f->told.start ? f->told.start : "");
    logreg__text_add(&sentence, more);
    logreg__text_add(&sentence, " may stand for missing values: --na-values ");
    logreg__text_add_word(&sentence, list.start ? list.start : "");
    logreg__text_add(&sentence, " leaves such rows out; if ");
    logreg__text_add(&sentence, one ? "it means what it says" : "they mean what they say");
    logreg__text_add(&sentence, ", --categorical ");
    logreg__text_add_word(&sentence, f->columns.start ? f->columns.start : "");
    logreg__text_add(&sentence, " keeps this note away");
    sentence.failed =
        sentence.failed || list.failed || f->told.failed || f->tokens.failed || f->columns.failed;
    free(list.start);
    return logreg__text_take(&sentence);
}

logreg_status logreg_model_gaps(char **sentence, const logreg_model *model, const logreg_frame *frame,
                                logreg_error *err)
{
    finds f = {.frame = frame};
    const logreg__terms *terms = model->terms;
    logreg_status status = LOGREG_OK;
    *sentence = NULL;
    for (size_t v = 0; terms && v < terms->n_variables; v++)
        if (terms->variable[v].column && terms->variable[v].n_levels && !terms->variable[v].wrapped)
            look(&f, terms->variable[v].column, terms, v);
    if (!model->grouped && !model->numeric_target)
        look(&f, logreg_model_target(model), terms, terms ? terms->n_variables : 0);
    if (f.n_columns && !(*sentence = compose(&f)))
        status = logreg__fail_memory(err);
    free(f.told.start);
    free(f.tokens.start);
    free(f.columns.start);
    return status;
}
