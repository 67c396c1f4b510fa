/* A class's texts with what is to be told of them. */
#ifndef CLI_DEMOS_TEXTS_H
#define CLI_DEMOS_TEXTS_H

#include "lesson.h"

/* Texts and outcomes; of enough rows every fourth is held out. */
typedef struct {
    const char **text[2];
    double *y[2];
    size_t n[2];
    logreg_frame *frame[2];
    char event[2 * CLI_CELL_SIZE]; /* "kind = spam" */
} cli_texts;

/* Reads them from two columns of a frame: a target of two labels, of which the second is the event, or of two numbers, of which the larger is. Zeros before; clear them in every
 * case. */
bool cli_texts_read(cli_texts *texts, cli_lesson *lesson, const logreg_frame *frame, const char *column,
                    const char *target);
void cli_texts_clear(cli_texts *texts);

/* A frame of columns text and liked. */
bool cli_texts_frame(logreg_frame **frame, cli_lesson *lesson, const char *const *text, const double *y,
                     size_t n);

#endif
