#include "formula/factor.h"

#include <stdlib.h>

void logreg__factor_clear(logreg__factor *f)
{
    logreg__coded_clear(&f->coded);
    logreg__made_free(f->made);
    free(f->column);
    free(f->text);
    *f = (logreg__factor){0};
}
