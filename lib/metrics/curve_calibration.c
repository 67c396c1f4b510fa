/* The calibration curve: bins that hold rows, as scikit-learn's calibration_curve, each share with Wilson's interval. */
#include "metrics/curve.h"
#include "metrics/interval.h"

logreg_status logreg__curve_calibration(logreg_curve *curve, const logreg__reliability *bins,
                                        const logreg_curve_options *o, logreg_error *err)
{
    size_t n = 0;
    for (size_t b = 0; b < bins->n_bins; b++)
        n += bins->bin[b].n > 0;
    logreg_status status = logreg__curve_room(curve, n, err);
    double **to = curve->column;
    size_t i = 0;
    for (size_t b = 0; status == LOGREG_OK && b < bins->n_bins; b++) {
        const logreg__bin *bin = &bins->bin[b];
        if (!(bin->n > 0))
            continue;
        to[0][i] = bin->low;
        to[1][i] = bin->high;
        to[2][i] = bin->n;
        to[3][i] = bin->p;
        to[4][i] = bin->y;
        logreg__wilson_interval(&to[5][i], &to[6][i], bin->y, bin->n, o->conf_level);
        i++;
    }
    return status;
}
