/* Sentences as numbers: words as columns of a fit. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <logreg/special.h>

#include "demos.h"

/* ---- Four sentences, by hand ---- */

static const char *const sentence[] = {"I love this movie", "This was awful", "Great performance",
                                       "Terrible experience"};
static const double liked[] = {1, 0, 1, 0};
enum { SENTENCES = 4 };

static bool frame_of(logreg_frame **frame, cli_lesson *l, const char *const *text, const double *y, size_t n)
{
    logreg_frame *f = NULL;
    bool ok = cli_lesson_ok(l, logreg_frame_new(&f, &l->err)) &&
              cli_lesson_ok(l, logreg_frame_add_category(f, "text", text, n, &l->err)) &&
              cli_lesson_ok(l, logreg_frame_add_numeric(f, "liked", y, n, 1, &l->err));
    if (ok)
        *frame = f;
    else
        logreg_frame_free(f);
    return ok;
}

/* With l2 at C = 1; runs of up to so many words. */
static bool fit_words(logreg_model **model, cli_lesson *l, const logreg_frame *frame, size_t ngrams)
{
    logreg_options o = logreg_options_default();
    o.penalty = "l2";
    o.text = "text";
    o.text_ngrams = ngrams;
    return cli_lesson_fit(model, l, frame, "liked ~ 1", &o);
}

/* A column's word: what its name has in brackets. */
static void word_of(char word[CLI_CELL_SIZE], const logreg_model *m, size_t j)
{
    const char *name = strchr(logreg_model_coefficient_name(m, j), '[') + 1;
    snprintf(word, CLI_CELL_SIZE, "%.*s", (int)strlen(name) - 1, name);
}

