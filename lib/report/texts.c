#include "report/texts.h"

#include "model/model.h"
#include "report/json/document.h"
#include "report/summary/summary.h"
#include "report/json/values.h"

void logreg__write_texts(logreg__page *piece, const logreg_model *model)
{
    static const char *const cell[] = {"how often each comes", "whether each comes",
                                       "how often each comes by how rare it is, texts of length 1"};
    size_t words, left_out;
    const char *column = logreg_model_text(model, &words, &left_out);
    if (!column)
        return;
    const logreg__text_options *o = &model->terms->words->options;
    bool runs = o->ngrams > 1;
    if (o->hashed)
        logreg__page_format(piece, "%s of ", runs ? "runs of words" : "words");
    else
        logreg__write_count(piece, (double)words, runs ? "run of words of " : "word of ",
                            runs ? "runs of words of " : "words of ");
    logreg__page_name(piece, column, LOGREG__NAME_ROOM);
    if (runs)
        logreg__page_format(piece, ", up to %zu in a row", o->ngrams);
    if (o->hashed)
        logreg__page_format(piece, ", spread over %zu column%s by a hash", words, words == 1 ? "" : "s");
    logreg__page_format(piece, ": %s", cell[o->weighting]);
    if (left_out)
        logreg__page_format(piece, "; %zu too rare or too many are left out", left_out);
}

json_t *logreg__texts_json(const logreg_model *model)
{
    size_t words, left_out;
    const char *column = logreg_model_text(model, &words, &left_out);
    const logreg__text_options *o = &model->terms->words->options;
    json_t *object = json_object();
    logreg__json_set(&object, "column", logreg__json_name(column));
    logreg__json_set(&object, "words", logreg__json_count((double)words));
    logreg__json_set(&object, "left_out", logreg__json_count((double)left_out));
    logreg__json_set(&object, "ngrams", logreg__json_count((double)o->ngrams));
    logreg__json_set(&object, "weight", json_string(logreg__weighting_words[o->weighting]));
    logreg__json_set(&object, "hash", o->hashed ? logreg__json_count((double)o->hashed) : json_null());
    return object;
}
