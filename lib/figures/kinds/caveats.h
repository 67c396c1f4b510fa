/* What pictures of some variables must say of the others. */
#ifndef LOGREG_FIGURES_KINDS_CAVEATS_H
#define LOGREG_FIGURES_KINDS_CAVEATS_H

#include <logreg/figures.h>

#include "report/curves/dots.h"
#include "report/page/page.h"

/* That shares are of rows as they are, where the model has more variables than the `shown` ones, and that its fit weighs the classes if it does. */
void logreg__write_unadjusted(logreg__page *page, const logreg_model *model, size_t shown);

/* The same of shares that are moved to where other variables stand, or would be: others, whether there are any; moved, whether that could be done. */
void logreg__write_moved(logreg__page *page, const logreg_model *model, bool others, bool moved);

/* What odds ratios of products, of the variables in them, and of the columns of splines mean; nothing where there are none. */
void logreg__write_products(logreg__page *page, const logreg_model *model);

/* Why probabilities of two classes have no intervals, where none is drawn (there: some are); separation has a sentence of its own. */
void logreg__write_intervalless(logreg__page *page, const logreg_model *model, bool there);

/* That those of more classes have none, for who cannot see it. */
void logreg__say_intervalless(logreg_figure *figure, const logreg_model *model);

/* "the 60 rows", "1000 of 5000 rows, with all events", or "1000 of 4526 observations in 24 rows": what so many dots are of. */
void logreg__write_dots(logreg__page *page, const logreg__dots *dots, size_t drawn, size_t rows);

/* "Logistic fit", "Multinomial logistic fit", and what was done to it since. */
void logreg__write_fitted(logreg__page *page, const logreg_model *model);

#endif
