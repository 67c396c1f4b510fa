/* A lesson as a demo tells it: short paragraphs, lines that line up, and a picture. Nothing is printed until all of it is there.
 *
 * The first thing that goes wrong is kept; what is told after it is lost, and cli_demo_run reports it. */
#ifndef CLI_DEMOS_LESSON_H
#define CLI_DEMOS_LESSON_H

#include <logreg/data.h>
#include <logreg/figures.h>
#include <logreg/model.h>
#include <logreg/report.h>

#include "../command.h"

typedef struct {
    const cli_call *call;
    FILE *page; /* a stream to memory */
    logreg_report_options look;
    bool steps;    /* the work is to be shown */
    bool alt;      /* pictures are to be told in words */
    uint64_t seed; /* of all that is drawn at random */

    /* The class's own rows, of demos that take some; NULL: there are none. */
    const logreg_frame *frame;
    const char *target, *feature, *group;

    logreg_figure *figure; /* the last drawn */
    logreg_status status;
    logreg_error err;
    int code; /* of an error that was printed already; CLI_GO_ON: there is none */
} cli_lesson;

/* A paragraph, wrapped to the page, and an empty line behind it. */
__attribute__((format(printf, 2, 3))) void cli_lesson_say(cli_lesson *lesson, const char *format, ...);

/* The same behind a lead in bold. */
__attribute__((format(printf, 3, 4))) void cli_lesson_lead(cli_lesson *lesson, const char *lead,
                                                           const char *format, ...);

/* A command to type, on a line of its own below the lead, not a character changed. */
void cli_lesson_command(cli_lesson *lesson, const char *lead, const char *command);

/* A line as it is, two columns in: of a table or a computation. In all that is said and shown a '-' that means minus becomes a minus sign
 * where the page has one, and goes from a zero; what a terminal would obey becomes '?'. */
__attribute__((format(printf, 2, 3))) void cli_lesson_show(cli_lesson *lesson, const char *format, ...);

/* The same in bold: the head of a table. */
__attribute__((format(printf, 2, 3))) void cli_lesson_head(cli_lesson *lesson, const char *format, ...);

/* A text cut to so many columns, for names in titles; and one in exactly so many (at most 60), cut or filled up with blanks at its end or (width below 0) in
 * front, for names in tables. */
#define CLI_CELL_SIZE 256
const char *cli_lesson_brief(char brief[CLI_CELL_SIZE], const char *text, int most);
const char *cli_lesson_cell(char cell[CLI_CELL_SIZE], const char *text, int width);

/* A number with so many decimals, or fewer where it is large; in powers of ten where it takes more than eight or these show nothing of it. */
#define CLI_NUMBER_SIZE 340
const char *cli_lesson_number(char text[CLI_NUMBER_SIZE], double value, int decimals);

/* A text for a figure, cut to what fits, with minus signs as cli_lesson_show writes them. */
const char *cli_lesson_signed(char text[CLI_CELL_SIZE], const cli_lesson *lesson, const char *from);

/* Says how many of the class's rows miss a value and are left out, unless none does. */
void cli_lesson_left_out(cli_lesson *lesson, double used);

/* An empty line, as after a table. */
void cli_lesson_gap(cli_lesson *lesson);

/* Draws a figure in braille, or tells it in words, and keeps it for --plot: takes it. */
void cli_lesson_draw(cli_lesson *lesson, logreg_figure *figure);

/* Keeps what went wrong. Whether all is well so far. */
bool cli_lesson_ok(cli_lesson *lesson, logreg_status status);

/* Memory was out; false. */
bool cli_lesson_no_memory(cli_lesson *lesson);

/* The rows will not do: a sentence; false. */
__attribute__((format(printf, 2, 3))) bool cli_lesson_refuse(cli_lesson *lesson, const char *format, ...);

/* Begins a figure of that title, with sentences below it (NULL: none). */
bool cli_lesson_figure(logreg_figure **figure, cli_lesson *lesson, const char *title, const char *sentences);

/* A sentence more in a figure's words, with its numbers: what those learn of it who do not see it. */
__attribute__((format(printf, 3, 4))) void cli_lesson_words(const cli_lesson *lesson, logreg_figure *figure,
                                                            const char *format, ...);

/* Reads a shipped data set: "@ucb". */
bool cli_lesson_data(logreg_frame **frame, cli_lesson *lesson, const char *name);

/* Fits a formula; options NULL: maximum likelihood. */
bool cli_lesson_fit(logreg_model **model, cli_lesson *lesson, const logreg_frame *frame, const char *formula,
                    const logreg_options *options);

#endif
