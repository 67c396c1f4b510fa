/* The frame from inside: columns in runs of one segment each, so that the fold reads them in place. */
#ifndef LOGREG_DATA_FRAME_H
#define LOGREG_DATA_FRAME_H

#include <math.h>

#include <logreg/data.h>

#include "data/store.h"
#include "data/verbatim.h"

/* Rows that the fold's kernels see at once: a block of columns stays in the second-level cache. */
#define LOGREG__BLOCK_ROWS 256

/* Rows that one partial sum covers: a fixed number, so that sums do not depend on who computes them. Changing it
 * changes the last bits of every result. */
#define LOGREG__SEGMENT_ROWS 4096

/* The code of a missing cell. */
#define LOGREG__MISSING UINT32_MAX

/* How cells of a column are written that are numbers, by the first rows of a file whose decimal mark was not told: some have the
 * mark as it stands between thousands, and some of these end in 0; some have it otherwise; some are whole, not 0, and of up to three
 * digits; some of more, or with an exponent; some are 1E2, without mark or sign; and, whatever was told, all are whole, of the same
 * three digits or more, some with a zero in front; or are likely to number documents, as 73.287.591 does, and were not read. */
enum {
    LOGREG__WRITTEN_DOTTED = 1,
    LOGREG__WRITTEN_ZERO = 2,
    LOGREG__WRITTEN_DECIMAL = 4,
    LOGREG__WRITTEN_WHOLE = 8,
    LOGREG__WRITTEN_LONG = 16,
    LOGREG__WRITTEN_CODE = 32,
    LOGREG__WRITTEN_PADDED = 64,
    LOGREG__WRITTEN_DOCUMENT = 128
};

/* Row r stands in run r / SEGMENT_ROWS at r % SEGMENT_ROWS. Exactly one of the three stores is used. */
typedef struct {
    char *name;
    logreg_column_kind kind;
    double **numbers; /* numeric, owned: runs of SEGMENT_ROWS doubles, the last only as long as it has rows */
    const double *base; /* numeric, borrowed: row r at base[r * stride] */
    size_t stride;
    uint32_t **codes; /* category: runs of codes into levels, as above */
    char **levels;    /* category, in level order; each label stands on its own and is freed on its own */
    size_t n_levels;
    size_t n_missing;
    size_t n_na;    /* of those, as far as they came from a file: cells that say NA, which may be a code */
    bool has_empty; /* some of those that are missing hold nothing, rather than a text for it */
    char *
        na_code; /* category, owned: why NA is likely to be one, the list for --na-values that keeps it; or NULL */
    unsigned written; /* how the cells of a column of numbers stood in their file: LOGREG__WRITTEN_ flags */
    char *doubt;      /* category, owned: why it is likely to be none, and what to do; or NULL */
    size_t
        ways; /* where in that what to do begins, which may be the same for several columns; 0: it is not told apart */
    char *doubted; /* owned, where that is: the cell that is shown, '40 dollars' in line 6; or NULL */
    char *
        few; /* category, owned: that it and perhaps others behind it are numbers with a unit, few different ones, and what makes numbers of them; or NULL */
    char *
        dated; /* category, owned: which dates of it a spreadsheet made of something else, and what to do; or NULL */
    size_t dated_command; /* where in that the command begins; 0: there is none */
    bool sparse;          /* the doubt is about cells that were merged, not about numbers; */
    bool beside;          /*   about a second table beside the first, also of a column of numbers */
    bool ticks;           /*   about ticks; */
    bool several;         /*  about several answers in a cell; */
    bool faulty;          /*   about strays among the numbers of a column, which nobody may use */
    size_t n_strays;      /* how many of those that are missing are such; 0: that is not known, or none */
    bool spared;          /* nobody will use it, said who read the file */
    bool unnamed;         /* nor is it named by a formula that does */
    char *
        surplus; /* owned: why as an outcome it is likely to have classes too many (a category, or dates as numbers), or one alone, and what to do; or NULL */
    char *
        respelling; /* category, owned: statements of perl that write two answers in one spelling each, where nothing else is said of it as a feature; or NULL */
    char *
        spelt; /* owned: the same of a feature, where two answers in several spellings are levels too many beyond doubt; or NULL */
    char *
        garbled; /* owned: which text of it, or whether its name, was UTF-8 that a program took for something else; or NULL */
    size_t garbled_command; /* where in that the command begins; 0: there is none */
    bool insisted;          /* who read the file said that it is a category */
    bool merged;            /* some levels had several texts that are the same number */
    bool stored;            /* runs from the second on stand in the frame's store */
    const char *
        indicates; /* the name of the column that it tells the missing cells of (filled.h), borrowed: no dot of a formula means it; or NULL */
    bool aside;    /* no dot of a formula means it: numbers of queries of a svmlight file, of rows */
    size_t *
        known_by; /* category, owned: the n_known_by columns of the condition that it is named after and tells the truth of (formula/condition.c): no dot of a formula means it; or NULL */
    size_t n_known_by;
    size_t n_left_out; /* columns of the file in front of it that the frame has not */
} logreg__column;

/* Where statements of perl on @F, the cells of a row, stand in a command. */
#define LOGREG__STATEMENTS '\1'

/* Row `row` stands in line `line` of the file, and each row behind it one line further, up to the next of these. */
typedef struct {
    size_t row, line;
} logreg__jump;

/* Ascending by row. A file of one line a row has one of them: where its header ends. */
typedef struct {
    logreg__jump *jump;
    size_t n, room;
} logreg__lines;

