/* A model beside the rows that it was fitted to: what most tests of inference start from. */
#ifndef TESTS_STUDIED_H
#define TESTS_STUDIED_H

#include <logreg/inference.h>

typedef struct {
    logreg_frame *frame;
    logreg_model *model;
    logreg_study *study;
} studied;

/* Takes the frame over. A failure is fatal to the test. */
studied study_frame(logreg_frame *frame, const char *formula, const logreg_options *options, int threads);
void studied_free(studied *s);

#endif
