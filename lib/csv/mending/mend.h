/* What must be done to a file so that its numbers are read: gathered from all columns that need something (mend.c), written as
 * what a cell of each needs (mend_cell.c) and as one command (mend_command.c), and said in words (remedy.c). */
#ifndef LOGREG_CSV_MENDING_MEND_H
#define LOGREG_CSV_MENDING_MEND_H

#include "csv/mending/command.h"
#include "csv/numbers/forms.h"
#include "csv/naming.h"

/* For perl: feet and inches to inches. */
#define LOGREG__FEET                                                                                         \
    "s/\"?(?<!\\d)(\\d) ?(?:\\x27|\xe2\x80\x99|\xe2\x80\xb2|ft\\.?|feet|foot) ?(\\d\\d?)(?!\\d) ?"           \
    "(?:\"+|\\x27\\x27|\xe2\x80\x9d|\xe2\x80\xb3|in(?:\\.|\\b)|inch(?:es)?)?/12 * $1 + $2/ge"

enum { LOGREG__MENDED_LABELS = 6, LOGREG__MENDED_TEXTS = 60 };

enum { LOGREG__NA_ADVICE = LOGREG__NA_VALUES + 80, LOGREG__LINES_TOLD = 12 };

/* What one column needs. */
typedef struct {
    size_t field; /* from 0 */
    unsigned traits, groups;
    uint64_t forms;              /* a bit for each LOGREG__FORM_ that a command mends */
    bool point, comma;           /* decimal marks beyond doubt */
    bool open_point, open_comma; /* marks that part thousands or decimals, which the column does not tell */
    bool texts;                  /* some cells are no numbers; */
    char kept[LOGREG__MENDED_LABELS]
             [LOGREG__SHOWN]; /*   the first of these that hold digits, which a command would */
    size_t n_kept;            /*   change, though a list of missing values names them */
    bool nil;                 /* some of those are a dash or a word that may stand for 0 */
    bool only_nil;            /* and it needs nothing else */
    bool pressure;            /* with mmHg behind */
    bool points;              /* with stars or points behind */
    bool raised;              /* exponents are set high */
    bool dashed;              /* 5-11 for 5'11 */
    logreg__held held;        /* the text about numbers, which goes */
    logreg__ranges ranges;
    bool worded;            /* 7 of 10 for 7/10 */
    logreg__day_length day; /* of lengths of time, */
    bool weeks;             /*   some of which have weeks */
    bool triple;            /* cells hold three numbers: a pair too */
    bool pair;              /* cells hold two numbers, as 120/80 does, rather than a fraction */
    char unit[LOGREG__UNITS][LOGREG__UNIT_ROOM];
    const char
        *to[LOGREG__UNITS];      /* what becomes of each: "", or the exponent that it means; NULL: it stays */
    double times[LOGREG__UNITS]; /* what its number becomes with it; 0: what it is */
    char degrees[LOGREG__UNITS]; /* 'C' or 'F', which it is to be; 0: no other than it is */
    size_t units;
    char label[LOGREG__MENDED_LABELS][LOGREG__SHOWN];
    size_t labels;
    char spelt[LOGREG__SPELT]; /* as the census has it */
} logreg__mended;

/* What all columns need together, in words, and each of them. */
typedef struct {
    logreg__mended *each; /* owned */
    size_t n_each, room;
    unsigned traits, groups;
    uint64_t forms;
    bool point, comma; /* plain numbers' too */
    bool open_point, open_comma;
    bool far;   /* such as whole numbers beside them show to be of thousands */
    bool money; /* some of those with open marks are money */
    bool units;
    char beside
        [LOGREG__UNIT_ROOM +
         64]; /* "lb made kg, if the others are", where numbers without a unit are likely to be kg; "": nothing is so */
    logreg__day_length day;                         /* of lengths of time, */
    bool weeks;                                     /*   some of which have weeks */
    bool pairs;                                     /* some columns are of pairs; */
    bool part;                                      /*   these are to be parted */
    char text[LOGREG__MENDED_TEXTS][LOGREG__SHOWN]; /* that are no numbers, among numbers */
    const char *text_of[LOGREG__MENDED_TEXTS];      /* the one column that has it; NULL: several */
    size_t texts; /* different ones; counting may end at one more than there is room for */
    bool cut;     /* one of them is too long to be told */
    size_t text_cells;
    size_t text_line[LOGREG__TEXT_LINES]; /* lines of them, ascending; */
    size_t text_lines;                    /*   so many, */
    bool lines_more;                      /*   which are not all */
    size_t nil_cells;                     /* of these: a dash or a word that may stand for 0, */
    bool nil;                             /*   and is to be written so; */
    bool nil_elsewhere;                   /*   others stand where it may not */
    bool denied;                          /* no stands beside small whole numbers, where it may be 0 */
    bool text_columns;                    /* they stand in more than one column */
    bool too_much;                        /* to be mended by a command */
    bool some_na;                         /* the table has missing values */
    bool name_rows;                       /* the first column has no name */
    char *
        respelling; /* owned: statements of perl that write answers of other columns in one way; NULL: none */
    size_t respelled;             /* cells that a row needs for them */
    logreg__names respelt;        /* these columns */
    size_t columns;               /* that need something which the command does, */
    const char *name[2];          /*   the first of them, */
    char shown[2][LOGREG__SHOWN]; /*   and a cell of each */
} logreg__mending;

