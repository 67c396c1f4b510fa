/* Newton's steps over batches. What was learnt so far is kept as a quadratic, theta0 and H0; a batch takes the point
 *
 *     theta = argmin  1/2 (theta - theta0)' H0 (theta - theta0) + loss of the batch,     H = H0 + information of the batch at theta,
 *
 * in a few of Newton's steps: equation (122). The first batch starts from 0 and is climbed to its maximum under the ridge, which then fades as 1 / t^4 over the batches t: each takes a part of it out. So columns that go together are not held back by it for long, and nothing is singular before it has gone.
 */
#include <math.h>
#include <string.h>

#include "engine/dense.h"
#include "learner/learner.h"

/* What stays of the ridge, of the mean diagonal of H, where columns are exactly collinear. */
#define REST 1e-12

/* Steps of the first climb, at most, and the decrement that ends it. */
#define MOST_STEPS 50
#define NEAR 1e-12

/* The same of later batches, whose quadratic is a good guess. */
#define STEPS_A_BATCH 8
#define SMALL 1e-2

/* They go on with the second derivatives that they have while a step leaves no more than this share of the decrement. */
#define FALLS 0.3

/* Of q coefficients a step's information is that of one block of rows in q / COEFFICIENTS_A_SHARE, in FEWEST at most: what it costs grows with q^2, and the past's stands already.
 * First it is that of all, and one block in s from STEPS_A_SHARE (s - 1) steps on. */
#define COEFFICIENTS_A_SHARE 48
#define FEWEST 4
#define STEPS_A_SHARE 4

/* A step that moves no predictor by more than that is taken whole, and so is one that leads down by a tenth of the decrement's square: by its second derivatives
 * it does so by half of it, less what the loss bends upwards. */
#define SHORT 1
#define BENDS 0.4

/* L := the factor of H. false: it has none. */
static bool factorise(logreg_learner *l, const double *H)
{
    memcpy(l->L, H, l->q * l->q * sizeof *H);
    return logreg__plain_cholesky(l->L, l->q);
}

/* theta := theta - t inv(L L') g. Where M is what that moves the predictors of a row by at most, the losses' third derivatives along it are at most M times their second ones, and
 * t = log(1 + M) / M leads down (Sun & Tran-Dinh, Math. Program. 178, 2019); most steps are taken whole. The decrement lambda. */
static double take_step(double *theta, const double *g, logreg_learner *l)
{
    size_t q = l->q;
    double *step = l->room + q, square = 0;
    memcpy(step, g, q * sizeof *g);
    logreg__plain_cholesky_solve(l->L, q, step);
    for (size_t j = 0; j < q; j++)
        square += g[j] * step[j];
    double M = logreg__batch_farthest(l, step);
    double t = M > SHORT && !(logreg__batch_bend(l) <= BENDS * square) ? log1p(M) / M : 1;
    for (size_t j = 0; j < q; j++)
        theta[j] -= t * step[j];
    logreg__batch_move(l, t);
    return sqrt(fmax(square, 0));
}

/* Means and spreads of the first rows; a column that is constant there is not scaled. */
static void find_scales(double *centre, double *factor, const logreg_learner *l)
{
    size_t n = l->waiting.rows, blocks = logreg__waiting_blocks(n);
    for (size_t j = 0; j < l->p; j++) {
        double mean = 0, square = 0;
        for (size_t b = 0; b < blocks; b++)
            for (size_t i = 0; i < logreg__waiting_count(l, b); i++)
                mean += logreg__waiting_column(l, b, j)[i] / (double)n;
        for (size_t b = 0; b < blocks; b++)
            for (size_t i = 0; i < logreg__waiting_count(l, b); i++)
                square += pow(logreg__waiting_column(l, b, j)[i] - mean, 2) / (double)n;
        bool constant = !(sqrt(square) > 1e-13 * fabs(mean));
        centre[j] = l->intercept ? mean : 0;
        factor[j] = constant ? 1 : 1 / sqrt(square);
    }
}

static const logreg__share all_rows = {1, 0, 1};

/* The loss of the rows and the ridge about theta, to which they have been aimed: its slope and, unless H is NULL, its second derivatives. */
static void look(double *g, double *H, const double *theta, logreg_learner *l)
{
    size_t q = l->q;
    for (size_t j = 0; j < q; j++)
        g[j] = l->ridge * theta[j];
    if (H)
        memset(H, 0, q * q * sizeof *H);
    for (size_t j = 0; H && j < q; j++)
        H[j * q + j] = l->ridge;
    logreg__batch_add(g, H, l, &all_rows);
}

/* Where a step leaves little of the decrement the next goes by the same second derivatives; those that stay are of where the climb has ended. */
static void climb(logreg__learnt *to, logreg_learner *l)
{
    double *g = l->room, lambda = INFINITY;
    bool anew = true;
    memset(to->theta, 0, l->q * sizeof *to->theta);
    logreg__batch_aim(l, to->theta);
    for (int i = 0; i < MOST_STEPS && lambda > NEAR; i++) {
        look(g, anew ? to->H : NULL, to->theta, l);
        if (anew && !factorise(l, to->H))
            return;
        double before = lambda;
        lambda = take_step(to->theta, g, l);
        anew = lambda > FALLS * before;
    }
    look(g, to->H, to->theta, l);
}

