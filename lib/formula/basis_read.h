/* Arguments of bases as text. */
#ifndef LOGREG_FORMULA_BASIS_READ_H
#define LOGREG_FORMULA_BASIS_READ_H

#include "base/text.h"
#include "formula/basis.h"
#include "formula/tokens.h"

/* Reads the arguments after the first, as far as commas go: ", 2)" of poly(x, 2). The basis has its kind, which may change to that of
 * powers. EFORMULA with the place: an unknown argument, a wrong one, too many. ENOMEM. */
logreg_status logreg__basis_read(logreg__basis *basis, logreg__tokens *tokens);

/* Adds them in normal form. */
void logreg__basis_write(logreg__text *text, const logreg__basis *basis);

#endif
