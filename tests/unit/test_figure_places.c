/* What readers tell figures apart by: where labels, numbers and names stand, and colours. */
#include "frames.h"
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg/figures.h>

#include "figures/kinds/contour.h"
#include "figures/figure.h"
#include "figures/setting/layout.h"
#include "figures/palette.h"
#include "figures/kinds/penalties.h"
#include "figures/setting/place.h"
#include "figures/gnuplot/script.h"
#include "figures/kinds/shares.h"
#include "figures/setting/width.h"

/* ---- Labels ---- */

/* Where the labels of a panel stand in a picture, and the panel. */
static logreg__spot *spots_of(logreg__rectangle *r, const logreg_figure *f, size_t panel)
{
    logreg__layout layout;
    logreg__spot *spot = calloc(f->panel[panel].n, sizeof *spot);
    CU_ASSERT_EQUAL_FATAL(logreg__layout_new(&layout, f, NULL), LOGREG_OK);
    *r = layout.panel[panel];
    CU_ASSERT_TRUE_FATAL(logreg__place_labels(spot, &f->panel[panel], r, &LOGREG__LETTERS));
    logreg__layout_free(&layout);
    return spot;
}

/* How far a place of the picture is from a mark's nearest piece. */
static double away(const logreg__item *item, const logreg__panel *p, const logreg__rectangle *r, double x,
                   double y)
{
    double least = INFINITY, sx = (r->right - r->left) / (p->x.high - p->x.low),
           sy = (r->bottom - r->top) / (p->y.high - p->y.low);
    for (size_t i = 0; i < item->n; i++) {
        const double *v = item->value + 4 * i;
        double x0 = r->left + sx * (v[0] - p->x.low), y0 = r->bottom - sy * (v[1] - p->y.low),
               dx = sx * (v[2] - v[0]), dy = -sy * (v[3] - v[1]), length = dx * dx + dy * dy;
        double t = length > 0 ? fmin(1, fmax(0, ((x - x0) * dx + (y - y0) * dy) / length)) : 0;
        least = fmin(least, hypot(x0 + t * dx - x, y0 + t * dy - y));
    }
    return least;
}

/* A label along a line stands on it, much nearer to it than to any other. */
static void labels_along_lines(void)
{
    logreg_frame *cars = frame_shipped("mtcars");
    logreg_model *two = fit_frame(cars, "am ~ wt + hp", NULL);
    logreg_figure *f = NULL;
    logreg__rectangle r;
    size_t labels = 0;
    CU_ASSERT_EQUAL_FATAL(
        logreg_figure_build(&f, "boundary", &(logreg_figure_source){.model = two, .frame = cars}, NULL, NULL),
        LOGREG_OK);
    logreg__spot *spot = spots_of(&r, f, 0);
    for (size_t i = 0; i < f->panel->n; i++) {
        const logreg__item *item = &f->panel->item[i];
        if (item->form != LOGREG__LABEL || spot[i].left_out)
            continue;
        labels++;
        CU_ASSERT_TRUE(away(item - 1, f->panel, &r, spot[i].x, spot[i].y) < 1);
        for (size_t k = 0; k < f->panel->n; k++)
            if (f->panel->item[k].form == LOGREG__SEGMENTS && &f->panel->item[k] != item - 1)
                CU_ASSERT_TRUE(away(&f->panel->item[k], f->panel, &r, spot[i].x, spot[i].y) > 20);
    }
    CU_ASSERT_EQUAL(labels, 4);
    free(spot);
    logreg_figure_free(f);
    logreg_model_free(two);
    logreg_frame_free(cars);
}

