/* What figures say of what they show: separation, turns, what is left out and why. */
#include "fitted.h"
#include "frames.h"
#include "harness.h"

#include <stdio.h>
#include <string.h>

#include <logreg/figures.h>

/* Builds a figure, NULL where the fit has none of that kind. */
static logreg_figure *figure_of(const fitted *f, const char *kind, const logreg_figure_options *o)
{
    logreg_figure *figure = NULL;
    const logreg_figure_source source = {.model = f->model, .frame = f->frame};
    logreg_status status = logreg_figure_build(&figure, kind, &source, o, NULL);
    CU_ASSERT_EQUAL(status == LOGREG_OK, figure != NULL);
    return figure;
}

static bool says(const logreg_figure *figure, const char *words)
{
    bool said = strstr(logreg_figure_alt(figure), words);
    if (!said)
        printf("# '%s' is not in '%s'\n", words, logreg_figure_alt(figure));
    return said;
}

/* Whatever is drawn of separated classes says so, and what is drawn of others does not. */
static void separated(void)
{
    static const struct {
        int fit;
        bool separated;
    } one[] = {{FIT_TOY_A, true}, {FIT_TOY_B, true}, {FIT_IRIS, true}, {FIT_SPECIES, false}};
    for (size_t i = 0; i < sizeof one / sizeof *one; i++) {
        fitted f = fit_one(one[i].fit);
        size_t drawn = 0;
        const logreg_figure_kind *kind;
        for (size_t k = 0; (kind = logreg_figure_kind_at(k)); k++) {
            logreg_figure *figure = figure_of(&f, kind->name, NULL);
            if (!figure)
                continue;
            drawn++;
            CU_ASSERT_TRUE(one[i].separated ? says(figure, "eparated")
                                            : !strstr(logreg_figure_alt(figure), "eparated"));
            logreg_figure_free(figure);
        }
        CU_ASSERT_TRUE(drawn >= 8);
        fitted_free(&f);
    }
}

const test_case tests[] = {
    {"what is drawn of separated classes says so", separated},
    {NULL, NULL},
};
