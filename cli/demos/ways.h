/* Two ways down the mean loss of an intercept and a slope, gradient descent and Newton's method, both from 0 and 0. */
#ifndef CLI_DEMOS_WAYS_H
#define CLI_DEMOS_WAYS_H

#include "rows.h"

/* The gradient of the mean loss at a place, and its Hessian (a b; b c) by its parts: with the weights p (1 - p), a is their mean, b / a the mean of x, and c - b^2 / a the
 * spread of x about that, told apart so that no digits of it are lost where x is far from 0. */
typedef struct {
    double gradient[2], a, middle, spread;
} cli_bend;

cli_bend cli_bend_at(const cli_rows *rows, double b0, double b1);

/* The loss of rows, and where it is least. */
typedef struct {
    const cli_rows *rows;
    double b0, b1; /* the least loss is here */
    cli_bend bottom;
    double most_bent; /* L: the loss bends no more than that anywhere */
    double
        unevenness; /* L over what it bends at the bottom, along the valley: steps of 1/L grow in number with that */
} cli_valley;

void cli_valley_take(cli_valley *valley, const cli_rows *rows, double b0, double b1);

/* The mean loss at a place. */
double cli_valley_loss(const cli_valley *valley, double b0, double b1);

/* Where a way led: its first places from 0 and 0 on, and the last as the n-th. */
enum { CLI_WAY_PLACES = 10000 };
typedef struct {
    double b0[CLI_WAY_PLACES], b1[CLI_WAY_PLACES];
    size_t n, steps, halved; /* halved: steps of Newton's that would have led uphill, and were made shorter */
    bool arrived;            /* within a millionth of a standard error of the bottom */
} cli_way;

/* At most so many steps; a way begins as all zeros. */
void cli_way_gradient(cli_way *way, const cli_valley *valley, double rate, size_t most);
void cli_way_newton(cli_way *way, const cli_valley *valley, size_t most);

/* Newton's step from a place of that bend, to be taken off. */
void cli_newton_step(double step[2], const cli_bend *bend);

#endif
