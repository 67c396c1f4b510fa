#include "engine/inner_level.h"

#include <math.h>

/* One exponential of -|eta| serves both tails of mu and the loss, equations (2) and (3). */
double AT_LEVEL(link)(double *residual, double *curvature, const double *eta, const double *y,
                      const double *w, size_t rows)
{
    vec sum = {0};
    for (size_t r = 0; r < rows; r++) {
        double e = exp(-fabs(eta[r]));
        double large = 1 / (1 + e), small = e * large;
        double mu = eta[r] >= 0 ? large : small, complement = eta[r] >= 0 ? small : large;
        residual[r] = w[r] * ((1 - y[r]) * mu - y[r] * complement);
        curvature[r] = w[r] * (small * large);
        double against = eta[r] >= 0 ? (1 - y[r]) * eta[r] : -y[r] * eta[r];
        if (w[r] > 0)
            sum[r % WIDTH] += w[r] * (log1p(e) + against);
    }
    return add_lanes(sum);
}
