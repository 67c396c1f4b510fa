/* What the tests of the CSV reader share: a file in memory, and what reading it gives, as one line of text. */
#ifndef TESTS_CSV_FILES_H
#define TESTS_CSV_FILES_H

#include <stdbool.h>
#include <stdio.h>
#include <sys/types.h>

#include <logreg/data.h>

/* Text that is written piece by piece, for the caller to free. */
FILE *begin_text(void);
char *end_text(FILE *out, size_t *n);

/* The column t has `numbers` numbers and then `texts` labels, `kinds` different ones; n has numbers throughout. */
char *late_text(size_t numbers, size_t texts, size_t kinds, size_t *n);

/* Options that are not the default ones. */
typedef struct {
    char delimiter, decimal;
    bool no_header, sure, skip;
    const char *na, *categorical, *encoding;
} variant;

/* na and categorical: room for one string each. */
logreg_csv_options options_of(const variant *v, const char **na, const char **categorical);

/* What a read gave: the frame in one line, "a# 1 2 NA; b: [x] NA", numeric columns with #, categories with a colon; or
 * the sentence. Frees the frame. For the caller to free. */
char *outcome(logreg_status status, logreg_frame *f, const logreg_error *err);

typedef struct {
    const char *bytes;
    size_t n;
    const char *want; /* a sentence if it begins with f.csv */
    variant how;
} file_case;

/* A file, what it gives, and options that are not the default ones. */
#define GIVES(text, outcome, ...)                                                                            \
    {                                                                                                        \
        .bytes = text, .n = sizeof text - 1, .want = outcome, .how = { __VA_ARGS__ }                         \
    }

/* The command that mends cells: of a file with delimiter d, by statements of perl. */
#define CELLS(d, statements)                                                                                 \
    "perl -lne '@F = /(?:^|" d ")((?:\"[^\"]*\"|[^" d "])*)/g; if ($. > 1) { " statements                    \
    " } print join \"" d "\", @F' f.csv"

/* The command that changes the header alone. */
#define HEADER(d, statements)                                                                                \
    "perl -lne '@F = /(?:^|" d ")((?:\"[^\"]*\"|[^" d "])*)/g; " statements " print join \"" d "\", @F'"
#define RENAMED(field, name) HEADER(",", "$F[" field "] = \"" name "\" if $. == 1;") " f.csv"
#define NUMBERED(field, number)                                                                              \
    HEADER(",", "$F[" field "] =~ s/(?=\"?\\s*$)/_" number "/ if $. == 1;") " f.csv"
#define NAMED(d)                                                                                             \
    HEADER(d, "if ($. == 1) { for (0..$#F) { $F[$_] = \"V\" . ($_ + 1) if $F[$_] =~ /^[\"\\r ]*$/ } }")

/* Reads bytes under the name f.csv. */
char *read_bytes(const char *bytes, size_t n, const variant *how, logreg_status *status);

void check_files(const file_case *table, size_t count);

#define CHECK(table) check_files(table, sizeof table / sizeof *table)

/* Whether a read ends in what is wanted (where that is NULL, in what comes with memory enough) or says that memory ran out, whichever
 * allocation fails; of a pipe: a stream that cannot go back. */
bool reads_or_runs_out(const file_case *c, bool pipe);

/* A stream over bytes that hands out `step` of them at a time, and fails where `fail_at` is reached. It cannot go
 * back. */
typedef struct {
    const char *bytes;
    size_t n, at, step, fail_at;
} trickle;

ssize_t trickle_read(void *cookie, char *to, size_t n);

char *read_trickle(const char *bytes, size_t n, size_t step, size_t fail_at, const variant *how,
                   logreg_status *status);

/* Reads the text as f.csv with the options by default. */
logreg_status frame_of_text(logreg_frame **frame, const char *text, logreg_error *err);

#endif
