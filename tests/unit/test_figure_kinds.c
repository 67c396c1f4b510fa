/* Figures of every kind: fits of all sorts, sources that lack something, memory that runs out. */
#include "figured.h"
#include "oom.h"

#include <math.h>
#include <stdlib.h>

#include "figures/gnuplot/script.h"

/* Whether its words have more than its title and sentences, numbers among them. */
static bool tells_numbers(const logreg_figure *figure)
{
    const char *alt = logreg_figure_alt(figure);
    size_t printed =
        strlen(logreg__page_string(&figure->title)) + strlen(logreg__page_string(&figure->sentences)) + 2;
    return strlen(alt) > printed + 12 && strpbrk(alt + printed, "0123456789");
}

/* Writes its script, prints it, and looks whether it has words. */
static logreg_status draw(logreg_figure *figure, logreg_error *err)
{
    char *script = NULL, *text = NULL;
    logreg_status status = logreg__script(&script, figure, logreg__format_of("figure.gp"), err);
    if (status == LOGREG_OK)
        status = logreg_figure_text(&text, figure, NULL, err);
    if (status == LOGREG_OK)
        CU_ASSERT_TRUE(tells_numbers(figure));
    free(script);
    free(text);
    logreg_figure_free(figure);
    return status;
}

/* ---- Fits of all sorts ---- */

/* Each kind either draws a fit or says in a sentence why not; nothing else. */
static void every_kind(void)
{
    for (int which = 0; which < FITS; which++) {
        fitted f = fit_one(which);
        const logreg_figure_kind *kind;
        for (size_t k = 0; (kind = logreg_figure_kind_at(k)); k++) {
            logreg_error err = {.message = ""};
            logreg_figure *figure = NULL;
            const logreg_figure_source source = {.model = f.model, .frame = f.frame};
            logreg_status status = logreg_figure_build(&figure, kind->name, &source, NULL, &err);
            if (status == LOGREG_OK)
                status = draw(figure, &err);
            else
                CU_ASSERT_TRUE(strlen(err.message) > 10);
            bool told = status == LOGREG_OK || status == LOGREG_EINVAL || status == LOGREG_EDATA;
            if (!told)
                printf("# %s of %s: %d %s\n", kind->name, f.name, status, err.message);
            CU_ASSERT_TRUE(told);
        }
        fitted_free(&f);
    }
}

/* 16 columns, called by the word and running numbers where it has letters, else by letters alone. */
static logreg_frame *frame_of_pixels(const char *word)
{
    enum { ROWS = 24, PIXELS = 16 };
    double x[ROWS], y[ROWS];
    char name[8];
    logreg_frame *frame = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, NULL), LOGREG_OK);
    for (int k = 0; k < PIXELS; k++) {
        for (int i = 0; i < ROWS; i++) {
            x[i] = (i * (k + 3) + i * i) % 7;
            y[i] = i % 3 == 0;
        }
        if (*word)
            snprintf(name, sizeof name, "%s%d", word, k + 1);
        else
            snprintf(name, sizeof name, "%c", 'a' + k);
        CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, name, x, ROWS, 1, NULL), LOGREG_OK);
    }
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, "y", y, ROWS, 1, NULL), LOGREG_OK);
    return frame;
}

/* A square number of columns is no image: few of them, or names that nothing numbers. */
static void only_pixels(void)
{
    logreg_options ridge = logreg_options_default();
    ridge.penalty = "l2";
    for (int which = 0; which < 2; which++) {
        logreg_frame *frame = which ? frame_shipped("iris") : frame_of_pixels("");
        logreg_model *model = fit_frame(frame, which ? "species ~ ." : "y ~ .", &ridge);
        refused(model, frame, "weights", "pixels of a square, 16 at least");
        logreg_model_free(model);
        logreg_frame_free(frame);
    }
}

static void says_why_not(void)
{
    fitted f = fit_one(FIT_CHALLENGER), species = fit_one(FIT_SPECIES), empty = fit_one(FIT_EMPTY);
    refused(f.model, NULL, "residuals", "needs the rows of the fit");
    refused(f.model, NULL, "descent", "needs the rows of the fit");
    refused(f.model, NULL, "calibration", "needs rows");
    refused(f.model, f.frame, "iterations", "iterations of a fit");
    refused(f.model, f.frame, "loss", "path of penalties");
    refused(f.model, f.frame, "boundary", "has only one");
    refused(f.model, f.frame, "weights", "pixels of a square");
    refused(species.model, species.frame, "nomogram", "of two classes, and the model has 3: points add up");
    refused(empty.model, empty.frame, "forest", "no odds ratios");
    refused(empty.model, empty.frame, "effects", "no variables");
    refused(empty.model, empty.frame, "nomogram", "no variables");
    refused(empty.model, empty.frame, "descent", "an intercept and one number");
    fitted_free(&f);
    fitted_free(&species);
    fitted_free(&empty);
    logreg_frame *cars = frame_shipped("mtcars");
    logreg_options firth = firth_options("firth");
    logreg_model *crossed = fit_frame(cars, "am ~ wt * hp", &firth);
    refused(crossed, cars, "nomogram", "interactions: what 'wt' gives depends on 'hp'");
    logreg_model_free(crossed);
    logreg_frame_free(cars);
}

