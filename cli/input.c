#include "input.h"

#include <string.h>
#include <unistd.h>

#include "dataset.h"
#include "help.h"
#include "message.h"

const cli_option cli_input_options[] = {
    {"delimiter", CLI_TEXT, offsetof(cli_input, delimiter), .argument = "CHAR",
     .otherwise = "found: one of , ; tab |", .help = "what separates cells: a character, or tab"},
    {"decimal", CLI_CHOICE, offsetof(cli_input, decimal), .argument = ".|,", .initial = ".",
     .help = "decimal mark of numbers"},
    {"encoding", CLI_CHOICE, offsetof(cli_input, encoding), .argument = "utf-8|utf-16|latin1|windows-1252",
     .otherwise = "utf-8, or as the byte order mark says", .help = "characters of the file"},
    {"no-header", CLI_FLAG, offsetof(cli_input, no_header),
     .help = "the first row holds data; columns are called V1, V2, .."},
    {"na-values", CLI_LIST, offsetof(cli_input, na_values), .argument = "TEXT,..",
     .otherwise = "NA,N/A,NaN,nan,NULL,null,.,?,\\N", .help = "cells that mean missing, besides empty ones"},
    {0}};

/* Reads --delimiter; 0 (find it) if it was not given. */
static int read_delimiter(char *delimiter, const cli_call *call, const char *text)
{
    *delimiter = '\0';
    if (!text)
        return CLI_GO_ON;
    bool tab = strcmp(text, "tab") == 0 || strcmp(text, "\\t") == 0;
    if (!tab && (strlen(text) != 1 || strchr("\"\r\n", *text)))
        return cli_fail(call, CLI_USAGE, "--delimiter takes one character or tab, not '%s'", text);
    *delimiter = tab ? '\t' : *text;
    return CLI_GO_ON;
}

static void tell_delimiter(const cli_call *call, const logreg_frame *frame)
{
    char c = logreg_frame_delimiter(frame), name[] = {'\'', c, '\'', '\0'};
    if (c && c != ',')
        cli_note(call, "cells are separated by %s; --delimiter names another", c == '\t' ? "tabs" : name);
}

int cli_input_read(logreg_frame **frame, const cli_call *call, const cli_input *input, const char *file,
                   const char *const *categorical, size_t n, bool quiet)
{
    logreg_csv_options options = logreg_csv_options_default();
    int code = read_delimiter(&options.delimiter, call, input->delimiter);
    if (code != CLI_GO_ON)
        return code;
    options.decimal = *input->decimal;
    options.header = !input->no_header;
    options.encoding = input->encoding;
    if (input->na_values.n) {
        options.na_values = (const char *const *)input->na_values.item;
        options.n_na_values = input->na_values.n;
    }
    options.categorical = categorical;
    options.n_categorical = n;

    logreg_error err;
    logreg_status status;
    if (!file && isatty(STDIN_FILENO)) {
        cli_help_short(stderr, call->command, false);
        return CLI_USAGE;
    }
    if (!file || strcmp(file, "-") == 0) {
        status = logreg_frame_read_csv_stream(frame, stdin, "standard input", &options, &err);
    } else if (*file == '@') {
        FILE *stream;
        code = cli_dataset_open(&stream, call, file + 1);
        if (code != CLI_GO_ON)
            return code;
        status = logreg_frame_read_csv_stream(frame, stream, file, &options, &err);
        fclose(stream);
    } else {
        status = logreg_frame_read_csv(frame, file, &options, &err);
    }
    if (status != LOGREG_OK)
        return cli_fail_error(call, &err);
    if (!quiet && !input->delimiter)
        tell_delimiter(call, *frame);
    return CLI_GO_ON;
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