/* Labels beside points of a crowd: none on another nor on a point, all within the panel, and each that does not stand at its own point has a line there. */
static void labels_beside_points(void)
{
    enum { N = 12 };
    double x[N], y[N], zero[N] = {0};
    logreg_figure *f = NULL;
    logreg__rectangle r;
    CU_ASSERT_EQUAL_FATAL(logreg_figure_new(&f, "", NULL, NULL), LOGREG_OK);
    for (int i = 0; i < N; i++) {
        x[i] = 0.05 * i + 0.4 * (i > 8);
        y[i] = 0.5 + 0.05 * (i % 3);
    }
    logreg_figure_segments(f, x, zero, x, y, N, NULL);
    logreg_figure_points(f, x, y, N, NULL);
    for (int i = 0; i < N; i += 2)
        logreg_figure_label(f, x[i], y[i], "line 123",
                            &(logreg_mark){.size = 0.85, .right = 1, .beside = true});
    logreg__spot *spot = spots_of(&r, f, 0);
    const double wide = logreg__width("line 123", 0.85, false), high = 0.85 * LOGREG__LETTER_HEIGHT;
    for (size_t i = 2; i < f->panel->n; i++) {
        const logreg__item *item = &f->panel->item[i];
        double own_x = r.left + item->value[0] * (r.right - r.left),
               own_y = r.bottom - item->value[1] * (r.bottom - r.top);
        double gap =
            hypot(fmax(0, fabs(spot[i].x - own_x) - wide / 2), fmax(0, fabs(spot[i].y - own_y) - high / 2));
        CU_ASSERT_TRUE(spot[i].leads || gap < 26);
        CU_ASSERT_TRUE(gap < 200);
        CU_ASSERT_TRUE(spot[i].x - wide / 2 >= r.left && spot[i].x + wide / 2 <= r.right);
        CU_ASSERT_TRUE(spot[i].y - high / 2 >= r.top && spot[i].y + high / 2 <= r.bottom);
        for (size_t k = 2; k < i; k++)
            CU_ASSERT_TRUE(fabs(spot[i].x - spot[k].x) >= wide - 1e-9 ||
                           fabs(spot[i].y - spot[k].y) >= high - 1e-9);
        for (int k = 0; k < N; k++)
            CU_ASSERT_TRUE(fabs(spot[i].x - r.left - x[k] * (r.right - r.left)) > wide / 2 ||
                           fabs(spot[i].y - r.bottom + y[k] * (r.bottom - r.top)) > high / 2);
    }
    free(spot);
    logreg_figure_free(f);
}

/* A label of a stem at the panel's right edge is nearer to it than to the stem that stands where the label would end. */
static void labels_beside_stems(void)
{
    const double zero[] = {0, 0}, high[] = {0.95, 0.6};
    double x[] = {0.5, 0.99}, wide = logreg__width("37951", 0.85, false), to[2];
    logreg_figure *f = NULL;
    logreg__rectangle r;
    for (int turn = 0; turn < 2; turn++) { /* where the panel stands is known after the first */
        CU_ASSERT_EQUAL_FATAL(logreg_figure_new(&f, "", NULL, NULL), LOGREG_OK);
        logreg_figure_segments(f, x, zero, x, high, 2, NULL);
        logreg_figure_points(f, x, high, 2, NULL);
        logreg_figure_label(f, x[1], high[1], "37951",
                            &(logreg_mark){.size = 0.85, .right = 1, .beside = true});
        logreg__spot *spot = spots_of(&r, f, 0);
        for (int k = 0; k < 2; k++)
            to[k] = fabs(spot[2].x - r.left - x[k] * (r.right - r.left)) - wide / 2;
        CU_ASSERT_TRUE(to[0] > 0 && to[1] < to[0]);
        x[0] = x[1] - (wide + LOGREG__LETTER_WIDTH + 4) / (r.right - r.left);
        free(spot);
        logreg_figure_free(f);
    }
}

/* ---- Ticks ---- */

/* What an axis from low to high has in a third of a picture's width: its first tick and its last, how many are named, and that these keep apart. */
static void ticks(double low, double high, const char *first, const char *last, int named)
{
    logreg_figure *f = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_figure_new(&f, "", NULL, NULL), LOGREG_OK);
    logreg_figure_set_axis(f, 'x', &(logreg_figure_axis){.low = low, .high = high, .most = 7});
    const logreg__axis *axis = &f->panel->x;
    const double length = 300;
    double end = -INFINITY;
    CU_ASSERT_TRUE(same_text(axis->tick[0].text, first));
    CU_ASSERT_TRUE(same_text(axis->tick[axis->n - 1].text, last));
    for (size_t i = 0; i < axis->n; i++) {
        if (!logreg__layout_names_tick(axis, i, length))
            continue;
        double middle = (axis->tick[i].at - low) / (high - low) * length,
               half = logreg__width(axis->tick[i].text, 1, false) / 2;
        CU_ASSERT_TRUE(middle - half > end);
        end = middle + half;
        named--;
    }
    CU_ASSERT_EQUAL(named, 0);
    logreg_figure_free(f);
}

