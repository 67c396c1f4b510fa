/* The words that weigh most in a model of texts: bars of what one more of each adds to the log-odds, for the event and against it, or for each of many classes. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "figures/figure.h"
#include "figures/kind.h"
#include "model/model.h"
#include "report/page/figure.h"
#include "report/summary/summary.h"

/* Words of each sign in a panel that is alone, and in one of several; classes that have one; columns of a word, of a class. */
enum { ALONE = 10, BESIDE = 6, CLASSES_MOST = 9, WORD_ROOM = 22, CLASS_ROOM = 24 };

/* Less is rounding; and how far the axis reaches beyond the longest bar, for the numbers there. */
#define NOTHING 1e-12
#define BEYOND 1.28

typedef struct {
    double weight;
    size_t column;
} word;

typedef struct {
    const logreg_model *model;
    const char *text;
    size_t K, n; /* classes, words */
    word *all;   /* [n] room for those of a class, the heaviest first */
    double most; /* of all classes */
    size_t each; /* words of a sign */
} plot;

static double coefficient(const logreg_model *m, size_t k, size_t j)
{
    return k < logreg_model_first_class(m) ? 0 : logreg_model_coefficient(m, k, j);
}

/* What a word adds to the class's log-odds: of two against the other, of more against their mean. */
static double weight_of(const plot *p, size_t k, size_t j)
{
    double mean = 0;
    for (size_t c = 0; p->K > 2 && c < p->K; c++)
        mean += coefficient(p->model, c, j) / (double)p->K;
    return coefficient(p->model, k, j) - mean;
}

static int by_weight(const void *a, const void *b)
{
    const word *x = a, *y = b;
    return x->weight != y->weight ? (x->weight < y->weight) - (x->weight > y->weight)
                                  : (x->column > y->column) - (x->column < y->column);
}

/* Words stand behind all else. */
static void sort_words(const plot *p, size_t k)
{
    size_t first = logreg_model_coefficients(p->model) - p->n;
    for (size_t i = 0; i < p->n; i++)
        p->all[i] = (word){weight_of(p, k, first + i), first + i};
    qsort(p->all, p->n, sizeof *p->all, by_weight);
}

static size_t count_for(const plot *p)
{
    size_t n = 0;
    while (n < p->each && n < p->n && p->all[n].weight > NOTHING)
        n++;
    return n;
}

static size_t count_against(const plot *p)
{
    size_t n = 0;
    while (n < p->each && n < p->n && p->all[p->n - 1 - n].weight < -NOTHING)
        n++;
    return n;
}

/* What the name of a column, "review[good]", has in brackets, in a new text. */
static char *word_of(logreg_figure *f, const plot *p, size_t j)
{
    const char *name = logreg_model_coefficient_name(p->model, j) + strlen(p->text) + 1;
    char *whole = logreg__copy(name);
    if (whole)
        whole[strlen(whole) - 1] = '\0';
    char *made = whole ? logreg__figure_short(f, whole, WORD_ROOM) : NULL;
    f->failed = f->failed || !made;
    free(whole);
    return made;
}

/* A bar, the word on the other side of 0, and its odds ratio at the end. */
static void add_bar(logreg_figure *f, const plot *p, const word *w, double middle, const char *before,
                    logreg__page *said)
{
    char ratio[LOGREG__FIGURE_SIZE];
    double low = middle - 0.38, high = middle + 0.38, from = fmin(0, w->weight), to = fmax(0, w->weight);
    int side = w->weight > 0 ? 1 : -1;
    char *name = word_of(f, p, w->column);
    if (!name)
        return;
    logreg__figure_exp(ratio, w->weight, 3, f->title.sign);
    logreg_figure_boxes(f, &from, &low, &to, &high, 1,
                        &(logreg_mark){.colour = w->weight < 0, .opacity = 0.85});
    logreg_figure_label(f, 0, middle, name,
                        &(logreg_mark){.colour = LOGREG_INK, .align = side, .right = -side});
    logreg_figure_label(
        f, w->weight, middle, ratio,
        &(logreg_mark){.colour = LOGREG_GREY, .size = 0.85, .align = -side, .right = 0.8 * side});
    logreg__page_format(said, "%s%s %s", before, name, ratio);
    free(name);
}