/* P(liked) of a sentence; NaN where something went wrong. */
static double probability(cli_lesson *l, const logreg_model *m, const char *text)
{
    const double none = 0;
    logreg_frame *frame = NULL;
    double p[2] = {NAN, NAN};
    gsl_matrix_view P = gsl_matrix_view_array(p, 1, 2);
    if (frame_of(&frame, l, &text, &none, 1))
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
        word_of(word, m, j);
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
    if (frame_of(&frame, l, sentence, liked, SENTENCES) && fit_words(&m, l, frame, 1)) {
        cli_lesson_head(l, "%-12s %4s %4s %4s %4s  %9s  %10s", "word", "1.", "2.", "3.", "4.", "log odds",
                        "odds ratio");
        for (size_t j = 1; j < logreg_model_coefficients(m); j++) {
            char cell[SENTENCES];
            double b = logreg_model_coefficient(m, 1, j);
            word_of(word, m, j);
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

/* Texts and outcomes; every fourth row is held out. */
typedef struct {
    const char **text[2];
    double *y[2];
    size_t n[2];
    logreg_frame *frame[2];
} halves;

static bool read_all(halves *h, cli_lesson *l, const logreg_frame *frame, const char *column,
                     const char *target)
{
    size_t n = logreg_frame_rows(frame), j = logreg_frame_find(frame, column),
           t = logreg_frame_find(frame, target);
    if (logreg_frame_kind(frame, j) != LOGREG_CATEGORY)
        return cli_lesson_refuse(l, "'%s' holds numbers, and this lesson is about texts", column);
    if (logreg_frame_kind(frame, t) != LOGREG_CATEGORY || logreg_frame_levels(frame, t) != 2)
        return cli_lesson_refuse(l, "the target '%s' must have two labels, such as yes and no", target);
    for (int part = 0; part < 2; part++) {
        h->text[part] = calloc(n + 1, sizeof *h->text[part]);
        h->y[part] = calloc(n + 1, sizeof *h->y[part]);
        if (!h->text[part] || !h->y[part])
            return cli_lesson_no_memory(l);
    }
    for (size_t i = 0; i < n; i++) {
        const char *text = logreg_frame_label(frame, i, j), *label = logreg_frame_label(frame, i, t);
        int part = i % 4 == 3;
        if (!text || !label)
            continue;
        h->text[part][h->n[part]] = text;
        h->y[part][h->n[part]++] = strcmp(label, logreg_frame_level(frame, t, 1)) == 0;
    }
    if (h->n[0] < 30 || h->n[1] < 10)
        return cli_lesson_refuse(l, "%zu rows with a text and an outcome are too few: take 40 or more",
                                 h->n[0] + h->n[1]);
    return frame_of(&h->frame[0], l, h->text[0], h->y[0], h->n[0]) &&
           frame_of(&h->frame[1], l, h->text[1], h->y[1], h->n[1]);
}

static void free_all(halves *h)
{
    for (int part = 0; part < 2; part++) {
        logreg_frame_free(h->frame[part]);
        free(h->text[part]);
        free(h->y[part]);
    }
}

static double accuracy(cli_lesson *l, const logreg_model *m, const halves *h)
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

typedef struct {
    double b;
    size_t j;
} weight;

static int by_weight(const void *a, const void *b)
{
    const weight *x = a, *y = b;
    return x->b != y->b ? (x->b < y->b) - (x->b > y->b) : (x->j > y->j) - (x->j < y->j);
}

/* The words that weigh most, for and against: so many of each. */
enum { HEAVY = 8 };

/* Their places among the coefficients, the weightiest for it first; false: there are too few. */
static bool heaviest(weight at[2 * HEAVY], cli_lesson *l, const logreg_model *m)
{
    size_t p = logreg_model_coefficients(m);
    weight *all = malloc(p * sizeof *all);
    if (!all)
        return cli_lesson_no_memory(l);
    for (size_t j = 1; j < p; j++)
        all[j - 1] = (weight){logreg_model_coefficient(m, 1, j), j};
    qsort(all, p - 1, sizeof *all, by_weight);
    bool enough = p - 1 >= 2 * HEAVY;
    if (enough) {
        memcpy(at, all, HEAVY * sizeof *all);
        memcpy(at + HEAVY, all + p - 1 - HEAVY, HEAVY * sizeof *all);
    }
    free(all);
    return enough || cli_lesson_refuse(l, "the texts have %zu words, which is too few", p - 1);
}

static void draw(cli_lesson *l, const logreg_model *m, const weight at[2 * HEAVY])
{
    logreg_figure *f = NULL;
    char word[CLI_CELL_SIZE], title[3 * CLI_CELL_SIZE], target[CLI_CELL_SIZE], event[CLI_CELL_SIZE];
    snprintf(title, sizeof title, "Words that speak for %s = %s, and against it",
             cli_lesson_brief(target, logreg_model_target(m), 24),
             cli_lesson_brief(event, logreg_model_class(m, 1), 24));
    double most = fmax(at[0].b, -at[2 * HEAVY - 1].b) * 1.05;
    if (!cli_lesson_figure(&f, l, title,
                           "The heaviest words: by how much the log-odds rise with one more of each."))
        return;
    char last[CLI_CELL_SIZE];
    word_of(word, m, at[0].j);
    word_of(last, m, at[2 * HEAVY - 1].j);
    cli_lesson_words(l, f, "From '%s' with %.2f to '%s' with %.2f.", word, at[0].b, last,
                     at[2 * HEAVY - 1].b);
    const logreg_figure_axis x = {.label = "log-odds", .low = -most, .high = most},
                             y = {.low = -0.2, .high = 2 * HEAVY + 0.2, .ticks = LOGREG_TICKS_NONE};
    logreg_figure_set_axis(f, 'x', &x);
    logreg_figure_set_axis(f, 'y', &y);
    for (size_t i = 0; i < 2 * HEAVY; i++) {
        double middle = (double)(2 * HEAVY - i) - 0.5, low = middle - 0.38, high = middle + 0.38, zero = 0;
        bool good = at[i].b > 0;
        const logreg_mark bar = {.colour = good ? 0 : 1, .opacity = 0.85},
                          name = {.colour = LOGREG_INK, .align = good ? 1 : -1, .right = good ? -0.7 : 0.7};
        double from = good ? 0 : at[i].b, to = good ? at[i].b : 0;
        word_of(word, m, at[i].j);
        logreg_figure_boxes(f, &from, &low, &to, &high, 1, &bar);
        logreg_figure_label(f, zero, middle, word, &name);
    }
    cli_lesson_draw(l, f);
}

static void show_heavy(cli_lesson *l, const logreg_model *m, const weight at[2 * HEAVY])
{
    char a[CLI_CELL_SIZE], b[CLI_CELL_SIZE], first[CLI_CELL_SIZE], second[CLI_CELL_SIZE];
    cli_lesson_head(l, "%-16s %10s    %-16s %10s", "for it", "odds ratio", "against it", "odds ratio");
    for (size_t i = 0; i < HEAVY; i++) {
        const weight *good = &at[i], *bad = &at[2 * HEAVY - 1 - i];
        word_of(a, m, good->j);
        word_of(b, m, bad->j);
        cli_lesson_show(l, "%s %10.3f    %s %10.3f", cli_lesson_cell(first, a, 16), exp(good->b),
                        cli_lesson_cell(second, b, 16), exp(bad->b));
    }
    cli_lesson_gap(l);
}

static void runs(cli_lesson *l, const halves *h, const logreg_model *words)
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

static void many(cli_lesson *l, const logreg_frame *frame, const char *column, const char *target)
{
    halves h = {0};
    logreg_model *words = NULL;
    weight at[2 * HEAVY];
    if (read_all(&h, l, frame, column, target) && fit_words(&words, l, h.frame[0], 1) &&
        heaviest(at, l, words)) {
        cli_lesson_say(
            l,
            "Now %zu texts, of which every fourth is held out. The words with the largest weights among %zu:",
            h.n[0] + h.n[1], logreg_model_coefficients(words) - 1);
        show_heavy(l, words, at);
        draw(l, words, at);
        if (!l->frame)
            runs(l, &h, words);
        else
            cli_lesson_say(l, "Of the rows held out it is right about %.1f%%.", 100 * accuracy(l, words, &h));
    }
    logreg_model_free(words);
    free_all(&h);
}

static void tell(cli_lesson *l)
{
    logreg_frame *reviews = NULL;
    cli_lesson_say(l, "A fit wants numbers, and a sentence has none. So count: a column for each word, and "
                      "in it how often the sentence has the word. Where words stand and how "
                      "they hang together is lost, and yet much is kept. Four sentences, of which the first "
                      "and the third are praise:");
    for (size_t i = 0; i < SENTENCES; i++)
        cli_lesson_show(l, "%zu. %s", i + 1, sentence[i]);
    cli_lesson_gap(l);
    four(l);
    if (l->frame)
        many(l, l->frame, l->feature, l->target);
    else if (cli_lesson_data(&reviews, l, "@reviews"))
        many(l, reviews, "review", "sentiment");
    logreg_frame_free(reviews);
    cli_lesson_say(l, "An odds ratio of a word is that of texts that have it once more, others alike. It is "
                      "not what the word means: \"again\" speaks against, since people write "
                      "\"never again\".");
}

const cli_demo demo_text = {
    .name = "text",
    .section = "Pictures and words",
    .title = "Sentences become columns of words; words get odds ratios",
    .rows = "a target of two labels and a column of texts",
    .columns = 2,
    .tell = tell,
    .question = "The fit puts \"again\" among the worst words and \"tomorrow\" among the best. Which "
                "sentences taught it that? What would it say of \"I came again\"?",
    .next = "logreg fit @reviews --text review --penalty l2 --ngrams 2",
};
