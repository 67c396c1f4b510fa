/* Reading a table: FILE, - for standard input, or @name for a shipped data set. */
#ifndef CLI_INPUT_H
#define CLI_INPUT_H

#include <logreg/data.h>

#include "command.h"

/* Values of the options below. */
typedef struct {
    const char *format; /* NULL: by the file's name */
    bool zero_based;
    const char *delimiter;
    const char *decimal;
    const char *encoding;
    bool no_header, header;
    cli_list na_values;
    const char *on_bad_row;
    const char *rejects;
    size_t n_features; /* of svmlight files, no option either: columns that are wanted; 0: all */
    bool keep_cells;   /* no option either: cells will be printed as they stand, cli_csv_cell_as_read */
    int threads; /* no option of its own: where a command has one for all that it does; 0: one a processor */
} cli_input;

extern const cli_option cli_input_options[];

/* Is the file (NULL: standard input) to be read as svmlight: by --format, or by its name? */
bool cli_input_sparse(const cli_input *input, const char *file);

/* Columns to read as categories though they hold numbers, and those that need not be sound. */
typedef struct {
    const char *const *name;
    size_t n;
    bool
        if_there; /* pass over those that the file lacks, and over its columns in --na-values; else they are errors */
    const logreg_csv_column *known; /* what a model knows of the columns; NULL: there is none */
    size_t n_known;
    const char *const *spared; /* columns that the command does not use, or LOGREG_ANY_COLUMN: it will see */
    size_t n_spared;
    const char *const *mentioned; /* a formula, or names, where the columns that the command uses are named */
    size_t n_mentioned;
    const char *
        outcome; /* what all others will explain, or "" for the last column; NULL: that is not known, or others have roles of their own */
    bool examine; /* the command looks at the file, and uses nothing of it */
} cli_categories;

/* Reads the table that file (NULL: standard input) names. A delimiter that was found and is no comma is told unless quiet.
 * CLI_GO_ON, or the exit code of what was printed. */
int cli_input_read(logreg_frame **frame, const cli_call *call, const cli_input *input, const char *file,
                   cli_categories categories, bool quiet);

/* An output that an option names is neither the file that is read (NULL: standard input) nor standard output. CLI_GO_ON, or the exit
 * code of what was printed. */
int cli_input_spare(const cli_call *call, const char *option, const char *output, const char *file);

/* Prints the library's sentence on the frame's data, which names its file, and returns the exit code. */
int cli_input_fail(const cli_call *call, const logreg_frame *frame, const logreg_error *err);

/* What reads a table from a stream that is open; name stands for it in messages. CLI_GO_ON, or the exit code of what was
 * printed. */
typedef int cli_input_reader(void *to, const cli_call *call, FILE *stream, const char *name,
                             const logreg_csv_options *options);

/* Opens the same and has it read; then writes --rejects. */
int cli_input_open(const cli_call *call, const cli_input *input, const char *file, cli_categories categories,
                   cli_input_reader *read, void *to);

/* The same of a svmlight file; read gets NULL for options. */
int cli_input_open_sparse(const cli_call *call, const cli_input *input, const char *file,
                          cli_input_reader *read, void *to);

/* Notes: the delimiter, if it was found and is no comma; the number of broken rows and the sentence on the first. */
void cli_input_tell_delimiter(const cli_call *call, const cli_input *input, char delimiter);
void cli_input_tell_rejected(const cli_call *call, const cli_input *input, size_t n, const char *first);

/* The index of a column that an option names; CLI_GO_ON, or an error with the nearest name or those that there are. */
int cli_input_column(size_t *j, const cli_call *call, const logreg_frame *frame, const char *option,
                     const char *name);

#endif
