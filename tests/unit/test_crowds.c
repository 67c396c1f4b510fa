/* Categories of so many levels that each has few rows: what fit and doctor say of them, by one rule. */
#include "harness.h"
#include "oom.h"
#include "warned.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <logreg/doctor.h>
#include <logreg/report.h>

#include "data/crowd.h"

enum { MOST = 400 };

static const char *const surnames[] = {"Bauer",     "Becker", "Fischer",       "Hoffmann", "Klein",
                                       "Koch",      "Meyer",  "M\303\274ller", "Richter",  "Schmidt",
                                       "Schneider", "Schulz", "Wagner",        "Weber",    "Wolf"};

/* A table of rows: the category, a number, and the outcome, where none of the levels decides it or all of a few rows do. */
typedef struct {
    const char *name;
    size_t rows, levels;
    bool decides;
} crowd;

/* A number that looks random, in (0, 1), always the same. */
static double draw(size_t i, size_t stream)
{
    double x = sin((double)(i + 1) * 12.9898 + (double)stream * 78.233) * 43758.5453;
    return x - floor(x);
}

static logreg_frame *table(const crowd *c)
{
    logreg_frame *f = NULL;
    double x[MOST], y[MOST];
    static char text[MOST][24];
    const char *label[MOST];
    for (size_t i = 0; i < c->rows; i++) {
        size_t level = i % c->levels;
        snprintf(text[i], sizeof text[i], "%s %zu", surnames[level % 15], level / 15);
        label[i] = text[i];
        x[i] = draw(i, 1);
        y[i] = c->decides ? (double)(level % 2) : draw(i, 2) < 0.3 + 0.4 * x[i];
        if (!c->decides && i < 2 * c->levels) /* both outcomes in each level */
            y[i] = (double)(i / c->levels);
    }
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&f, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_category(f, c->name, label, c->rows, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, "x", x, c->rows, 1, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, "y", y, c->rows, 1, NULL), LOGREG_OK);
    return f;
}

static bool doctor_finds(const logreg_frame *f, const char *code, const char *advice)
{
    logreg_checkup *c = NULL;
    bool found = false;
    CU_ASSERT_EQUAL_FATAL(logreg_checkup_new(&c, f, "y ~ .", NULL, NULL), LOGREG_OK);
    for (size_t i = 0; i < logreg_checkup_findings(c); i++) {
        logreg_finding finding = logreg_checkup_finding(c, i);
        found = found || (strcmp(finding.code, code) == 0 && strstr(finding.advice, advice));
    }
    logreg_checkup_free(c);
    return found;
}

/* ---- Which are told ---- */

static const struct {
    crowd table;
    const char *want; /* NULL: nothing is said of levels */
} told[] = {
    {{"town", 120, 50, false},
     "Many levels. town has 50 levels in 120 rows: each but the first is a coefficient, from few rows."},
    {{"town", 60, 21, false},
     "--exclude town leaves it out; if they are groups that you mean, merge rare ones."},
    {{"town", 60, 20, false}, NULL},
    {{"town", 40, 15, false}, "town has 15 levels in 40 rows"},
    {{"town", 400, 21, false}, "town has 21 levels in 400 rows"},
    {{"town", 400, 20, false}, NULL},
    {{"town", 300, 15, false}, NULL},
    {{"Nachname", 300, 15, false}, "Nachname has 15 levels in 300 rows"},
    {{"Last Name", 300, 15, false}, "--exclude 'Last Name' leaves it out"},
    {{"Efternamn", 300, 15, false}, "Efternamn has 15 levels"},
    {{"Nom", 300, 15, false}, "Nom has 15 levels"},
    {{"nom_du_patient", 300, 15, false}, "nom_du_patient has 15 levels"},
    {{"APELLIDOS", 300, 15, false}, "APELLIDOS has 15 levels"},
    {{"Customer Name", 300, 15, false}, "Customer Name has 15 levels"},
    {{"Patient", 300, 15, false}, "Patient has 15 levels"},
    {{"Kunde", 300, 15, false}, "Kunde has 15 levels"},
    {{"Kunde", 300, 5, false}, NULL},
    {{"Owner", 180, 10, false}, "Owner has 10 levels in 180 rows"},
    {{"Pet name", 280, 15, false}, "--exclude 'Pet name' leaves it out"},
    {{"Propriet\303\241rio", 280, 15, false}, "has 15 levels in 280 rows"},
    {{"Animal", 180, 9, false}, NULL},
    {{"Animal", 300, 15, false}, NULL},
    {{"owner type", 280, 15, false}, NULL},
    {{"name_of_drug", 300, 15, false}, NULL},
    {{"nominal", 300, 15, false}, NULL},
    {{"patient type", 300, 15, false}, NULL},
};