static void wide_ticks(void)
{
    ticks(2.4e8, 7.6e8, "3e8", "7e8", 2);
    ticks(-2.6e-7, 3.2e-7, "−2e−7", "3e−7", 3);
    ticks(1.1e6, 1.6e6, "1.1e6", "1.6e6", 3);
    ticks(0, 100, "0", "100", 6);
    ticks(0, 0.13, "0.00", "0.12", 4);
    ticks(0, 0.00114, "0.0000", "0.0010", 2);
    ticks(0, 0.00032, "0.00000", "0.00030", 2);
    ticks(20000, 80000, "20000", "80000", 2);
    ticks(1e6, 1000010, "1000000", "1000010", 2);
}

/* The axis of penalties tells lambda itself, at three to nine places from left to right, of long paths and short ones; of one strength that one. */
static void strengths(void)
{
    static const struct {
        double first, last;
        size_t least, most;
    } one[] = {{0.3, 3e-5, 4, 4},  {0.3, 1e-14, 13, 14},   {0.089, 0.00014, 3, 9}, {1000, 90, 3, 5},
               {0.05, 0.02, 3, 5}, {0.0512, 0.0508, 3, 5}, {0.05, 0.05, 1, 1}};
    for (size_t i = 0; i < sizeof one / sizeof *one; i++) {
        double lambda[] = {one[i].first, one[i].last};
        const logreg_path path = {.n = lambda[0] > lambda[1] ? 2 : 1, .lambda = lambda};
        logreg_figure *f = NULL;
        CU_ASSERT_EQUAL_FATAL(logreg_figure_new(&f, "", NULL, NULL), LOGREG_OK);
        logreg__penalty_axes(f, &path, 0, 1, "");
        const logreg__axis *axis = &f->panel->x;
        CU_ASSERT_TRUE(axis->n >= one[i].least && axis->n <= one[i].most);
        for (size_t k = 0; k < axis->n; k++) {
            double told = 0;
            char plain[32], *minus;
            snprintf(plain, sizeof plain, "%s", axis->tick[k].text);
            while ((minus = strstr(plain, "\u2212")) != NULL) {
                *minus = '-';
                memmove(minus + 1, minus + 3, strlen(minus + 3) + 1);
            }
            CU_ASSERT_EQUAL(sscanf(plain, "%lf", &told), 1);
            CU_ASSERT_TRUE(near_rel(told, pow(10, -axis->tick[k].at), 1e-9));
            CU_ASSERT_TRUE(told <= one[i].first * (1 + 1e-9) && told >= one[i].last * (1 - 1e-9));
            CU_ASSERT_TRUE(k == 0 || axis->tick[k].at > axis->tick[k - 1].at);
        }
        logreg_figure_free(f);
    }
}

