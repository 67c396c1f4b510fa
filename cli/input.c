#include "input.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <logreg/sparse.h>

#include "dataset.h"
#include "help.h"
#include "message.h"

const cli_option cli_input_options[] = {
    {"format", CLI_CHOICE, offsetof(cli_input, format), .argument = "csv|svmlight",
     .otherwise =
         "svmlight for names that end in .svm, .svmlight or .libsvm, also before .gz or .zst; else csv",
     .help =
         "how the file is written; svmlight: rows LABEL INDEX:VALUE .., for a penalty l2, l1 or elasticnet"},
    {"zero-based", CLI_FLAG, offsetof(cli_input, zero_based),
     .help = "svmlight: indices count from 0, not from 1"},
    {"delimiter", CLI_TEXT, offsetof(cli_input, delimiter), .argument = "CHAR",
     .otherwise = "found: one of , ; tab |", .help = "what separates cells: a character, or tab"},
    {"decimal", CLI_CHOICE, offsetof(cli_input, decimal), .argument = ".|,", .otherwise = ".",
     .help = "decimal mark of numbers; given, dots are never doubted"},
    {"encoding", CLI_CHOICE, offsetof(cli_input, encoding),
     .argument = "utf-8|utf-16|latin1|windows-1252|windows-1250|windows-1251|windows-1253|windows-1254|cp850|"
                 "macintosh",
     .otherwise = "utf-8, or utf-16 where bytes say so", .help = "characters of the file"},
    {"no-header", CLI_FLAG, offsetof(cli_input, no_header),
     .help = "the first row holds data; columns are called V1, V2, .."},
    {"header", CLI_FLAG, offsetof(cli_input, header),
     .help = "the first row holds the names, though it may look like data"},
    {"na-values", CLI_LIST, offsetof(cli_input, na_values), .argument = "TEXT,..",
     .otherwise = "NA,N/A,n/a,#N/A,<NA>,NaN,nan,NaT,NULL,null,.,?,\\N",
     .help = "cells that mean missing, besides empty ones; COL=TEXT: in this column alone, besides these"},
    {"on-bad-row", CLI_CHOICE, offsetof(cli_input, on_bad_row), .argument = "fail|skip", .initial = "fail",
     .help = "rows with too many or too few cells, or broken quotes: an error, or left out"},
    {"rejects", CLI_TEXT, offsetof(cli_input, rejects), .argument = "FILE",
     .help = "write the rows left out to this file, as they are, under the header"},
    {0}};

/* Reads --delimiter; 0 (find it) if it was not given. */
static int read_delimiter(char *delimiter, const cli_call *call, const char *text)
{
    *delimiter = '\0';
    if (!text)
        return CLI_GO_ON;
    bool tab = strcmp(text, "tab") == 0 || strcmp(text, "\\t") == 0;
    size_t several = 0; /* bytes of characters that are no ASCII */
    while ((unsigned char)text[several] >= 0x80)
        several++;
    if (several > 1 && !text[several])
        return cli_fail(call, CLI_USAGE,
                        "--delimiter takes one byte, and '%s' is more in UTF-8; write a tab in its place, "
                        "sed 's/%s/\\t/g' FILE, and use --delimiter tab",
                        text, text);
    if (!tab && (strlen(text) != 1 || strchr("\"\r\n", *text)))
        return cli_fail(call, CLI_USAGE, "--delimiter takes one character or tab, not '%s'", text);
    *delimiter = tab ? '\t' : *text;
    return CLI_GO_ON;
}

void cli_input_tell_delimiter(const cli_call *call, const cli_input *input, char c)
{
    char name[] = {'\'', c, '\'', '\0'};
    if (c && c != ',' && !input->delimiter)
        cli_note(call, "cells are separated by %s; --delimiter names another", c == '\t' ? "tabs" : name);
}

void cli_input_tell_rejected(const cli_call *call, const cli_input *input, size_t n, const char *first)
{
    if (n == 1)
        cli_note(call, "1 broken row is left out%s%s: %s", input->rejects ? " and stands in " : "",
                 input->rejects ? input->rejects : "", first);
    else if (n)
        cli_note(call, "%zu broken rows are left out%s%s; the first: %s", n,
                 input->rejects ? " and stand in " : "", input->rejects ? input->rejects : "", first);
}

