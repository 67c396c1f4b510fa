/* What the sentences of an explanation share: what each is about, and pieces of them. */
#ifndef LOGREG_REPORT_EXPLAIN_EXPLAIN_WORDS_H
#define LOGREG_REPORT_EXPLAIN_EXPLAIN_WORDS_H

#include "report/explain/explain.h"
#include "report/page/figure.h"

/* What a sentence is about. */
typedef struct {
    logreg__page *note;
    const logreg_model *model;
    const logreg_inference *inference;
    const logreg_coefficient *c;
    logreg__role role;
    size_t k, against; /* classes */
} logreg__saying;

/* ---- Pieces: explain_words.c ---- */

void logreg__say(const logreg__saying *s, const char *text);
void logreg__say_name(const logreg__saying *s, const char *name);
void logreg__say_number(const logreg__saying *s, double x, int digits);

/* exp(x), as the table has it. */
void logreg__say_exp(const logreg__saying *s, double x);

/* "age", "log(age)" */
void logreg__say_variable(const logreg__saying *s, const logreg__variable *v);

/* "the odds of y = yes", "the odds of b against a" */
void logreg__say_odds(const logreg__saying *s);

/* Of the i-th variable of the term; its level that the column stands for, or NULL. */
const logreg__variable *logreg__said_variable(const logreg__saying *s, size_t i);
const char *logreg__said_level(const logreg__saying *s, size_t i);

/* ---- Terms that contain others: explain_condition.c ---- */

bool logreg__term_contains(const logreg__term *term, size_t variable);

/* Whether a term's variables are some of another's, and not all. */
bool logreg__term_within(const logreg__term *small, const logreg__term *large);

/* Whether the columns of all larger terms can be 0, or average to it, so that the term's own coefficients speak alone there. */
bool logreg__explain_settled(const logreg__terms *terms, const logreg__term *term);

/* Where that is: " and sex is female and dose is 0, in the geometric mean over the levels of site", or "where sex is .." where it
 * begins a clause. false: everywhere, and nothing was said. */
bool logreg__say_conditions(const logreg__saying *s, bool begins);

/* ---- Sentences ---- */

/* Of an intercept, or a level that has a column of its own, finite or infinite. */
void logreg__say_baseline(const logreg__saying *s);

/* Of what has no sentence of its own, and what is not finite. */
void logreg__say_together(const logreg__saying *s);
void logreg__say_nothing(const logreg__saying *s);
void logreg__say_status(const logreg__saying *s);

#endif
