/* Did you mean: the candidate nearest to a mistyped word.
 *
 *     cli_nearest near = cli_nearest_to("targt");
 *     for (...) cli_nearest_offer(&near, name[i]);
 *     if (near.best) ... */
#ifndef CLI_NEAREST_H
#define CLI_NEAREST_H

#include <stddef.h>

typedef struct {
    const char *word;
    const char *best; /* borrowed from the offers; NULL while none is near */
    size_t distance;
} cli_nearest;

cli_nearest cli_nearest_to(const char *word);
void cli_nearest_offer(cli_nearest *near, const char *candidate);

#endif
