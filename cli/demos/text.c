/* Sentences as numbers: words as columns of a fit. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <logreg/special.h>

#include "demos.h"
#include "heavy.h"
#include "texts.h"

/* ---- Four sentences, by hand ---- */

static const char *const sentence[] = {"I love this movie", "This was awful", "Great performance",
                                       "Terrible experience"};
static const double liked[] = {1, 0, 1, 0};
enum { SENTENCES = 4 };

/* With l2 at C = 1; runs of up to so many words. */
static bool fit_words(logreg_model **model, cli_lesson *l, const logreg_frame *frame, size_t ngrams)
{
    logreg_options o = logreg_options_default();
    o.penalty = "l2";
    o.text = "text";
    o.text_ngrams = ngrams;
    return cli_lesson_fit(model, l, frame, "liked ~ 1", &o);
}

/* P(liked) of a sentence; NaN where something went wrong. */
static double probability(cli_lesson *l, const logreg_model *m, const char *text)
{
    const double none = 0;
    logreg_frame *frame = NULL;
    double p[2] = {NAN, NAN};
    gsl_matrix_view P = gsl_matrix_view_array(p, 1, 2);
    if (cli_texts_frame(&frame, l, &text, &none, 1))
        cli_lesson_ok(l, logreg_predict_proba_frame(m, frame, &P.matrix, &l->err));
    logreg_frame_free(frame);
    return p[1];
}

/* What the model says of the sentences that it learned from. */
static void steps(cli_lesson *l, const logreg_model *m)
{
    if (l->steps)
        cli_lesson_head(l, "%-24s %9s %12s  %s", "sentence", "log-odds", "probability", "liked");
    for (size_t i = 0; i < SENTENCES && l->steps; i++) {
        double p = probability(l, m, sentence[i]);
        cli_lesson_show(l, "%zu. %-21s %9.4f %12.4f  %s", i + 1, sentence[i], logreg_logit(p), p,
                        liked[i] > 0 ? "yes" : "no");
    }
    if (l->steps)
        cli_lesson_gap(l);
}

static void by_hand(cli_lesson *l, const logreg_model *m)
{
    char word[CLI_CELL_SIZE];
    double eta = logreg_model_coefficient(m, 1, 0);
    cli_lesson_say(l, "A sentence that nobody has written yet, \"Great movie\": add up the intercept and "
                      "what its words weigh, and take the sigmoid.");
    cli_lesson_show(l, "%-12s %8.4f", "intercept", eta);
    for (size_t j = 1; j < logreg_model_coefficients(m); j++) {
        cli_heavy_word(word, m, j);
        if (strcmp(word, "great") != 0 && strcmp(word, "movie") != 0)
            continue;
        eta += logreg_model_coefficient(m, 1, j);
        cli_lesson_show(l, "%-12s %8.4f", word, logreg_model_coefficient(m, 1, j));
    }
    cli_lesson_show(l, "%-12s %8.4f   sigmoid(%.4f) = %.4f", "log-odds", eta, eta, logreg_sigmoid(eta));
    cli_lesson_gap(l);
    cli_lesson_say(l,
                   "And \"A wonderful evening\"? The model knows none of these words, and says %.4f, the "
                   "sigmoid of the intercept alone: it "
                   "has learned nothing about them, and nothing is what it says.",
                   probability(l, m, "A wonderful evening"));
}

static void four(cli_lesson *l)
{
    logreg_frame *frame = NULL;
    logreg_model *m = NULL;
    char word[CLI_CELL_SIZE];
    if (cli_texts_frame(&frame, l, sentence, liked, SENTENCES) && fit_words(&m, l, frame, 1)) {
        cli_lesson_head(l, "%-12s %4s %4s %4s %4s  %9s  %10s", "word", "1.", "2.", "3.", "4.", "log odds",
                        "odds ratio");
        for (size_t j = 1; j < logreg_model_coefficients(m); j++) {
            char cell[SENTENCES];
            double b = logreg_model_coefficient(m, 1, j);
            cli_heavy_word(word, m, j);
            for (size_t i = 0; i < SENTENCES; i++)
                cell[i] = strcasestr(sentence[i], word) ? '1' : '.';
            cli_lesson_show(l, "%-12s %4c %4c %4c %4c  %9.4f  %10.4f", word, cell[0], cell[1], cell[2],
                            cell[3], fabs(b) < 1e-12 ? 0 : b, exp(b));
        }
        cli_lesson_gap(l);
        cli_lesson_say(l, "Only \"this\" stands in a sentence of either kind, and so weighs nothing. All "
                          "others are seen once, and nine columns for "
                          "four rows could tell them apart with weights without end; the penalty on their "
                          "squares keeps them small.");
        steps(l, m);
        by_hand(l, m);
    }
    logreg_model_free(m);
    logreg_frame_free(frame);
}

/* ---- Many ---- */