/* Names of many letters below an axis are turned, for which the panel ends higher; short ones stay. Titles of panels end before the next. */
static void wide_names(void)
{
    static const char *const name[2][3] = {{"a", "b", "c"},
                                           {"fourteen_lette", "fourteen_lettf", "fourteen_lettg"}};
    static const double at[] = {0.2, 0.5, 0.8};
    double bottom[2];
    for (int turned = 0; turned < 2; turned++) {
        logreg_figure *f = NULL;
        logreg__layout layout;
        char *script = NULL;
        CU_ASSERT_EQUAL_FATAL(logreg_figure_new(&f, "", NULL, NULL), LOGREG_OK);
        logreg_figure_columns(f, 3);
        for (int i = 0; i < 3; i++) {
            logreg_figure_panel(f, "a_title_of_panels_that_is_far_too_long_for_a_third_of_it");
            logreg_figure_set_axis(
                f, 'x',
                &(logreg_figure_axis){
                    .high = 1, .ticks = LOGREG_TICKS_LIST, .n = 3, .at = at, .text = name[turned]});
        }
        CU_ASSERT_EQUAL_FATAL(logreg__layout_new(&layout, f, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL(layout.turned, turned);
        bottom[turned] = layout.panel[0].bottom;
        logreg__layout_free(&layout);
        CU_ASSERT_EQUAL_FATAL(logreg__script(&script, f, logreg__format_of("figure.gp"), NULL), LOGREG_OK);
        CU_ASSERT_EQUAL(strstr(script, "rotate by 35 right") != NULL, turned);
        char *title = strstr(script, "'a_title"), *end = title ? strchr(title + 1, '\'') : NULL;
        CU_ASSERT_PTR_NOT_NULL_FATAL(end);
        *end = '\0';
        CU_ASSERT_TRUE(logreg__width(title + 1, 1, true) < 1600 / 3.0);
        free(script);
        logreg_figure_free(f);
    }
    CU_ASSERT_TRUE(bottom[1] < bottom[0] - 100);
}

/* A title that has no room in one line has two, each within the picture, and the panel begins a line lower; a shorter one is set smaller first. */
static void long_titles(void)
{
    static const struct {
        const char *title;
        int lines;
    } one[] = {
        {"Chance of admission by gre", 1},
        {"Chance of admission rises with the mean of the grades of the last two years of school", 1},
        {"Chance of Did the cust…ubscription = Yes, definitely by Average mont…efore taxes and What is "
         "your gen…he passport of yours",
         2},
    };
    double top[3];
    for (size_t i = 0; i < sizeof one / sizeof *one; i++) {
        logreg_figure *f = NULL;
        logreg__layout layout;
        int lines = 0;
        CU_ASSERT_EQUAL_FATAL(logreg_figure_new(&f, one[i].title, "One sentence.", NULL), LOGREG_OK);
        logreg_figure_panel(f, NULL);
        CU_ASSERT_EQUAL_FATAL(logreg__layout_new(&layout, f, NULL), LOGREG_OK);
        top[i] = layout.panel[0].top;
        for (char *line = strtok(layout.title.start, "\n"); line; line = strtok(NULL, "\n")) {
            double wide = logreg__width(line, layout.title_size / LOGREG__LETTER_SIZE, true);
            CU_ASSERT_TRUE(layout.text_left + wide < f->width);
            CU_ASSERT_TRUE(layout.title_y + layout.line_step * lines++ < layout.line_y);
        }
        CU_ASSERT_EQUAL(lines, one[i].lines);
        CU_ASSERT_TRUE(layout.title_size > LOGREG__SENTENCE_SIZE);
        logreg__layout_free(&layout);
        logreg_figure_free(f);
    }
    CU_ASSERT_EQUAL(top[1], top[0]);
    CU_ASSERT_TRUE(top[2] > top[1] + LOGREG__LETTER_HEIGHT);
}

/* Lightness of "#rrggbb", CIE 1976, from sRGB (IEC 61966-2-1). */
static double lightness(const char *colour)
{
    static const double share[] = {0.2126, 0.7152, 0.0722};
    double Y = 0;
    for (int i = 0; i < 3; i++) {
        unsigned value = 0;
        sscanf(colour + 1 + 2 * i, "%2x", &value);
        double v = value / 255.0;
        Y += share[i] * (v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4));
    }
    return Y > 0.008856 ? 116 * cbrt(Y) - 16 : 903.3 * Y;
}

/* "#rrggbb" as light of three kinds (IEC 61966-2-1). */
static void linear(double *rgb, const char *colour)
{
    for (int i = 0; i < 3; i++) {
        unsigned value = 0;
        sscanf(colour + 1 + 2 * i, "%2x", &value);
        double v = value / 255.0;
        rgb[i] = v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4);
    }
}

/* CIE 1976 L*a*b* of it, white D65, as a reader sees it without one kind of cones: Machado, Oliveira & Fernandes (IEEE Trans. Vis. Comput. Graph. 15,
 * 2009), severity 1. */
