/* Numbers in forms that are not read as such. */
#ifndef LOGREG_CSV_FORMS_H
#define LOGREG_CSV_FORMS_H

#include "csv/csv.h"

typedef enum {
    LOGREG__FORM_TEXT,       /* no number */
    LOGREG__FORM_NUMBER,     /* read as it stands */
    LOGREG__FORM_MARKED,     /* with the other decimal mark */
    LOGREG__FORM_DRESSED,    /* dressed.c */
    LOGREG__FORM_UNIT,       /* 39 kg */
    LOGREG__FORM_PREFIX,     /* CHF 39 */
    LOGREG__FORM_FORMULA,    /* ="39" */
    LOGREG__FORM_FORTRAN,    /* 3.9D+01 */
    LOGREG__FORM_HEX,        /* 0x27 */
    LOGREG__FORM_CLOCK,      /* 12:30 */
    LOGREG__FORM_FRACTION,   /* 1/2 */
    LOGREG__FORM_BOUND,      /* <39 */
    LOGREG__FORM_SPREAD,     /* 39 +- 2, 39 (2) */
    LOGREG__FORM_MINUS,      /* 39- */
    LOGREG__FORM_APOSTROPHE, /* '39 */
    LOGREG__FORM_SCRIPT,     /* in the digits of another script */
    LOGREG__FORMS
} logreg__form;

enum { LOGREG__UNIT_ROOM = 16 };

logreg__form logreg__form_of(const char *text, char decimal);

/* The unit of a UNIT or PREFIX, without blanks. */
void logreg__form_unit(char unit[LOGREG__UNIT_ROOM], const char *text, logreg__form form, char decimal);

bool logreg__is_currency(const char *unit);

/* What a text of this form is, and the way to make a number of it: "Take the unit out, sed .." */
const char *logreg__form_mend(char room[LOGREG__COMMAND + 80], const char **what, logreg__form form,
                              const char *text, bool same_unit, char decimal, const logreg__csv *csv);

#endif
