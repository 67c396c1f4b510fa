/* Rows remember the line of the file that they begin in, through everything that comes between the two. */
#include "harness.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg/data.h>
#include <logreg/model.h>

#include "data/frame.h"
#include "oom.h"

static logreg_frame *read_text(const char *text, bool header, bool skip)
{
    logreg_csv_options o = logreg_csv_options_default();
    o.header = header;
    o.skip_bad_rows = skip;
    FILE *stream = fmemopen((void *)text, strlen(text), "r");
    logreg_frame *f = NULL;
    logreg_error err;
    if (logreg_frame_read_csv_stream(&f, stream, "f.csv", &o, &err) != LOGREG_OK &&
        err.status != LOGREG_ENOMEM)
        printf("# %s\n", err.message);
    fclose(stream);
    return f;
}

static const struct {
    const char *text, *lines;
    size_t notes; /* that the frame holds */
    bool no_header, skip;
} files[] = {
    {.text = "a,b\n1,2\n3,4\n5,6", .lines = "2 3 4", .notes = 1},
    {.text = "a,b\r\n1,2\r\n3,4\r\n", .lines = "2 3", .notes = 1},
    {.text = "a,b\r1,2\r3,4\r", .lines = "2 3", .notes = 1},
    {.text = "1,2\n3,4\n", .lines = "1 2", .notes = 1, .no_header = true},
    {.text = "\n\n1,2\n\n3,4\n", .lines = "3 5", .notes = 2, .no_header = true},
    {.text = "\n1\n\n3\n", .lines = "1 2 3 4", .notes = 1, .no_header = true},
    {.text = "a\n1\n\n3\n", .lines = "2 3 4", .notes = 1},
    {.text = "a,b\n\n1,2\n\n\n3,4\n5,6\n", .lines = "3 6 7", .notes = 2},
    {.text = "a,b\n1,\"x\ny\"\n2,z\n3,\"p\r\n\r\nq\"\n4,w\n", .lines = "2 4 5 8", .notes = 3},
    {.text = "\"a\nc\",b\n1,2\n3,4\n", .lines = "3 4", .notes = 1},
    {.text = "sep=;\na;b\n1;2\n", .lines = "3", .notes = 1},
    {.text = "sep=;\n\n1;2\n", .lines = "3", .notes = 1, .no_header = true},
    {.text = "a,b\n1,2\n3\n4,5\n6,7,8\n9,0\n", .lines = "2 4 6", .notes = 3, .skip = true},
    {.text = "a,b\n1,x\n2,\"y\n3,w\n4,v\n", .lines = "2 4 5", .notes = 2, .skip = true},
};

static void lines_of_files(void)
{
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        logreg_frame *f = read_text(files[i].text, !files[i].no_header, files[i].skip);
        CU_ASSERT_PTR_NOT_NULL_FATAL(f);
        char lines[64] = "";
        for (size_t row = 0; row < logreg_frame_rows(f); row++)
            snprintf(lines + strlen(lines), sizeof lines - strlen(lines), "%s%zu", row ? " " : "",
                     logreg__frame_line(f, row));
        bool same = same_text(lines, files[i].lines) && f->lines.n == files[i].notes;
        if (!same)
            printf("# in file %zu, with %zu notes\n", i, f->lines.n);
        CU_ASSERT_TRUE(same);
        logreg_frame_free(f);
    }
}

/* A file whose column `line` tells each row's line, and whose column x is text after many rows of numbers, so that it is
 * read twice; with blank lines, rows of two lines, and broken rows. */
static char *write_irregular(size_t rows, bool quiet_end)
{
    char *text;
    size_t size, line = 2;
    unsigned state = 1;
    FILE *out = open_memstream(&text, &size);
    fputs("line,x,y,t\n", out);
    for (size_t i = 0; i < rows; i++) {
        state = state * 1103515245u + 12345u;
        unsigned what = (state >> 16) % 40;
        const char *x = quiet_end || i < rows / 2 ? "7" : "none";
        if (what == 0)
            fprintf(out, "\n%zu,%s,1,u\n", line + 1, x), line += 2;
        else if (what == 1)
            fprintf(out, "%zu,%s,0,\"u\nv\"\n", line, x), line += 2;
        else if (what == 2)
            fprintf(out, "broken\n%zu,%s,1,v\n", line + 1, x), line += 2;
        else
            fprintf(out, "%zu,%s,0,v\n", line, x), line++;
    }
    fclose(out);
    return text;
}

