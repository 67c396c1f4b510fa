/* Pictures: what a script may hold, what becomes of a gnuplot that misbehaves, and memory that runs out. */
#include "fitted.h"
#include "harness.h"
#include "oom.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <logreg/figures.h>

#include "figures/figure.h"
#include "figures/groups.h"
#include "figures/quote.h"

static char folder[] = "/tmp/logreg-figures-XXXXXX";

static const char *in_folder(const char *name)
{
    static char path[2][128];
    static int turn;
    turn = !turn;
    snprintf(path[turn], sizeof path[turn], "%s/%s", folder, name);
    return path[turn];
}

static void begin(void)
{
    strcpy(folder + sizeof folder - 7, "XXXXXX");
    CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(folder));
}

static void end(void)
{
    static const char *const names[] = {"gnuplot", "fit.png", "fit.gp"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        unlink(in_folder(names[i]));
    CU_ASSERT_EQUAL(rmdir(folder), 0); /* nothing half-written was left */
}

static void write_text(const char *path, const char *text, mode_t mode)
{
    FILE *file = fopen(path, "w");
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    fputs(text, file);
    fclose(file);
    chmod(path, mode);
}

static bool holds(const char *path, const char *text)
{
    char buffer[64] = "";
    FILE *file = fopen(path, "r");
    if (file) {
        buffer[fread(buffer, 1, sizeof buffer - 1, file)] = '\0';
        fclose(file);
    }
    return same_text(buffer, text);
}

/* A script of the shell in gnuplot's place; what it says is an error that tells why, and the old file stays. */
static void misbehaves(const char *script, double seconds, const char *why)
{
    begin();
    fitted f = fit_one(FIT_CHALLENGER);
    write_text(in_folder("gnuplot"), script, 0755);
    write_text(in_folder("fit.png"), "old", 0644);
    logreg_figure_options o = logreg_figure_options_default();
    char program[128];
    snprintf(program, sizeof program, "%s", in_folder("gnuplot"));
    o.gnuplot = program;
    o.seconds = seconds;
    logreg_error err = {.message = ""};
    CU_ASSERT_EQUAL(logreg_figure_write(in_folder("fit.png"), f.model, f.frame, &o, &err), LOGREG_EIO);
    bool told = strstr(err.message, why);
    if (!told)
        printf("# '%s' is not in '%s'\n", why, err.message);
    CU_ASSERT_TRUE(told);
    CU_ASSERT_TRUE(holds(in_folder("fit.png"), "old"));
    fitted_free(&f);
    end();
}

static void hangs(void)
{
    time_t start = time(NULL);
    misbehaves("#!/bin/sh\nexec /bin/sleep 100\n", 0.3, "took longer than 0.3 seconds");
    misbehaves("#!/bin/sh\n/bin/sleep 100 &\nexit 0\n", 0.3, "took longer than 0.3 seconds");
    misbehaves("#!/bin/sh\nexec >/dev/null 2>&1 /bin/sleep 100\n", 0.3, "took longer than 0.3 seconds");
    CU_ASSERT_TRUE(time(NULL) - start < 30);
}

static void dies(void)
{
    misbehaves("#!/bin/sh\nkill -9 $$\n", 30, "was ended by signal 9");
    misbehaves("#!/bin/sh\necho 'line 0: warning: hm' >&2; echo 'all is lost' >&2; exit 3\n", 30,
               "failed: all is lost");
    misbehaves("#!/bin/sh\nexit 1\n", 30, "failed: it gave no reason");
    misbehaves("#!/no/such/interpreter\n", 30, "cannot run gnuplot");
}

static void truncates(void)
{
    misbehaves("#!/bin/sh\nexit 0\n", 30, "drew no whole png picture");
    misbehaves("#!/bin/sh\nprintf '\\211PNG\\r\\n\\032\\n\\0\\0\\0\\0IEN'\n", 30,
               "drew no whole png picture");
    misbehaves("#!/bin/sh\nprintf '\\211PNG\\r\\n\\032\\n\\377\\377\\377\\377IDAT'\n", 30,
               "drew no whole png picture");
    misbehaves("#!/bin/sh\nprintf '<?xml version=\"1.0\"?><svg></svg>'\n", 30, "drew no whole png picture");
}

/* It sees no environment, and reads its script from standard input. */
static void sees_nothing(void)
{
    setenv("LOGREG_SECRET", "x", 1);
    misbehaves("#!/bin/sh\n[ -z \"$HOME$LOGREG_SECRET\" ] && [ \"$*\" = -d ] && read line && [ \"${line%% "
               "*}\" = set ] && "
               "echo 'as it should be' >&2\nexit 1\n",
               30, "failed: as it should be");
    unsetenv("LOGREG_SECRET");
}

static void is_missing(void)
{
    fitted f = fit_one(FIT_CHALLENGER);
    logreg_figure_options o = logreg_figure_options_default();
    logreg_error err;
    o.gnuplot = "/no/such/gnuplot";
    CU_ASSERT_EQUAL(logreg_figure_write("fit.png", f.model, NULL, &o, &err), LOGREG_EIO);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, "install the packages gnuplot-nox and fonts-lato"));
    o.gnuplot = NULL;
    CU_ASSERT_EQUAL(logreg_figure_check("fit.svg", &o, &err), LOGREG_EIO);
    CU_ASSERT_EQUAL(logreg_figure_check("fit.gp", &o, &err), LOGREG_OK);
    fitted_free(&f);
}

