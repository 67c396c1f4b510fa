/* The list that --na-values takes, of what was found to stand for missing values. */
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "base/word.h"
#include "data/gap.h"
#include "data/sentinel.h"

void logreg__add_na_values(logreg__text *list, const char *column, const logreg_sentinel *numbers)
{
    for (size_t i = 0; i < numbers->n_values; i++) {
        char number[LOGREG__NUMBER_SIZE];
        logreg__text item = {0};
        logreg__text_add(&item, column);
        logreg__text_add(&item, "=");
        logreg__text_add(&item, logreg__number_shortest(number, numbers->value[i]));
        logreg__text_add_item(list, item.start ? item.start : "");
        list->failed = list->failed || item.failed;
        free(item.start);
    }
}

void logreg__add_na_text(logreg__text *list, const char *column, const char *text)
{
    double x;
    logreg__text item = {0};
    bool number = logreg__number_parse(&x, text, strlen(text), '.');
    logreg__text_add(&item, number ? column : "");
    logreg__text_add(&item, number ? "=" : "");
    logreg__text_add(&item, text);
    logreg__text_add_item(list, item.start ? item.start : "");
    list->failed = list->failed || item.failed;
    free(item.start);
}

void logreg__add_na_in_force(logreg__text *list, const logreg_frame *frame)
{
    bool missing = false;
    for (size_t j = 0; j < frame->n_columns; j++)
        missing = missing || frame->column[j].n_missing;
    if (missing && frame->na_values)
        logreg__text_add(list, frame->na_values);
}