static size_t wrong_lines(const logreg_frame *f)
{
    size_t wrong = 0;
    for (size_t row = 0; row < logreg_frame_rows(f); row++)
        wrong += (double)logreg__frame_line(f, row) != logreg_frame_number(f, row, 0);
    return wrong;
}

static void lines_survive_conditions(void)
{
    char *text = write_irregular(6000, false);
    logreg_frame *f = read_text(text, true, true);
    CU_ASSERT_PTR_NOT_NULL_FATAL(f);
    CU_ASSERT_EQUAL(logreg_frame_rows(f), 6000);
    CU_ASSERT_TRUE(logreg_frame_rejected(f, NULL) > 100);
    CU_ASSERT_TRUE(logreg_frame_kind(f, 1) == LOGREG_CATEGORY);
    CU_ASSERT_EQUAL(wrong_lines(f), 0);
    static const char *const conditions[] = {"line > 0", "line > 40 & (line < 900 | line > 1000)",
                                             "line != 2000", "x != 'none' | y == 1", "line > 3000"};
    for (size_t i = 0; i < sizeof conditions / sizeof *conditions; i++) {
        size_t before = logreg_frame_rows(f);
        CU_ASSERT_EQUAL_FATAL(logreg_frame_filter(f, conditions[i], NULL), LOGREG_OK);
        CU_ASSERT_TRUE(i == 0 ? logreg_frame_rows(f) == before : logreg_frame_rows(f) < before);
        CU_ASSERT_EQUAL(wrong_lines(f), 0);
    }
    logreg_frame_free(f);
    free(text);
}

/* Rows that are not the one, counted before any condition, that their column says. */
static size_t wrong_origins(const logreg_frame *f)
{
    size_t n = logreg_frame_rows(f), wrong = 0;
    size_t *row = malloc(n * sizeof *row);
    CU_ASSERT_PTR_NOT_NULL_FATAL(row);
    for (size_t i = 0; i < n; i++)
        row[i] = i;
    logreg__frame_origins(row, f, row, n);
    for (size_t i = 0; i < n; i++) {
        size_t one = i;
        logreg__frame_origins(&one, f, &one, 1);
        wrong += (double)row[i] != logreg_frame_number(f, i, 0) || one != row[i];
    }
    free(row);
    return wrong;
}

static void rows_keep_their_numbers(void)
{
    static const char *const conditions[] = {"i > -1", "i > 3 & (i < 9 | i > 12)", "i != 20", "i < 37"};
    double numbers[50];
    for (size_t i = 0; i < 50; i++)
        numbers[i] = (double)i;
    logreg_frame *f = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&f, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_frame_add_numeric(f, "i", numbers, 50, 1, NULL), LOGREG_OK);
    for (size_t c = 0; c < sizeof conditions / sizeof *conditions; c++) {
        CU_ASSERT_EQUAL_FATAL(logreg_frame_filter(f, conditions[c], NULL), LOGREG_OK);
        CU_ASSERT_EQUAL(wrong_origins(f), 0);
    }
    CU_ASSERT_EQUAL(logreg_frame_rows(f), 28);
    logreg_frame_free(f);
}

