#include "engine/inner_level.h"

#define TEXT_OF(name) #name
#define TEXT(name) TEXT_OF(name)

extern const logreg__inner AT_LEVEL(inner);

const logreg__inner AT_LEVEL(inner) = {
    .name = TEXT(LOGREG__LEVEL),
    .standardise = AT_LEVEL(standardise),
    .predictor = AT_LEVEL(predictor),
    .exp_of_minus = AT_LEVEL(exp_of_minus),
    .log_losses = AT_LEVEL(log_losses),
    .link = AT_LEVEL(link),
    .classes = AT_LEVEL(classes),
    .add_up = AT_LEVEL(add_up),
    .sum_of_squares = AT_LEVEL(sum_of_squares),
    .extent = AT_LEVEL(extent),
    .gradient = AT_LEVEL(gradient),
    .two_gradients = AT_LEVEL(two_gradients),
    .information = AT_LEVEL(information),
    .dots = AT_LEVEL(dots),
    .squares = AT_LEVEL(squares),
    .largest = AT_LEVEL(largest),
    .whiten = AT_LEVEL(whiten),
    .turn = AT_LEVEL(turn),
    .cells = AT_LEVEL(cells),
    .scatter_rows = AT_LEVEL(scatter_rows),
    .scatter_pairs = AT_LEVEL(scatter_pairs),
    .gather = AT_LEVEL(gather),
    .scatter = AT_LEVEL(scatter),
};
