/* Counts of cases with an event and without, in two columns: known by names and sums, told to whoever takes either for an outcome. */
#include "harness.h"
#include "oom.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "data/opposite.h"
#include "logreg.h"

static void knows_opposite_names(void)
{
    static const struct {
        const char *with, *without;
        bool opposite;
    } names[] = {
        {"dead", "alive", true},
        {"alive", "dead", false},
        {"num_dead", "num_alive", true},
        {"Dead count", "Alive count", true},
        {"ncases", "ncontrols", true},
        {"Number of successes", "Number of failures", true},
        {"yes", "no", true},
        {"n_ja", "n_nein", true},
        {"S\303\255", "No", true},
        {"Wins", "Losses", true},
        {"Tote", "\303\234berlebende", true},
        {"d\303\251c\303\251d\303\251s", "survivants", true},
        {"muertos", "vivos", true},
        {"events", "nonevents", true},
        {"responders", "non-responders", true},
        {"num_germinated", "num_not_germinated", true},
        {"infected", "uninfected", true},
        {"event", "no_event", true},
        {"dead", "dose", false},
        {"dead", "dead", false},
        {"yes", "note", false},
        {"events", "seventies", false},
        {"", "", false},
        {"age", "dosage", false},
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        bool got = logreg__names_opposite(names[i].with, names[i].without);
        if (got != names[i].opposite)
            printf("# %s, %s\n", names[i].with, names[i].without);
        CU_ASSERT_EQUAL(got, names[i].opposite);
    }
}

/* ---- Files ---- */

static logreg_status fit(const char *text, const char *formula, const logreg_csv_options *o,
                         logreg_error *err)
{
    logreg_frame *f = NULL;
    logreg_model *m = NULL;
    FILE *stream = fmemopen((void *)text, strlen(text), "rb");
    logreg_status status = stream ? logreg_frame_read_csv_stream(&f, stream, "f.csv", o, err) : LOGREG_ENOMEM;
    if (stream)
        fclose(stream);
    if (status == LOGREG_OK)
        status = logreg_fit_formula(&m, f, formula, NULL, err);
    logreg_model_free(m);
    logreg_frame_free(f);
    return status;
}

#define DEATHS "dose,dead,alive\n1,2,28\n2,5,26\n3,9,21\n4,14,16\n"
#define CELLS(name, cells, count)                                                                            \
    "perl -lne '@F = /(?:^|,)((?:\"[^\"]*\"|[^,])*)/g; splice @F, 1, 0, \"" name                             \
    "\" if $. == 1; if ($. > 1 && @F > " count ") { splice @F, 1, 0, \"" cells                               \
    "\" =~ /([\\d.]+)\\D*\\|\\D*([\\d.]+)/ ? $1 + $2 : \"\" } print join \",\", @F' f.csv, "

static void tells_them_as_an_outcome(void)
{
    static const struct {
        const char *text, *formula, *want; /* NULL: no such sentence */
    } files[] = {
        {DEATHS, "dead ~ dose",
         "f.csv: 'dead' and 'alive' look like counts of cases with and without an event. Write their sum in "
         "a "
         "column, " CELLS("n", "$F[1]|$F[2]", "2") "and use --target dead --trials n --exclude alive, or, if "
                                                   "each number is a class, --categorical dead"},
        {DEATHS, "alive ~ dose",
         "--target dead --trials n --exclude alive, or, if each number is a class, --categorical alive"},
        {DEATHS, "dose ~ dead + alive", NULL},
        {"n,no,yes\n1,2,28\n2,5,26\n3,9,21\n4,14,16\n", "yes ~ n",
         "--target yes --trials trials --exclude no"},
        /* by what they add up to */
        {"dose,a,b\n1,2,28\n2,5,25\n3,9,21\n4,14,16\n", "a ~ dose",
         "'a' and 'b', which add up to 30 in every row, look like counts"},
        {"dose,a,b\n1,2,28\n2,5,25\n3,9,21\n4,14,16\n", "b ~ dose", "--target b --trials n --exclude a"},
        {"dose,a,b\n1,2,28\n2,5,26\n3,9,21\n4,14,16\n", "b ~ dose", NULL},
        {"dose,a,b\n1,2,98\n2,5,95\n3,9,91\n4,14,86\n", "b ~ dose", NULL}, /* percents */
        {"dose,a,b\n1,2,-2\n2,5,-5\n3,9,-9\n4,14,-14\n", "b ~ dose", NULL},
        {"dose,dead,alive\n1,2.5,28\n2,5,26\n3,9,21\n4,14,16\n", "alive ~ dose", NULL},
        {"dose,dead,alive\n1,0,1\n2,1,0\n3,1,0\n4,0,1\n5,0,1\n", "dead ~ dose", NULL},
        {"dose,dead,alive\n1,2,28\n2,5,26\n3,9,21\n", "dead ~ dose", NULL},
        /* where their sum has a column the options alone are told, by the command line */
        {"dose,dead,alive,all\n1,2,28,30\n2,5,26,31\n3,9,21,30\n4,14,16,30\n", "dead ~ dose", NULL},
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        logreg_csv_options o = logreg_csv_options_default();
        logreg_error err = {0};
        logreg_status status = fit(files[i].text, files[i].formula, &o, &err);
        bool told = status == LOGREG_EDATA && strstr(err.message, "look like counts of cases");
        bool good = files[i].want ? told && strstr(err.message, files[i].want) : !told;
        if (!good)
            printf("# file %zu: %s\n", i, err.message);
        CU_ASSERT_TRUE(good);
    }
}

static void believes_who_says_classes(void)
{
    logreg_csv_options o = logreg_csv_options_default();
    const char *const names[] = {"dead"};
    logreg_error err = {0};
    o.categorical = names;
    o.n_categorical = 1;
    CU_ASSERT_EQUAL(fit(DEATHS, "dead ~ dose", &o, &err), LOGREG_OK);
}

static bool told_or_out_of_memory(void *context)
{
    logreg_csv_options o = logreg_csv_options_default();
    logreg_error err = {0};
    (void)context;
    logreg_status status = fit(DEATHS, "dead ~ dose", &o, &err);
    return status == LOGREG_ENOMEM || (status == LOGREG_EDATA && strstr(err.message, "--trials n"));
}

static void survives_lack_of_memory(void)
{
    CU_ASSERT_TRUE(oom_each(told_or_out_of_memory, NULL));
}

const test_case tests[] = {{"knows opposite names", knows_opposite_names},
                           {"tells them as an outcome", tells_them_as_an_outcome},
                           {"believes who says classes", believes_who_says_classes},
                           {"survives lack of memory", survives_lack_of_memory},
                           {NULL, NULL}};
