/* What benchmarks of a file begin with. */
#ifndef BENCH_TABLE_H
#define BENCH_TABLE_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg.h>

static inline void die(const char *why)
{
    fprintf(stderr, "%s\n", why);
    exit(1);
}

/* How often, as an argument says. */
static inline int repeats_of(const char *text, int most, const char *usage)
{
    int repeats = atoi(text);
    if (repeats < 1 || repeats > most)
        die(usage);
    return repeats;
}

/* A file of CSV, or .svm of sparse rows, and the formula of its last column, or its labels, on all others. */
static inline logreg_frame *table_read(char formula[300], const char *file)
{
    logreg_frame *frame = NULL;
    logreg_error err;
    size_t length = strlen(file);
    bool sparse = length > 4 && strcmp(file + length - 4, ".svm") == 0;
    if ((sparse ? logreg_frame_read_svmlight(&frame, file, NULL, &err)
                : logreg_frame_read_csv(&frame, file, NULL, &err)) != LOGREG_OK)
        die(err.message);
    size_t target = sparse ? 0 : logreg_frame_columns(frame) - 1;
    snprintf(formula, 300, "`%s` ~ .", logreg_frame_name(frame, target));
    return frame;
}

#endif
