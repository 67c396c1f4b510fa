/* logreg demo [NAME [FILE]] */
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "demos/demos.h"
#include "input.h"
#include "message.h"
#include "picture.h"
#include "terminal.h"

typedef struct {
    const char *plot, *target, *feature, *group;
    uint64_t seed;
    bool steps, alt, quiet;
    cli_input input;
} values;

#define PLACE(member) offsetof(values, member)

/* In the order of a course. */
static const cli_demo *const demos[] = {
    &demo_odds,
    &demo_odds_ratio,
    &demo_two_by_two,
    &demo_simpson,
    &demo_sigmoid,
    &demo_inverse,
    &demo_normal,
    &demo_derivative,
    &demo_stable,
    &demo_one_feature,
    &demo_likelihood,
    &demo_descent,
    &demo_losses,
    &demo_separation,
    &demo_challenger,
    &demo_threshold,
    &demo_activations,
    &demo_neuron,
    &demo_vanishing,
    &demo_softmax,
    &demo_digits,
    &demo_text,
    NULL,
};

/* ---- The list ---- */

static void list(const cli_call *call)
{
    const char *bold = call->colour ? "\033[1m" : "", *plain = call->colour ? "\033[0m" : "", *section = "";
    int width = 0;
    for (const cli_demo *const *d = demos; *d; d++)
        width = (int)strlen((*d)->name) > width ? (int)strlen((*d)->name) : width;
    for (const cli_demo *const *d = demos; *d; d++) {
        if (strcmp((*d)->section, section) != 0)
            printf("%s%s%s%s\n", *section ? "\n" : "", bold, (*d)->section, plain);
        section = (*d)->section;
        printf("  %-*s  %s%s\n", width, (*d)->name, (*d)->title, (*d)->rows ? " *" : "");
    }
    fputs("\n* takes rows of your own: logreg demo NAME FILE --target COL --feature COL\n"
          "'logreg demo NAME' runs one; --steps shows the work, --plot OUT.png keeps\n"
          "the picture.\n",
          stdout);
}

static const cli_demo *find(const cli_call *call, const char *name)
{
    logreg_nearest near = logreg_nearest_to(name);
    for (const cli_demo *const *d = demos; *d; d++) {
        if (strcmp((*d)->name, name) == 0)
            return *d;
        logreg_nearest_offer(&near, (*d)->name);
    }
    if (near.name)
        cli_fail(call, CLI_USAGE, "there is no demo '%s'; did you mean '%s'?", name, near.name);
    else
        cli_fail(call, CLI_USAGE, "there is no demo '%s'; 'logreg demo' lists them", name);
    return NULL;
}

/* ---- One demo ---- */

/* Options of the columns that rows of one's own have, in the order in which demos ask for them. */
static const char *const column_options[CLI_DEMO_COLUMNS] = {"target", "feature", "group"};

static const char *column_of(const values *v, int i)
{
    return i == 0 ? v->target : i == 1 ? v->feature : v->group;
}

static int check(const cli_call *call, const cli_demo *demo, const values *v)
{
    bool rows = call->n_operands > 1;
    if (rows && !demo->rows)
        return cli_fail(call, CLI_USAGE, "the demo '%s' takes no rows of your own; leave '%s' out",
                        demo->name, call->operands[1]);
    for (int i = 0; i < CLI_DEMO_COLUMNS; i++) {
        if (!rows && column_of(v, i))
            return cli_fail(call, CLI_USAGE, "--%s names a column of a file, and no file is given",
                            column_options[i]);
        if (rows && i < demo->columns && !column_of(v, i))
            return cli_fail(call, CLI_USAGE, "--%s is missing: the demo '%s' takes %s", column_options[i],
                            demo->name, demo->rows);
        if (rows && i >= demo->columns && column_of(v, i))
            return cli_fail(call, CLI_USAGE, "the demo '%s' takes no --%s: it takes %s", demo->name,
                            column_options[i], demo->rows);
    }
    for (int i = 1; rows && i < demo->columns; i++)
        for (int j = 0; j < i; j++)
            if (strcmp(column_of(v, i), column_of(v, j)) == 0)
                return cli_fail(call, CLI_USAGE, "--%s and --%s are the same column, '%s'", column_options[j],
                                column_options[i], column_of(v, i));
    return v->plot ? cli_picture_check(call, v->plot) : CLI_GO_ON;
}

static int read_rows(logreg_frame **frame, const cli_call *call, const cli_demo *demo, const values *v)
{
    const char *const column[] = {v->target, v->feature, v->group};
    cli_categories levels = {.name = column, .n = demo->levels ? (size_t)demo->columns : 0, .if_there = true};
    size_t j;
    int code = cli_input_read(frame, call, &v->input, call->operands[1], levels, v->quiet);
    for (int i = 0; i < demo->columns && code == CLI_GO_ON; i++)
        code = cli_input_column(&j, call, *frame, column_options[i], column[i]);
    return code;
}

