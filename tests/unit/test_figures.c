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

#include "figures/gnuplot/font.h"
#include "figures/gnuplot/glyphs.h"
#include "figures/kinds/groups.h"
#include "figures/gnuplot/quote.h"

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

static logreg_figure *build(const char *kind, const fitted *f, bool rows)
{
    logreg_figure *figure = NULL;
    const logreg_figure_source source = {.model = f->model, .frame = rows ? f->frame : NULL};
    CU_ASSERT_EQUAL_FATAL(logreg_figure_build(&figure, kind, &source, NULL, NULL), LOGREG_OK);
    return figure;
}

/* A script of the shell in gnuplot's place; what it says is an error that tells why, and the old file stays. */
static void misbehaves(const char *script, double seconds, const char *why)
{
    begin();
    fitted f = fit_one(FIT_CHALLENGER);
    write_text(in_folder("gnuplot"), script, 0755);
    write_text(in_folder("fit.png"), "old", 0644);
    logreg_drawing_options o = logreg_drawing_options_default();
    char program[128];
    snprintf(program, sizeof program, "%s", in_folder("gnuplot"));
    o.gnuplot = program;
    o.seconds = seconds;
    logreg_error err = {.message = ""};
    logreg_figure *figure = build("curve", &f, true);
    CU_ASSERT_EQUAL(logreg_figure_write(in_folder("fit.png"), figure, &o, &err), LOGREG_EIO);
    logreg_figure_free(figure);
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
    logreg_figure *figure = build("curve", &f, false);
    logreg_drawing_options o = logreg_drawing_options_default();
    logreg_error err;
    char *svg = NULL;
    o.gnuplot = "/no/such/gnuplot";
    CU_ASSERT_EQUAL(logreg_figure_write("fit.png", figure, &o, &err), LOGREG_EIO);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, "install the packages gnuplot-nox and fonts-lato"));
    CU_ASSERT_EQUAL(logreg_figure_inline(&svg, figure, "a", &o, &err), LOGREG_EIO);
    CU_ASSERT_PTR_NULL(svg);
    o.gnuplot = NULL;
    CU_ASSERT_EQUAL(logreg_figure_check("fit.svg", &o, &err), LOGREG_EIO);
    CU_ASSERT_EQUAL(logreg_figure_check("fit.gp", &o, &err), LOGREG_OK);
    logreg_figure_free(figure);
    fitted_free(&f);
}

/* A folder without the font, one that is not there, and one that has it deep within. */
static void font(void)
{
    begin();
    const char *none[] = {folder, "/no/such/folder", NULL};
    CU_ASSERT_FALSE(logreg__font_within(none));
    char within[128], file[160];
    snprintf(within, sizeof within, "%s/lato", folder);
    snprintf(file, sizeof file, "%s/Lato-Regular.ttf", within);
    CU_ASSERT_EQUAL_FATAL(mkdir(within, 0755), 0);
    CU_ASSERT_FALSE(logreg__font_within(none));
    write_text(file, "", 0644);
    CU_ASSERT_TRUE(logreg__font_within(none));
    unlink(file);
    rmdir(within);
    end();
}

/* A script of the shell in fc-list's place, told that of letters; NULL: there is none. What it leads to, and why. */
static void letters_lead_to(const char *text, bool latin, const char *script, logreg_status expected,
                            const char *why)
{
    begin();
    logreg_error err = {.message = ""};
    if (script)
        write_text(in_folder("gnuplot"), script, 0755);
    CU_ASSERT_EQUAL(logreg__glyphs_check(text, latin, in_folder("gnuplot"), 30, &err), expected);
    bool told = strstr(err.message, why);
    if (!told)
        printf("# '%s' is not in '%s'\n", why, err.message);
    CU_ASSERT_TRUE(told);
    end();
}

/* Letters of which no font is there, of which each is in another, and those that nobody need ask about. */
static void letters(void)
{
    static const char each[] = "#!/bin/sh\ncase $1 in *\" \"*) ;; *) echo A font ;; esac\n",
                      none[] = "#!/bin/sh\n[ \"$1\" = :charset=3b1 ] && echo A font\nexit 0\n";
    letters_lead_to("naïve 0.5 × 2 − “x” – 1 € ł…", true, NULL, LOGREG_OK, "");
    letters_lead_to("α日", true, each, LOGREG_OK, "");
    letters_lead_to("α日本", true, none, LOGREG_EIO,
                    "no font that is installed has '日' (U+65E5), which stands in the picture: install the "
                    "package fonts-noto-cjk");
    letters_lead_to("αह", true, none, LOGREG_EIO,
                    "'ह' (U+0939), which stands in the picture: install the package fonts-noto-core");
    letters_lead_to("Odds", false, none, LOGREG_EIO,
                    "no font that is installed has 'O' (U+004F), which stands in the picture: install the "
                    "package fonts-lato");
    letters_lead_to("\tOdds of \"é\"\n", false, each, LOGREG_OK, "");
    letters_lead_to("Odds", false, NULL, LOGREG_OK, "");
    letters_lead_to("日", true, NULL, LOGREG_EIO, "without fc-list: install the package fontconfig");
    letters_lead_to("日", true, "#!/bin/sh\necho broken >&2; exit 1\n", LOGREG_EIO, "fc-list (");
}

