/* The way to mend a file, stage by stage (plan.c, stage.c). Each stage puts one thing right; the file is then read once more as if that were
 * done, so that one sentence and one command tell all that stands in the way of a fit. */
#ifndef LOGREG_CSV_MENDING_PLAN_H
#define LOGREG_CSV_MENDING_PLAN_H

#include "csv/split.h"

typedef enum {
    LOGREG__STAGE_ENCODING, /* the file is read as another one */
    LOGREG__STAGE_DECIMAL,  /* a is the decimal mark */
    LOGREG__STAGE_ABOVE,    /* lines before line a go */
    LOGREG__STAGE_LINES,    /* lines a to b go */
    LOGREG__STAGE_BELOW,    /* lines from a on go */
    LOGREG__STAGE_BARE,     /* lines without a delimiter go; a: 1 where it may stand in quotes */
    LOGREG__STAGE_PARTED,   /* the mark a, which parts some lines into b cells, becomes the delimiter */
    LOGREG__STAGE_DRAWN,    /* the lines that a table is drawn with go, '|' parts cells */
    LOGREG__STAGE_JOIN,     /* lines a and the next become one header */
    LOGREG__STAGE_SINGLE,   /* single quotes about cells go */
    LOGREG__STAGE_COMMENTS, /* lines that begin with # go */
    LOGREG__STAGE_HASH,     /* the header, line a, begins with #, which goes */
    LOGREG__STAGE_HEADERS,  /* lines that repeat the header go; */
    LOGREG__STAGE_LOOSE,    /*   in other capitals, blanks and quotes too */
    LOGREG__STAGE_ORDER, /* rows below a header of other order, or of other columns, come into that of the first */
    LOGREG__STAGE_PAGES, /* lines with the number of a page go */
    LOGREG__STAGE_SIDE,  /* cells from number a on, from 0, go */
    LOGREG__STAGE_ROW,   /* the first column, which has no name, is called row */
    LOGREG__STAGE_ROWS,  /* so is one that the header lacks */
    LOGREG__STAGE_NAME,  /* column a, from 0, gets _b behind its name, which is then its own; b = 0: it is called V(a + 1) */
    LOGREG__STAGE_GROUPS, /* names that stand alone, in cell a of their rows, become the first column, group_b (0: group) */
    LOGREG__STAGES
} logreg__stage_kind;

typedef struct {
    logreg__stage_kind kind;
    size_t a, b;
} logreg__stage;

enum { LOGREG__PLANNED = 96 };

struct logreg__plan {
    logreg__stage stage[LOGREG__PLANNED];
    size_t n, done; /* stages, and those that this reading goes by */
    bool full;      /* there was no room for one, or it was there already */
    logreg__encoding encoding;
    bool headless; /* the first line is none of names, so that the header may stand below: misplaced.h */
    bool no_names; /* it is a row of words that are values */
    bool marked;   /* a header below begins with the byte order mark of UTF-8 */
    size_t above_header;   /* lines above the header that go by what they hold */
    size_t kept;           /* how much of the message says what is wrong, not what to do, */
    size_t half, half_end; /*   but for this part of it, which a command does in which all is; both 0: none */
    char alias[LOGREG__SHOWN],    /* a name in such a header that is taken for */
        aliased[LOGREG__SHOWN];   /*   this one of the first, both in small letters; "": none is */
    char group[LOGREG__SHOWN];    /* the last name of such a row */
    char prefix[LOGREG__COMMAND]; /* with what all commands begin */
    char aside[LOGREG__COMMAND];  /* what the end of the sentence says of other columns (asides.h) */
};

/* ---- Sentences (plan.c) ---- */

/* The sentence "WHAT; HOW: COMMAND TAIL", and the stage that COMMAND puts right, beside those before it. how: "take it out"; tail: "" or
 * more. EDATA. */
logreg_status logreg__fail_stages(const logreg__csv *csv, const logreg__stage *stage, size_t n,
                                  const char *what, const char *how, const char *tail);

/* Notes that the sentence told, which keeps all its words, is on numbers with that decimal mark. */
void logreg__plan_decimal(const logreg__csv *csv, char mark);

