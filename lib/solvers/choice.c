#include "solvers/choice.h"

#include <math.h>

#include "solvers/dual/dual.h"

/* Newton's method takes matrices of q^2 numbers; of more coefficients, or more beside sparse columns, nothing but vectors. */
#define MOST_OF_NEWTON 1500
#define MOST_BESIDE_SPARSE 300

/* So many columns are few enough for Newton's method, whatever else. Measured with tests/bench/solvers.py, as what follows is. */
#define FEW_COLUMNS 216

/* An information takes as long as so many products of second derivatives with a vector, times columns: both walk over the rows, and a matrix has more to do
 * with each number that comes from memory. Of several classes there are blocks for each pair of them, which take longer. */
#define COLUMNS_A_PRODUCT 24
#define COLUMNS_OF_CLASSES 10

/* Steps that a fit takes, with an information each, or with few informations and steps by gradients between them (chords.h), as coordinate descent has few too; and where rows are less than so many times the columns, so that
 * classes are nearly separated, by whatever way. */
#define STEPS 9
#define STEPS_OF_CHORDS 25
#define INFORMATIONS 3.5
#define STEPS_OF_ROWS 14
#define SEPARABLE 2

/* Coordinate descent takes as many informations where such rows have next to no penalty: so much for each column of variance 1. */
#define WEAK 0.05
#define INFORMATIONS_OF_ROWS 30

/* An elastic net with next to no penalty on far more columns than rows keeps about as many as rows over alpha, more than coordinate descent is quick
 * with: it takes as long as this many times their square, in numbers of the table walked over by lbfgs, of two classes. That takes so many steps times alpha,
 * and half as many again where columns go together. */
#define DESCENT_OF_PAIRS 1800
#define STEPS_OF_NET 550
#define MORE_STEPS 1.5

/* lbfgs takes less time than newton-cg where columns are not collinear, and newton-cg, of two classes, less than a matrix where only some directions are. Each may take this share of what the surest way costs,
 * and half as much again; lbfgs so many steps where only newton-cg goes on. */
#define TRIED 0.5
#define TRIED_BY_PRODUCTS 0.75
#define STEPS_OF_LBFGS 130

/* So many times as many columns as rows are far more. */
#define MANY 8

/* Products that newton-cg needs where it is quick: what costs no more is as good. */
#define FEW_PRODUCTS 90

/* The BLAS does so many operations, of what `dual` has for it, in the time of one of a walk's. */
#define QUICK 4

/* What a fit by coefficients of rows costs, in products: the rows' own, 2 n^2 p operations, and a factor of m^3 / 3 in each step; a product takes 4 n q. */
static double cost_of_rows(double n, double p, double k)
{
    return (2 * n * n * p + STEPS_OF_ROWS * pow(k * n, 3) / 3) / (QUICK * 4 * n * k * p);
}

/* What a fit with Newton's matrix costs, in products. */
static double cost_of_columns(double n, double p, double information)
{
    double whole = STEPS * information, chords = STEPS_OF_CHORDS + INFORMATIONS * information;
    return n < SEPARABLE * p ? STEPS_OF_ROWS * information : fmin(whole, chords);
}

static void append(logreg__choice *c, const logreg__solver *solver, size_t budget)
{
    c->stage[c->n++] = (logreg__stage){solver, budget};
}

/* What goes on where the last one cannot. Coefficients of rows lose to rounding what products of rows are larger than the penalty, as with one column of large numbers; second derivatives know more. A ridge that is nothing beside the rounding of these too leaves them without a factor; products of
 * them need none. */
static void append_rest(logreg__choice *c, size_t q)
{
    if (c->stage[c->n - 1].solver == &logreg__solver_dual && q <= MOST_OF_NEWTON)
        append(c, &logreg__solver_newton, 0);
    if (c->stage[c->n - 1].solver != &logreg__solver_newton_cg)
        append(c, &logreg__solver_newton_cg, 0);
}

/* Of an information's blocks, and of its factor: columns, of which so many are p. */
static double columns_of(double p, double k, double n)
{
    return p * (k + 1) / 2 + k * k * p * p / (3 * n);
}

static double information_of(double columns, double k)
{
    return columns / (k > 1 ? COLUMNS_OF_CLASSES : COLUMNS_A_PRODUCT);
}