enum { NORMAL, PROTANOPIA, DEUTERANOPIA, SIGHTS };
static void lab_of(double *lab, const double *rgb, int sight)
{
    static const double seen[SIGHTS][9] = {
        {1, 0, 0, 0, 1, 0, 0, 0, 1},
        {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998},
        {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881}};
    static const double to_xyz[9] = {0.4124, 0.3576, 0.1805, 0.2126, 0.7152, 0.0722, 0.0193, 0.1192, 0.9505};
    static const double white[] = {0.9505, 1, 1.089};
    double light[3] = {0}, root[3];
    for (int i = 0; i < 3; i++)
        for (int k = 0; k < 3; k++)
            light[i] += seen[sight][3 * i + k] * rgb[k];
    for (int i = 0; i < 3; i++) {
        double t = 0;
        for (int k = 0; k < 3; k++)
            t += to_xyz[3 * i + k] * fmin(1, fmax(0, light[k])) / white[i];
        root[i] = t > 0.008856 ? cbrt(t) : 7.787 * t + 16.0 / 116;
    }
    lab[0] = 116 * root[1] - 16;
    lab[1] = 500 * (root[0] - root[1]);
    lab[2] = 200 * (root[1] - root[2]);
}

static double apart(const double *a, const double *b, int sight)
{
    double x[3], y[3];
    lab_of(x, a, sight);
    lab_of(y, b, sight);
    return sqrt((x[0] - y[0]) * (x[0] - y[0]) + (x[1] - y[1]) * (x[1] - y[1]) +
                (x[2] - y[2]) * (x[2] - y[2]));
}

/* The shade of a value from -1 to 1, mixed as gnuplot does: in the numbers of the colours. */
static void shade(double *rgb, double value)
{
    char colour[8];
    unsigned end, white;
    for (int i = 0; i < 3; i++) {
        sscanf(logreg__shade(value < 0 ? -1 : 1) + 1 + 2 * i, "%2x", &end);
        sscanf(logreg__shade(0) + 1 + 2 * i, "%2x", &white);
        double mixed = white + fabs(value) * ((double)end - white);
        snprintf(colour + 2 * i + 1, 3, "%02x", (unsigned)lround(mixed));
    }
    colour[0] = '#';
    linear(rgb, colour);
}

/* Positive shades are darker than negative ones of their size, and of another hue to readers without cones for red or green. */
static void shades(void)
{
    for (double size = 0.3; size < 1.01; size += 0.1) {
        double up[3], down[3], light[2][3];
        shade(up, size);
        shade(down, -size);
        lab_of(light[0], up, NORMAL);
        lab_of(light[1], down, NORMAL);
        CU_ASSERT_TRUE(light[1][0] - light[0][0] > 20 * size);
        for (int sight = 0; sight < SIGHTS; sight++)
            CU_ASSERT_TRUE(apart(up, down, sight) > 50 * size);
    }
}

static void colours(void)
{
    for (int sight = 0; sight < SIGHTS; sight++)
        for (int i = 0; i < LOGREG_COLOURS; i++)
            for (int k = 0; k < i; k++) {
                double a[3], b[3];
                linear(a, logreg__colour(i));
                linear(b, logreg__colour(k));
                CU_ASSERT_TRUE(apart(a, b, sight) > 8);
            }
    for (int i = 0; i < LOGREG_COLOURS; i++) {
        CU_ASSERT_TRUE(lightness(logreg__ink(i)) < 55); /* letters on white */
        for (int k = 0; k < i; k++)
            CU_ASSERT_TRUE(fabs(lightness(logreg__colour(i)) - lightness(logreg__colour(k))) > 5);
    }
}