/* ---- Memory ---- */

typedef struct {
    logreg_figure_source source;
    const char *kind, *by;
} job;

static bool build_and_draw(void *context)
{
    const job *j = context;
    logreg_error err;
    logreg_figure *figure = NULL;
    logreg_figure_options o = logreg_figure_options_default();
    o.by = j->by;
    if (logreg_figure_build(&figure, j->kind, &j->source, &o, &err) != LOGREG_OK) {
        if (err.status != LOGREG_ENOMEM)
            printf("# %s: %s\n", j->kind, err.message);
        return err.status == LOGREG_ENOMEM;
    }
    logreg_status status = draw(figure, &err);
    return status == LOGREG_OK || (status == LOGREG_ENOMEM && err.status == status);
}

static void out_of_memory(void)
{
    static const char *const of_rows[] = {"forest",    "precision-recall", "calibration", "gain",
                                          "lift",      "confusion",        "residuals",   "leverage",
                                          "influence", "effects",          "nomogram",    "descent"};
    static const double beta[] = {0, 0};
    static const logreg_trace_row trace[] = {{0, 0.7, 1, 0, NAN, beta, 2}, {1, 0.5, 0, 1, NAN, beta, 2}};
    /* Few rows, since what costs most is to find places that hide none of them. */
    logreg_frame *toy = frame_toy_b();
    logreg_model *one = fit_frame(toy, "y ~ x2", NULL), *two = fit_frame(toy, "y ~ x1 + x2", NULL);
    for (size_t i = 0; i < sizeof of_rows / sizeof *of_rows; i++)
        CU_ASSERT_TRUE(oom_each(build_and_draw, &(job){{.model = one, .frame = toy}, of_rows[i], NULL}));
    CU_ASSERT_TRUE(
        oom_each(build_and_draw, &(job){{.model = one, .trace = trace, .n_trace = 2}, "iterations", NULL}));
    CU_ASSERT_TRUE(oom_each(build_and_draw, &(job){{.model = two, .frame = toy}, "boundary", NULL}));
    logreg_model_free(one);
    logreg_model_free(two);
    logreg_frame_free(toy);
    logreg_frame *three = NULL;
    logreg_frame_new(&three, NULL);
    logreg_frame_add_numeric(three, "x", (double[]){1, 2, 3, 4, 5, 6, 7, 8}, 8, 1, NULL);
    logreg_frame_add_category(three, "y", (const char *const[]){"a", "b", "a", "c", "b", "a", "c", "b"}, 8,
                              NULL);
    logreg_model *rest = fit_frame(three, "y ~ x", NULL);
    CU_ASSERT_TRUE(
        oom_each(build_and_draw, &(job){{.model = rest, .frame = three}, "precision-recall", NULL}));
    static const char *const of_three[] = {"calibration", "curve", "effects", "residuals"};
    for (size_t i = 0; i < sizeof of_three / sizeof *of_three; i++)
        CU_ASSERT_TRUE(oom_each(build_and_draw, &(job){{.model = rest, .frame = three}, of_three[i], NULL}));
    logreg_model_free(rest);
    logreg_frame_free(three);
    fitted ucb = fit_one(FIT_UCB);
    CU_ASSERT_TRUE(
        oom_each(build_and_draw, &(job){{.model = ucb.model, .frame = ucb.frame}, "curve", "gender"}));
    fitted_free(&ucb);
    logreg_frame *pixels = frame_of_pixels("p");
    logreg_options ridge = logreg_options_default();
    ridge.penalty = "l2";
    logreg_model *square = fit_frame(pixels, "y ~ .", &ridge);
    CU_ASSERT_TRUE(oom_each(build_and_draw, &(job){{.model = square}, "weights", NULL}));
    logreg_model_free(square);
    logreg_frame_free(pixels);
    logreg_frame *cars = frame_shipped("mtcars");
    logreg_model *both = fit_frame(cars, "vs ~ wt + C(am)", NULL);
    CU_ASSERT_TRUE(oom_each(build_and_draw, &(job){{.model = both, .frame = cars}, "curve", "am"}));
    logreg_model_free(both);
    logreg_frame_free(cars);
}

const test_case tests[] = {
    {"every kind draws every fit, or says why not", every_kind},
    {"what a kind cannot draw is told", says_why_not},
    {"images are of pixels alone", only_pixels},
    {"out of memory", out_of_memory},
    {NULL, NULL},
};