/* Adds what column number field needs, unless nobody but the reader can mend it. name: the frame's. False: memory is out. */
bool logreg__mending_add(logreg__mending *m, const logreg__census *column, size_t field, const char *name);

/* Does it need something already? */
bool logreg__mending_has(const logreg__mending *m, size_t field);

/* Adds a column of plain numbers of which dots part thousands. False: memory is out. */
bool logreg__mending_add_dotted(logreg__mending *m, size_t field);

/* A text that stands for missing values. */
void logreg__mending_add_text(logreg__mending *m, const char *text, const char *column);
void logreg__mending_add_line(logreg__mending *m, size_t line); /* of such a text */
bool logreg__mending_has_text(const logreg__mending *m, const char *text);

void logreg__mending_clear(logreg__mending *m);

/* The decimal mark of the mended file; 0: it has none. */
char logreg__mending_decimal(const logreg__mending *m, bool thousands, const logreg__csv *csv);

/* Does an open mark leave it in doubt whether thousands or decimals are meant? Else *thousands says so. */
bool logreg__mending_doubt(const logreg__mending *m, bool *thousands, const logreg__csv *csv);

/* The command, with open marks taken for those of thousands or left; "": there is nothing that it could do, or too much. Returns
 * room. */
const char *logreg__mending_command(char room[LOGREG__COMMAND], const logreg__mending *m, bool thousands,
                                    const logreg__csv *csv);

/* ---- Cells (mend_cell.c) ---- */

/* Statements of perl that mend $_, a cell of the column as it stands in the file, for a file whose decimal mark that will be; "": there
 * is nothing to do. part: what parts two numbers into cells, as perl writes it; NULL: they stay together. Returns room. */
const char *logreg__mended_program(char room[LOGREG__COMMAND], const logreg__mended *column, bool thousands,
                                   const char *part, char mark);

/* "--na-values n.d. (which leaves out 12 rows)", for texts among numbers; "": there are none. Returns room. */
const char *logreg__na_advice(char room[LOGREG__NA_ADVICE], const logreg__mending *all,
                              const logreg__csv *csv);

/* ---- Answers in several spellings (respell.c) ---- */

/* Adds what column j, a category, needs of that kind. False: memory is out. */
bool logreg__respell_add(logreg__mending *all, logreg_frame *frame, size_t j, const logreg__csv *csv);

/* Says at the end of the sentence told that its command does that too, if it does; or in the column's doubt, where false says that memory is out. */
void logreg__respell_tell(const logreg__csv *csv, const logreg__mending *all);
bool logreg__respell_doubt(logreg__column *column, const logreg__mending *all);

/* ---- Accounts (accounts.c) ---- */

enum { LOGREG__NIL_ADVICE = 900, LOGREG__NIL_STATEMENT = 250 };

/* A dash, with a sign of money perhaps, or a word for none; few: beside small whole numbers, so that no is one too. */
bool logreg__is_nil(const char *text, bool few);

/* Does no stand in a column of small whole numbers? */
bool logreg__census_denied(const logreg__census *column);

/* A word for none: none, nil, keine. */
bool logreg__says_none(const char *text);

/* How many cells of a column are a word for none, or, of amounts, a dash; 0: fewer than two. */
size_t logreg__nil_cells(const logreg__census *column);

/* The statement of perl that writes 0 in such a cell. Returns room. */
const char *logreg__nil_statement(char room[LOGREG__NIL_STATEMENT], const logreg__mending *m);

/* "; if '-' stands for 0, as in accounts, write that, COMMAND" ("if 'none' stands for 0"), which does all else too; "": there is none. Returns room. */
const char *logreg__nil_advice(char room[LOGREG__NIL_ADVICE], const logreg__mending *all,
                               const logreg__csv *csv);

/* ---- Words (remedy.c) ---- */

/* Room for a remedy: a command that is longer stays unsaid. */
enum { LOGREG__REMEDY = 900, LOGREG__WHAT = 460 };

/* What a cell of the form that speaks for the column is: "a number with its unit (40 of 60 values)". Returns room. */
const char *logreg__remedy_what(char room[LOGREG__WHAT], const logreg__census *column, logreg__form form,
                                size_t cells, size_t total);

/* "Take the unit out, sed ..; then use --decimal ','", for a column of that name and all that need something. "": nothing is known. Returns room. */
const char *logreg__remedy(char room[LOGREG__REMEDY], const logreg__census *column, const char *name,
                           logreg__form form, const logreg__mending *all, const logreg__csv *csv);

/* "how, COMMAND; then use --decimal ','", as far as there is any of it; how NULL: that is said before. */
void logreg__remedy_way(char *room, size_t size, const char *how, const logreg__mending *m, bool thousands,
                        const logreg__csv *csv);

/* "; likewise in 'b': '12%'", for the columns but this one; "" where its units must be brought together first. Returns room. */
const char *logreg__remedy_others(char room[LOGREG__REMEDY], const logreg__mending *all,
                                  const logreg__census *column, const char *name);

#endif