/* Takes the part of the ridge that this step is without out of H; how much. */
static double fade(logreg__learnt *at, const logreg_learner *l)
{
    size_t q = l->q;
    double t = (double)++at->steps, mean = 0;
    for (size_t j = 0; j < q; j++)
        mean += at->H[j * q + j] / (double)q;
    double left = fmin(at->ridge, fmax(l->ridge / (t * t * t * t), REST * mean)), less = at->ridge - left;
    for (size_t j = 0; j < q; j++)
        at->H[j * q + j] -= less;
    at->ridge = left;
    return less;
}

/* The rows of a step that tell its information: the more there have been, the fewer. */
static logreg__share share_of(size_t steps, const logreg_learner *l)
{
    size_t most = l->q / COEFFICIENTS_A_SHARE, blocks = logreg__waiting_blocks(l->waiting.rows);
    logreg__share share = all_rows;
    double all = 0, told = 0;
    share.every = most < FEWEST ? most : FEWEST;
    share.every = share.every < 1 + steps / STEPS_A_SHARE ? share.every : 1 + steps / STEPS_A_SHARE;
    if (share.every < 2 || blocks < share.every || l->waiting.rows < l->batch)
        return all_rows;
    share.first = (steps * UINT32_C(2654435761) >> 7) % share.every; /* by no order that the rows may have */
    for (size_t i = 0; i < l->waiting.rows; i++) {
        all += l->waiting.w[i];
        told += i / LOGREG__BLOCK_ROWS % share.every == share.first ? l->waiting.w[i] : 0;
    }
    share.weight = all / told;
    return share;
}

/* g += H d, H's lower triangle given: a column at a time, which stands for a row too. */
static void add_product(double *restrict g, const double *restrict H, const double *restrict d, size_t q)
{
    for (size_t j = 0; j < q; j++) {
        const double *h = H + j * q;
        double lane[LOGREG__LANES] = {0}, sum = h[j] * d[j];
        size_t i = j + 1;
        for (; i + LOGREG__LANES <= q; i += LOGREG__LANES)
            for (size_t k = 0; k < LOGREG__LANES; k++) {
                g[i + k] += h[i + k] * d[j];
                lane[k] += h[i + k] * d[i + k];
            }
        for (; i < q; i++) {
            g[i] += h[i] * d[j];
            sum += h[i] * d[i];
        }
        for (size_t k = 0; k < LOGREG__LANES; k++)
            sum += lane[k];
        g[j] += sum;
    }
}

/* g := slope at theta of what the past says, 1/2 (theta - theta0)' H0 (theta - theta0), less that of the ridge that has gone. */
static void slope_of_past(double *g, const double *theta, const logreg__learnt *past, double gone,
                          logreg_learner *l)
{
    size_t q = l->q;
    double *d = l->room + q; /* where a step will be */
    bool any = false;
    for (size_t j = 0; j < q; j++) {
        g[j] = -gone * past->theta[j];
        d[j] = theta[j] - past->theta[j];
        any = any || d[j] != 0;
    }
    if (any)
        add_product(g, past->H, d, q);
}

static void copy(logreg__learnt *to, const logreg__learnt *from, size_t q)
{
    memcpy(to->theta, from->theta, q * sizeof *to->theta);
    memcpy(to->H, from->H, q * q * sizeof *to->H);
    to->ridge = from->ridge;
    to->steps = from->steps;
}

void logreg__learner_step(logreg__learnt *to, const logreg__learnt *from, bool first, double *centre,
                          double *factor, logreg_learner *l)
{
    size_t q = l->q;
    if (first) {
        find_scales(centre, factor, l);
        logreg__batch_scale(l, centre, factor);
        climb(to, l);
        to->ridge = l->ridge;
        to->steps = 1;
        return;
    }
    if (l->waiting.rows == 0) { /* asked right after a whole batch: it is told as it is */
        copy(to, from, q);
        return;
    }
    copy(&l->past, from, q);
    double gone = fade(&l->past, l), lambda = INFINITY;
    memcpy(to->theta, l->past.theta, q * sizeof *to->theta);
    double *g = l->room;
    bool anew = true;
    const logreg__share share = share_of(l->past.steps, l);
    logreg__batch_aim(l, to->theta);
    for (int i = 0; i < STEPS_A_BATCH && lambda > SMALL; i++) {
        slope_of_past(g, to->theta, &l->past, gone, l);
        if (anew)
            memcpy(to->H, l->past.H, q * q * sizeof *to->H);
        logreg__batch_add(g, anew ? to->H : NULL, l, &share);
        if (anew && !factorise(l, to->H))
            break;
        double before = lambda;
        lambda = take_step(to->theta, g, l);
        anew = lambda > FALLS * before;
    }
    to->ridge = l->past.ridge;
    to->steps = l->past.steps;
}
