/* Columns that another one decides: codes beside their labels, groups of levels beside these. */
#include "harness.h"
#include "oom.h"
#include "warned.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg/data.h>
#include <logreg/model.h>
#include <logreg/report.h>

enum { ROWS = 60 };

/* kind of six texts; code, one number for each; side, of three of them each; some, as side but for a row; y is of neither. */
static logreg_frame *table(void)
{
    static const char *const kinds[] = {"ash", "elm", "fir", "oak", "pine", "yew"};
    static const double codes[] = {11, 4, 7, 2, 9, 5};
    const char *kind[ROWS], *side[ROWS], *some[ROWS];
    double code[ROWS], x[ROWS], y[ROWS];
    logreg_frame *f = NULL;
    for (size_t i = 0; i < ROWS; i++) {
        size_t k = i * 7 % 6;
        kind[i] = i == 8 ? NULL : kinds[k];
        code[i] = codes[k];
        side[i] = k < 3 ? "left" : "right";
        some[i] = i == 50 ? "other" : side[i];
        x[i] = (double)(i * 37 % 23);
        y[i] = (double)(i * i % 11 % 2);
    }
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&f, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_category(f, "kind", kind, ROWS, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, "code", code, ROWS, 1, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_category(f, "side", side, ROWS, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_category(f, "some", some, ROWS, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, "x", x, ROWS, 1, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, "y", y, ROWS, 1, NULL), LOGREG_OK);
    return f;
}

static const struct {
    const char *formula;
    bool listed;
    const char *want, *aliased; /* NULL: nothing is said of it */
} told[] = {
    {"y ~ x + code + kind", true,
     "Said twice. code and kind say the same: each value of the one stands with one value of the other. Keep "
     "one: "
     "--exclude code gives each level of kind a coefficient; --exclude kind takes code as a number, with one "
     "slope.",
     "Left out, of what is said twice: kind[yew]."},
    {"y ~ kind + code + x", false,
     "Keep one: a formula without code gives each level of kind a coefficient; a formula without kind takes",
     "Left out, of what is said twice: code."},
    {"y ~ x + kind + side", true,
     "Said twice. Each level of kind stands with one value of side alone, so that the coefficients of its "
     "levels say "
     "all that others could. Keep one: --exclude side, or --exclude kind.",
     "Left out, of what is said twice: side[right]."},
    {"y ~ kind + side + code + x", true, "Each level of kind stands with one value of side alone",
     "side[right], code."},
    {"y ~ x + I(2*x) + kind + side", false, "Each level of kind stands with",
     "Left out as combinations of columns before them: I(2 * x) = 2"},
    {"y ~ x + kind + some", true, NULL, "some[right] = kind[oak] + kind[pine] + kind[yew]"},
    {"y ~ x + kind", true, NULL, NULL},
    {"y ~ x + I(3*x) + kind", false, NULL, "I(3 * x) = 3"},
};

static void tells_what_decides_what(void)
{
    logreg_frame *f = table();
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        logreg_options o = logreg_options_default();
        logreg_model *m = NULL;
        o.listed = told[i].listed;
        CU_ASSERT_EQUAL_FATAL(logreg_fit_formula(&m, f, told[i].formula, &o, NULL), LOGREG_OK);
        char *text = warnings_of(m);
        CU_ASSERT_PTR_NOT_NULL_FATAL(text);
        const char *want = told[i].want ? told[i].want : "";
        bool good = strstr(text, want) && !strstr(text, "Said twice") == !told[i].want &&
                    !strstr(text, "Aliased") == !told[i].aliased &&
                    (!told[i].aliased || strstr(text, told[i].aliased));
        if (!good)
            printf("# %s: %s\n", told[i].formula, text);
        CU_ASSERT_TRUE(good);
        free(text);
        logreg_model_free(m);
    }
    logreg_frame_free(f);
}

static void stays_with_the_model(void)
{
    logreg_frame *f = table();
    logreg_model *m = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_fit_formula(&m, f, "y ~ x + side + code + kind", NULL, NULL), LOGREG_OK);
    char *text = warnings_kept(m);
    CU_ASSERT_PTR_NOT_NULL(strstr(text, "code and kind say the same"));
    free(text);
    logreg_model_free(m);
    logreg_frame_free(f);
}

static bool fit_and_tell(void *frame)
{
    logreg_model *m = NULL;
    logreg_error err;
    char *text = NULL;
    logreg_status status = logreg_fit_formula(&m, frame, "y ~ code + kind + side", NULL, &err);
    bool ok = status == LOGREG_ENOMEM;
    if (status == LOGREG_OK) {
        text = warnings_or_none(m); /* or none, for lack of memory */
        ok = !text || strstr(text, "code and kind say the same");
    }
    free(text);
    logreg_model_free(m);
    return ok;
}

static void survives_any_failing_allocation(void)
{
    logreg_frame *f = table();
    CU_ASSERT_TRUE(oom_each(fit_and_tell, f));
    logreg_frame_free(f);
}

const test_case tests[] = {
    {"tells what decides what", tells_what_decides_what},
    {"stays with the model", stays_with_the_model},
    {"survives any failing allocation", survives_any_failing_allocation},
    {NULL, NULL},
};