/* Building with these options fails, and nothing is made. */
static void fails_with(const char *kind, const logreg_figure_source *source, logreg_figure_options o,
                       const char *why)
{
    logreg_error err = {.message = ""};
    logreg_figure *figure = NULL;
    CU_ASSERT_EQUAL(logreg_figure_build(&figure, kind, source, &o, &err), LOGREG_EINVAL);
    CU_ASSERT_PTR_NULL(figure);
    bool told = strstr(err.message, why);
    if (!told)
        printf("# '%s' is not in '%s'\n", why, err.message);
    CU_ASSERT_TRUE(told);
}

static void refuses(void)
{
    fitted f = fit_one(FIT_CHALLENGER);
    const logreg_figure_source source = {.model = f.model}, nothing = {0};
    logreg_figure_options usual = logreg_figure_options_default(), o = usual;
    fails_with("pie", &source, usual, "no figure called 'pie'");
    fails_with("curve", &nothing, usual, "needs a model");
    fails_with("roc", &source, usual, "needs rows");
    fails_with("coefficients", &source, usual, "path of penalties");
    o.conf_level = 1;
    fails_with("curve", &source, o, "confidence level");
    o = usual;
    o.threshold = NAN;
    fails_with("curve", &source, o, "threshold");
    o = usual;
    o.feature = "hat";
    fails_with("curve", &source, o, "no variable 'hat'");
    o = usual;
    o.by = "temperature";
    fails_with("curve", &source, o, "has no levels");
    const logreg_effect_at at[] = {
        {"temperature", NULL, 60}, {"temperature", NULL, 70}, {"temperatur", NULL, 1}};
    o = usual;
    o.at = at;
    o.n_at = 2;
    fails_with("curve", &source, o, "two places");
    o.at = at + 2;
    o.n_at = 1;
    fails_with("curve", &source, o, "did you mean 'temperature'");
    logreg_drawing_options drawing = logreg_drawing_options_default();
    drawing.seconds = NAN;
    CU_ASSERT_EQUAL(logreg_figure_check("fit.png", &drawing, NULL), LOGREG_EINVAL);
    CU_ASSERT_EQUAL(logreg_figure_check("fit.txt", NULL, NULL), LOGREG_EINVAL);
    fitted_free(&f);
}

