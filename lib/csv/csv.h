/* The CSV reader from inside. Bytes flow one way:
 *
 *   source (unpacked UTF-8) -> dialect (which delimiter) -> split (rows of cells) -> header, columns -> frame
 *
 * Each arrow is a file. The splitter knows no types and the columns know no quotes, so that either can be replaced. This is
 * the strict road; beside it, from source to columns, goes the plain one (plain/plain.h), and roads.c chooses. Where a reading fails, others
 * look for what else must be mended (mending/plan.h).
 */
#ifndef LOGREG_CSV_CSV_H
#define LOGREG_CSV_CSV_H

#include <stdio.h>
#include <string.h>

#include <logreg/data.h>

#include "data/column.h"

typedef enum {
    LOGREG__UTF8,
    LOGREG__UTF16,
    LOGREG__LATIN1,
    LOGREG__WINDOWS1252,
    LOGREG__WINDOWS1250,
    LOGREG__WINDOWS1251,
    LOGREG__WINDOWS1253,
    LOGREG__WINDOWS1254,
    LOGREG__CP850,
    LOGREG__MACINTOSH,
    LOGREG__ENCODINGS /* how many there are; found by the byte order mark, if there is one */
} logreg__encoding;

/* An encoding that is not read: its name, and what iconv calls it. */
typedef struct {
    const char *name, *iconv;
} logreg__foreign;

typedef enum { LOGREG__UNPACKED, LOGREG__GZIP, LOGREG__ZSTD } logreg__packing;

/* Room for a command in a message. */
#define LOGREG__COMMAND 640

enum { LOGREG__MARK_SIZE = 3 };

/* How a file is gone through. */
typedef struct {
    size_t chunk; /* bytes read at once, */
    size_t alone; /*   and before threads begin; what is read does not depend on these two, */
    bool strict;  /*   nor on this: all by the strict road */
    size_t held;  /* rows that decide what the columns are */
} logreg__csv_tuning;

/* Rows with more cells than the header, one as a rule: why? */
typedef enum {
    LOGREG__TORN_NOT,        /* there are none, or they are as they are */
    LOGREG__TORN_ROW_NAMES,  /* rows have names of their own */
    LOGREG__TORN_NAME_LACKS, /* the header has one too few */
    LOGREG__TORN_DECIMALS,   /* a comma parts cells `at` and at + 1, which are the halves of a number, */
    LOGREG__TORN_EITHER,     /*   or it does in one of these places, */
    LOGREG__TORN_THOUSANDS,  /*   or a number's thousands and the rest */
    LOGREG__TORN_SOMEWHERE   /* so it may, but in which cells is open */
} logreg__torn_kind;

enum { LOGREG__TORN_PLACES = 4 };

typedef struct {
    logreg__torn_kind kind;
    size_t at[LOGREG__TORN_PLACES], n; /* of decimals so many numbers are torn in each row */
    bool mixed;                        /* other rows have as many cells as the header */
} logreg__torn;

/* Two rows of names. */
typedef enum {
    LOGREG__GROUPS_NONE,  /* there is one */
    LOGREG__GROUPS_ABOVE, /* the first names groups of columns, the second each column, */
    LOGREG__GROUPS_JOINED /*   or one tells columns apart with the other alone */
} logreg__groups;

typedef struct logreg__plan logreg__plan;

/* What all parts of one reading know. */
typedef struct {
    const char *file;           /* as messages name it */
    logreg_csv_options options; /* checked; missing ones filled in */
    logreg__encoding encoding;  /* ENCODINGS: not known yet */
    const char *charset;        /* as iconv calls it; NULL: not known yet */
    logreg__encoding guess; /* of bytes that are not UTF-8; ENCODINGS: they are in one that is not read, */
    const logreg__foreign *foreign; /*   this one; else NULL */
    bool *bad_bytes;                /* set where a cell is not UTF-8; or NULL */
    size_t header_line, header_end; /* the lines that it begins and ends in */
    size_t first_line, last_line;   /* of the rows of data read so far; 0: none */
    size_t blank_line;              /* the last blank one; 0: none */
    size_t table_line;              /* the first that looks like the others; SIZE_MAX: none does */
    bool table_marked;              /* it begins with # */
    bool preamble;                  /* lines above it that look like rows are none; */
    bool title;                     /*   the first of them could be a header too */
    size_t names_line;              /* one below the header that may be the header; 0: none may */
    size_t table_fields;            /* their number of fields */
    logreg__torn torn;              /* by the first lines */
    bool sections;                  /* they have names of groups in lines of their own */
    bool cr;                        /* lines end in CR alone */
    bool spread;                    /* some rows stand in several lines */
    logreg__groups groups;
    bool index; /* a row behind these two holds the name of the first column alone */
    logreg__packing packing;
    bool mark;          /* the file begins with the byte order mark of UTF-8 */
    bool decimal_given; /* the decimal mark is no guess */
    bool formulas;      /* the first lines hold =" as in ="39" */
    bool feet;          /* they hold 5'11" */
    bool doubled;       /* each quote stands twice: ""age"",""y"" */
    bool quotes;        /* they hold quotes, */
    bool enclosed;      /*   some of which begin a cell */
    const char *const
        *given_na; /* the caller's tokens for missing values, those of single columns among them: own.h */
    size_t n_given_na;
    bool na_given;       /* tokens in force for all columns are not the default ones */
    bool may_be_na[256]; /* is there a token for missing values that begins with this byte? */
    logreg__csv_tuning tuning;
    logreg__plan *plan; /* how the file is to be mended (plan.h) */
    logreg_error *err;
} logreg__csv;

extern const logreg__csv_tuning logreg__csv_tuned;

/* logreg_frame_read_csv_stream, otherwise tuned. */
logreg_status logreg__frame_read_csv(logreg_frame **frame, FILE *stream, const char *name,
                                     const logreg_csv_options *options, const logreg__csv_tuning *tuning,
                                     logreg_error *err);

/* Reads a frame. A column that began with numbers and turned out to be text costs a second reading, where the stream can
 * go back. (csv.c) */
logreg_status logreg__csv_read(logreg_frame **frame, FILE *stream, const logreg__csv *csv);

/* ---- Options (options.c) ---- */

/* Checks options (NULL: defaults) for a file that messages call name, and fills in what is missing. EINVAL. */
logreg_status logreg__csv_check(logreg__csv *csv, const logreg_csv_options *options, const char *name,
                                logreg_error *err);

/* Does a text begin with the byte order mark of UTF-8, as each of several files that were joined may have brought it? */
static inline bool logreg__starts_with_mark(const char *text)
{
    return strncmp(text, "\xef\xbb\xbf", LOGREG__MARK_SIZE) == 0;
}

#endif