static void frames_of_no_file_have_none(void)
{
    static const double x[] = {1, 2, 3};
    logreg_frame *f = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&f, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_frame_add_numeric(f, "x", x, 3, 1, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg__frame_line(f, 0), 0);
    CU_ASSERT_EQUAL(logreg_frame_filter(f, "x > 1", NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg__frame_line(f, 0), 0);
    logreg_frame_free(f);
}

/* ---- Sentences ---- */

static const struct {
    const char *condition, *formula, *weights, *trials, *offset, *want;
} faults[] = {
    {NULL, "y ~ x", "w", NULL, NULL,
     "f.csv:4:3: the weight in column 'w' is -0.5; weights count rows and must be 0 or more"},
    {"w != -0.5", "y ~ x", "w", NULL, NULL,
     "f.csv:8:3: the weight in column 'w' is -2; weights count rows and must be 0 or more"},
    {NULL, "e ~ x", NULL, "n", NULL, "f.csv:7:6: 2.5 trials in column 'n'; trials are whole numbers"},
    {"n == 3", "e ~ x", NULL, "n", NULL,
     "f.csv:8:5: 4 events in column 'e' of 3 trials; events are whole numbers from 0 to the trials"},
    {NULL, "s ~ x", NULL, NULL, NULL,
     "f.csv:5:7: the target 's' holds 0.75: shares of events need the number of trials, so give counts of "
     "events and --trials"},
    {"s != 0.75", "s ~ x", NULL, NULL, NULL,
     "f.csv:8:7: the target 's' holds 0.25: shares of events need the number of trials, so give counts of "
     "events and --trials"},
    {NULL, "y ~ log(x)", NULL, NULL, NULL,
     "f.csv:5: 'log(x)' is minus infinite where 'x' is 0: use log1p(x), the logarithm of 1 more, or leave "
     "such rows "
     "out, --where 'x > 0'"},
    {NULL, "y ~ w + offset(log(x))", NULL, NULL, NULL, "f.csv:5: 'offset' is minus infinite where 'x' is 0"},
};

static void sentences_name_the_line(void)
{
    /* the fourth column has neither a name nor values, but counts */
    static const char text[] =
        "x,y,w,,e,n,s,t\n1,0,1,,1,3,0,u\n\n2,1,-0.5,,2,3,1,u\n0,1,1,,3,3,0.75,\"u\nv\"\n"
        "4,0,0,,2,2.5,1,u\n5,0,-2,,4,3,0.25,v\n6,1,1,,0,1,0,v\n";
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
        logreg_frame *f = read_text(text, true, false);
        CU_ASSERT_PTR_NOT_NULL_FATAL(f);
        if (faults[i].condition)
            CU_ASSERT_EQUAL(logreg_frame_filter(f, faults[i].condition, NULL), LOGREG_OK);
        logreg_options o = logreg_options_default();
        o.weights = faults[i].weights;
        o.trials = faults[i].trials;
        o.offset = faults[i].offset;
        logreg_model *m = NULL;
        logreg_error err = {.message = ""};
        CU_ASSERT_EQUAL(logreg_fit_formula(&m, f, faults[i].formula, &o, &err), LOGREG_EDATA);
        CU_ASSERT_TRUE(same_text(err.message, faults[i].want));
        logreg_model_free(m);
        logreg_frame_free(f);
    }
}

/* ---- Memory ---- */

static bool read_and_filter(void *text)
{
    logreg_frame *f = read_text(text, true, true);
    if (!f)
        return true;
    size_t rows = logreg_frame_rows(f);
    logreg_status status = logreg_frame_filter(f, "line < 20 | line > 30 & line < 60 | line > 64", NULL);
    bool ok = wrong_lines(f) == 0 &&
              (status == LOGREG_OK ? logreg_frame_rows(f) < rows
                                   : status == LOGREG_ENOMEM && logreg_frame_rows(f) == rows);
    logreg_frame_free(f);
    return ok;
}

static void memory_may_run_out(void)
{
    char *text = write_irregular(200, true);
    CU_ASSERT_TRUE(oom_each(read_and_filter, text));
    free(text);
}

const test_case tests[] = {
    {"lines of files", lines_of_files},
    {"lines survive conditions", lines_survive_conditions},
    {"rows keep their numbers", rows_keep_their_numbers},
    {"frames of no file have none", frames_of_no_file_have_none},
    {"sentences name the line", sentences_name_the_line},
    {"memory may run out", memory_may_run_out},
    {NULL, NULL},
};
