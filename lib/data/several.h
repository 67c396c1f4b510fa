/* Cells with several answers to a question: "Coffee, Tea", or lists as programs write them: ["Coffee", "Tea"]. */
#ifndef LOGREG_DATA_SEVERAL_H
#define LOGREG_DATA_SEVERAL_H

#include <stdbool.h>
#include <stddef.h>

#include <logreg/data.h>

enum { LOGREG__ANSWERS = 64 };

/* How a cell holds them. */
typedef struct {
    const char *open, *close, *mark; /* what stands before and behind all of them, or "", and between two */
    bool bracket;                    /* so that a cell may hold none of them, where no cell is empty */
} logreg__several_form;

typedef struct {
    const logreg__several_form *form;
    bool quoted, bare; /* some stand in quotes of their own, which may hold marks, and some in none */
    bool brackets;     /* marks stand within (..) too, where they part nothing */
    bool whole;        /* a mark is part of an answer itself, so that cells are parted by the answers, the longest first */
    bool none;         /* a label is a list of none, so that where nothing stands nobody answered */
    size_t n;
    struct {
        const char *text; /* within a label, not closed by NUL */
        size_t n;
        size_t rows;           /* that give it; 0 where those of the labels are not known */
    } answer[LOGREG__ANSWERS]; /* in the order of the labels */
} logreg__several;

/* Are labels sets of answers, which a mark parts: at least two of two or more, each answer in two labels or more, none twice in one, and two of
 * them alone or in more than one place, unlike the parts of a name? One of five may be in one label alone, where three are in many. Where all labels are lists, but of bare numbers, one of two answers will do;
 * where blanks part them, half of the answers stand alone too, and there are twice as many combinations. */
bool logreg__several_answers(logreg__several *found, char *const *levels, size_t n);

/* The same, with the rows of each answer by those of each label. */
bool logreg__several_counted(logreg__several *found, char *const *levels, const size_t *rows, size_t n);

/* The first mark of a text that parts answers: not one of "Social media (likes, shares)". NULL: there is none. *within: set where one stands in brackets
 * that close. Of brackets within each other two levels count, as in the command that parts them (csv/mending/rewrite.c). */
const char *logreg__several_mark(bool *within, const char *text, const char *mark);

/* Has each of them a column of two values beside theirs, by its name: food/bread beside food? (several_beside.c) */
bool logreg__several_beside(const logreg__several *several, const logreg_frame *frame, size_t j);

#endif