/* Are most columns left out, as absolute values do? A lasso has no more than there are rows, an elastic net more; then cd, which leaves them out too, takes least. */
static bool leaves_out(const logreg__problem *problem)
{
    const logreg__design *d = problem->design;
    double alpha = problem->shrinkage->alpha;
    return alpha > 0 && (alpha < 1 ? d->p > MANY * d->n : d->p > d->n);
}

/* Is there next to no penalty on rows that are few for their columns? */
static bool is_weak(const logreg__problem *problem)
{
    const logreg__shrinkage *s = problem->shrinkage;
    double strength = 0, n = (double)problem->design->n, p = (double)s->p;
    for (size_t j = 0; j < s->p; j++)
        strength += (s->lasso[j] + s->ridge[j]) / p;
    return n < SEPARABLE * p && strength < WEAK;
}

/* Steps of lbfgs that may pay before coordinate descent where that leaves out most columns; 0: none. */
static double steps_of_net(const logreg__problem *problem)
{
    double alpha = problem->shrinkage->alpha, kept = (double)problem->design->n / alpha;
    double pay = DESCENT_OF_PAIRS * kept * kept / ((double)problem->design->n * (double)problem->design->p);
    double needed = STEPS_OF_NET * alpha;
    bool may = alpha < 1 && problem->k == 1 && is_weak(problem) && pay >= needed;
    return may ? fmin(pay, MORE_STEPS * needed) : 0;
}

static logreg__choice choose_creased(const logreg__problem *problem)
{
    const logreg__design *d = problem->design;
    double p = (double)d->p, n = (double)d->n, k = (double)problem->k;
    double columns = columns_of(problem->shrinkage->alpha > 0 ? fmin(p, n) : p, k, n);
    logreg__choice c = {0};
    double steps = (is_weak(problem) ? INFORMATIONS_OF_ROWS : INFORMATIONS) * information_of(columns, k);
    if (leaves_out(problem))
        steps = steps_of_net(problem);
    if (d->n_sparse == 0 && columns > FEW_COLUMNS && steps > 0)
        append(&c, &logreg__solver_lbfgs, (size_t)steps);
    append(&c, &logreg__solver_cd, 0);
    return c;
}

/* The surest way, and before it what may be quicker. */
static void choose_smooth(logreg__choice *c, const logreg__problem *problem)
{
    double p = (double)problem->design->p, k = (double)problem->k, n = (double)problem->design->n;
    double columns = columns_of(p, k, n), information = information_of(columns, k);
    bool matrices = problem->q <= MOST_OF_NEWTON;
    double by_rows = logreg__dual_check(problem, NULL) == LOGREG_OK ? cost_of_rows(n, p, k) : INFINITY;
    double by_columns = matrices ? cost_of_columns(n, p, information) : INFINITY,
           direct = fmin(by_rows, by_columns);
    const logreg__solver *surest = isinf(direct)          ? &logreg__solver_newton_cg
                                   : by_rows < by_columns ? &logreg__solver_dual
                                                          : &logreg__solver_newton;
    if (surest == &logreg__solver_dual && by_rows <= FEW_PRODUCTS) {
        append(c, &logreg__solver_dual, 0);
    } else if (matrices && columns <= FEW_COLUMNS) {
        append(c, &logreg__solver_newton, 0);
    } else {
        append(c, &logreg__solver_lbfgs, isinf(direct) ? STEPS_OF_LBFGS : (size_t)(TRIED * direct));
        if (!isinf(direct) && k <= 1)
            append(c, &logreg__solver_newton_cg, (size_t)(TRIED_BY_PRODUCTS * direct));
        append(c, surest, 0);
    }
}

logreg__choice logreg__choose(const logreg__problem *problem)
{
    if (!problem->shrinkage->smooth)
        return choose_creased(problem);
    logreg__choice c = {0};
    if (problem->design->n_sparse == 0)
        choose_smooth(&c, problem);
    else if (problem->q <= MOST_BESIDE_SPARSE)
        append(&c, &logreg__solver_newton, 0);
    else
        append(&c, &logreg__solver_newton_cg, 0);
    append_rest(&c, problem->q);
    return c;
}

const logreg__solver *logreg__choice_surest(const logreg__choice *c)
{
    size_t i = 0;
    while (c->stage[i].budget)
        i++;
    return c->stage[i].solver;
}