/* Lines of classes and of levels have dashes that tell them apart in grey where their lightness hardly does; and they are drawn with them. */
static void dashes(void)
{
    for (int i = 0; i < LOGREG_COLOURS; i++)
        for (int k = 0; k < i; k++)
            CU_ASSERT_TRUE(logreg__dash_of((size_t)i) != logreg__dash_of((size_t)k) ||
                           fabs(lightness(logreg__colour(i)) - lightness(logreg__colour(k))) > 11);
    logreg_frame *iris = frame_shipped("iris");
    logreg_options firth = firth_options("firth");
    logreg_model *species = fit_frame(iris, "species ~ sepal_width + sepal_length", &firth);
    static const char *const kind[] = {"curve", "effects"};
    for (int i = 0; i < 2; i++) {
        logreg_figure *f = NULL;
        int seen = 0;
        CU_ASSERT_EQUAL_FATAL(
            logreg_figure_build(&f, kind[i], &(logreg_figure_source){.model = species}, NULL, NULL),
            LOGREG_OK);
        for (size_t k = 0; k < f->panel->n; k++)
            if (f->panel->item[k].form == LOGREG__LINE)
                seen |= 1 << f->panel->item[k].look.dash;
        CU_ASSERT_EQUAL(seen, 1 << 0 | 1 << 1 | 1 << 3);
        logreg_figure_free(f);
    }
    logreg_model_free(species);
    logreg_frame_free(iris);
}

/* ---- Whose label ---- */

/* A place of the panel in the picture. */
static void place_of(double at[2], const logreg__panel *p, const logreg__rectangle *r, const double *value)
{
    at[0] = r->left + (value[0] - p->x.low) / (p->x.high - p->x.low) * (r->right - r->left);
    at[1] = r->bottom - (value[1] - p->y.low) / (p->y.high - p->y.low) * (r->bottom - r->top);
}

/* Whether a segment of the panel joins the two places: a row's distances by one step and by a refit. */
static bool is_joined(const logreg__panel *p, const double *a, const double *b)
{
    for (size_t i = 0; i < p->n; i++)
        for (size_t k = 0; p->item[i].form == LOGREG__SEGMENTS && k < p->item[i].n; k++) {
            const double *v = p->item[i].value + 4 * k;
            if (v[0] == a[0] && v[2] == a[0] && b[0] == a[0] &&
                ((v[1] == a[1] && v[3] == b[1]) || (v[1] == b[1] && v[3] == a[1])))
                return true;
        }
    return false;
}

/* Whether of all points none but those at its own place, or joined to it, is nearer to a label, or to where its line begins, than its own, and that line touches none. */
static bool finds_its_point(const logreg__panel *p, const logreg__rectangle *r, const logreg__item *label,
                            const logreg__spot *spot)
{
    enum { POINT = 16 };
    const double wide = 0.85 * LOGREG__LETTER_WIDTH * (double)strlen(label->text),
                 high = 0.85 * LOGREG__LETTER_HEIGHT, dx = spot->to_x - spot->from_x,
                 dy = spot->to_y - spot->from_y;
    double own[2], other[2];
    place_of(own, p, r, label->value);
    double gap =
               hypot(fmax(0, fabs(spot->x - own[0]) - wide / 2), fmax(0, fabs(spot->y - own[1]) - high / 2)),
           start = hypot(own[0] - spot->from_x, own[1] - spot->from_y);
    for (size_t i = 0; i < p->n; i++)
        for (size_t k = 0; p->item[i].form == LOGREG__POINTS && k < p->item[i].n; k++) {
            place_of(other, p, r, p->item[i].value + 2 * k);
            if (is_joined(p, label->value, p->item[i].value + 2 * k))
                continue;
            double from_own = hypot(other[0] - own[0], other[1] - own[1]), x = other[0] - spot->from_x,
                   y = other[1] - spot->from_y;
            if (from_own < 0.1 * POINT)
                continue;
            if (!spot->leads && hypot(fmax(0, fabs(spot->x - other[0]) - wide / 2),
                                      fmax(0, fabs(spot->y - other[1]) - high / 2)) < gap)
                return false;
            double t = fmin(1, fmax(0, (x * dx + y * dy) / (dx * dx + dy * dy)));
            if (spot->leads &&
                (hypot(x, y) < start || (from_own > POINT && hypot(x - t * dx, y - t * dy) < 4)))
                return false;
        }
    return true;
}

static double turn_of(const logreg__spot *s, double x, double y)
{
    return (s->to_x - s->from_x) * (y - s->from_y) - (s->to_y - s->from_y) * (x - s->from_x);
}

