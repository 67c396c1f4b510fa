#include "text.h"

#include <string.h>

#include "message.h"

#define PLACE(member) offsetof(cli_text, member)

const cli_option cli_text_options[] = {
    {"text", CLI_TEXT, PLACE(column), .argument = "NAME",
     .help = "a column of texts: each of its words, of two letters or figures at least ('I' and 'a' are left "
             "out), becomes a column of the fit, beside the features; needs --penalty l2, l1 or elasticnet"},
    {"ngrams", CLI_INTEGER, PLACE(ngrams), .argument = "N", .range = "[1, 8]", .otherwise = "1",
     .help = "count runs of up to so many words too: 2 tells 'not good' from 'good'"},
    {"text-weight", CLI_CHOICE, PLACE(weight), .argument = "count|binary|tfidf", .otherwise = "count",
     .help = "how often a text has a word, whether it has it, or the first weighed by how rare the word is, "
             "texts of the same length"},
    {"min-rows", CLI_INTEGER, PLACE(min_rows), .argument = "N", .range = "[1, inf)", .otherwise = "1",
     .help = "leave out words that fewer rows have"},
    {"max-words", CLI_INTEGER, PLACE(max_words), .argument = "N", .range = "[1, 2147483646]",
     .otherwise = "50000", .help = "keep the words that come most often, so many of them"},
    {"hash", CLI_INTEGER, PLACE(hash), .argument = "N", .range = "[1, 2147483646]",
     .otherwise = "a vocabulary",
     .help = "spread words over so many columns by a hash, without a vocabulary"},
    {0}};

int cli_text_check(const cli_call *call, const cli_text *t, const cli_penalty *penalty)
{
    const char *beside = t->ngrams      ? "ngrams"
                         : t->weight    ? "text-weight"
                         : t->min_rows  ? "min-rows"
                         : t->max_words ? "max-words"
                         : t->hash      ? "hash"
                                        : NULL;
    if (!t->column)
        return beside ? cli_fail(call, CLI_USAGE, "--%s needs --text, the column of texts", beside)
                      : CLI_GO_ON;
    if (!cli_penalty_shrinks(penalty))
        return cli_fail(call, CLI_USAGE,
                        "--text needs a penalty on sizes: without one the words separate the classes, and no "
                        "estimate is finite; add "
                        "--penalty l2, or --penalty l1 to keep few words");
    if (t->hash && (t->min_rows || t->max_words))
        return cli_fail(call, CLI_USAGE, "--hash keeps no vocabulary that --%s could cut; leave one out",
                        t->min_rows ? "min-rows" : "max-words");
    return CLI_GO_ON;
}

void cli_text_set(logreg_options *o, const cli_text *t)
{
    o->text = t->column;
    o->text_weight = t->weight ? t->weight : o->text_weight;
    o->text_ngrams = t->ngrams ? t->ngrams : o->text_ngrams;
    o->text_min_rows = t->min_rows ? t->min_rows : o->text_min_rows;
    o->text_max_words = t->max_words ? t->max_words : o->text_max_words;
    o->text_hash = t->hash;
}

int cli_text_tell(const cli_call *call, const logreg_model *model, const logreg_frame *frame)
{
    size_t words = 0, unknown = 0;
    logreg_error err;
    const char *column = logreg_model_text(model, NULL, NULL);
    if (!column)
        return CLI_GO_ON;
    if (logreg_model_text_tally(model, frame, &words, &unknown, &err) != LOGREG_OK)
        return cli_fail_error(call, &err);
    if (unknown && unknown == words)
        cli_note(call,
                 words == 1 ? "the only word in '%s' is unknown to the model and counts nowhere"
                            : "all words in '%s' are unknown to the model and count nowhere",
                 column);
    else if (unknown)
        cli_note(call, "the model does not know %zu of %zu words in '%s', which %s nowhere", unknown, words,
                 column, unknown == 1 ? "counts" : "count");
    return CLI_GO_ON;
}