static void quotes(void)
{
    static const char *const pair[][2] = {
        {"age", "'age'"},
        {"it's", "'it’s'"},
        {"''''", "'’’’’'"},
        {"`x` $(y) @z %s", "'`x` $(y) @z %s'"},
        {"a\n!b", "'a !b'"},
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
    CU_ASSERT_EQUAL_FATAL(logreg__groups_new(&groups, &observed, 0, LOGREG__GROUPS, 0.95, NULL), LOGREG_OK);
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

/* Every kind of fit has a script and a drawing, with rows and without. */
static void every_fit(void)
{
    begin();
    for (int which = 0; which < FITS; which++) {
        fitted f = fit_one(which);
        for (int rows = 0; rows < 2; rows++) {
            logreg_error err = {.message = ""};
            logreg_figure *figure = NULL;
            char *text = NULL;
            const logreg_figure_source source = {.model = f.model, .frame = rows ? f.frame : NULL};
            bool bare = which == FIT_EMPTY || which == FIT_UNMEASURED;
            logreg_status got = logreg_figure_build(&figure, "curve", &source, NULL, &err);
            if (got != (bare ? LOGREG_EINVAL : LOGREG_OK))
                printf("# %s: %s\n", f.name, err.message);
            CU_ASSERT_EQUAL(got, bare ? LOGREG_EINVAL : LOGREG_OK);
            if (got != LOGREG_OK)
                continue;
            CU_ASSERT_EQUAL(logreg_figure_write(in_folder("fit.gp"), figure, NULL, NULL), LOGREG_OK);
            CU_ASSERT_EQUAL(logreg_figure_text(&text, figure, NULL, NULL), LOGREG_OK);
            CU_ASSERT_TRUE(strlen(logreg_figure_alt(figure)) > strlen(logreg_figure_title(figure)));
            free(text);
            logreg_figure_free(figure);
        }
        fitted_free(&f);
    }
    end();
}

/* ---- Figures of one's own ---- */

/* A figure that has one of everything. */
static logreg_figure *own_figure(void)
{
    static const double x[] = {0, 1, NAN, 2, 3}, y[] = {0, 0.5, 0.7, 1, 0.25}, edge[] = {-INFINITY, INFINITY};
    static const double at[] = {0.5, 2.5}, image[] = {-1, 0, 1, 0.5};
    static const char *const text[] = {"left", "right"};
    logreg_figure *f = NULL;
    if (logreg_figure_new(&f, "All of it", "One of each mark.", NULL) != LOGREG_OK)
        return NULL;
    logreg_figure_say(f, "Nothing is to be seen.");
    logreg_figure_size(f, 1200, 800);
    logreg_figure_columns(f, 2);
    logreg_figure_panel(f, "Marks");
    logreg_figure_set_axis(
        f, 'x',
        &(logreg_figure_axis){
            .label = "x", .high = 3, .ticks = LOGREG_TICKS_LIST, .n = 2, .at = at, .text = text});
    logreg_figure_set_axis(f, 'y', &(logreg_figure_axis){.label = "y", .high = 1, .grid = true});
    logreg_figure_line(f, x, y, 5, &(logreg_mark){.dash = 1});
    logreg_figure_line(f, edge, (const double[]){0.5, 0.5}, 2,
                       &(logreg_mark){.colour = LOGREG_PALE, .size = 1});
    logreg_figure_band(f, x, y, y + 1, 4, NULL);
    logreg_figure_points(f, x, y, 5, &(logreg_mark){.colour = 1, .hollow = true, .shape = LOGREG_SQUARE});
    logreg_figure_segments(f, x, y, x + 3, y + 3, 2, &(logreg_mark){.colour = 2, .opacity = 0.5});
    logreg_figure_boxes(f, x, y, x + 3, y + 3, 2, NULL);
    logreg_figure_label(f, 1, 0.5, "a label",
                        &(logreg_mark){.align = -1, .right = 0.5, .bold = true, .angle = 30});
    logreg_figure_name(f, 0.9, "first", NULL);
    logreg_figure_name(f, 0.9, "second", &(logreg_mark){.colour = 1});
    logreg_figure_panel(f, "An image");
    logreg_figure_set_axis(f, 'x', &(logreg_figure_axis){.low = -2, .high = 4, .ticks = LOGREG_TICKS_LOG});
    logreg_figure_set_axis(f, 'y', &(logreg_figure_axis){.high = 1, .ticks = LOGREG_TICKS_NONE});
    logreg_figure_image(f, image, 2, 2, -2, 0, 4, 1, 1, true);
    return f;
}

static void own(void)
{
    char *text = NULL;
    logreg_figure *f = own_figure();
    CU_ASSERT_PTR_NOT_NULL_FATAL(f);
    CU_ASSERT_TRUE(same_text(logreg_figure_alt(f), "All of it. One of each mark. Nothing is to be seen."));
    logreg_report_options o = logreg_report_options_default();
    o.width = 60;
    o.height = 8;
    o.ascii = true;
    CU_ASSERT_EQUAL_FATAL(logreg_figure_text(&text, f, &o, NULL), LOGREG_OK);
    static const char *const holds[] = {
        "All of it\n\nMarks\ny\n", "a label", "first\n", "second\n", "left", "right", "An image\n",
        "One of each mark.\n"};
    for (size_t i = 0; i < sizeof holds / sizeof *holds; i++)
        CU_ASSERT_PTR_NOT_NULL(strstr(text, holds[i]));
    for (const char *c = text; *c; c++)
        CU_ASSERT_TRUE((*c >= ' ' && *c <= '~') || *c == '\n');
    free(text);
    logreg_figure_free(f);
}

/* Words on marks: by names where colours have one, where lines turn, bars by the ticks below them, powers on an axis of logarithms. */
static void described(void)
{
    static const double x[] = {0, 1, 2}, hill[] = {0, 1, 0.5}, fall[] = {2, 1, -1}, at[] = {1, 2},
                        zero[] = {0, 0}, left[] = {0.7, 1.7}, right[] = {1.3, 2.3}, share[] = {0.25, 0.5};
    static const char *const level[] = {"no", "yes"};
    logreg_figure *f = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_figure_new(&f, "Marks", NULL, NULL), LOGREG_OK);
    logreg_figure_panel(f, "Lines");
    logreg_figure_set_axis(f, 'x', &(logreg_figure_axis){.high = 2});
    logreg_figure_set_axis(f, 'y', &(logreg_figure_axis){.low = -1, .high = 2, .ticks = LOGREG_TICKS_LOG});
    logreg_figure_line(f, x, hill, 3, &(logreg_mark){.colour = 0});
    logreg_figure_line(f, x, fall, 3, &(logreg_mark){.colour = 1});
    logreg_figure_name(f, 0, "the fall", &(logreg_mark){.colour = 1});
    logreg_figure_line(f, x, zero, 2, &(logreg_mark){.colour = LOGREG_PALE});
    logreg_figure_panel(f, "Bars");
    logreg_figure_set_axis(
        f, 'x',
        &(logreg_figure_axis){.high = 3, .ticks = LOGREG_TICKS_LIST, .n = 2, .at = at, .text = level});
    logreg_figure_boxes(f, left, zero, right, share, 2, &(logreg_mark){.colour = 2});
    logreg_figure_describe(f);
    CU_ASSERT_TRUE(same_text(logreg_figure_alt(f),
                             "Marks. Lines: A line from 1 at 0.00 to 3.16 at 2.00, highest 10 at 1.00. the "
                             "fall from 100 at 0.00 to "
                             "0.1 at 2.00. Bars: A bar of 0.25 at no. A bar of 0.5 at yes."));
    logreg_figure_free(f);
}

/* The element for a page begins with itself, carries the words, and names nothing that another figure of the page might. */
static void inline_svg(void)
{
    char *svg = NULL;
    logreg_error err = {.message = ""};
    logreg_figure *f = own_figure();
    if (access(logreg_drawing_options_default().gnuplot, X_OK) == 0) {
        CU_ASSERT_EQUAL_FATAL(logreg_figure_inline(&svg, f, "fig7", NULL, &err), LOGREG_OK);
        CU_ASSERT_TRUE(strncmp(svg, "<svg role=\"img\"", 15) == 0);
        CU_ASSERT_PTR_NOT_NULL(strstr(svg, "<title>All of it</title>\n<desc>All of it. One of"));
        CU_ASSERT_PTR_NOT_NULL(strstr(svg, "id=\"fig7gnuplot_canvas\""));
        CU_ASSERT_PTR_NOT_NULL(strstr(svg, "href='#fig7gpPt5'"));
        CU_ASSERT_PTR_NULL(strstr(svg, "id='gp"));
        CU_ASSERT_PTR_NULL(strstr(svg, "href='#gp"));
        CU_ASSERT_PTR_NULL(strstr(strstr(svg, "<title>") + 1, "<title>")); /* gnuplot's, of marks */
        free(svg);
    }
    logreg_figure_free(f);
}

/* ---- Memory ---- */

/* Builds, writes and prints; memory that runs out is told wherever it does. */
static bool draw(logreg_figure *figure)
{
    logreg_error err;
    char *text = NULL;
    logreg_status status = logreg_figure_write(in_folder("fit.gp"), figure, NULL, &err);
    if (status == LOGREG_OK)
        status = logreg_figure_text(&text, figure, NULL, &err);
    free(text);
    logreg_figure_free(figure);
    return status == LOGREG_OK || (status == LOGREG_ENOMEM && err.status == status);
}

static bool draw_kind(const fitted *f, const char *kind)
{
    logreg_error err;
    logreg_figure *figure = NULL;
    const logreg_figure_source source = {.model = f->model, .frame = f->frame};
    if (logreg_figure_build(&figure, kind, &source, NULL, &err) != LOGREG_OK)
        return err.status == LOGREG_ENOMEM;
    return draw(figure);
}

static bool draw_curve(void *context)
{
    return draw_kind(context, "curve");
}

static bool draw_roc(void *context)
{
    return draw_kind(context, "roc");
}

static bool draw_own(void *context)
{
    (void)context;
    logreg_figure *figure = own_figure();
    if (figure)
        logreg_figure_describe(figure);
    return !figure || draw(figure);
}

static void out_of_memory(void)
{
    static const int which[] = {FIT_CHALLENGER, FIT_UCB, FIT_SPECIES};
    begin();
    for (size_t i = 0; i < sizeof which / sizeof *which; i++) {
        fitted f = fit_one(which[i]);
        CU_ASSERT_TRUE(oom_each(draw_curve, &f));
        if (i == 0)
            CU_ASSERT_TRUE(oom_each(draw_roc, &f));
        fitted_free(&f);
    }
    CU_ASSERT_TRUE(oom_each(draw_own, NULL));
    end();
}

const test_case tests[] = {
    {"a gnuplot that hangs is stopped", hangs},
    {"a gnuplot that dies is an error that tells why", dies},
    {"a picture that is not whole is not written", truncates},
    {"gnuplot sees no environment", sees_nothing},
    {"a missing gnuplot is told with what to install", is_missing},
    {"a missing font is known", font},
    {"letters that no font has are told", letters},
    {"what makes no sense is refused", refuses},
    {"strings are quoted so that nothing gets out", quotes},
    {"Wilson's intervals of groups", wilson},
    {"every kind of fit has a picture", every_fit},
    {"figures of one's own", own},
    {"figures of one's own are told in words", described},
    {"figures for pages", inline_svg},
    {"out of memory", out_of_memory},
    {NULL, NULL},
};
