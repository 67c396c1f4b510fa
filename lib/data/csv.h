/* The CSV reader from inside. Bytes flow one way:
 *
 *   source (unpacked UTF-8) -> dialect (which delimiter) -> split (rows of cells) -> header, columns -> frame
 *
 * Each arrow is a file. The splitter knows no types and the columns know no quotes, so that either can be replaced. This is
 * the strict road; beside it, from source to columns, goes the plain one (csv_plain.h), and csv_roads.c chooses.
 */
#ifndef LOGREG_DATA_CSV_H
#define LOGREG_DATA_CSV_H

#include <stdio.h>
#include <time.h>

#include <logreg/data.h>

#include "data/column.h"

typedef enum {
    LOGREG__UTF8,
    LOGREG__UTF16,
    LOGREG__LATIN1,
    LOGREG__WINDOWS1252,
    LOGREG__ENCODINGS /* how many there are; found by the byte order mark, if there is one */
} logreg__encoding;

typedef enum { LOGREG__PLAIN, LOGREG__GZIP, LOGREG__ZSTD } logreg__packing;

/* Room for a command in a message. */
#define LOGREG__COMMAND 640

/* How a file is gone through. */
typedef struct {
    size_t chunk; /* bytes read at once, */
    size_t alone; /*   and before threads begin; what is read does not depend on these two, */
    bool strict;  /*   nor on this: all by the strict road */
    size_t held;  /* rows that decide what the columns are */
} logreg__csv_tuning;

/* Rows with one cell more than the header: why? */
typedef enum {
    LOGREG__TORN_NOT,        /* there are none, or they are as they are */
    LOGREG__TORN_ROW_NAMES,  /* rows have names of their own */
    LOGREG__TORN_NAME_LACKS, /* the header has one too few */
    LOGREG__TORN_DECIMALS,   /* a comma parts cells `at` and at + 1, which are the halves of a number, */
    LOGREG__TORN_THOUSANDS,  /*   or its thousands and the rest */
    LOGREG__TORN_SOMEWHERE   /* so it may, but in which cells is open */
} logreg__torn_kind;

typedef struct {
    logreg__torn_kind kind;
    size_t at;
    bool mixed; /* other rows have as many cells as the header */
} logreg__torn;

