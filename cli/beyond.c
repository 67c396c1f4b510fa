#include "beyond.h"

#include <stdlib.h>

#include "message.h"

int cli_beyond_look(cli_beyond *beyond, const cli_call *call, const logreg_model *model,
                    const logreg_frame *frame)
{
    logreg_error err;
    size_t n = logreg_model_splines(model);
    *beyond = (cli_beyond){.spline = calloc(n ? n : 1, sizeof *beyond->spline)};
    if (!beyond->spline)
        return cli_fail_memory(call);
    for (size_t i = 0; i < n; i++) {
        logreg_spline *s = &beyond->spline[beyond->n];
        if (logreg_model_spline(model, i, frame, s, &err) != LOGREG_OK)
            return cli_fail_error(call, &err);
        beyond->n += s->n_rows > 0;
    }
    return CLI_GO_ON;
}

void cli_beyond_tell(const cli_beyond *beyond, const cli_call *call, const logreg_frame *frame)
{
    for (size_t i = 0; i < beyond->n; i++) {
        const logreg_spline *s = &beyond->spline[i];
        char low[LOGREG_NUMBER_SIZE], high[LOGREG_NUMBER_SIZE], from[LOGREG_NUMBER_SIZE],
            to[LOGREG_NUMBER_SIZE];
        logreg_number_text(low, s->boundary[0]);
        logreg_number_text(high, s->boundary[1]);
        logreg_number_text(from, s->range[0]);
        logreg_number_text(to, s->range[1]);
        bool one = !(s->range[0] < s->range[1]);
        cli_note(call,
                 "%zu of %zu rows lie beyond the boundary of %s, %s to %s, where it goes on as a %s: they "
                 "have %s%s%s",
                 s->n_rows, logreg_frame_rows(frame), s->name, low, high, s->linear ? "line" : "polynomial",
                 from, one ? "" : " to ", one ? "" : to);
    }
}
