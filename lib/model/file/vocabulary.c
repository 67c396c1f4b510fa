/* The vocabulary of a model of texts. */
#include "base/memory.h"
#include "model/file/section.h"

/* Words, and the rows that each was in. */
static void put_words(json_t **o, const logreg__vocabulary *v)
{
    json_t *words = json_array(), *rows = json_array();
    for (size_t j = 0; j < v->n; j++) {
        logreg__json_append(&words, json_string(logreg__vocabulary_word(v, j)));
        logreg__json_append(&rows, logreg__json_size(logreg__vocabulary_rows(v, j)));
    }
    logreg__json_set(o, "words", words);
    logreg__json_set(o, "in_rows", rows);
}

json_t *logreg__vocabulary_json(const logreg__terms *terms)
{
    const logreg__vocabulary *v = terms->words;
    json_t *o = json_object();
    logreg__json_set(&o, "column", json_string(terms->text));
    logreg__json_set(&o, "ngrams", logreg__json_size(v->options.ngrams));
    logreg__json_set(&o, "min_rows", logreg__json_size(v->options.min_rows));
    logreg__json_set(&o, "max_words", logreg__json_size(v->options.most));
    logreg__json_set(&o, "hash", logreg__json_size(v->options.hashed));
    logreg__json_set(&o, "weight", json_string(logreg__weighting_words[v->options.weighting]));
    logreg__json_set(&o, "rows", logreg__json_size(v->rows));
    logreg__json_set(&o, "left_out", logreg__json_size(v->left));
    if (!v->options.hashed)
        put_words(&o, v);
    return o;
}

static bool read_counts(size_t *in_rows, size_t n, size_t most, logreg__model_reader *r, const json_t *o)
{
    const json_t *list = logreg__read_array(r, o, "in_rows");
    bool ok = list && json_array_size(list) == n;
    for (size_t j = 0; ok && j < n; j++) {
        const json_t *value = json_array_get(list, j);
        ok = json_is_integer(value) && json_integer_value(value) >= 0 &&
             (size_t)json_integer_value(value) <= most;
        in_rows[j] = ok ? (size_t)json_integer_value(value) : 0;
    }
    return ok || (list && logreg__read_wrong(r, "in_rows", "should be a number of rows for each word"));
}

static bool read_vocabulary(logreg__terms *terms, const logreg__text_options *options, size_t rows,
                            logreg__model_reader *r, const json_t *o)
{
    char **word = NULL;
    size_t n = 0, *in_rows = NULL;
    bool ok = options->hashed || logreg__read_strings(&word, &n, r, o, "words");
    in_rows = ok ? logreg__new(n, sizeof *in_rows) : NULL;
    if (ok && !in_rows)
        ok = logreg__read_no_memory(r);
    ok = ok && (options->hashed || read_counts(in_rows, n, rows, r, o));
    if (ok) {
        logreg_error err;
        logreg_status status =
            logreg__vocabulary_new(&terms->words, options, rows, (const char *const *)word, in_rows, n, &err);
        ok = status == LOGREG_OK ||
             (status == LOGREG_ENOMEM ? logreg__read_no_memory(r)
                                      : logreg__read_wrong(r, "words", "should ascend"));
    }
    for (size_t j = 0; word && j < n; j++)
        free(word[j]);
    free(word);
    free(in_rows);
    return ok;
}

bool logreg__read_vocabulary(logreg__terms *terms, logreg__model_reader *r, const json_t *file)
{
    const json_t *o = logreg__read_member(r, file, "text");
    logreg__text_options options = {0};
    size_t rows, left;
    int weighting = 0;
    if (!o)
        return true;
    if (!json_is_object(o))
        return logreg__read_wrong(r, "text", "should be an object");
    if (!logreg__read_text(&terms->text, r, o, "column", false) ||
        !logreg__read_count(&options.ngrams, r, o, "ngrams") ||
        !logreg__read_count(&options.min_rows, r, o, "min_rows") ||
        !logreg__read_count(&options.most, r, o, "max_words") ||
        !logreg__read_count(&options.hashed, r, o, "hash") ||
        !logreg__read_word(&weighting, logreg__weighting_words, 3, r, logreg__read_member(r, o, "weight"),
                           "weight") ||
        !logreg__read_count(&rows, r, o, "rows") || !logreg__read_count(&left, r, o, "left_out"))
        return false;
    options.weighting = (logreg__weighting)weighting;
    if (options.ngrams < 1 || options.ngrams > LOGREG__MOST_NGRAMS)
        return logreg__read_wrong(r, "ngrams", "should be from 1 to 8");
    if (!read_vocabulary(terms, &options, rows, r, o))
        return false;
    terms->words->left = left;
    if (terms->words->n != terms->sparse_width)
        return logreg__read_wrong(r, "words", "should be as many as 'n_sparse' says");
    return logreg__terms_name_words(terms) || logreg__read_no_memory(r);
}
