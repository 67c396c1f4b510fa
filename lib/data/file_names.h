/* Columns of file names: 9000097L.png, scan_12.dcm. */
#ifndef LOGREG_DATA_FILE_NAMES_H
#define LOGREG_DATA_FILE_NAMES_H

#include "data/frame.h"

/* Do nine in ten labels of a category end in a dot and what files of pictures, sound, text or data end in? */
bool logreg__names_files(const logreg__column *column);

/* Is a category of so many different labels, in so many rows, an ID? More than nine in ten differ; of files, more than half. */
bool logreg__texts_identify(const logreg__column *column, size_t different, size_t rows);

#endif
