#include "csv.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "message.h"

static void begin_cell(cli_csv *csv)
{
    if (csv->begun)
        fputc(',', csv->file);
    csv->begun = true;
}

/* Data go into files and pipes as they are, but a terminal must not obey them. */
static bool must_clean(const cli_csv *csv, const char *text)
{
    bool odd = false;
    for (; *text && !odd; text++)
        odd = (unsigned char)*text < 0x20 || (unsigned char)*text >= 0x7F;
    return odd && (csv->terminal || isatty(fileno(csv->file)));
}

static void write_text(cli_csv *csv, const char *text)
{
    size_t n = strlen(text);
    if (!strpbrk(text, ",\"\r\n") && text[0] != ' ' && text[n - 1] != ' ') {
        fputs(text, csv->file);
        return;
    }
    fputc('"', csv->file);
    for (; *text; text++) {
        if (*text == '"')
            fputc('"', csv->file);
        fputc(*text, csv->file);
    }
    fputc('"', csv->file);
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

char *cli_number_text(char text[CLI_NUMBER_SIZE], double value)
{
    for (int digits = 15; digits <= 17; digits++) {
        snprintf(text, CLI_NUMBER_SIZE, "%.*g", digits, value);
        if (strtod(text, NULL) == value)
            break;
    }
    return text;
}

void cli_csv_number(cli_csv *csv, double value)
{
    char text[CLI_NUMBER_SIZE];
    begin_cell(csv);
    if (!isnan(value))
        fputs(cli_number_text(text, value), csv->file);
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

bool cli_csv_end(cli_csv *csv)
{
    fputc('\n', csv->file);
    csv->begun = false;
    return !ferror(csv->file);
}
