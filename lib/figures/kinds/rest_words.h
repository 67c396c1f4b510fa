/* Each of many classes against all others: what is drawn of it, and told. */
#ifndef LOGREG_FIGURES_KINDS_REST_WORDS_H
#define LOGREG_FIGURES_KINDS_REST_WORDS_H

#include "figures/kinds/evaluated.h"
#include "figures/kinds/trail.h"

/* Classes that there is room for, and those that share a panel. */
enum { LOGREG__REST_MOST = 12, LOGREG__REST_SHARE = 4 };

/* What a kind draws of a curve. */
typedef struct {
    const char *kind, *curve, *title, *x, *y;
    const char *right, *upwards; /* the same in a sentence */
    const char *across, *up;     /* columns of the curve */
    const char *measure;         /* what the area below is called; NULL: it is none */
    const char *briefly;         /* the same in a name */
    bool square;
} logreg__rest_view;

typedef struct {
    const logreg__order *order;
    const logreg__rest_view *view;
    logreg_evaluation *e;
    size_t drawn;
    logreg__trail trail[LOGREG__REST_MOST];
    double anchor[LOGREG__REST_MOST][2]; /* of names, as far as they are put */
    double top;                          /* of the axis */
} logreg__rest;

bool logreg__rest_shares(const logreg__rest *rest);
bool logreg__rest_is(const logreg__rest *rest, const char *kind);

/* A class's name, with that of its column before it where it is a number, which says nothing alone. */
void logreg__write_rest_class(logreg__page *page, const logreg__rest *rest, size_t k);

/* The area below a class's line, with a word before it; nothing where there is none. */
void logreg__write_rest_area(logreg__page *page, const logreg__rest *rest, size_t k, const char *before);

/* Title and sentences, and what class k's line shows, for who cannot see it. */
void logreg__rest_words(logreg_figure *figure, const logreg__rest *rest);
void logreg__rest_say(logreg_figure *figure, const logreg__rest *rest, size_t k);

#endif
