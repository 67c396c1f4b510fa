/* What a fit loses on new rows. */
#include <math.h>
#include <string.h>

#include <logreg/goodness.h>

#include "report/summary/summary.h"
#include "report/page/table.h"

/* More than so many refits that are not used: what is left are the luckier ones. */
#define MANY_LEFT_OUT 0.05

enum { APPARENT, OPTIMISM, ERROR, CORRECTED, N_COLUMNS };
enum { INDICES = 5 };

typedef struct {
    const char *name;
    const logreg_optimism_index *index;
} line;

static void fill(logreg__table_row *row, size_t i, int room, const void *data)
{
    const line *l = (const line *)data + i;
    const logreg__signs *sign = row->label.sign;
    (void)room;
    logreg__page_add(&row->label, l->name);
    if (isnan(l->index->apparent)) {
        row->remark = "has no meaning for this model";
        return;
    }
    logreg__figure_fixed(row->cell[APPARENT], l->index->apparent, 4, sign);
    logreg__figure_fixed(row->cell[OPTIMISM], l->index->optimism, 4, sign);
    logreg__figure_fixed(row->cell[ERROR], l->index->error, 4, sign);
    logreg__figure_fixed(row->cell[CORRECTED], l->index->corrected, 4, sign);
}

/* "7 of 200 refits were left out: 5 whose resample is separated, 2 whose .." */
static void say_left_out(logreg__page *note, const logreg_optimism *o, bool penalised)
{
    size_t out = o->n_refits - o->n_used;
    if (out == 0)
        return;
    logreg__page_format(note, " %zu of %zu refits could not be used:", out, o->n_refits);
    if (o->n_separated)
        logreg__page_format(note, " in %zu the resample was separated%s", o->n_separated,
                            o->n_singular ? "," : ".");
    if (o->n_singular)
        logreg__page_format(note, " in %zu it did not determine all coefficients.", o->n_singular);
    if ((double)out > MANY_LEFT_OUT * (double)o->n_refits)
        logreg__page_add(
            note, " The corrected figures are then too good, since what was left out fits new rows worst.");
    if ((double)out > MANY_LEFT_OUT * (double)o->n_refits && !penalised)
        logreg__page_add(note, " With --penalty firth more refits can be used.");
}

static void write_words(logreg__page *page, const logreg_model *model, const logreg_optimism *o)
{
    logreg__page note;
    logreg__page_start_like(&note, page);
    logreg__page_add(&note,
                     "Corrected figures are what to expect on new rows of the same kind: apparent ones less "
                     "what refits to resamples lose on the rows as they are (Harrell, Lee & Mark 1996). ");
    logreg__page_add(&note, page->ascii ? "+/- is" : "± is");
    logreg__page_add(&note, " the standard error of the optimism that more refits would make smaller.");
    if (o->slope.corrected < 1)
        logreg__page_add(&note, " A slope below 1 says that probabilities are too extreme: high ones too "
                                "high, low ones too low.");
    if (logreg_model_selection(model))
        logreg__page_add(&note, " Refits keep the terms that were chosen: what the choice itself adds to the "
                                "optimism is not in it.");
    say_left_out(&note, o, strcmp(logreg_model_penalty(model), "none") != 0);
    logreg__page_paragraph(page, LOGREG__PLAIN, "", 2, &note);
}

void logreg__write_optimism(logreg__page *page, const logreg_model *model, const logreg_optimism *o)
{
    const line lines[INDICES] = {{"  Calibration slope", &o->slope},
                                 {"  Calibration intercept", &o->intercept},
                                 {"  Intercept in the large", &o->in_the_large},
                                 {"  AUC", &o->auc},
                                 {"  Brier score", &o->brier}};
    const logreg__table_column column[N_COLUMNS] = {[APPARENT] = {"Apparent", 1, ""},
                                                    [OPTIMISM] = {"Optimism", 1, NULL},
                                                    [ERROR] = {page->ascii ? "+/-" : "±", 1, NULL},
                                                    [CORRECTED] = {"Corrected", 1, NULL}};
    logreg__page title;
    logreg__page_start_like(&title, page);
    logreg__page_format(&title, "Optimism, by %zu bootstrap refits", o->n_refits);
    logreg__page_add(page, "\n");
    logreg__page_paste(page, LOGREG__BOLD, &title);
    logreg__page_add(page, "\n");
    logreg__table_print(page, &(logreg__table){INDICES, N_COLUMNS, column, fill, lines});
    write_words(page, model, o);
}