/* Reads a file once. */
typedef logreg_status logreg__csv_reader(logreg_frame **frame, FILE *stream, const logreg__csv *csv);

/* Reads a file, and where that fails by something that a stage puts right, once more with that done, and so on: for a sentence that tells
 * all. */
logreg_status logreg__plan_read(logreg_frame **frame, FILE *stream, const logreg__csv *csv,
                                logreg__csv_reader *read);

/* ---- Stages (stage.c; their commands: stage_command.c) ---- */

/* Are there stages that the command must put right first? Options do the others. */
static inline bool logreg__planned(const logreg__plan *plan)
{
    bool planned = false;
    for (size_t i = 0; plan && i < plan->n; i++)
        planned = planned || plan->stage[i].kind > LOGREG__STAGE_DECIMAL;
    return planned;
}

/* Is there one of this kind? */
bool logreg__stages_have(const logreg__csv *csv, logreg__stage_kind kind);

/* What names of columns are said to be of, behind an option, where the file as it stands may lack them: " of the mended file", or "" where options do all
 * that the remedy says. */
static inline const char *logreg__mended_words(const char *remedy, const logreg__csv *csv)
{
    const logreg__plan *plan = csv->plan;
    bool command = plan && *plan->prefix && strstr(remedy, plan->prefix);
    return logreg__planned(plan) || (command && logreg__stages_have(csv, LOGREG__STAGE_ENCODING))
               ? " of the mended file"
               : "";
}

/* The first stage of this kind that the reading goes by; NULL: there is none. */
const logreg__stage *logreg__stages_find(const logreg__csv *csv, logreg__stage_kind kind);

/* Do the stages take this row out? */
bool logreg__stages_drop(const logreg__csv *csv, const logreg__row *row);

/* The first line that is left; 0: none goes before it. */
size_t logreg__stages_above(const logreg__csv *csv);

/* Do all lines from here on go? */
bool logreg__stages_end(const logreg__csv *csv, size_t line);

/* How many cells a row may have when they have parted it. */
size_t logreg__stages_width(const logreg__row *row, const logreg__csv *csv);

/* The row itself, or its cells where another mark than the delimiter parts them; cell: room for as many. Comes before all others. */
logreg__row logreg__stages_part(const logreg__row *row, logreg__cell *cell, const logreg__csv *csv);

/* What the stages leave of a row; cell: room for as many as it has. */
logreg__row logreg__stages_row(const logreg__row *row, logreg__cell *cell, const logreg__csv *csv);

/* The cells of the header as the stages leave them: the caller's. False: memory is out. */
bool logreg__stages_header(logreg__cell **cell, size_t *n, const logreg__csv *csv);

/* Which number a line of the file has where lines have been taken out. */
size_t logreg__stages_line(const logreg__csv *csv, size_t line);

/* Shell commands of the stages, with " | " between; the place for the file's name is behind the first of them, at *file. Returns the
 * length. */
size_t logreg__stages_write(char room[LOGREG__COMMAND], size_t *file, const logreg__csv *csv);

/* ---- Numbers of pages (pages.c) ---- */

/* "Page 1 of 4", "Seite 3"; and as an extended regular expression, whatever its capitals. */
bool logreg__says_page(const char *text);
extern const char *const logreg__page_pattern;

/* Does the row hold nothing else? */
bool logreg__page_row(const logreg__row *row);

/* EDATA where a category holds one, in a row of nothing else; on the one in that line. */
logreg_status logreg__pages_check(const logreg_frame *frame, const logreg__csv *csv);
logreg_status logreg__fail_pages(const logreg__csv *csv, size_t line, size_t field, const char *text);

/* ---- Two rows of names (joined.c) ---- */

/* The first of them. Starts as {0}. */
typedef struct {
    logreg__cell *cell; /* owned, with its texts */
    size_t n;
} logreg__joiner;

/* False: memory is out, as below. */
bool logreg__joiner_keep(logreg__joiner *joiner, const logreg__row *row);

/* The cells of the second as one header with it, to the caller, who frees them: names of groups go on to the right. */
bool logreg__joiner_join(logreg__cell **cell, const logreg__joiner *joiner, const logreg__row *names);

void logreg__joiner_clear(logreg__joiner *joiner);

#endif