static void add_class(logreg_figure *f, const plot *p, size_t k)
{
    size_t good = count_for(p), bad = count_against(p);
    double top = (double)(good + bad);
    logreg__page said;
    logreg__page_start_like(&said, &f->title);
    if (p->K > 2) {
        char *name = logreg__figure_short(f, logreg_model_class(p->model, k), CLASS_ROOM);
        logreg_figure_panel(f, name ? name : "");
        free(name);
        logreg__page_name(&said, logreg_model_class(p->model, k), LOGREG__NAME_ROOM);
        logreg__page_add(&said, ": ");
    }
    logreg_figure_set_axis(f, 'x',
                           &(logreg_figure_axis){.label = "Log-odds",
                                                 .low = -BEYOND * p->most,
                                                 .high = BEYOND * p->most,
                                                 .most = p->K > 2 ? 5 : 9,
                                                 .grid = true});
    logreg_figure_set_axis(
        f, 'y',
        &(logreg_figure_axis){.low = -0.2, .high = top + 0.2, .ticks = LOGREG_TICKS_NONE, .bare = true});
    logreg__page_add(&said, p->K > 2 ? "odds ratios for it" : "Odds ratios for it");
    for (size_t i = 0; i < good; i++)
        add_bar(f, p, &p->all[i], top - (double)i - 0.5, i ? ", " : " ", &said);
    logreg__page_add(&said, good ? "; against it" : " none; against it");
    for (size_t i = 0; i < bad; i++)
        add_bar(f, p, &p->all[p->n - 1 - i], (double)i + 0.5, i ? ", " : " ", &said);
    logreg__page_add(&said, bad ? "." : " none.");
    logreg__figure_say(f, &said);
}

static void write_words(logreg_figure *f, const plot *p)
{
    static const char *const counted[] = {[LOGREG__COUNT] = "one more of each",
                                          [LOGREG__BINARY] = "having each",
                                          [LOGREG__TFIDF] = "each by one of tf-idf"};
    logreg__page *title = &f->title, *text = &f->sentences;
    logreg__page_add(title, p->K > 2 ? "Words that speak for each " : "Words that speak for ");
    logreg__page_name(title, logreg_model_target(p->model), 24);
    if (p->K == 2) {
        logreg__write_label(title, p->model, 1, 16);
        logreg__page_add(title, ", and against it");
    }
    logreg__page_format(text, "The heaviest of %zu %s of ", p->n, p->n == 1 ? "word" : "words");
    logreg__page_name(text, p->text, LOGREG__NAME_ROOM);
    logreg__page_format(text, ": what %s adds to the log-odds%s, and odds ratios.",
                        counted[p->model->terms->words->options.weighting],
                        p->K > 2 ? " of the class, less the mean over all classes" : "");
    if (p->K > CLASSES_MOST)
        logreg__page_format(text, " %zu more classes are not drawn.", p->K - CLASSES_MOST);
}

static void draw(logreg_figure *f, plot *p)
{
    size_t first = p->K == 2, end = p->K < CLASSES_MOST ? p->K : CLASSES_MOST;
    for (size_t k = first; k < end; k++)
        for (size_t i = 0; i < p->n; i++)
            p->most = fmax(p->most, fabs(weight_of(p, k, logreg_model_coefficients(p->model) - p->n + i)));
    write_words(f, p);
    if (p->K > 2) {
        int columns = end == 4 ? 2 : 3, rows = ((int)end + columns - 1) / columns;
        logreg_figure_columns(f, columns);
        logreg_figure_size(f, 1600, 220 + rows * 640);
    }
    for (size_t k = first; k < end; k++) {
        sort_words(p, k);
        add_class(f, p, k);
    }
}

logreg_status logreg__build_words(logreg_figure *f, const logreg__order *order, logreg_error *err)
{
    plot p = {.model = order->model, .K = logreg_model_classes(order->model)};
    p.text = logreg_model_text(order->model, &p.n, NULL);
    if (!p.text)
        return logreg__fail(err, LOGREG_EINVAL,
                            "there are no words to draw: the model counts none, as one of 'logreg fit --text "
                            "COLUMN' does");
    p.each = p.K > 2 ? BESIDE : ALONE;
    p.all = logreg__new(p.n + 1, sizeof *p.all);
    if (!p.all)
        return logreg__fail_memory(err);
    draw(f, &p);
    free(p.all);
    return p.most > NOTHING
               ? LOGREG_OK
               : logreg__fail(err, LOGREG_EINVAL,
                              "there is nothing to draw: no word of '%.80s' weighs anything", p.text);
}