struct logreg_frame {
    size_t n_rows;
    size_t n_before; /* rows of the whole frame above these: slice.h */
    size_t n_columns;
    size_t room; /* columns that fit into column[] */
    logreg__column *column;
    logreg__store store; /* of columns that say so */
    struct logreg__sparse
        *sparse; /* columns beside those, nearly all 0, in which row r stands at n_before + r; NULL: none */
    size_t n_beyond;             /* numbers of its file that stood in columns which were not wanted */
    bool zero_based;             /* its file counted them from 0 */
    struct logreg__named *named; /* every column under its name: frame_names.c */
    char *source;                /* file name, or NULL */
    char *
        cells; /* the command that changes its cells, with LOGREG__STATEMENTS where what is done to a row of data stands; NULL: none */
    size_t cells_line; /* the line of the header in what that command reads; 0: there is none */
    char *na_values; /* the tokens that meant missing in it, as a list of --na-values; NULL: there was none */
    char **own_na;   /* those that were given: for all columns TEXT, for one alone NAME=TEXT */
    size_t n_own_na;
    logreg__lines lines; /* of the source; none where rows came from no file */
    logreg__lines
        origins; /* the rows, from 0, that these were before conditions took some away; none: the same */
    logreg_dialect dialect; /* delimiter 0: rows came from no file */
    bool
        examined; /* nothing is used yet: strays are missing for a condition for an outcome, which else is an error */
    size_t n_excluded; /* rows that did not meet a condition */
    size_t n_rejected; /* rows of the file that were broken and left out */
    char *rejection;   /* the sentence on the first of them, or NULL */
    char **note;       /* what the reader of the file found worth telling, though it read it */
    size_t n_notes;
    size_t note_room;
    logreg__verbatim **
        verbatim; /* [n_verbatim] of each column read from a file, the cells whose values do not say what stands there, by rows of the file; or NULL */
    size_t n_verbatim;
};

static inline size_t logreg__runs(size_t rows)
{
    return rows / LOGREG__SEGMENT_ROWS + (rows % LOGREG__SEGMENT_ROWS != 0);
}

/* Adds a numeric column whose values stay the caller's: base[row * stride] for n rows, all finite or NaN
 * (n_missing of them). EINVAL for another length or a taken name; ENOMEM. */
logreg_status logreg__frame_borrow(logreg_frame *frame, const char *name, const double *base, size_t stride,
                                   size_t n, size_t n_missing, logreg_error *err);

/* How many of the rows have each level of a category, [n_levels], for the caller to free. NULL: memory is out. */
size_t *logreg__column_tally(const logreg__column *column, size_t rows);

/* Lets a new column, which has a name that no other has and stays in its place, be found. False: memory is out. */
bool logreg__frame_note_name(logreg_frame *frame, size_t column);

/* logreg_frame_find for those who ask for one column after the other: quicker where it is the one behind `last`, which is SIZE_MAX at first. */
size_t logreg__frame_find_next(const logreg_frame *frame, const char *name, size_t last);

/* The column of that name; NULL: there is none, or no name. */
const logreg__column *logreg__frame_column(const logreg_frame *frame, const char *name);

/* Before the columns are freed. */
void logreg__frame_forget_names(logreg_frame *frame);

/* Notes the line (from 1) that a row (from 0) begins in. Rows in order; any of them may be left out that stands one line
 * behind the row before it, and noting it costs no memory. A reader need thus tell only the first row, the first after a
 * blank line, a row left out or a row of several lines, and may tell them all. False: memory is out. */
bool logreg__frame_note_line(logreg_frame *frame, size_t row, size_t line);

/* The line that a row begins in; 0: rows came from no file. O(log notes). */
size_t logreg__frame_line(const logreg_frame *frame, size_t row);

/* The rows, from 0, that n rows, ascending, were before conditions took others away; origin may be row. */
void logreg__frame_origins(size_t *origin, const logreg_frame *frame, const size_t *row, size_t n);

/* Adds a sentence for logreg_frame_note. False: memory is out. */
__attribute__((format(printf, 2, 3))) bool logreg__frame_note(logreg_frame *frame, const char *format, ...);

/* The command that prints the frame's file with these statements of perl done to each row of data, whose cells, as they stand there, are in
 * @F, and those in header to that, where it is not NULL: the caller's; NULL where there is none. False: memory is out. */
bool logreg__frame_mend(char **command, const logreg_frame *frame, const char *statements,
                        const char *header);

/* Frees what the column owns. */
void logreg__column_clear(logreg__column *column, size_t rows);

/* Frees the runs that none of the first `kept` of its rows stands in. */
void logreg__column_cut(logreg__column *column, size_t rows, size_t kept);

/* Level order of two labels: by value where all_numbers says that every label of the set is a number (and by
 * bytes among equals), else by bytes. */
int logreg__level_compare(const char *a, const char *b, bool all_numbers);

/* Number of row r of numeric column c. */
static inline double logreg__column_number(const logreg__column *c, size_t r)
{
    return c->base ? c->base[r * c->stride] : c->numbers[r / LOGREG__SEGMENT_ROWS][r % LOGREG__SEGMENT_ROWS];
}

static inline uint32_t logreg__column_code(const logreg__column *c, size_t r)
{
    return c->codes[r / LOGREG__SEGMENT_ROWS][r % LOGREG__SEGMENT_ROWS];
}

static inline bool logreg__cell_is_missing(const logreg__column *column, size_t i)
{
    return column->kind == LOGREG_NUMERIC ? isnan(logreg__column_number(column, i))
                                          : logreg__column_code(column, i) == LOGREG__MISSING;
}

/* Of `count` names, the one nearest to a mistyped one, as logreg_nearest_offer has it, or NULL. */
const char *logreg__nearest(const char *name, const char *const *names, size_t count);

#endif
