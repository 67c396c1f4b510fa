#include "figures/figure.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/number.h"
#include "figures/quote.h"
#include "report/summary.h"

/* Columns of a line of the sentences, and of a title of full size; a longer one is set smaller. */
static const int line_columns[LOGREG__SHAPES] = {96, 58};
static const int title_columns[LOGREG__SHAPES] = {56, 34};

/* Sizes of letters, in points. */
#define TITLE_SIZE 20.0
#define TITLE_SIZE_LEAST 12.0
#define SENTENCE_SIZE 12.5

/* Distances above the plot, in characters: of the sentences' last line, between lines, and of the title. */
#define BELOW 1.1
#define LEADING 1.25
#define ABOVE 1.9

/* Room for a name in a title, and for a label of a class there. */
#define NAME_ROOM 24
#define LABEL_ROOM 16

const char *const logreg__colour[LOGREG__COLOURS] = {
    "#2f6fb0", "#d9713c", "#3a9a6b", "#8a5fb5", "#c2477f", "#2a9aa5", "#8c6d46", "#6b717a",
};

void logreg__figure_start(logreg__figure *figure)
{
    logreg_report_options options = logreg_report_options_default();
    *figure = (logreg__figure){.left = 10, .right = 4};
    logreg__page_start(&figure->title, &options);
    logreg__page_start(&figure->subtitle, &options);
}

void logreg__figure_free(logreg__figure *figure)
{
    logreg__page_free(&figure->title);
    logreg__page_free(&figure->subtitle);
    free(figure->body.start);
}

/* ---- Pieces ---- */

void logreg__figure_add(logreg__figure *figure, const char *commands)
{
    logreg__text_add(&figure->body, commands);
}

void logreg__figure_format(logreg__figure *figure, const char *format, ...)
{
    char text[512];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    logreg__text_add(&figure->body, text);
}

static void add_number(logreg__text *text, double value)
{
    char number[LOGREG__NUMBER_SIZE];
    logreg__text_add(text, isfinite(value) ? logreg__number_format(number, value, 10) : "NaN");
}

void logreg__figure_number(logreg__figure *figure, double value)
{
    add_number(&figure->body, value);
}

void logreg__figure_row(logreg__figure *figure, const double *value, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        logreg__text_add(&figure->body, i ? " " : "");
        add_number(&figure->body, value[i]);
    }
    logreg__text_add(&figure->body, "\n");
}

void logreg__figure_string(logreg__figure *figure, const char *command, const char *text)
{
    logreg__text_add(&figure->body, command);
    logreg__quote(&figure->body, text);
}

void logreg__figure_page(logreg__figure *figure, const char *command, logreg__page *page)
{
    logreg__figure_string(figure, command, logreg__page_string(page));
    figure->body.failed = figure->body.failed || page->text.failed;
    logreg__page_free(page);
}

void logreg__figure_axis(logreg__figure *figure, char axis, double low, double high, double tick_low,
                         double tick_high, int most)
{
    logreg__ticks ticks = logreg__ticks_nice(tick_low, tick_high, most);
    logreg__figure_format(figure, "set %crange [", axis);
    logreg__figure_number(figure, low);
    logreg__figure_add(figure, ":");
    logreg__figure_number(figure, high);
    logreg__figure_format(figure, "]\nset %ctics (", axis);
    for (int i = 0; i < ticks.count; i++) {
        char label[LOGREG__FIGURE_SIZE];
        logreg__tick_label(label, &ticks, i, figure->title.sign);
        logreg__figure_string(figure, i ? ", " : "", label);
        logreg__figure_add(figure, " ");
        logreg__figure_number(figure, logreg__tick_value(&ticks, i));
    }
    logreg__figure_add(figure, ")\n");
}

