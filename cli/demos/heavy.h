/* The words that weigh most in a fit to texts. */
#ifndef CLI_DEMOS_HEAVY_H
#define CLI_DEMOS_HEAVY_H

#include "lesson.h"

/* The words that weigh most, for and against: so many of each at most. */
enum { CLI_HEAVY = 8 };

typedef struct {
    double b;
    size_t j;
} cli_weight;

typedef struct {
    cli_weight good[CLI_HEAVY], bad[CLI_HEAVY]; /* the heaviest first */
    size_t n_good, n_bad;
} cli_heavy;

/* False: none tells the two kinds apart. */
bool cli_heavy_find(cli_heavy *heavy, cli_lesson *lesson, const logreg_model *model);

/* A table of their odds ratios, and a figure of their weights for what is told: "kind = spam". */
void cli_heavy_show(cli_lesson *lesson, const logreg_model *model, const cli_heavy *heavy);
void cli_heavy_draw(cli_lesson *lesson, const logreg_model *model, const cli_heavy *heavy, const char *of);

/* A column's word: what its name has in brackets. */
void cli_heavy_word(char word[CLI_CELL_SIZE], const logreg_model *model, size_t j);

#endif
