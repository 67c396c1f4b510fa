/* Files that people hand over in place of a CSV file, by their first bytes. */
#include "csv/mending/command.h"
#include "csv/source/source.h"

#include <string.h>
#include <strings.h>

#include "base/error.h"

#define SQL_ADVICE "load it into its database and export the table as CSV"

static const struct {
    size_t at;
    const char *bytes;
    size_t n;
    const char *what, *advice;
} others[] = {
#define KIND(at, bytes, what, advice)                                                                        \
    {                                                                                                        \
        at, bytes, sizeof bytes - 1, what, advice                                                            \
    }
    KIND(0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old spreadsheet (xls)", "save it as CSV"),
    KIND(0, "\x1f\x8b", "compressed twice (gzip)", "unpack it once with gunzip"),
    KIND(0, "\x28\xb5\x2f\xfd", "compressed twice (zstd)", "unpack it once with unzstd"),
    KIND(0, "BZh91AY&SY", "compressed (bzip2)", "unpack it with bunzip2"),
    KIND(0,
         "\xfd"
         "7zXZ\0",
         "compressed (xz)", "unpack it with unxz"),
    KIND(0, "7z\xbc\xaf\x27\x1c", "an archive (7z)", "unpack it"),
    KIND(0, "Rar!\x1a\x07", "an archive (rar)", "unpack it"),
    KIND(257, "ustar\0", "an archive (tar)", "unpack it"),
    KIND(257, "ustar  \0", "an archive (tar)", "unpack it"),
    KIND(0, "\x89PNG\r\n\x1a\n", "a picture (png)", "write the table that it shows as CSV"),
    KIND(0, "\xff\xd8\xff", "a picture (jpeg)", "write the table that it shows as CSV"),
    KIND(0, "GIF8", "a picture (gif)", "write the table that it shows as CSV"),
    KIND(0, "%PDF-", "a PDF document", "export its table as CSV"),
    KIND(0, "{\\rtf", "a text document (rtf)", "export its table as CSV"),
    KIND(0, "SQLite format 3\0", "an SQLite database", "export the table as CSV"),
    KIND(0, "PAR1\x15", "a Parquet file",
         "export it as CSV, in Python with pandas.read_parquet(..).to_csv(..)"),
    KIND(0, "ARROW1\0\0", "an Arrow or Feather file",
         "export it as CSV, in Python with pandas.read_feather(..).to_csv(..)"),
    KIND(0, "FEA1\0", "a Feather file", "export it as CSV"),
    KIND(0, "\x89HDF\r\n\x1a\n", "an HDF5 file", "export it as CSV"),
    KIND(0, "\x93NUMPY", "a NumPy array (npy)", "export it with numpy.savetxt"),
    KIND(0, "MATLAB 5.0 MAT-file", "a Matlab file (mat)", "export it with writetable"),
    KIND(0, "$FL2@(#)", "an SPSS file (sav)", "export it as CSV, in R with write.csv(haven::read_sav(..))"),
    KIND(0, "$FL3@(#)", "an SPSS file (zsav)", "export it as CSV, in R with write.csv(haven::read_sav(..))"),
    KIND(0, "<stata_dta>", "a Stata file (dta)", "write it with export delimited"),
    KIND(0, "\x72\x01\x01\0", "a Stata file (dta)", "write it with export delimited"),
    KIND(0, "\x72\x02\x01\0", "a Stata file (dta)", "write it with export delimited"),
    KIND(0, "\x73\x01\x01\0", "a Stata file (dta)", "write it with export delimited"),
    KIND(0, "\x73\x02\x01\0", "a Stata file (dta)", "write it with export delimited"),
    KIND(0, "\0\0\0\0\0\0\0\0\0\0\0\0\xc2\xea\x81\x60", "a SAS file (sas7bdat)", "write it with proc export"),
    KIND(0, "HEADER RECORD*******", "a SAS transport file (xpt)", "write it with proc export"),
    KIND(0, "X\n\0\0\0", "an R object (rds)", "write it with write.csv(readRDS(..))"),
    KIND(0, "RDX2\nX\n", "an R workspace (rda)", "write its table with write.csv"),
    KIND(0, "RDX3\nX\n", "an R workspace (rda)", "write its table with write.csv"),
    KIND(0, "-- phpMyAdmin", "a script of SQL", SQL_ADVICE),
    KIND(0, "DROP TABLE ", "a script of SQL", SQL_ADVICE),
    KIND(0, "SET SQL_MODE", "a script of SQL", SQL_ADVICE),
    KIND(0, "BEGIN TRANSACTION;", "a script of SQL", SQL_ADVICE),
    KIND(0, "-- MySQL dump", "a script of SQL", SQL_ADVICE),
    KIND(0, "-- MariaDB dump", "a script of SQL", SQL_ADVICE),
    KIND(0, "--\n-- PostgreSQL", "a script of SQL", SQL_ADVICE),
    KIND(0, "PRAGMA foreign_keys", "a script of SQL", SQL_ADVICE),
    KIND(0, "CREATE TABLE ", "a script of SQL", SQL_ADVICE),
    KIND(0, "INSERT INTO ", "a script of SQL", SQL_ADVICE),
#undef KIND
};

/* The beginnings of web pages, which many "Excel exports" are; in any case of letters. */
static const char *const pages[] = {"<!doctype html", "<html", "<?xml", "<table", "<tr"};

static bool stands_at(const char *text, size_t n, size_t at, const char *bytes, size_t count)
{
    return n >= at + count && memcmp(text + at, bytes, count) == 0;
}

const char *logreg__packing_name(logreg__packing packing)
{
    static const char *const name[] = {[LOGREG__GZIP] = "gzip", [LOGREG__ZSTD] = "zstd"};
    return packing == LOGREG__UNPACKED ? NULL : name[packing];
}

/* A file of zstd may begin with frames that are to be skipped, as pzstd writes them: RFC 8878, 3.1.2. */
logreg__packing logreg__packing_of(const char *head, size_t n)
{
    bool skipped = stands_at(head, n, 1, "\x2a\x4d\x18", 3) && (head[0] & 0xf0) == 0x50;
    return stands_at(head, n, 0, "\x1f\x8b", 2)                      ? LOGREG__GZIP
           : skipped || stands_at(head, n, 0, "\x28\xb5\x2f\xfd", 4) ? LOGREG__ZSTD
                                                                     : LOGREG__UNPACKED;
}

static logreg_status refuse(const logreg__csv *csv, const char *what, const char *advice)
{
    return logreg__fail(csv->err, LOGREG_EDATA, "%s is %s, not a CSV file; %s first", csv->file, what,
                        advice);
}

/* The names of its first entries tell what a zip archive is. */
static logreg_status refuse_zip(const char *head, size_t n, const logreg__csv *csv)
{
    static const char ods[] = "application/vnd.oasis.opendocument.spreadsheet";
    if (memmem(head, n, ods, sizeof ods - 1))
        return refuse(csv, "a spreadsheet (ods)", "save it as CSV");
    if (memmem(head, n, "xl/", 3))
        return refuse(csv, "a spreadsheet (xlsx)", "save it as CSV");
    if (memmem(head, n, "[Content_Types].xml", 19))
        return refuse(csv, "an Office document (a spreadsheet, xlsx, perhaps)", "save its table as CSV");
    return refuse(csv, "an archive (zip)", "unpack it");
}

/* Weka's files may begin with comments, and have their words in any case. */
static bool is_arff(const char *head, size_t n)
{
    static const char relation[] = "@relation";
    const char *at = head, *end = head + n;
    while (at < end && *at && strchr("%\r\n \t", *at)) {
        const char *line = *at == '%' ? memchr(at, '\n', (size_t)(end - at)) : at;
        at = line ? line + 1 : end;
    }
    size_t length = sizeof relation - 1;
    return (size_t)(end - at) > length && strncasecmp(at, relation, length) == 0 &&
           strchr(" \t", at[length]) != NULL;
}

/* Attributes become names; rows of pairs in braces, which leave out zeros, are for Weka. */
static logreg_status refuse_arff(const char *head, size_t n, const logreg__csv *csv)
{
    char command[LOGREG__COMMAND];
    if (memmem(head, n, "\n{", 2))
        return refuse(csv, "an ARFF file of Weka", "save it as CSV in Weka");
    return logreg__fail(
        csv->err, LOGREG_EDATA, "%s is an ARFF file of Weka, not a CSV file; make it one: %s", csv->file,
        logreg__command(command, csv,
                        "perl -ne 'if (/^\\s*\\@attribute\\s+([\"\\x27]?)(.+?)\\1\\s/i) { push @n, $2 } "
                        "elsif (/^\\s*\\@data/i) { print join(\",\", @n), \"\\n\"; $d = 1 } "
                        "elsif ($d && !/^\\s*(%%|$)/) { print }'"));
}

/* The lines of a table are those with cells. */
static logreg_status refuse_latex(const logreg__csv *csv)
{
    char command[LOGREG__COMMAND];
    return logreg__fail(
        csv->err, LOGREG_EDATA, "%s is a table of LaTeX, not a CSV file; make it one: %s", csv->file,
        logreg__command(command, csv,
                        "perl -lne 'if (/[^\\\\]&/) { s/\\s*\\\\\\\\.*//; s/,/;/g; print join "
                        "\",\", map { s/^[\\s\\$]+|[\\s\\$]+$|\\\\(?=[%%_&])//gr } split "
                        "/(?<!\\\\)&/ }'"));
}

logreg_status logreg__kind_check(const char *head, size_t n, const logreg__csv *csv)
{
    if (is_arff(head, n))
        return refuse_arff(head, n, csv);
    if (stands_at(head, n, 0, "\\begin{", 7) || stands_at(head, n, 0, "% latex table", 13))
        return refuse_latex(csv);
    if (stands_at(head, n, 0, "PK\3\4", 4))
        return refuse_zip(head, n, csv);
    logreg_status status = logreg__notation_check(head, n, csv);
    if (status != LOGREG_OK)
        return status;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (stands_at(head, n, others[i].at, others[i].bytes, others[i].n))
            return refuse(csv, others[i].what, others[i].advice);
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
        if (n >= strlen(pages[i]) && strncasecmp(head, pages[i], strlen(pages[i])) == 0)
            return refuse(csv, "a web page or XML, as some programs export for spreadsheets",
                          "open it in a spreadsheet and save it as CSV");
    return LOGREG_OK;
}
