#include "csv.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <logreg/base.h>

#include "message.h"

/* Files are for one thread here: the unlocked functions of stdio, since millions of cells pass. */

cli_csv cli_csv_to(FILE *file)
{
    return (cli_csv){.file = file, .terminal = isatty(fileno(file))};
}

static void begin_cell(cli_csv *csv)
{
    if (csv->begun)
        fputc_unlocked(',', csv->file);
    csv->begun = true;
}

/* Data go into files and pipes as they are, but a terminal must not obey them. */
static bool must_clean(const cli_csv *csv, const char *text)
{
    bool odd = false;
    for (; *text && !odd; text++)
        odd = (unsigned char)*text < 0x20 || (unsigned char)*text >= 0x7F;
    return odd && csv->terminal;
}

static void write_text(cli_csv *csv, const char *text)
{
    size_t n = strlen(text);
    if (!strpbrk(text, ",\"\r\n") && text[0] != ' ' && text[n - 1] != ' ') {
        fputs_unlocked(text, csv->file);
        return;
    }
    fputc_unlocked('"', csv->file);
    for (; *text; text++) {
        if (*text == '"')
            fputc_unlocked('"', csv->file);
        fputc_unlocked(*text, csv->file);
    }
    fputc_unlocked('"', csv->file);
}

void cli_csv_text(cli_csv *csv, const char *text)
{
    begin_cell(csv);
    if (!text || !*text)
        return;
    char *cleaned = must_clean(csv, text) ? strdup(text) : NULL;
    if (cleaned)
        cli_clean(cleaned);
    write_text(csv, cleaned ? cleaned : text);
    free(cleaned);
}

void cli_csv_number(cli_csv *csv, double value)
{
    char text[LOGREG_NUMBER_SIZE];
    begin_cell(csv);
    if (!isnan(value))
        fwrite_unlocked(text, 1, logreg_number_text(text, value), csv->file);
}

void cli_csv_integer(cli_csv *csv, uint64_t value)
{
    begin_cell(csv);
    fprintf(csv->file, "%" PRIu64, value);
}

void cli_csv_cell(cli_csv *csv, const logreg_frame *frame, size_t row, size_t j)
{
    if (logreg_frame_kind(frame, j) == LOGREG_NUMERIC)
        cli_csv_number(csv, logreg_frame_number(frame, row, j));
    else
        cli_csv_text(csv, logreg_frame_label(frame, row, j));
}

void cli_csv_cell_as_read(cli_csv *csv, const logreg_frame *frame, size_t row, size_t j)
{
    const char *text = logreg_frame_cell(frame, row, j);
    if (text)
        cli_csv_text(csv, text);
    else
        cli_csv_cell(csv, frame, row, j);
}

bool cli_csv_end(cli_csv *csv)
{
    fputc_unlocked('\n', csv->file);
    csv->begun = false;
    return !ferror_unlocked(csv->file);
}