static void tell(cli_lesson *lesson, const cli_demo *demo)
{
    const char *bold = lesson->look.colour ? "\033[1m" : "", *plain = lesson->look.colour ? "\033[0m" : "";
    char title[CLI_CELL_SIZE];
    fprintf(lesson->page, "%s%s%s\n\n", bold, cli_lesson_signed(title, lesson, demo->title), plain);
    demo->tell(lesson);
    cli_lesson_lead(lesson, "To the class:", "%s", demo->question);
    cli_lesson_command(lesson, "Try next:", demo->next);
}

static int teach(const cli_call *call, const cli_demo *demo, const values *v, const logreg_frame *frame)
{
    char *text = NULL;
    size_t size;
    cli_lesson lesson = {.call = call,
                         .page = open_memstream(&text, &size),
                         .look = logreg_report_options_default(),
                         .steps = v->steps,
                         .alt = v->alt,
                         .seed = v->seed,
                         .frame = frame,
                         .target = v->target,
                         .feature = v->feature,
                         .group = v->group,
                         .code = CLI_GO_ON};
    if (!lesson.page)
        return cli_fail_memory(call);
    cli_terminal_page(&lesson.look, call->colour);
    tell(&lesson, demo);
    if (fclose(lesson.page) != 0)
        cli_lesson_no_memory(&lesson);
    int code = lesson.code;
    if (code == CLI_GO_ON && lesson.status != LOGREG_OK)
        code = frame ? cli_input_fail(call, frame, &lesson.err) : cli_fail_error(call, &lesson.err);
    if (code == CLI_GO_ON && v->plot)
        code = cli_picture_write(call, v->plot, lesson.figure);
    if (code == CLI_GO_ON && v->plot)
        cli_picture_note(call, v->plot);
    if (code == CLI_GO_ON)
        fwrite(text, 1, size - 1, stdout); /* but for the empty line at its end */
    logreg_figure_free(lesson.figure);
    free(text);
    return code == CLI_GO_ON ? CLI_SOUND : code;
}

static int run(const cli_call *call)
{
    const values *v = call->values;
    if (!call->n_operands && (v->plot || v->steps || v->alt || v->target || v->feature || v->group))
        return cli_fail(call, CLI_USAGE, "which demo? 'logreg demo' lists them");
    if (!call->n_operands) {
        list(call);
        return CLI_SOUND;
    }
    const cli_demo *demo = find(call, call->operands[0]);
    if (!demo)
        return CLI_USAGE;
    logreg_frame *frame = NULL;
    int code = check(call, demo, v);
    if (code == CLI_GO_ON && call->n_operands > 1)
        code = read_rows(&frame, call, demo, v);
    if (code == CLI_GO_ON)
        code = teach(call, demo, v, frame);
    logreg_frame_free(frame);
    return code;
}

static const cli_option lesson_options[] = {
    {"steps", CLI_FLAG, PLACE(steps), .help = "show the work, line by line"},
    {"alt", CLI_FLAG, PLACE(alt), .help = "tell in words what pictures show, for who cannot see them"},
    {"plot", CLI_TEXT, PLACE(plot), .argument = "OUT",
     .help = "keep the picture: .png, .svg or .pdf, or .gp for gnuplot's script"},
    {"seed", CLI_INTEGER, PLACE(seed), .argument = "N", .initial = "1",
     .help = "of what is drawn at random: the same seed tells the same lesson, on every machine"},
    {0}};

static const cli_option rows[] = {
    {"target", CLI_TEXT, PLACE(target), .argument = "COL", .help = "the outcome, of two values"},
    {"feature", CLI_TEXT, PLACE(feature), .argument = "COL", .help = "the column that is to explain it"},
    {"group", CLI_TEXT, PLACE(group), .argument = "COL",
     .help = "simpson: the column whose values part the rows"},
    {"quiet", CLI_FLAG, PLACE(quiet), .help = "no notes on standard error"},
    {0}};

static const cli_group groups[] = {{"Lesson", lesson_options, 0},
                                   {"Rows of your own", rows, 0},
                                   {"Reading", cli_input_options, PLACE(input)},
                                   {0}};

static const char *const examples[] = {
    "logreg demo",
    "logreg demo odds",
    "logreg demo odds-ratio --steps --plot odds-ratio.png",
    "logreg demo two-by-two class.csv --target passed --feature sex",
    NULL,
};

const cli_command command_demo = {
    .name = "demo",
    .summary = "lessons for a class: odds, the sigmoid, how a fit is found",
    .section = "Classroom",
    .operands = "[NAME [FILE]]",
    .max_operands = 2,
    .examples = examples,
    .groups = groups,
    .size = sizeof(values),
    .run = run,
};
