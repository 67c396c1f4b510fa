#include "ways.h"

#include <math.h>

#include <logreg/special.h>

#define NEAR 1e-6 /* standard errors */

cli_bend cli_bend_at(const cli_rows *rows, double b0, double b1)
{
    cli_bend bend = {0};
    double n = (double)rows->n;
    for (size_t i = 0; i < rows->n; i++) {
        double x = rows->x[i], eta = b0 + b1 * x, error = logreg_sigmoid(eta) - rows->y[i],
               w = logreg_sigmoid_derivative(eta);
        bend.gradient[0] += error / n;
        bend.gradient[1] += error * x / n;
        bend.a += w / n;
        bend.middle += w * x / n;
    }
    bend.middle /= bend.a;
    for (size_t i = 0; i < rows->n; i++) {
        double away = rows->x[i] - bend.middle;
        bend.spread += logreg_sigmoid_derivative(b0 + b1 * rows->x[i]) * away * away / n;
    }
    return bend;
}

/* The larger eigenvalue of (a b; b c). */
static double larger(double a, double b, double c)
{
    return (a + c + hypot(a - c, 2 * b)) / 2;
}

void cli_valley_take(cli_valley *v, const cli_rows *rows, double b0, double b1)
{
    double mean = cli_rows_mean(rows), sd = cli_rows_deviation(rows);
    *v = (cli_valley){.rows = rows, .b0 = b0, .b1 = b1, .bottom = cli_bend_at(rows, b0, b1)};
    const cli_bend *bend = &v->bottom;
    double b = bend->a * bend->middle, large = larger(bend->a, b, bend->spread + b * bend->middle);
    v->most_bent = larger(1, mean, mean * mean + sd * sd) / 4; /* no weight is above 1/4 */
    v->unevenness =
        v->most_bent * large / (bend->a * bend->spread); /* the least is the determinant over the largest */
}

double cli_valley_loss(const cli_valley *v, double b0, double b1)
{
    return -cli_rows_log_likelihood(v->rows, b0, b1) / (double)v->rows->n;
}

/* ---- The ways ---- */

static bool is_near(const cli_valley *v, double b0, double b1)
{
    double d1 = b1 - v->b1, across = b0 - v->b0 + v->bottom.middle * d1;
    return (double)v->rows->n * (v->bottom.a * across * across + v->bottom.spread * d1 * d1) <= NEAR * NEAR;
}

static void keep(cli_way *way, const cli_valley *v, double b0, double b1)
{
    size_t at = way->n < CLI_WAY_PLACES ? way->n++ : CLI_WAY_PLACES - 1;
    way->b0[at] = b0;
    way->b1[at] = b1;
    way->arrived = is_near(v, b0, b1);
}

void cli_way_gradient(cli_way *way, const cli_valley *v, double rate, size_t most)
{
    double b0 = 0, b1 = 0;
    size_t n = v->rows->n;
    const double *x = v->rows->x, *y = v->rows->y;
    for (keep(way, v, b0, b1); !way->arrived && way->steps < most; way->steps++) {
        double g0 = 0, g1 = 0;
        for (size_t i = 0; i < n; i++) {
            double error = logreg_sigmoid(b0 + b1 * x[i]) - y[i];
            g0 += error;
            g1 += error * x[i];
        }
        b0 -= rate * g0 / (double)n;
        b1 -= rate * g1 / (double)n;
        keep(way, v, b0, b1);
    }
}

/* With (a b; b c) the Hessian and b / a the weighted mean of x: the slope by the gradient about that mean, the intercept by what is left. */
void cli_newton_step(double step[2], const cli_bend *bend)
{
    step[1] = (bend->gradient[1] - bend->middle * bend->gradient[0]) / bend->spread;
    step[0] = bend->gradient[0] / bend->a - bend->middle * step[1];
}

void cli_way_newton(cli_way *way, const cli_valley *v, size_t most)
{
    double b0 = 0, b1 = 0, step[2];
    for (keep(way, v, b0, b1); !way->arrived && way->steps < most; way->steps++) {
        cli_bend bend = cli_bend_at(v->rows, b0, b1);
        double share = 1, height = cli_valley_loss(v, b0, b1) * (1 + 1e-12);
        cli_newton_step(step, &bend);
        while (share > 1e-6 && !(cli_valley_loss(v, b0 - share * step[0], b1 - share * step[1]) <= height))
            share /= 2;
        way->halved += share < 1;
        b0 -= share * step[0];
        b1 -= share * step[1];
        keep(way, v, b0, b1);
    }
}