static void tells_them_by_one_rule(void)
{
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        logreg_frame *f = table(&told[i].table);
        logreg_model *m = NULL;
        logreg_options o = logreg_options_default();
        o.listed = true;
        CU_ASSERT_EQUAL_FATAL(logreg_fit_formula(&m, f, "y ~ .", &o, NULL), LOGREG_OK);
        char *text = warnings_of(m);
        bool said = strstr(text, "Many levels"),
             good = told[i].want ? strstr(text, told[i].want) != NULL : !said;
        bool found = doctor_finds(f, "many_levels", "Leave it out: --exclude ");
        if (!good || said != found)
            printf("# row %zu, %s: %s\n", i, told[i].table.name, text);
        CU_ASSERT_TRUE(good);
        CU_ASSERT_EQUAL(said, found);
        free(text);
        logreg_model_free(m);
        logreg_frame_free(f);
    }
}

/* Names that somebody chose are meant, but what is many stays many; trials and frequencies are cases. */
static void minds_what_was_meant(void)
{
    static const crowd names = {"Name", 300, 15, false}, towns = {"town", 60, 21, false};
    double ten[MOST];
    for (size_t i = 0; i < MOST; i++)
        ten[i] = 10;
    for (size_t i = 0; i < 4; i++) {
        logreg_frame *f = table(i < 2 ? &names : &towns);
        CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, "n", ten, i < 2 ? 300 : 60, 1, NULL), LOGREG_OK);
        logreg_options o = logreg_options_default();
        o.chosen = i == 0 || i == 2;
        o.weights = i == 3 ? "n" : NULL;
        logreg_model *m = NULL;
        const char *formula = i == 1 ? "y ~ x + C(Name)" : i == 0 ? "y ~ x + Name" : "y ~ x + town";
        CU_ASSERT_EQUAL_FATAL(logreg_fit_formula(&m, f, formula, &o, NULL), LOGREG_OK);
        char *text = warnings_of(m);
        CU_ASSERT_EQUAL(strstr(text, "Many levels") != NULL, i == 2);
        free(text);
        logreg_model_free(m);
        logreg_frame_free(f);
    }
}

/* Labels that number persons and things, whose rows belong together. */
static void knows_numbered_labels(void)
{
    static const struct {
        const char *label[3];
        bool numbered;
    } sets[] = {
        {{"S001", "S002", "S117"}, true},
        {{"MX-0417", "MX-0018", "MX-11"}, true},
        {{"00417", "00018", "10011"}, true},
        {{"A-12/b", "C-7/d", "F-99/a"}, true},
        {{"0b7ffd70-1fbe-4f1a-9c3b-5ff3a9b3f2aa", "f3c0a1d2-0000-4abc-8def-aaaaaaaaaaaa",
          "12345678-1234-1234-1234-123456789012"},
         true},
        {{"20-24", "25-29", "30-34"}, false},
        {{"Lyon", "Bern", "Oslo"}, false},
        {{"S001", "S002", "none"}, false},
        {{"Bauer 1", "Meyer 2", "Schmidt 3"}, false},
        {{"<= 5", "6-10", "> 10"}, false},
        {{"abcdefabcdefabcdef", "deadbeefdeadbeef", "cafecafecafecafe"}, false},
    };
    for (size_t i = 0; i < sizeof sets / sizeof *sets; i++) {
        char *label[3];
        for (size_t k = 0; k < 3; k++)
            label[k] = strdup(sets[i].label[k]);
        if (logreg__labels_numbered(label, 3) != sets[i].numbered)
            printf("# %s\n", label[0]);
        CU_ASSERT_EQUAL(logreg__labels_numbered(label, 3), sets[i].numbered);
        for (size_t k = 0; k < 3; k++)
            free(label[k]);
    }
}

