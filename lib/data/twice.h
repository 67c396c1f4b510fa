/* Rows that stand in a file twice: all of them, one time after the other, or some. */
#ifndef LOGREG_DATA_TWICE_H
#define LOGREG_DATA_TWICE_H

#include "data/frame.h"

/* Are there ten rows or more behind which the same stand again, all of them, in the same order, with a column of numbers that hardly repeats among them otherwise? Not of
 * sparse rows. O(cells), but a glance where they are not. False too where memory is out: it is a note less. */
bool logreg__frame_twice(const logreg_frame *frame);

/* Of pairs of rows that agree elsewhere, near differ in one column, others in more: rows that agree in what was set or measured of their group, as replicates of a design and animals of a pen do, differ here and there in the outcome
 * alone, and most rows of such a file have others like them; of rows that were entered twice hardly any do. */
bool logreg__are_replicates(size_t near, size_t equal, size_t others, size_t rows);

/* Of more rows a fit looks for none. */
#define LOGREG__REPEATS_ROWS 50000

/* Rows that repeat an earlier one in every column. rows 0: there are none. */
typedef struct {
    size_t rows, first; /* how many; the first of them, from 0 */
    size_t
        back; /* where they are consecutive, and repeat rows that are: how many rows further up those stand; else 0 */
    size_t but; /* a column that numbers the rows, in which they differ; SIZE_MAX: none does */
} logreg__repeats;

/* Finds them where chance is no explanation: where a column holds values that hardly repeat but in such rows, an ID or a measurement, and the other columns, by how often
 * two rows have the same in each, would agree so often in fewer than one of ten thousand files, and where rows are no replicates, some of which differ in one column alone; or else where five consecutive rows or more repeat as many others
 * in their order, with a column of numbers that goes up and down among them, as no time or design does, and hardly repeats otherwise, of frames of up to 10,000 rows. Else copies (copies.h) are looked for. Of frames of 20 to 50,000 rows, without sparse columns. One hash of the values
 * of a column, given up early where they repeat: O(rows) where nothing is found and a column hardly repeats. False: memory is out. */
bool logreg__repeats_find(logreg__repeats *found, const logreg_frame *frame);

/* All rows that repeat an earlier one, whatever chance does; sparse columns count. False: memory is out. */
bool logreg__repeats_all(logreg__repeats *found, const logreg_frame *frame);

/* The command that prints the frame's file without rows that are written as an earlier one is, but for quotes about cells and blanks around them; back: as that one,
 * so many rows further up, is; but for one column. The caller's; NULL where there is none. False: memory is out. */
bool logreg__repeats_command(char **command, const logreg_frame *frame, const logreg__repeats *repeats);

#endif