/* What all parts of one reading know. */
typedef struct {
    const char *file;           /* as messages name it */
    logreg_csv_options options; /* checked; missing ones filled in */
    logreg__encoding encoding;  /* ENCODINGS: not known yet */
    size_t header_line;
    size_t first_line, last_line; /* of the rows of data read so far; 0: none */
    size_t blank_line;            /* the last blank one; 0: none */
    size_t table_line;            /* the first that looks like the others; SIZE_MAX: none does */
    size_t table_fields;          /* their number of fields */
    logreg__torn torn;            /* by the first lines */
    logreg__packing packing;
    bool mark;                    /* the file begins with the byte order mark of UTF-8 */
    bool decimal_given;           /* the decimal mark is no guess */
    bool formulas;                /* the first lines hold =" as in ="39" */
    bool na_given;                /* the tokens for missing values are not the default ones */
    bool may_be_na[256];          /* is there a token for missing values that begins with this byte? */
    logreg__csv_tuning tuning;
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

/* ---- Options (csv_options.c) ---- */

/* Checks options (NULL: defaults) for a file that messages call name, and fills in what is missing. EINVAL. */
logreg_status logreg__csv_check(logreg__csv *csv, const logreg_csv_options *options, const char *name,
                                logreg_error *err);

/* ---- What a file is (csv_kind.c) ---- */

/* "gzip"; NULL where the file is plain. */
const char *logreg__packing_name(logreg__packing packing);

/* By the first bytes. */
logreg__packing logreg__packing_of(const char *head, size_t n);

/* EDATA where the first bytes are those of a spreadsheet, a data file of another program, a web page, an archive; the
 * sentence names what it is and how to make CSV of it. */
logreg_status logreg__kind_check(const char *head, size_t n, const logreg__csv *csv);

/* ---- Unpacking (csv_unpack.c) ---- */

/* A compressed stream while it is read, in bounded memory. */
typedef struct logreg__unpacker logreg__unpacker;

/* Its first n bytes have been read already. NULL: memory is out. */
logreg__unpacker *logreg__unpacker_new(logreg__packing packing, FILE *stream, const char *head, size_t n);

/* Unpacks the next bytes, `want` of them unless the stream ends; how many. On failure *broken says why, and is NULL where
 * errno does; fewer bytes than wanted without a failure are the end. */
size_t logreg__unpacker_read(logreg__unpacker *unpacker, char *to, size_t want, bool *failed,
                             const char **broken);

void logreg__unpacker_free(logreg__unpacker *unpacker);

/* ---- Encodings (csv_decode.c) ---- */

/* The encoding's name, as the option has it. */
extern const char *const logreg__encoding_name[LOGREG__ENCODINGS];

/* Room that n bytes of any encoding need as UTF-8. */
#define LOGREG__DECODED(n) (3 * (n) + 3)

/* Turns n bytes into UTF-8 at `to`; *used of them, less than n where half a character waits for more, unless this is the
 * end. What stands for no character comes out as bytes that are not UTF-8, so that the cell that holds them is refused
 * like any other bad one. Returns the length. */
size_t logreg__decode(char *to, const char *from, size_t n, size_t *used, logreg__encoding encoding,
                      bool big_endian, bool end);

/* The way back, into room for 2 n bytes: what logreg__decode made of a text becomes that text again. Returns the length. */
size_t logreg__encode(char *to, const char *from, size_t n, logreg__encoding encoding, bool big_endian);

/* ---- Files that change (csv_stamp.c) ---- */

/* What tells whether a file is still as it was. */
typedef struct {
    bool known; /* a stream that is no file has none */
    off_t size;
    struct timespec written;
} logreg__stamp;

logreg__stamp logreg__stamp_of(FILE *stream);

/* Has it been written to since? Then its last row may be half a row, and all others another file's. */
bool logreg__stamp_differs(const logreg__stamp *stamp, FILE *stream);

/* The sentence on that. EIO. */
logreg_status logreg__fail_changed(const logreg__csv *csv);

/* ---- Source (csv_source.c) ---- */

/* A stream in chunks, unpacked, as UTF-8 without a byte order mark. */
typedef struct {
    FILE *stream;
    const char *bytes; /* what has been fetched and not yet read: at first the head of the file */
    size_t n;
    char *raw;                  /* before decoding */
    size_t kept;                /* bytes at the front of raw that wait for the next ones: half a character */
    char *decoded;              /* NULL: raw is UTF-8 */
    logreg__unpacker *unpacker; /* NULL: the stream is not compressed */
    logreg__packing packing;
    logreg__encoding encoding;
    bool big_endian, end;
    size_t mark;        /* bytes of the byte order mark that was dropped */
    const char *broken; /* why reading failed, where errno does not tell */
    logreg__stamp stamp;
} logreg__source;

/* Fetches the first chunk. EDATA for a file that is something else, or in another encoding than told; EIO, ENOMEM. */
logreg_status logreg__source_start(logreg__source *source, FILE *stream, const logreg__csv *csv);

/* Moves the next bytes to `to`, so many of them unless the stream ends or fails; how many. Not ok: reading failed, and
 * source->broken or errno tells why. */
size_t logreg__source_read(logreg__source *source, char *to, size_t want, bool *ok);

/* The sentence on that. EIO. */
logreg_status logreg__source_fail(const logreg__source *source, int why, const char *what,
                                  const logreg__csv *csv);

void logreg__source_clear(logreg__source *source);

/* ---- Dialect (csv_dialect.c) ---- */

/* Finds the delimiter where the options name none, and where the table begins, for sentences on a header that is none.
 * Spreadsheets write, and read, a first line such as "sep=;" that names it and is not part of the table: the source
 * moves behind that, and *length is how far. EDATA for a table that no delimiter splits, but something else does. */
logreg_status logreg__dialect_start(size_t *length, logreg__csv *csv, logreg__source *source);

/* The delimiter among tab ; , | that splits the first lines most evenly; ',' if there is none. Cut says that head
 * is not the whole file. The decimal mark is no delimiter. splits: was there one? */
char logreg__dialect_delimiter(const char *head, size_t n, bool cut, char decimal, bool *splits);

/* The first line, from 0, that has as many fields as most of the first lines have, and more than half as many that hold
 * something as the fullest of these: where the table begins if there is something above it. Their number of fields. SIZE_MAX: lines are too different. */
size_t logreg__dialect_table(size_t *fields, const char *head, size_t n, bool cut, char delimiter);

/* ---- Look (csv_look.c) ---- */

/* Counts line ends outside quotes, and quoted cells, of the first n bytes; the delimiter is filled in. */
void logreg__dialect_look(logreg_dialect *dialect, const char *head, size_t n);

/* ---- Split (csv_split.c, csv_lines.c) ---- */

typedef struct {
    const char *text; /* not closed by NUL */
    size_t n;
    size_t line; /* where it begins, from 1 */
} logreg__cell;

/* A row, of n = 0 cells for a blank line. */
typedef struct {
    const logreg__cell *cell;
    size_t n;
    size_t line;
    const char
        *text; /* as it stands in the file, line end included; NULL where broken rows end the reading */
    size_t length;
} logreg__row;

/* Takes a row, which lives until the return. False: stop. */
typedef bool logreg__row_taker(void *taker, const logreg__row *row);

typedef enum {
    LOGREG__SPLIT_ALL,     /* to the end of the file */
    LOGREG__SPLIT_STOPPED, /* by the taker */
    LOGREG__SPLIT_NO_MEMORY,
    LOGREG__SPLIT_UNREADABLE,  /* reading failed, errno tells why */
    LOGREG__SPLIT_QUOTE,       /* a quote in a field that is not quoted */
    LOGREG__SPLIT_BLANK_QUOTE, /* a quote behind blanks */
    LOGREG__SPLIT_BACKSLASH,   /* text behind a quote that a backslash stands before */
    LOGREG__SPLIT_AFTER_QUOTE, /* text behind a closing quote */
    LOGREG__SPLIT_UNCLOSED,    /* a quote that is still open at the end */
    LOGREG__SPLIT_TOO_LONG,    /* a field beyond LOGREG__FIELD_LIMIT */
    LOGREG__SPLIT_TOO_WIDE     /* a row beyond the limits of a row */
} logreg__split_end;

/* Where the splitting stood when it ended: line and column (field number) from 1. */
typedef struct {
    logreg__split_end end;
    size_t line, column;
} logreg__split_result;

#define LOGREG__FIELD_LIMIT ((size_t)16 << 20)
#define LOGREG__ROW_LIMIT ((size_t)256 << 20)
#define LOGREG__CELL_LIMIT ((size_t)4 << 20)

/* Takes a line that begins a row whose quotes are broken. False: stop. */
typedef bool logreg__row_refuser(void *taker, const logreg__row *row, const logreg__split_result *why);

/* For whom rows are split, and how. */
typedef struct {
    size_t line; /* that the first bytes stand in */
    char delimiter;
    logreg__row_taker *take;
    logreg__row_refuser *refuse; /* goes on behind a broken line; NULL: such a line ends the splitting */
    void *taker;
} logreg__splitting;

/* Text is split as it comes. */
typedef struct logreg__splitter logreg__splitter;

/* NULL: memory is out. */
logreg__splitter *logreg__splitter_new(const logreg__splitting *splitting);

/* Takes bytes, up to where a row ends or else all n; how many. */
size_t logreg__splitter_take(logreg__splitter *splitter, const char *bytes, size_t n);

/* Does the next byte begin a row? */
bool logreg__splitter_between(const logreg__splitter *splitter);

/* Between rows: the next ones, a line each, have been read in another way. */
void logreg__splitter_pass(logreg__splitter *splitter, size_t rows);

/* The line of the next byte that begins a row. */
size_t logreg__splitter_line(const logreg__splitter *splitter);

/* There are no more bytes. */
void logreg__splitter_finish(logreg__splitter *splitter);

/* Where it stands: SPLIT_ALL as long as nothing has ended it. */
logreg__split_result logreg__splitter_result(const logreg__splitter *splitter);

void logreg__splitter_free(logreg__splitter *splitter);

/* ---- Broken rows (csv_broken.c) ---- */

/* The sentence on a row that has not as many cells as the table, whose first column has that name, after so many good rows.
 * EDATA. */
logreg_status logreg__fail_ragged(const logreg__csv *csv, const logreg__row *row, size_t width, size_t rows,
                                  const char *first_name);

/* The sentence on a splitting that ended in a row; name of the column that it stood in, or NULL. EDATA, ENOMEM. */
logreg_status logreg__fail_split(const logreg__csv *csv, const logreg__split_result *at, const char *name);

/* Writes a row, as it stood in the file, to options.rejects, if there is such. EIO. */
logreg_status logreg__reject_write(const logreg__csv *csv, const logreg__row *row);

/* ---- Header (csv_header.c) ---- */

/* The names that a row of n cells holds, or V1, V2, .. where the options say that there is no header. One array of
 * strings, each owned; "" for those that are empty. EDATA for names that are alike, not UTF-8, or all numbers; ENOMEM. */
logreg_status logreg__header_names(char ***names, const logreg__cell *cell, size_t n, const logreg__csv *csv);

/* EDATA for names that are not empty, but of which a reader sees nothing, or that look alike to one; ENOMEM.
 * (csv_names.c) */
logreg_status logreg__names_check(char **names, const logreg__cell *cell, size_t n, const logreg__csv *csv);

/* The sentence on a column that an option names and that is not among n names: the nearest, or those that there are. EDATA. */
logreg_status logreg__fail_column(const logreg__csv *csv, const char *option, const char *name,
                                  char *const *names, size_t n);

void logreg__names_free(char **names, size_t n);

/* What only the whole table tells of its header: takes columns out that have neither a name nor values. EDATA for one with
 * values, and if the header looks like a row of data: a name that is a number, and one that its column holds too. */
logreg_status logreg__header_check(logreg_frame *frame, const logreg__csv *csv);

/* ---- Values that look alike (csv_alike.c) ---- */

/* EDATA for two values of a category that a reader cannot tell apart, or one that shows nothing; ENOMEM. */
logreg_status logreg__values_check(const logreg_frame *frame, const logreg__csv *csv);

/* ---- Columns without a name (csv_nameless.c) ---- */

/* EDATA where so many cells of the header are empty that it stands further down. */
logreg_status logreg__nameless_check(const logreg__cell *cell, size_t n, const logreg__csv *csv);

/* Takes out the columns whose name is empty. EDATA for one that holds values. */
logreg_status logreg__nameless_drop(logreg_frame *frame, const logreg__csv *csv);

/* The command that calls the first column row. Returns room. */
const char *logreg__name_rows(char room[LOGREG__COMMAND], const logreg__csv *csv);

/* ---- Columns (csv_columns.c, csv_verdict.c) ---- */

/* Typed columns that grow row by row. The first rows are held as text until they show what a column is. */
typedef struct logreg__csv_columns logreg__csv_columns;

/* Takes over the names on success. text[j]: column j is known to be text from an earlier reading; may be NULL. EDATA if
 * the options name a category that is not there; ENOMEM. */
logreg_status logreg__csv_columns_new(logreg__csv_columns **columns, char **names, size_t n, const bool *text,
                                      const logreg__csv *csv);

/* Adds a row of as many cells as there are columns. EDATA for bytes that are not UTF-8; ENOMEM. */
logreg_status logreg__csv_columns_add(logreg__csv_columns *columns, const logreg__cell *cell);

/* Moves the columns into an empty frame. EDATA for a few strays among numbers; and, with *again set, for a column that
 * began with numbers and turned out to be text: its flag in text (one a column, from the caller) is then set, for
 * reading the file once more. ENOMEM. */
logreg_status logreg__csv_columns_finish(logreg__csv_columns *columns, logreg_frame *frame, bool *text,
                                         bool *again);

size_t logreg__csv_columns_count(const logreg__csv_columns *columns);
size_t logreg__csv_columns_rows(const logreg__csv_columns *columns);
const char *logreg__csv_columns_name(const logreg__csv_columns *columns, size_t j);

void logreg__csv_columns_free(logreg__csv_columns *columns);

/* For the plain road: do the columns know what they are? */
bool logreg__csv_columns_settled(const logreg__csv_columns *columns);

logreg__filling *logreg__csv_columns_filling(logreg__csv_columns *columns, size_t j);

/* So many rows have been added to each filling. */
void logreg__csv_columns_extend(logreg__csv_columns *columns, size_t rows);

/* ---- Roads (csv_roads.c) ---- */

struct logreg__piece;

/* Who takes the rows of a file. */
typedef struct {
    logreg__splitting strict;
    /* Only where csv.tuning leaves the strict road:
     * the columns, once they are settled: from then on plain rows may come as pieces. NULL: not yet. */
    logreg__csv_columns *(*settled)(void *taker);
    /* Takes a piece, whose first row stands in this line. False: stop. */
    bool (*join)(void *taker, struct logreg__piece *piece, size_t line);
} logreg__route;

/* Reads a source to its end. */
logreg__split_result logreg__roads_read(const logreg__route *route, logreg__source *source,
                                        const logreg__csv *csv);

/* ---- Strays (csv_strays.c) ---- */

/* What stands in a column where numbers are expected: enough for a message. */
typedef struct logreg__strays logreg__strays;

/* How many cells of a column are numbers, and how many are not. */
typedef struct {
    size_t numbers, strays;
    size_t kinds;   /* different strays; counting may end at 4 */
    size_t marked;  /* strays that are numbers with the other decimal mark */
    size_t dressed; /* strays that are numbers with signs about them or between thousands */
    size_t numeric; /* strays that are either */
} logreg__tally;

typedef enum { LOGREG__NUMBERS, LOGREG__TEXT, LOGREG__FAULT } logreg__verdict;

/* A column without strays holds numbers. It is at fault if numbers are the majority and the strays are few, a tenth of
 * the cells or three different ones, or if the strays look like numbers with the other decimal mark or with signs, all
 * but a tenth of the cells. Else it is text. */
logreg__verdict logreg__tally_verdict(const logreg__tally *tally);

/* Notes a stray; *strays is NULL before the first. first: no number stands above it. False: memory is out. */
bool logreg__strays_note(logreg__strays **strays, const logreg__cell *cell, bool first, char decimal);

/* The tally of a column with these strays (NULL: none). */
logreg__tally logreg__strays_tally(const logreg__strays *strays, size_t numbers);

/* The tally of a finished category. False: memory is out. */
bool logreg__levels_tally(logreg__tally *tally, const logreg__column *category, size_t rows, char decimal);

/* What a sentence on one column says of the others. */
typedef struct {
    bool some_na;     /* the table has missing values */
    bool nameless;    /* the first column has values, but no name */
    unsigned written; /* how its numbers are written, LOGREG__WRITTEN_ flags */
    bool fractions;   /* the column itself has numbers with the decimal mark in force */
} logreg__table_facts;

/* The sentence on a column that is at fault, or that turned out to be text too late. EDATA. */
logreg_status logreg__strays_fault(const logreg__strays *strays, const logreg__tally *tally, size_t column,
                                   const char *name, logreg__table_facts table, const logreg__csv *csv);
logreg_status logreg__strays_late(const logreg__strays *strays, size_t column, const char *name,
                                  const logreg__csv *csv);

/* ---- Layout (csv_layout.c) ---- */

/* EDATA where the file is a table drawn with lines. */
logreg_status logreg__drawn_check(const char *head, size_t n, const logreg__csv *csv);

/* EDATA where no delimiter that is looked for splits the first lines, but something else does. Cut: head is not the whole file. */
logreg_status logreg__layout_check(const char *head, size_t n, bool cut, const logreg__csv *csv);

/* EDATA where the delimiter stands in pairs alone: a header would tell the empty columns between them from others, but there is
 * none. */
logreg_status logreg__doubled_check(const char *head, size_t n, bool cut, const logreg__csv *csv);

/* ---- Dots between thousands (csv_thousands.c) ---- */

/* Adds how a number is written to a column's LOGREG__WRITTEN_ flags. */
void logreg__written_note(unsigned *written, const logreg__cell *cell);

/* EDATA where dots that were read as decimal marks are likely to part thousands; where they may, a note goes to the frame. Nothing of
 * either where the options name the decimal mark. ENOMEM. */
logreg_status logreg__thousands_check(logreg_frame *frame, const logreg__csv *csv);

/* The command that takes such dots out, where columns are written so, all flags taken together; else NULL. */
const char *logreg__thousands_command(char room[LOGREG__COMMAND], unsigned written, const logreg__csv *csv);

/* ---- Rows of one cell more than the header (csv_torn.c) ---- */

/* Why they are so, by the first lines; cut_off: head is not the whole file. */
logreg__torn logreg__torn_look(const char *head, size_t n, bool cut_off, char delimiter);

/* The command that joins what a comma has torn, in rows of so many fields from this line on. Returns room. */
const char *logreg__torn_command(char room[LOGREG__COMMAND], const logreg__torn *torn, size_t fields,
                                 size_t from, const logreg__csv *csv);

/* ---- Numbers in other forms (csv_forms.c, csv_mend.c, csv_doubt.c) ---- */

/* What a text is that is a number in another form, with a unit, as a time, and the way to mend it; NULL: it is none. alone: there is no
 * other such text, so that 12abc is no 12 with a unit. */
const char *logreg__form_remedy(char room[LOGREG__COMMAND + 80], const char **what, const char *text,
                                bool alone, const logreg__csv *csv);

/* Where a category is a column of numbers in another form, or of numbers and few texts, gives it the sentence for whoever takes it for a
 * category. ENOMEM. */
logreg_status logreg__doubt_category(logreg_frame *frame, size_t j, const logreg__csv *csv);

/* ---- Numbers in dress (csv_dressed.c) ---- */

/* Is the cell a number but for currency or percent signs, brackets, or marks between thousands? With either decimal mark. */
bool logreg__cell_dressed(const logreg__cell *cell, char decimal);

/* The command that takes off what the dressed ones among n texts wear. *decimal: they have the other decimal mark. */
const char *logreg__undressing(char room[LOGREG__COMMAND], const char *const *text, size_t n, bool *decimal,
                               const logreg__csv *csv);

/* ---- Commands (csv_command.c) ---- */

/* "sed 2d FILE" for the format "sed 2d": a command that prints the file mended. Returns room. */
__attribute__((format(printf, 3, 4))) const char *
logreg__command(char room[LOGREG__COMMAND], const logreg__csv *csv, const char *format, ...);

/* The delimiter as a regular expression. Returns room. */
const char *logreg__delimiter_pattern(char room[8], const logreg__csv *csv);

/* The command that gives the header, in this line, another name by a program of awk. Returns room. */
const char *logreg__header_command(char room[LOGREG__COMMAND], const logreg__csv *csv, size_t line,
                                   const char *program);

/* The command that takes out lines that repeat the header. Returns room. */
const char *logreg__headers_command(char room[LOGREG__COMMAND], const logreg__csv *csv);

/* The list for --na-values that adds n tokens; all: to those in force, which it would replace. Returns room. */
const char *logreg__na_values(char room[LOGREG__COMMAND], const logreg__csv *csv, bool all,
                              const char *const *token, size_t n);

/* The tokens in force as a list for --na-values, not quoted for the shell: the caller's. NULL: memory is out. */
char *logreg__na_list(const logreg__csv *csv);

/* ---- Advice (csv_advice.c) ---- */

/* Part of a sentence in room: the way on from a row of another length than the header, after so many good rows; or
 * from strays that all stand in the first lines, or one in the last. "" where there is none to see. */
const char *logreg__advice_ragged(char *room, size_t size, const logreg__row *row, size_t header, size_t rows,
                                  const char *first_name, const logreg__csv *csv);
const char *logreg__advice_stray(char *room, size_t size, size_t first, size_t last, bool on_top, bool alone,
                                 const logreg__csv *csv);

/* EDATA if the last row holds totals: it says so, and a number in it is the sum of those above. */
logreg_status logreg__totals_check(const logreg_frame *frame, const logreg__csv *csv);

/* ---- Cells and messages (csv_cell.c) ---- */

static inline bool logreg__is_blank(char c)
{
    return c == ' ' || c == '\t';
}

/* Without blanks at its ends. */
static inline logreg__cell logreg__cell_trim(logreg__cell cell)
{
    while (cell.n && logreg__is_blank(cell.text[cell.n - 1]))
        cell.n--;
    while (cell.n && logreg__is_blank(*cell.text)) {
        cell.text++;
        cell.n--;
    }
    return cell;
}

/* Is the cell one of the tokens that mean missing? A token that is a whole number means that number with zeros behind the decimal
 * mark too: -999 is also -999.00. */
bool logreg__cell_na(const logreg__cell *cell, const logreg_csv_options *options);

/* Is it missing: empty, or one of those tokens? The cell is trimmed. */
static inline bool logreg__cell_missing(const logreg__cell *cell, const logreg__csv *csv)
{
    return !cell->n || (csv->may_be_na[(unsigned char)*cell->text] && logreg__cell_na(cell, &csv->options));
}

/* EDATA with its place if the cell is not UTF-8, or holds NUL. column counts from 0; name may be NULL. */
logreg_status logreg__cell_check(const logreg__cell *cell, size_t column, const char *name,
                                 const logreg__csv *csv);

/* Text for a message: cut at the end of a character to fit into the room, NUL closed. Returns room. */
#define LOGREG__SHOWN 80
char *logreg__show(char room[LOGREG__SHOWN], const char *text, size_t n);

/* Text as a word on the command line: quoted if need be. */
char *logreg__show_word(char room[LOGREG__SHOWN + 2], const char *text, size_t n);

#endif