/* ---- What follows from them ---- */

static void separation_names_the_column_first(void)
{
    static const crowd decides = {"Namn", 90, 45, true};
    static const char want[] = "Separation. 45 of the 45 levels of Namn have rows of one class alone, and "
                               "one such level is enough. Leave it "
                               "out first, by a formula without Namn, and look again. Complete:";
    logreg_frame *f = table(&decides);
    logreg_model *m = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_fit_formula(&m, f, "y ~ .", NULL, NULL), LOGREG_OK);
    char *text = warnings_of(m);
    CU_ASSERT_PTR_NOT_NULL(strstr(text, want));
    CU_ASSERT_TRUE(doctor_finds(f, "separation", "Then look for other columns that do."));
    free(text);
    logreg_model_free(m);
    logreg_frame_free(f);
}

/* Beside so many levels any measurement goes with them. */
static void measurements_are_not_blamed(void)
{
    static const crowd names = {"Namn", 140, 119, false};
    double age[MOST], weight[MOST];
    for (size_t i = 0; i < 140; i++) {
        age[i] = 40 + 30 * draw(i, 4);
        weight[i] = 60 + 40 * draw(i, 5);
    }
    logreg_frame *f = table(&names);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, "age", age, 140, 1, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f, "weight", weight, 140, 1, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(doctor_finds(f, "many_levels", "--exclude Namn"));
    CU_ASSERT_FALSE(doctor_finds(f, "collinear", ""));
    logreg_frame_free(f);
}

/* ---- In a model's file, and without memory ---- */

static void stays_with_the_model(void)
{
    static const crowd decides = {"Namn", 90, 45, true};
    logreg_frame *f = table(&decides);
    logreg_model *m = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_fit_formula(&m, f, "y ~ .", NULL, NULL), LOGREG_OK);
    char *text = warnings_kept(m);
    CU_ASSERT_PTR_NOT_NULL(strstr(text, "Many levels"));
    free(text);
    logreg_model_free(m);
    logreg_frame_free(f);
}

static bool fit_and_tell(void *frame)
{
    logreg_model *m = NULL;
    logreg_error err;
    char *text = NULL;
    logreg_status status = logreg_fit_formula(&m, frame, "y ~ Namn", NULL, &err);
    if (status == LOGREG_OK) {
        logreg_report_options o = logreg_report_options_default();
        status = logreg_report_warnings(&text, m, &o, &err);
    }
    bool ok = status == LOGREG_OK ? text != NULL : status == LOGREG_ENOMEM && !text;
    free(text);
    logreg_model_free(m);
    return ok;
}

static void survives_any_failing_allocation(void)
{
    static const crowd names = {"Namn", 20, 7, false};
    logreg_frame *f = table(&names);
    CU_ASSERT_TRUE(oom_each(fit_and_tell, f));
    logreg_frame_free(f);
}

const test_case tests[] = {
    {"tells them by one rule", tells_them_by_one_rule},
    {"minds what was meant", minds_what_was_meant},
    {"knows numbered labels", knows_numbered_labels},
    {"separation names the column first", separation_names_the_column_first},
    {"measurements are not blamed", measurements_are_not_blamed},
    {"stays with the model", stays_with_the_model},
    {"survives any failing allocation", survives_any_failing_allocation},
    {NULL, NULL},
};
