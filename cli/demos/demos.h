/* The demos; each stands in a file of its own and has a row in ../demo.c. */
#ifndef CLI_DEMOS_DEMOS_H
#define CLI_DEMOS_DEMOS_H

#include "lesson.h"

enum { CLI_DEMO_COLUMNS = 3 };

typedef struct {
    const char *name;
    const char *section; /* heading it stands under in the list */
    const char *title;   /* what the lesson shows, as a sentence */
    const char *rows;    /* what the class's own rows are: "a target of two values"; NULL: it takes none */
    int columns;         /* columns that it takes of these: a target, a feature, a group */
    bool levels;         /* numbers in these are levels */
    void (*tell)(cli_lesson *lesson);
    const char *question; /* to the class, at the end */
    const char *next;     /* the command to try then */
} cli_demo;

extern const cli_demo demo_odds, demo_odds_ratio, demo_two_by_two, demo_simpson;
extern const cli_demo demo_sigmoid, demo_inverse, demo_normal, demo_derivative, demo_stable;
extern const cli_demo demo_one_feature, demo_likelihood, demo_descent, demo_losses, demo_separation;
extern const cli_demo demo_challenger, demo_threshold;
extern const cli_demo demo_activations, demo_neuron, demo_vanishing, demo_softmax, demo_digits, demo_text;

#endif