void logreg__figure_title(logreg__figure *figure, const logreg_model *model, const char *join, const char *by)
{
    logreg__page *title = &figure->title;
    bool binary = logreg_model_classes(model) == 2;
    logreg__page_add(title, binary ? "Chance of " : "Chance of each ");
    logreg__page_name(title, logreg__target_name(model), NAME_ROOM);
    if (binary && !logreg_model_grouped(model)) {
        logreg__page_add(title, " = ");
        logreg__page_name(title, logreg_model_class(model, 1), LABEL_ROOM);
    }
    logreg__page_add(title, join);
    logreg__page_name(title, by, NAME_ROOM);
}

/* ---- The whole ---- */

/* A line of text above the plot's left edge. */
static void write_above(logreg__text *script, int tag, const char *text, double height, const char *font,
                        double size, const char *colour)
{
    char number[LOGREG__NUMBER_SIZE];
    char line[160];
    snprintf(line, sizeof line, "set label %d ", tag);
    logreg__text_add(script, line);
    logreg__quote(script, text);
    logreg__text_add(script, " at graph 0, graph 1 left offset 0,");
    logreg__text_add(script, logreg__number_format(number, height, 4));
    snprintf(line, sizeof line, " font '%s,", font);
    logreg__text_add(script, line);
    logreg__text_add(script, logreg__number_format(number, size, 4));
    snprintf(line, sizeof line, "' textcolor rgb '%s' noenhanced\n", colour);
    logreg__text_add(script, line);
}

/* The sentences, line by line, the title above them, and the margins. */
static void write_head(logreg__text *script, logreg__figure *figure)
{
    logreg__page lines;
    logreg__page_start_like(&lines, &figure->subtitle);
    lines.width = line_columns[figure->shape];
    if (figure->subtitle.text.length)
        logreg__page_paragraph(&lines, LOGREG__PLAIN, "", 0, &figure->subtitle);
    char *text = lines.text.start;
    int n = 0, tag = 2;
    for (const char *c = text; c && *c; c++)
        n += *c == '\n';
    double height = BELOW + LEADING * (n - 1);
    for (char *line = text, *end; line && (end = strchr(line, '\n')); line = end + 1, height -= LEADING) {
        *end = '\0';
        write_above(script, tag++, line, height, "Lato", SENTENCE_SIZE, LOGREG__SOFT);
    }
    int columns = logreg__page_columns(&figure->title), most = title_columns[figure->shape];
    double size = columns > most ? fmax(TITLE_SIZE_LEAST, TITLE_SIZE * most / columns) : TITLE_SIZE;
    double top = BELOW + LEADING * n + 0.3;
    write_above(script, 1, logreg__page_string(&figure->title), top, "Lato:Bold", size, LOGREG__INK);
    script->failed = script->failed || lines.text.failed || figure->title.text.failed;
    logreg__page_free(&lines);
    const double margins[] = {figure->left, figure->right, 4.2, top + ABOVE};
    logreg__text_add(script, "set margins ");
    for (int i = 0; i < 4; i++) {
        logreg__text_add(script, i ? "," : "");
        add_number(script, margins[i]);
    }
    logreg__text_add(script, "\n");
}

static const char style[] = "set encoding utf8\n"
                            "set border 3 linewidth 1.2 linecolor rgb '" LOGREG__AXIS "'\n"
                            "set tics nomirror out scale 0.6 textcolor rgb '" LOGREG__GREY "'\n"
                            "set grid ytics back linetype 1 linewidth 1 linecolor rgb '" LOGREG__RULE "'\n"
                            "unset key\n";

logreg_status logreg__figure_script(char **out, logreg__figure *figure, const logreg__format *format,
                                    logreg_error *err)
{
    logreg__text script = {0};
    if (!format->whole)
        logreg__text_add(&script, "# A script for gnuplot 5.4: gnuplot -d THIS_FILE > picture.png\n");
    logreg__text_add(&script, format->terminal[figure->shape]);
    logreg__text_add(&script, "\n");
    logreg__text_add(&script, style);
    write_head(&script, figure);
    if (figure->body.start)
        logreg__text_add(&script, figure->body.start);
    script.failed = script.failed || figure->body.failed;
    char *text = logreg__text_take(&script);
    if (!text)
        return logreg__fail_memory(err);
    *out = text;
    return LOGREG_OK;
}
