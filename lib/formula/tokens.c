#include "formula/tokens.h"

#include "base/error.h"
#include "base/memory.h"

logreg_status logreg__tokens_open(logreg__tokens *tokens, const char *what, const char *text,
                                  const logreg_frame *frame, logreg_error *err)
{
    *tokens = (logreg__tokens){.reader = {.what = what, .next = text, .at = 1}, .frame = frame, .err = err};
    tokens->reader.name = logreg__new_raw(strlen(text) + 1, 1);
    return tokens->reader.name ? logreg__tokens_advance(tokens) : logreg__fail_memory(err);
}

logreg_status logreg__tokens_advance(logreg__tokens *tokens)
{
    return logreg__token_next(&tokens->token, &tokens->reader, tokens->err);
}

void logreg__tokens_close(logreg__tokens *tokens)
{
    free(tokens->reader.name);
    tokens->reader.name = NULL;
}
