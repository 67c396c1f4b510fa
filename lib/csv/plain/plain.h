/* The plain road: rows of a line each, read by several threads at once into the bits that the strict road (split.c,
 * columns.c) would give. It begins where the strict road has settled what the columns are, and leaves to it, row by
 * row, whatever it does not understand: quotes but for those around a whole cell, line ends within these or of one CR, blank lines, rows of
 * another length, cells that are not what their column holds. So there is one place for every sentence and every odd rule.
 *
 *   chunk (whole lines) -> index (where cells end) -> piece (typed cells, in columns of their own) -> columns, in order
 */
#ifndef LOGREG_CSV_PLAIN_PLAIN_H
#define LOGREG_CSV_PLAIN_PLAIN_H

#include "csv/columns.h"
#include "csv/plain/labels.h"
#include "csv/source/source.h"

/* ---- Chunks (chunks.c) ---- */

/* Text from a line's beginning on, up to a line feed; or, where none comes in so many bytes or the file ends, up to there. */
typedef struct {
    char *room; /* owned; the text with its pads */
    char *text;
    size_t n;
    size_t number; /* from 0, in the file's order */
    bool last;     /* there is no other one */
    bool broken;   /* since reading failed, for errno's reason `why` */
    int why;
} logreg__chunk;

/* A source cut into chunks. */
typedef struct {
    logreg__source *source;
    size_t size; /* of a chunk, at most */
    char *rest;  /* what the last one left over: a line that has begun */
    size_t n_rest;
    size_t count; /* chunks handed out */
    bool done;
} logreg__chunks;

/* False: memory is out. */
bool logreg__chunks_start(logreg__chunks *chunks, logreg__source *source, size_t size);
void logreg__chunks_clear(logreg__chunks *chunks);

bool logreg__chunk_start(logreg__chunk *chunk, size_t size);
void logreg__chunk_clear(logreg__chunk *chunk);

/* Fetches the next one. False: the last one has been fetched before. */
bool logreg__chunks_next(logreg__chunks *chunks, logreg__chunk *chunk);

/* ---- Index (index.c) ---- */

/* Where the cells of a text end. */
typedef struct {
    const char *text;
    size_t n;
    size_t seen;   /* the text is indexed up to here */
    bool inside;   /* of quotes, there */
    bool odd;      /* at the next byte that has not been seen stands one that the strict road must look at */
    uint32_t *end; /* places of delimiters and line feeds */
    size_t n_ends;
} logreg__index;

/* Room beyond what logreg__index_more is asked for. */
enum { LOGREG__INDEX_SPARE = 64 };

/* Finds more ends, until there are `want` of them or more, or none follow before the text's end or an odd byte: a CR that no
 * line feed follows, or a line feed within quotes. Quotes count as if each opened or closed a quoted stretch, as they do where
 * they are rightly set. */
void logreg__index_more(logreg__index *index, size_t want, char delimiter);

/* How many line feeds there are. */
size_t logreg__count_lines(const char *text, size_t n);

/* ---- Pieces (piece.c, join.c) ---- */

/* Rows on their way from text into the columns; each thread has one, and uses it again and again. */
typedef struct logreg__piece {
    const logreg__csv *csv;
    logreg__csv_columns *columns;
    size_t n;       /* columns */
    bool *category; /* of each column: its kind, */
    bool *gaps;     /*   may cells be missing in the rows read last?, */
    bool *empty;    /*   does one of them hold nothing?, */
    size_t *na;     /*   how many cells say NA and are missing, */
    int8_t *fours;  /*   are it and the next three worth reading at once? (> 0) */
    logreg__labels *labels;
    bool guarded;  /* a token that means missing is a number as well, or stands in one column alone */
    bool keeping;  /* some cells are to be kept as they stand, by the strict road */
    bool starved;  /* memory ran out */
    bool says_na;  /* some cell of the row at hand does */
    size_t rows;   /* read last */
    size_t chunk;  /* of this number */
    size_t stride; /* rows that there is room for */
    double *store; /* column j at store + j stride: numbers, or codes */
    size_t store_room;
    uint32_t *ends; /* room of the index, one place behind its beginning */
    logreg__index index;
    size_t index_room;
    void **run; /* column j is to be copied into the n_runs runs from run[j n_runs] on, */
    size_t n_runs, run_room;
    size_t place; /*   from this place in the first of them */
    bool joined;  /* to be copied still */
} logreg__piece;

/* For columns whose kinds are settled. False: memory is out. */
bool logreg__piece_start(logreg__piece *piece, logreg__csv_columns *columns, const logreg__csv *csv);
void logreg__piece_clear(logreg__piece *piece);

/* Reads plain rows of the chunk from a row's beginning on; the place behind the last of them. What was read before is
 * forgotten. Threads may do this at once. */
size_t logreg__piece_read(logreg__piece *piece, const logreg__chunk *chunk, size_t from);

/* Gives the rows their places in the columns, behind those that are there; pieces come in the file's order, one at a time.
 * False: memory is out. */
bool logreg__piece_join(logreg__piece *piece);

/* Copies them there. Threads may do this at once. */
void logreg__piece_copy(logreg__piece *piece);

#endif
