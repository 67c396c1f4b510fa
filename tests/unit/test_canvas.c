/* Braille canvas and axes, against pictures and numbers written by hand. */
#include "harness.h"

#include <stdlib.h>
#include <string.h>

#include "report/curves/axis.h"
#include "report/curves/canvas.h"

static const logreg__layer layers[] = {{LOGREG__PLAIN, 0}, {LOGREG__BOLD, 'o'}};

static void start(logreg__page *page, bool ascii, bool colour)
{
    logreg_report_options o = logreg_report_options_default();
    o.ascii = ascii;
    o.colour = colour;
    logreg__page_start(page, &o);
}

/* All rows of a canvas, each closed by a newline; takes the canvas. */
static bool canvas_is(logreg__canvas *canvas, bool ascii, bool colour, const char *want)
{
    logreg__page page;
    start(&page, ascii, colour);
    for (int row = 0; row < canvas->rows; row++) {
        logreg__canvas_row(&page, canvas, row);
        logreg__page_add(&page, "\n");
    }
    logreg__canvas_free(canvas);
    char *text = NULL;
    bool ok = logreg__page_finish(&text, &page, NULL) == LOGREG_OK && same_text(text, want);
    free(text);
    return ok;
}

static void each_dot_has_its_place(void)
{
    static const char *const want[4][2] = {{"⠁", "⠈"}, {"⠂", "⠐"}, {"⠄", "⠠"}, {"⡀", "⢀"}};
    for (int y = 0; y < 4; y++)
        for (int x = 0; x < 2; x++) {
            logreg__canvas canvas;
            CU_ASSERT_FATAL(logreg__canvas_start(&canvas, 2, 2, layers, 1));
            logreg__canvas_dot(&canvas, 0, 2 + x, y);
            char text[16] = " ";
            strcat(strcat(text, want[y][x]), "\n\n");
            CU_ASSERT_TRUE(canvas_is(&canvas, false, false, text));
        }
}

static void dots_outside_are_lost(void)
{
    logreg__canvas canvas;
    CU_ASSERT_FATAL(logreg__canvas_start(&canvas, 2, 1, layers, 1));
    static const int out[][2] = {{-1, 0}, {4, 0}, {0, -1}, {0, 4}, {1 << 30, 1 << 30}};
    for (size_t i = 0; i < sizeof out / sizeof *out; i++)
        logreg__canvas_dot(&canvas, 0, out[i][0], out[i][1]);
    CU_ASSERT_TRUE(canvas_is(&canvas, false, false, "\n"));
}

static void the_last_layer_colours_a_cell(void)
{
    logreg__canvas canvas;
    CU_ASSERT_FATAL(logreg__canvas_start(&canvas, 3, 1, layers, 2));
    logreg__canvas_dot(&canvas, 0, 0, 0);
    logreg__canvas_dot(&canvas, 1, 1, 3);
    logreg__canvas_dot(&canvas, 0, 4, 0);
    CU_ASSERT_TRUE(canvas_is(&canvas, false, true, "\033[1m⢁\033[0m ⠁\n"));
}

static void lines_have_no_holes(void)
{
    static const int y[] = {7, 6, 0, 0, -1, 0, 3, 7};
    logreg__canvas canvas;
    CU_ASSERT_FATAL(logreg__canvas_start(&canvas, 4, 2, layers, 1));
    logreg__canvas_line(&canvas, 0, 0, y, 8, &(logreg__dashes){{0}});
    CU_ASSERT_TRUE(canvas_is(&canvas, false, false, " ⡏⠈⡆\n⡸  ⢱\n"));
}

static void dashes_follow_the_line(void)
{
    static const int flat[] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, steep[] = {0, 15};
    logreg__canvas canvas;
    CU_ASSERT_FATAL(logreg__canvas_start(&canvas, 5, 1, layers, 1));
    logreg__canvas_line(&canvas, 0, 0, flat, 10, &(logreg__dashes){{2, 1}});
    CU_ASSERT_TRUE(canvas_is(&canvas, false, false, "⠉⠈⠁⠉⠈\n"));
    CU_ASSERT_FATAL(logreg__canvas_start(&canvas, 1, 4, layers, 1));
    logreg__canvas_line(&canvas, 0, 0, steep, 2, &(logreg__dashes){{1, 3}});
    CU_ASSERT_TRUE(canvas_is(&canvas, false, false, "⠁\n⠁\n⠈\n⠈\n"));
}

static void ascii_signs_stand_as_high_as_the_dots(void)
{
    static const int y[] = {7, 7, 6, 6, 5, 5, 4, 4, 3, 2, 1, 0, 0, 2, 3, 3};
    logreg__canvas canvas;
    CU_ASSERT_FATAL(logreg__canvas_start(&canvas, 8, 2, layers, 1));
    logreg__canvas_line(&canvas, 0, 0, y, 16, &(logreg__dashes){{0}});
    CU_ASSERT_TRUE(canvas_is(&canvas, true, false, "    .'\\_\n_.-'\n"));
    CU_ASSERT_FATAL(logreg__canvas_start(&canvas, 1, 1, layers, 2));
    logreg__canvas_dot(&canvas, 0, 0, 0);
    logreg__canvas_dot(&canvas, 1, 0, 0);
    CU_ASSERT_TRUE(canvas_is(&canvas, true, false, "o\n"));
}