static double accuracy(cli_lesson *l, const logreg_model *m, const cli_texts *h)
{
    gsl_matrix *P = gsl_matrix_alloc(h->n[1], 2);
    double right = 0;
    if (!P) {
        cli_lesson_no_memory(l);
        return NAN;
    }
    if (cli_lesson_ok(l, logreg_predict_proba_frame(m, h->frame[1], P, &l->err)))
        for (size_t i = 0; i < h->n[1]; i++)
            right += (gsl_matrix_get(P, i, 1) >= 0.5) == (h->y[1][i] > 0);
    gsl_matrix_free(P);
    return right / (double)h->n[1];
}

static void runs(cli_lesson *l, const cli_texts *h, const logreg_model *words)
{
    static const char *const asked[] = {"The soup was bad", "The soup was not bad at all",
                                        "The soup was not good at all"};
    logreg_model *pairs = NULL;
    if (!fit_words(&pairs, l, h->frame[0], 2))
        return;
    cli_lesson_say(l, "A word counts wherever it stands. \"Not bad\" is then \"not\" and \"bad\", two words "
                      "that are rarely praise. With pairs of words as columns too "
                      "(--ngrams 2) the pair has a weight of its own:");
    cli_lesson_head(l, "%-32s %9s  %10s", "P(liked)", "words", "and pairs");
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++)
        cli_lesson_show(l, "%-32s %9.3f  %10.3f", asked[i], probability(l, words, asked[i]),
                        probability(l, pairs, asked[i]));
    cli_lesson_show(l, "%-32s %9zu  %10zu", "columns", logreg_model_coefficients(words) - 1,
                    logreg_model_coefficients(pairs) - 1);
    cli_lesson_show(l, "%-32s %8.1f%%  %9.1f%%", "right of the rows held out", 100 * accuracy(l, words, h),
                    100 * accuracy(l, pairs, h));
    cli_lesson_gap(l);
    cli_lesson_say(l, "Columns became many, and most of them are seen once: what pairs help, and what they "
                      "learn by heart, must be weighed on rows that were held out.");
    logreg_model_free(pairs);
}

static void tell_words(cli_lesson *l, const cli_texts *h, const logreg_model *words)
{
    cli_heavy at = {.n_good = 0};
    if (!cli_heavy_find(&at, l, words))
        return;
    size_t n = h->n[0] + h->n[1], columns = logreg_model_coefficients(words) - 1;
    if (h->n[1])
        cli_lesson_say(l,
                       "Now %zu texts, of which every fourth is held out. The words with the largest weights "
                       "among %zu, for %s and against it:",
                       n, columns, h->event);
    else
        cli_lesson_say(
            l,
            "Now your %zu texts, too few to hold some out. The words with the largest weights among "
            "%zu, for %s and against it:",
            n, columns, h->event);
    cli_heavy_show(l, words, &at);
    cli_heavy_draw(l, words, &at, h->event);
    if (!l->frame)
        runs(l, h, words);
    else if (h->n[1])
        cli_lesson_say(l, "Of the rows held out it is right about %.1f%%.", 100 * accuracy(l, words, h));
}

static void many(cli_lesson *l, const logreg_frame *frame, const char *column, const char *target)
{
    cli_texts h = {0};
    logreg_model *words = NULL;
    if (cli_texts_read(&h, l, frame, column, target) && fit_words(&words, l, h.frame[0], 1))
        tell_words(l, &h, words);
    logreg_model_free(words);
    cli_texts_clear(&h);
}

static void tell(cli_lesson *l)
{
    logreg_frame *reviews = NULL;
    cli_lesson_say(
        l, "A fit wants numbers, and a sentence has none. So count: a column for each word, and "
           "in it how often the sentence has the word. Words of one letter, as I and a, are left out. Where "
           "words stand and how they hang together is lost, and yet much is kept. Four sentences, of "
           "which the first and the third are praise:");
    for (size_t i = 0; i < SENTENCES; i++)
        cli_lesson_show(l, "%zu. %s", i + 1, sentence[i]);
    cli_lesson_gap(l);
    four(l);
    if (l->frame)
        many(l, l->frame, l->feature, l->target);
    else if (cli_lesson_data(&reviews, l, "@reviews"))
        many(l, reviews, "review", "sentiment");
    logreg_frame_free(reviews);
    cli_lesson_say(l,
                   "An odds ratio of a word is that of texts that have it once more, others alike. It is "
                   "not what the word means%s",
                   l->frame ? ", but what texts are like that have it."
                            : ": \"again\" speaks against, since people write \"never again\".");
}

const cli_demo demo_text = {
    .name = "text",
    .section = "Pictures and words",
    .title = "Sentences become columns of words; words get odds ratios",
    .rows = "a target of two values and a column of texts",
    .columns = 2,
    .tell = tell,
    .question = "Which texts taught the fit the heaviest word against? What would it say of a sentence that "
                "has this word and means the opposite?",
    .next = "logreg fit @reviews --text review --penalty l2 --ngrams 2",
};
