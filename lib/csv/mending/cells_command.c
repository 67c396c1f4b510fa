/* The one command that changes cells: perl takes each row apart into them, quotes minded, and puts it together again. */
#include "csv/mending/command.h"
#include "csv/mending/plan.h"

#include <ctype.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"

const char *logreg__delimiter_perl(char room[8], char delimiter)
{
    bool plain = strchr(",;: ~!#", delimiter) || isalnum((unsigned char)delimiter);
    snprintf(room, 8,
             delimiter == '\t'                      ? "\\t"
             : delimiter < ' ' || delimiter == '\'' ? "\\x%02x"
             : plain                                ? "%c"
                                                    : "\\%c",
             delimiter);
    return room;
}

/* "if ($. > 1 && @F > 2) { ": which rows are of data, and have the cells. */
static void write_condition(char room[96], const logreg__cells *what, size_t header, const logreg__csv *csv)
{
    char below[40] = "", cells[40] = "";
    if (csv->options.header)
        snprintf(below, sizeof below, "$. > %zu", header);
    if (what->least)
        snprintf(cells, sizeof cells, "@F > %zu", what->least - 1);
    *room = '\0';
    if (*below || *cells)
        snprintf(room, 96, "if (%s%s%s) { ", below, *below && *cells ? " && " : "", cells);
}

const char *logreg__cells_piece(char room[LOGREG__COMMAND], const logreg__cells *what, const logreg__csv *csv)
{
    char d[8], condition[96] = "", header[LOGREG__COMMAND] = "";
    size_t line = logreg__stages_line(csv, csv->header_end);
    logreg__delimiter_perl(d, csv->options.delimiter);
    if (what->rows)
        write_condition(condition, what, line, csv);
    bool block = what->header && (strpbrk(what->header, ";{") || strstr(what->header, " for "));
    if (block && csv->options.header)
        snprintf(header, sizeof header, "if ($. == %zu) { %s } ", line, what->header);
    else if (what->header && csv->options.header)
        snprintf(header, sizeof header, "%s if $. == %zu; ", what->header, line);
    int n = snprintf(room, LOGREG__COMMAND,
                     "perl %s-lne '%s@F = /(?:^|%s)((?:\"[^\"]*\"|[^%s])*)/g; %s%s%s%sprint join \"%s\", @F'",
                     what->flags ? what->flags : "",
                     csv->spread ? "while (tr/\"// % 2 && !eof) { $_ .= \"\\n\" . <>; chomp } " : "", d, d,
                     header, condition, what->rows ? what->rows : "",
                     *condition   ? " } "
                     : what->rows ? "; "
                                  : "",
                     d);
    if (n < 0 || n >= LOGREG__COMMAND)
        *room = '\0';
    return room;
}

const char *logreg__cells_command(char room[LOGREG__COMMAND], const logreg__cells *what,
                                  const logreg__csv *csv)
{
    char piece[LOGREG__COMMAND];
    *room = '\0';
    if (*logreg__cells_piece(piece, what, csv))
        logreg__command(room, csv, "%s", piece);
    if (strlen(room) + 1 == LOGREG__COMMAND)
        *room = '\0';
    return room;
}

const char *logreg__rename_command(char room[LOGREG__COMMAND], size_t j, const logreg__csv *csv)
{
    char header[64];
    snprintf(header, sizeof header, "$F[%zu] = \"V%zu\"", j, j + 1);
    return logreg__cells_command(room, &(logreg__cells){.header = header}, csv);
}

const char *logreg__cell_pattern(char room[LOGREG__PATTERN], const char *text)
{
    char *to = room;
    size_t hidden = 0;
    for (*room = '\0'; *text; text++) {
        hidden = hidden ? hidden : logreg__utf8_hidden(text);
        if (hidden) { /* a sentence would not show it */
            to += sprintf(to, "\\x%02x", (unsigned char)*text);
            hidden--;
            continue;
        }
        bool plain = *text & 0x80 || isalnum((unsigned char)*text) || strchr(" %=,:;<>!_-", *text);
        to += sprintf(to, *text == '\'' ? "\\x27" : *text == '"' ? "\"\"" : plain ? "%c" : "\\%c", *text);
    }
    return room;
}

bool logreg__cells_keep(logreg_frame *frame, const logreg__csv *csv)
{
    static const char place[] = {LOGREG__STATEMENTS, '\0'};
    char command[LOGREG__COMMAND];
    size_t fields = 0;
    for (size_t j = 0; j < frame->n_columns; j++)
        fields = j + 1 + frame->column[j].n_left_out;
    logreg__cells_command(command, &(logreg__cells){.rows = place, .least = csv->blank_line ? fields : 0},
                          csv);
    bool plain = !strchr(csv->file, LOGREG__STATEMENTS) &&
                 logreg__utf8_valid(command, strlen(command)) == strlen(command);
    if (!*command || !plain) /* a file may be called anything */
        return true;
    frame->cells = logreg__copy(command);
    frame->cells_line = csv->options.header ? logreg__stages_line(csv, csv->header_end) : 0;
    return frame->cells;
}