/* ---- Axes ---- */

static bool ticks_are(double low, double high, int most, const char *want)
{
    char all[512] = "", label[LOGREG__FIGURE_SIZE];
    logreg__page page;
    start(&page, true, false);
    logreg__ticks ticks = logreg__ticks_nice(low, high, most);
    for (int i = 0; i < ticks.count; i++)
        strcat(strcat(all, i ? " " : ""), logreg__tick_label(label, &ticks, i, page.sign));
    return same_text(all, want);
}

static void ticks_are_round(void)
{
    CU_ASSERT_TRUE(ticks_are(0, 1, 5, "0.00 0.25 0.50 0.75 1.00"));
    CU_ASSERT_TRUE(ticks_are(0, 1, 11, "0.0 0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8 0.9 1.0"));
    CU_ASSERT_TRUE(ticks_are(0, 1, 3, "0.0 0.5 1.0"));
    CU_ASSERT_TRUE(ticks_are(0, 1, 2, "0 1"));
    CU_ASSERT_TRUE(ticks_are(53, 81, 7, "55 60 65 70 75 80"));
    CU_ASSERT_TRUE(ticks_are(-3.7, 3.4, 8, "-3 -2 -1 0 1 2 3"));
    CU_ASSERT_TRUE(ticks_are(220, 800, 8, "300 400 500 600 700 800"));
    CU_ASSERT_TRUE(ticks_are(-0.0031, 0.0042, 5, "-0.002 0.000 0.002 0.004"));
    CU_ASSERT_TRUE(ticks_are(0, 4e9, 5, "0 1000000000 2000000000 3000000000 4000000000"));
    CU_ASSERT_TRUE(ticks_are(0, 3e24, 4, "0 1e24 2e24 3e24"));
    CU_ASSERT_TRUE(ticks_are(1e-12, 3.2e-12, 4, "1e-12 2e-12 3e-12"));
    CU_ASSERT_TRUE(ticks_are(1e9, 1e9 + 1, 3, "1000000000 1.0000000005e9 1000000001"));
}

/* Whatever the range: ticks within it, apart by one step, and at least two of them where two are allowed. */
static void ticks_of_any_range(void)
{
    for (int e = -300; e <= 300; e += 7)
        for (int most = 2; most < 12; most++)
            for (int shift = -3; shift <= 3; shift++) {
                double unit = 1;
                for (int i = 0; i < (e < 0 ? -e : e); i++)
                    unit = e < 0 ? unit / 10 : unit * 10;
                double low = (shift - 0.37) * unit, high = (shift + 2.91) * unit, slack = 1e-8 * (high - low);
                logreg__ticks t = logreg__ticks_nice(low, high, most);
                CU_ASSERT_TRUE(t.count >= (most > 2 ? 2 : 1) && t.count <= most);
                CU_ASSERT_TRUE(logreg__tick_value(&t, 0) >= low - slack);
                CU_ASSERT_TRUE(logreg__tick_value(&t, t.count - 1) <= high + slack);
                CU_ASSERT_TRUE(logreg__tick_value(&t, -1) < low && logreg__tick_value(&t, t.count) > high);
            }
}

static void labels_keep_apart(void)
{
    logreg__page page;
    start(&page, false, false);
    static const double range[][2] = {{0, 1},         {53, 81},      {-1e6, 1e6},
                                      {1e9, 1e9 + 1}, {-1e-9, 1e-9}, {0, 1e300}};
    for (size_t r = 0; r < sizeof range / sizeof *range; r++)
        for (int columns = 30; columns < 200; columns += 13) {
            double low = range[r][0], high = range[r][1];
            logreg__ticks t = logreg__ticks_fit(low, high, columns, page.sign);
            int end = -2;
            for (int i = 0; i < t.count; i++) {
                char label[LOGREG__FIGURE_SIZE];
                logreg__tick_label(label, &t, i, page.sign);
                int at = logreg__tick_place(&t, i, low, high, columns);
                int start = logreg__tick_start(&t, i, low, high, columns, page.sign);
                int wide = logreg__columns(label, strlen(label));
                CU_ASSERT_TRUE(at >= 0 && at < columns);
                CU_ASSERT_TRUE(start >= end + 2 && start <= at && start + wide > at &&
                               start + wide <= columns);
                end = start + wide;
            }
            CU_ASSERT_TRUE(t.count >= 1);
        }
}

const test_case tests[] = {
    {"each dot has its place", each_dot_has_its_place},
    {"dots outside are lost", dots_outside_are_lost},
    {"the last layer colours a cell", the_last_layer_colours_a_cell},
    {"lines have no holes", lines_have_no_holes},
    {"dashes follow the line", dashes_follow_the_line},
    {"ASCII signs stand as high as the dots", ascii_signs_stand_as_high_as_the_dots},
    {"ticks are round", ticks_are_round},
    {"ticks of any range", ticks_of_any_range},
    {"labels keep apart", labels_keep_apart},
    {NULL, NULL},
};
