#include "studied.h"

#include <stdio.h>

#include "frames.h"
#include "harness.h"

studied study_frame(logreg_frame *frame, const char *formula, const logreg_options *options, int threads)
{
    studied s = {.frame = frame, .model = fit_frame(frame, formula, options)};
    logreg_error err = {.message = ""};
    if (logreg_study_new(&s.study, s.model, frame, threads, &err) != LOGREG_OK)
        printf("# %s\n", err.message);
    CU_ASSERT_PTR_NOT_NULL_FATAL(s.study);
    return s;
}

void studied_free(studied *s)
{
    logreg_study_free(s->study);
    logreg_model_free(s->model);
    logreg_frame_free(s->frame);
    *s = (studied){.frame = NULL};
}