static void refuses(void)
{
    logreg_figure_options o = logreg_figure_options_default();
    o.what = "pie";
    CU_ASSERT_EQUAL(logreg_figure_check("fit.gp", &o, NULL), LOGREG_EINVAL);
    o = logreg_figure_options_default();
    o.conf_level = 1;
    CU_ASSERT_EQUAL(logreg_figure_check("fit.gp", &o, NULL), LOGREG_EINVAL);
    o = logreg_figure_options_default();
    o.seconds = NAN;
    CU_ASSERT_EQUAL(logreg_figure_check("fit.gp", &o, NULL), LOGREG_EINVAL);
    CU_ASSERT_EQUAL(logreg_figure_check("fit.txt", NULL, NULL), LOGREG_EINVAL);
}

static void quotes(void)
{
    static const char *const pair[][2] = {
        {"age", "'age'"},
        {"it's", "'it’s'"},
        {"''''", "'’’’’'"},
        {"`x` $(y) @z %s", "'`x` $(y) @z %s'"},
        {"a\n!b", "'a?!b'"},
        {"\033[1m", "'?[1m'"},
        {"a\342\200\256b", "'a?b'"},
        {"\377\376", "'\?\?'"},
        {"]]>", "']] >'"},
        {"", "''"},
    };
    for (size_t i = 0; i < sizeof pair / sizeof *pair; i++) {
        logreg__text text = {0};
        logreg__quote(&text, pair[i][0]);
        CU_ASSERT_TRUE(same_text(text.start, pair[i][1]));
        free(text.start);
    }
    char name[10001];
    memset(name, 'x', 10000);
    name[10000] = '\0';
    logreg__text text = {0};
    logreg__quote(&text, name);
    CU_ASSERT_TRUE(text.length < 200);
    free(text.start);
}

/* Wilson's interval of 3 events in 10, by prop.test(3, 10, correct = FALSE) of R; of none in 10. */
static void wilson(void)
{
    double x[20], y[20];
    for (int i = 0; i < 20; i++) {
        x[i] = i < 10 ? 1 : 2;
        y[i] = i < 3;
    }
    logreg_frame *frame = NULL;
    logreg_model *model = NULL;
    logreg_frame_new(&frame, NULL);
    logreg_frame_add_numeric(frame, "x", x, 20, 1, NULL);
    logreg_frame_add_numeric(frame, "y", y, 20, 1, NULL);
    CU_ASSERT_EQUAL_FATAL(logreg_fit_formula(&model, frame, "y ~ x", NULL, NULL), LOGREG_OK);
    logreg__observed observed;
    logreg__groups groups;
    CU_ASSERT_EQUAL_FATAL(logreg__observed_open(&observed, model, frame, 0, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg__groups_new(&groups, &observed, 0.95, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(groups.n, 2); /* equal x stay together */
    CU_ASSERT_TRUE(near_rel(groups.group[0].low, 0.1077912674, 1e-9));
    CU_ASSERT_TRUE(near_rel(groups.group[0].high, 0.6032218525, 1e-9));
    CU_ASSERT_TRUE(near_abs(groups.group[1].low, 0, 1e-15));
    CU_ASSERT_TRUE(near_rel(groups.group[1].high, 0.2775327999, 1e-9));
    logreg__groups_free(&groups);
    logreg__observed_close(&observed);
    logreg_model_free(model);
    logreg_frame_free(frame);
}

/* Every kind of fit has a script, with rows and without, the same each time. */
static void every_fit(void)
{
    begin();
    for (int which = 0; which < FITS; which++) {
        fitted f = fit_one(which);
        for (int rows = 0; rows < 2; rows++) {
            logreg_error err = {.message = ""};
            bool bare = which == FIT_EMPTY || which == FIT_UNMEASURED;
            logreg_status want = bare ? LOGREG_EINVAL : LOGREG_OK;
            logreg_status got =
                logreg_figure_write(in_folder("fit.gp"), f.model, rows ? f.frame : NULL, NULL, &err);
            if (got != want)
                printf("# %s: %s\n", f.name, err.message);
            CU_ASSERT_EQUAL(got, want);
        }
        fitted_free(&f);
    }
    end();
}

static bool draw(void *context)
{
    fitted *f = context;
    logreg_error err;
    logreg_status status = logreg_figure_write(in_folder("fit.gp"), f->model, f->frame, NULL, &err);
    return status == LOGREG_OK || status == LOGREG_ENOMEM;
}

static bool draw_roc(void *context)
{
    fitted *f = context;
    logreg_error err;
    logreg_figure_options o = logreg_figure_options_default();
    o.what = "roc";
    logreg_status status = logreg_figure_write(in_folder("fit.gp"), f->model, f->frame, &o, &err);
    return status == LOGREG_OK || (status == LOGREG_ENOMEM && err.status == status);
}

static void out_of_memory(void)
{
    static const int which[] = {FIT_CHALLENGER, FIT_UCB, FIT_SPECIES};
    begin();
    for (size_t i = 0; i < sizeof which / sizeof *which; i++) {
        fitted f = fit_one(which[i]);
        CU_ASSERT_TRUE(oom_each(draw, &f));
        if (logreg_model_classes(f.model) == 2)
            CU_ASSERT_TRUE(oom_each(draw_roc, &f));
        fitted_free(&f);
    }
    end();
}

const test_case tests[] = {
    {"a gnuplot that hangs is stopped", hangs},
    {"a gnuplot that dies is an error that tells why", dies},
    {"a picture that is not whole is not written", truncates},
    {"gnuplot sees no environment", sees_nothing},
    {"a missing gnuplot is told with what to install", is_missing},
    {"what makes no sense is refused", refuses},
    {"strings are quoted so that nothing gets out", quotes},
    {"Wilson's intervals of groups", wilson},
    {"every kind of fit has a picture", every_fit},
    {"out of memory", out_of_memory},
    {NULL, NULL},
};
