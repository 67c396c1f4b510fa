/* Every function, number by number along strided vectors, in the order of the elements. */
#include <logreg/special.h>

#define OF_ONE(name)                                                                                         \
    void logreg_##name##_v(double *y, size_t stride_y, const double *x, size_t stride_x, size_t n)           \
    {                                                                                                        \
        for (size_t i = 0; i < n; i++)                                                                       \
            y[i * stride_y] = logreg_##name(x[i * stride_x]);                                                \
    }

#define OF_TWO(name)                                                                                         \
    void logreg_##name##_v(double *y, size_t stride_y, const double *a, size_t stride_a, const double *b,    \
                           size_t stride_b, size_t n)                                                        \
    {                                                                                                        \
        for (size_t i = 0; i < n; i++)                                                                       \
            y[i * stride_y] = logreg_##name(a[i * stride_a], b[i * stride_b]);                               \
    }

OF_ONE(sigmoid)
OF_ONE(sigmoid_complement)
OF_ONE(sigmoid_derivative)
OF_ONE(sigmoid_second_derivative)
OF_ONE(logit)
OF_ONE(log_sigmoid)
OF_ONE(log1pexp)
OF_ONE(log1mexp)
OF_ONE(odds_from_probability)
OF_ONE(probability_from_odds)
OF_ONE(log_odds_from_odds)
OF_ONE(odds_from_log_odds)
OF_ONE(tanh)
OF_ONE(tanh_derivative)
OF_ONE(relu)
OF_ONE(relu_derivative)

OF_TWO(odds_ratio)
OF_TWO(risk_ratio)
OF_TWO(risk_ratio_from_odds_ratio)
OF_TWO(odds_ratio_from_risk_ratio)
OF_TWO(probability_from_odds_ratio)
OF_TWO(probability_from_risk_ratio)