static bool lines_cross(const logreg__spot *a, const logreg__spot *b)
{
    return a->leads && b->leads && turn_of(a, b->from_x, b->from_y) * turn_of(a, b->to_x, b->to_y) < 0 &&
           turn_of(b, a->from_x, a->from_y) * turn_of(b, a->to_x, a->to_y) < 0;
}

static void look_at_labels(const logreg_model *model, const logreg_frame *frame, const char *kind,
                           const char *name)
{
    logreg_figure *f = NULL;
    const logreg_figure_source source = {.model = model, .frame = frame};
    CU_ASSERT_EQUAL_FATAL(logreg_figure_build(&f, kind, &source, NULL, NULL), LOGREG_OK);
    size_t labels = 0;
    for (size_t k = 0; k < f->n; k++) {
        logreg__rectangle r;
        logreg__spot *spot = spots_of(&r, f, k);
        for (size_t i = 0; i < f->panel[k].n; i++) {
            const logreg__item *item = &f->panel[k].item[i];
            if (item->form != LOGREG__LABEL || !item->look.beside)
                continue;
            bool ok = finds_its_point(&f->panel[k], &r, item, &spot[i]);
            for (size_t j = 0; j < i; j++)
                ok = ok && !lines_cross(&spot[i], &spot[j]);
            if (!ok)
                printf("# %s of %s: '%s' in panel %zu\n", kind, name, item->text, k);
            CU_ASSERT_TRUE(ok);
            labels++;
        }
        free(spot);
    }
    CU_ASSERT_TRUE(labels >= f->n);
    logreg_figure_free(f);
}

/* Rows of events that are rare, at places made by a plain rule. */
static logreg_frame *frame_of_rare(void)
{
    enum { ROWS = 6000 };
    static double x[ROWS], y[ROWS];
    unsigned long long state = 1;
    for (int i = 0; i < ROWS; i++) {
        double sum = 0;
        for (int k = 0; k < 4; k++) {
            state = state * 6364136223846793005ULL + 1442695040888963407ULL;
            sum += (double)(state >> 11) / 9007199254740992.0;
        }
        x[i] = 2 * sum - 4;
        y[i] = i % 659 == 0;
    }
    logreg_frame *frame = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, "x", x, ROWS, 1, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, "y", y, ROWS, 1, NULL), LOGREG_OK);
    return frame;
}

static void labels_find_points(void)
{
    static const struct {
        const char *data, *formula, *trials, *weights;
    } fits[] = {{"challenger", "distress ~ .", NULL, NULL},
                {"menarche", "menarche ~ age", "girls", NULL},
                {"vaso", "constricted ~ log(volume) + log(rate)", NULL, NULL},
                {"titanic", "survived ~ .", NULL, NULL},
                {"ucb", "admitted ~ gender + dept", NULL, "count"},
                {NULL, "y ~ x", NULL, NULL}};
    for (size_t i = 0; i < sizeof fits / sizeof *fits; i++) {
        logreg_frame *frame = fits[i].data ? frame_shipped(fits[i].data) : frame_of_rare();
        logreg_options o = logreg_options_default();
        o.trials = fits[i].trials;
        o.weights = fits[i].weights;
        logreg_model *model = fit_frame(frame, fits[i].formula, &o);
        look_at_labels(model, frame, "influence", fits[i].data ? fits[i].data : "rare events");
        look_at_labels(model, frame, "leverage", fits[i].data ? fits[i].data : "rare events");
        logreg_model_free(model);
        logreg_frame_free(frame);
    }
}

const test_case tests[] = {
    {"labels along lines stand on their own", labels_along_lines},
    {"labels beside points hide none", labels_beside_points},
    {"labels beside stems are nearest to their own", labels_beside_stems},
    {"numbers of an axis do not meet", wide_ticks},
    {"an axis of penalties tells lambda", strengths},
    {"long names below an axis are turned", wide_names},
    {"a title too long for a line has two", long_titles},
    {"colours are told apart in grey", colours},
    {"dashes tell lines apart in grey", dashes},
    {"signed shades are told apart in grey and without red or green", shades},
    {"labels beside points are nearest to their own", labels_find_points},
    {NULL, NULL},
};