static bool same_file(const struct stat *a, const struct stat *b)
{
    return S_ISREG(a->st_mode) && a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

int cli_input_spare(const cli_call *call, const char *option, const char *output, const char *file)
{
    struct stat out, other;
    if (!output || stat(output, &out) != 0)
        return CLI_GO_ON;
    if (file && stat(file, &other) == 0 && same_file(&out, &other))
        return cli_fail(call, CLI_USAGE, "--%s would overwrite %s, which is being read", option, file);
    if (fstat(STDIN_FILENO, &other) == 0 && same_file(&out, &other))
        return cli_fail(call, CLI_USAGE, "--%s would overwrite standard input, which is being read", option);
    if (fstat(STDOUT_FILENO, &other) == 0 && same_file(&out, &other))
        return cli_fail(call, CLI_USAGE, "--%s would overwrite standard output", option);
    return CLI_GO_ON;
}

/* Writes what was rejected, once all has been read. */
static int write_rejects(const cli_call *call, const char *path, const char *text, size_t n)
{
    FILE *file = fopen(path, "w");
    if (!file)
        return cli_fail(call, CLI_IO, "cannot write %s: %s", path, strerror(errno));
    errno = 0;
    bool failed = fwrite(text, 1, n, file) < n;
    failed |= fclose(file) != 0;
    if (failed)
        return cli_fail(call, CLI_IO, "cannot write %s: %s", path,
                        errno ? strerror(errno) : "the disk may be full");
    return CLI_GO_ON;
}

/* The options as the library has them. */
static int set_options(logreg_csv_options *options, const cli_call *call, const cli_input *input)
{
    *options = logreg_csv_options_default();
    options->decimal = input->decimal ? *input->decimal : '\0';
    options->header = !input->no_header;
    options->header_sure = input->header;
    options->encoding = input->encoding;
    options->threads = input->threads;
    options->keep_cells = input->keep_cells;
    options->skip_bad_rows = strcmp(input->on_bad_row, "skip") == 0;
    if (input->na_values.n) {
        options->na_values = (const char *const *)input->na_values.item;
        options->n_na_values = input->na_values.n;
    }
    if (input->header && input->no_header)
        return cli_fail(call, CLI_USAGE, "--header and --no-header exclude each other; leave one out");
    if (input->rejects && !options->skip_bad_rows)
        return cli_fail(call, CLI_USAGE, "--rejects needs --on-bad-row skip");
    return read_delimiter(&options->delimiter, call, input->delimiter);
}

static int read_file(const cli_call *call, const logreg_csv_options *options, const char *file,
                     cli_input_reader *read, void *to)
{
    if (!file || strcmp(file, "-") == 0)
        return read(to, call, stdin, "standard input", options);
    FILE *stream;
    if (*file == '@') {
        int code = cli_dataset_open(&stream, call, file + 1);
        if (code != CLI_GO_ON)
            return code;
    } else if (!(stream = fopen(file, "rbe"))) {
        return cli_fail(call, CLI_IO, "%s cannot be opened: %s", file, strerror(errno));
    }
    int code = read(to, call, stream, file, options);
    fclose(stream);
    return code;
}

int cli_input_open(const cli_call *call, const cli_input *input, const char *file, cli_categories categories,
                   cli_input_reader *read, void *to)
{
    logreg_csv_options options;
    if (input->zero_based)
        return cli_fail(call, CLI_USAGE,
                        "--zero-based is about svmlight files; --format svmlight says that it is one");
    int code = set_options(&options, call, input);
    if (code != CLI_GO_ON)
        return code;
    code = cli_input_spare(call, "rejects", input->rejects, file);
    if (code != CLI_GO_ON)
        return code;
    options.categorical = categories.name;
    options.n_categorical = categories.n;
    options.known = categories.known;
    options.n_known = categories.n_known;
    options.spared = categories.spared;
    options.n_spared = categories.n_spared;
    options.mentioned = categories.mentioned;
    options.n_mentioned = categories.n_mentioned;
    options.outcome = categories.outcome;
    options.examine = categories.examine;
    options.categorical_if_there = options.na_values_if_there = categories.if_there;
    if (!file && isatty(STDIN_FILENO)) {
        cli_help_short(stderr, call->command, false);
        return CLI_USAGE;
    }
    char *rejected = NULL;
    size_t size = 0;
    if (input->rejects && !(options.rejects = open_memstream(&rejected, &size)))
        return cli_fail_memory(call);
    code = read_file(call, &options, file, read, to);
    if (options.rejects && fclose(options.rejects) != 0 && code == CLI_GO_ON)
        code = cli_fail_memory(call);
    if (code == CLI_GO_ON && input->rejects)
        code = write_rejects(call, input->rejects, rejected, size);
    free(rejected);
    return code;
}

static bool ends_in(const char *name, size_t n, const char *end)
{
    size_t length = strlen(end);
    return n > length && memcmp(name + n - length, end, length) == 0;
}

bool cli_input_sparse(const cli_input *input, const char *file)
{
    if (input->format)
        return strcmp(input->format, "svmlight") == 0;
    size_t n = file && *file != '@' ? strlen(file) : 0;
    if (n && ends_in(file, n, ".gz"))
        n -= 3;
    else if (n && ends_in(file, n, ".zst"))
        n -= 4;
    return n && (ends_in(file, n, ".svm") || ends_in(file, n, ".svmlight") || ends_in(file, n, ".libsvm"));
}

/* What the options say of CSV files has no meaning in svmlight ones. */
static int check_sparse(const cli_call *call, const cli_input *input)
{
    const char *option = input->delimiter     ? "delimiter"
                         : input->decimal     ? "decimal"
                         : input->encoding    ? "encoding"
                         : input->no_header   ? "no-header"
                         : input->header      ? "header"
                         : input->na_values.n ? "na-values"
                         : input->rejects     ? "rejects"
                                              : NULL;
    if (option)
        return cli_fail(call, CLI_USAGE, "--%s is about CSV files, and this one is svmlight", option);
    return strcmp(input->on_bad_row, "skip") == 0
               ? cli_fail(call, CLI_USAGE, "--on-bad-row skip is about CSV files, and this one is svmlight")
               : CLI_GO_ON;
}

int cli_input_open_sparse(const cli_call *call, const cli_input *input, const char *file,
                          cli_input_reader *read, void *to)
{
    int code = check_sparse(call, input);
    return code == CLI_GO_ON ? read_file(call, NULL, file, read, to) : code;
}

typedef struct {
    const cli_input *input;
    logreg_frame **frame;
} sparse_reading;

static int read_sparse_frame(void *to, const cli_call *call, FILE *stream, const char *name,
                             const logreg_csv_options *options)
{
    (void)options;
    const sparse_reading *reading = to;
    logreg_svmlight_options o = logreg_svmlight_options_default();
    o.n_features = reading->input->n_features;
    o.zero_based = reading->input->zero_based;
    logreg_error err;
    return logreg_frame_read_svmlight_stream(reading->frame, stream, name, &o, &err) == LOGREG_OK
               ? CLI_GO_ON
               : cli_fail_error(call, &err);
}

static int read_sparse(logreg_frame **frame, const cli_call *call, const cli_input *input, const char *file,
                       bool quiet)
{
    sparse_reading reading = {input, frame};
    int code = cli_input_open_sparse(call, input, file, read_sparse_frame, &reading);
    if (code == CLI_GO_ON && !quiet && logreg_frame_beyond(*frame))
        cli_note(call, "%zu number%s in columns that the model does not know %s left out",
                 logreg_frame_beyond(*frame), logreg_frame_beyond(*frame) == 1 ? "" : "s",
                 logreg_frame_beyond(*frame) == 1 ? "is" : "are");
    return code;
}

static int read_frame(void *to, const cli_call *call, FILE *stream, const char *name,
                      const logreg_csv_options *options)
{
    logreg_error err;
    return logreg_frame_read_csv_stream(to, stream, name, options, &err) == LOGREG_OK
               ? CLI_GO_ON
               : cli_fail_error(call, &err);
}

int cli_input_read(logreg_frame **frame, const cli_call *call, const cli_input *input, const char *file,
                   cli_categories categories, bool quiet)
{
    if (cli_input_sparse(input, file))
        return read_sparse(frame, call, input, file, quiet);
    int code = cli_input_open(call, input, file, categories, read_frame, frame);
    if (code == CLI_GO_ON && !quiet) {
        const char *first;
        size_t rejected = logreg_frame_rejected(*frame, &first);
        cli_input_tell_delimiter(call, input, logreg_frame_delimiter(*frame));
        cli_input_tell_rejected(call, input, rejected, first);
        for (size_t k = 0; k < logreg_frame_notes(*frame); k++)
            cli_note(call, "%s", logreg_frame_note(*frame, k));
    }
    return code;
}

/* Sentences on a cell begin with the file already, those on the whole do not. */
int cli_input_fail(const cli_call *call, const logreg_frame *frame, const logreg_error *err)
{
    const char *source = logreg_frame_source(frame);
    size_t n = source ? strlen(source) : 0;
    bool named = strncmp(err->message, source ? source : "", n) == 0 && err->message[n] == ':';
    if (err->status != LOGREG_EDATA || !source || named)
        return cli_fail_error(call, err);
    return cli_fail(call, CLI_DATA, "%s: %s", source, err->message);
}

int cli_input_column(size_t *j, const cli_call *call, const logreg_frame *frame, const char *option,
                     const char *name)
{
    *j = logreg_frame_find(frame, name);
    if (*j != SIZE_MAX)
        return CLI_GO_ON;
    const char *source = logreg_frame_source(frame), *near = logreg_frame_nearest(frame, name);
    if (near)
        return cli_fail(call, CLI_DATA, "--%s: %s has no column '%s'; did you mean '%s'?", option, source,
                        name, near);
    char all[512] = "";
    size_t used = 0, n = logreg_frame_columns(frame), shown = 0;
    for (; shown < n && used + strlen(logreg_frame_name(frame, shown)) + 3 < sizeof all; shown++)
        used += (size_t)snprintf(all + used, sizeof all - used, "%s%s", shown ? ", " : "",
                                 logreg_frame_name(frame, shown));
    return cli_fail(call, CLI_DATA, "--%s: %s has no column '%s'; there are %s%s", option, source, name, all,
                    shown < n ? ", .." : "");
}
