/* logreg - logistic regression in C.
 *
 * Includes every public header; each of them is the manual of its part:
 *   base.h       status codes, the error a caller owns, numbers as text, version
 *   special.h    sigmoid, logit, softmax and kin
 *   data.h       frames of typed columns, CSV, train and test files, make_classification
 *   metrics.h    how good probabilities are: one table of metrics, with intervals; curves, thresholds
 *   calibration.h  from scores to probabilities that mean what they say
 *   model.h      options, fit, predict, what a fitted model holds
 *   learner.h    learning from rows as they come, in one pass
 *   inference.h  standard errors, intervals, tests
 *   hypothesis.h  tests of linear hypotheses about coefficients
 *   effects.h    effects on probabilities: marginal effects, adjusted risks and ratios
 *   exact.h      exact inference for small samples
 *   diagnostics.h  leverage, residuals, influence of single rows; variance inflation
 *   goodness.h   tests of fit: Hosmer-Lemeshow and others
 *   learning_curve.h  fits to growing parts of a table
 *   select.h     choosing terms by information criteria
 *   path.h       fits under a penalty of falling strength, cross-validation
 *   sparse.h     sparse data: svmlight files, GSL's sparse matrices
 *   bootstrap.h  intervals of penalised fits
 *   doctor.h     what speaks against fitting a table, before any fit
 *   report.h     text summary, JSON, terminal curve
 *   figures.h    pictures of a fit: PNG, SVG, PDF, or the script that draws them
 */
#ifndef LOGREG_H
#define LOGREG_H

#include <logreg/base.h>
#include <logreg/bootstrap.h>
#include <logreg/calibration.h>
#include <logreg/data.h>
#include <logreg/diagnostics.h>
#include <logreg/doctor.h>
#include <logreg/effects.h>
#include <logreg/exact.h>
#include <logreg/figures.h>
#include <logreg/goodness.h>
#include <logreg/hypothesis.h>
#include <logreg/inference.h>
#include <logreg/learner.h>
#include <logreg/learning_curve.h>
#include <logreg/metrics.h>
#include <logreg/model.h>
#include <logreg/path.h>
#include <logreg/report.h>
#include <logreg/select.h>
#include <logreg/sparse.h>
#include <logreg/special.h>

#endif
