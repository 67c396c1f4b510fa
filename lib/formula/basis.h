/* Bases: columns made of one, as R's poly, scale, bs and ns make them. What the data decided is kept, so that new
 * values go through the same functions.
 *
 *     poly   orthogonal polynomials, by their three-term recurrence (R. H. Bartels and J. J. Jezioranski, "Least-squares
 *            fitting using orthogonal multinomials", 1985): p_k = (x - alpha_k) p_{k-1} - norm2_k / norm2_{k-1} p_{k-2}
 *     scale  one column, less its mean and divided by its standard deviation: the first of poly's but for its length
 *     bs     B-splines (C. de Boor, "A Practical Guide to Splines", 1978); beyond the boundary their polynomials go on
 *     ns     cubic B-splines whose second derivative vanishes at the boundary; beyond it they go on as lines
 */
#ifndef LOGREG_FORMULA_BASIS_H
#define LOGREG_FORMULA_BASIS_H

#include <stdbool.h>
#include <stddef.h>

#include <logreg/base.h>

/* Splines of a higher degree are refused. */
#define LOGREG__MAX_SPLINE_DEGREE 20

struct logreg__basis_kind;

typedef struct {
    const struct logreg__basis_kind *kind;
    size_t degree;                /* of polynomials or splines */
    size_t df;                    /* columns asked for; 0: not. Fewer than there can be are taken for the least */
    bool intercept;               /* splines keep their first column */
    bool raw;                     /* poly: the powers themselves; scale: not divided */
    bool has_knots, has_boundary; /* they were given */

    /* decided by the data, or given */
    size_t n_knots;
    double *knots; /* inner ones, ascending */
    double boundary[2];
    size_t n_beyond; /* splines: of the values that decided, those beyond the boundary */
    double *alpha; /* poly, scale: [degree] */
    double *norm2; /* poly, scale: [degree + 1] squared lengths of p_0, p_1, .. */

    /* follows from these: logreg__basis_prepare */
    size_t width; /* columns */
    size_t n_all;
    double *all;  /* splines: the inner knots, and the boundary degree + 1 times on either side */
    double *edge; /* ns: values and slopes of the splines at both ends of the boundary, and two reflections */
} logreg__basis;

typedef struct logreg__basis_kind {
    const char *name;
    /* Chooses what is not given for n finite values, in ascending order. text is how messages call the basis. */
    logreg_status (*decide)(logreg__basis *basis, const double *sorted, size_t n, const char *text,
                            logreg_error *err);
    /* Fills in what follows; false: out of memory. */
    bool (*prepare)(logreg__basis *basis);
    /* value[k * stride + r]: column k for x[r]. work has room for logreg__basis_work numbers. */
    void (*values)(double *value, size_t stride, const logreg__basis *basis, const double *x, size_t rows,
                   double *work);
    /* The derivatives of the columns by x, likewise. */
    void (*slopes)(double *slope, size_t stride, const logreg__basis *basis, const double *x, size_t rows,
                   double *work);
} logreg__basis_kind;

/* raw: poly of powers, under poly's name */
extern const logreg__basis_kind logreg__basis_poly, logreg__basis_raw, logreg__basis_scale, logreg__basis_bs,
    logreg__basis_ns;

/* The kind of that name, or NULL. */
const logreg__basis_kind *logreg__basis_named(const char *name);

/* Decides and prepares. EDATA: too few different values, knots that are not within the boundary. ENOMEM. */
logreg_status logreg__basis_fit(logreg__basis *basis, const double *x, size_t n, const char *text,
                                logreg_error *err);

/* Room that values() needs. */
size_t logreg__basis_work(const logreg__basis *basis);

/* Whether it is one of splines, which have a boundary. */
bool logreg__basis_bounded(const logreg__basis *basis);

/* Whether the data decide anything, other than whether the values can be used. */
bool logreg__basis_learns(const logreg__basis *basis);

/* Whether what was decided makes sense, for those who read it from a file: finite, ascending, of positive length. */
bool logreg__basis_sound(const logreg__basis *basis);

void logreg__basis_clear(logreg__basis *basis);

/* Shared by bs and ns: knots by quantiles, boundary, checks; the knots all together. */
logreg_status logreg__spline_decide(logreg__basis *basis, const double *sorted, size_t n, const char *text,
                                    logreg_error *err);
bool logreg__spline_knots(logreg__basis *basis);

/* The derivative of the given order of every B-spline (n_all - degree - 1 of them) at x. */
void logreg__spline_at(double *value, const logreg__basis *basis, double x, size_t derivative);

#endif
