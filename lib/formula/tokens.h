/* A text being read as tokens, one ahead. */
#ifndef LOGREG_FORMULA_TOKENS_H
#define LOGREG_FORMULA_TOKENS_H

#include <logreg/data.h>

#include "formula/token.h"

typedef struct {
    logreg__reader reader;
    logreg__token token;       /* the next */
    const logreg_frame *frame; /* whose columns names must be; NULL: any name will do */
    logreg_error *err;
} logreg__tokens;

/* Starts reading text, which messages call what ("formula"). Close in any case. EFORMULA, ENOMEM. */
logreg_status logreg__tokens_open(logreg__tokens *tokens, const char *what, const char *text,
                                  const logreg_frame *frame, logreg_error *err);
logreg_status logreg__tokens_advance(logreg__tokens *tokens);
void logreg__tokens_close(logreg__tokens *tokens);

#endif
