#include "report/curves/axis.h"

#include <math.h>
#include <string.h>

/* Ticks are whole multiples of the step, so that 0 is 0 and no tick carries the rounding of the one before. */
double logreg__tick_value(const logreg__ticks *ticks, int i)
{
    return ticks->step * (ticks->first + i);
}

logreg__ticks logreg__ticks_nice(double low, double high, int most)
{
    static const double mantissa[] = {1, 2, 2.5, 5};
    int exponent = (int)floor(log10((high - low) / most)) - 1;
    for (;; exponent++) {
        for (int m = 0; m < 4; m++) {
            double step = mantissa[m] * pow(10, exponent);
            double first = ceil(low / step - 1e-9), last = floor(high / step + 1e-9);
            if (!(last - first < most))
                continue;
            int decimals = (exponent < 0 ? -exponent : 0) + (m == 2 && exponent <= 0);
            double largest = fmax(fabs(low), fabs(high));
            bool long_label = decimals > 7 || largest >= 1e7;
            return (logreg__ticks){step, first, (int)(last - first) + 1,
                                   long_label ? LOGREG__POWERS : decimals};
        }
    }
}

char *logreg__tick_label(char *text, const logreg__ticks *ticks, int i, const logreg__signs *sign)
{
    double value = logreg__tick_value(ticks, i);
    if (ticks->decimals != LOGREG__POWERS)
        return logreg__figure_fixed(text, value, ticks->decimals, sign);
    double largest =
        fmax(fabs(logreg__tick_value(ticks, 0)), fabs(logreg__tick_value(ticks, ticks->count - 1)));
    int digits = (int)fmin(15, fmax(0, floor(log10(largest / ticks->step) + 1e-9)) + 2);
    return logreg__figure_plain(text, value, digits, sign);
}

int logreg__axis_dot(double value, double low, double high, int dots)
{
    return (int)lround((value - low) / (high - low) * (dots - 1));
}

int logreg__tick_place(const logreg__ticks *ticks, int i, double low, double high, int columns)
{
    return logreg__axis_dot(logreg__tick_value(ticks, i), low, high, 2 * columns) / 2;
}

int logreg__tick_start(const logreg__ticks *ticks, int i, double low, double high, int columns,
                       const logreg__signs *sign)
{
    char label[LOGREG__FIGURE_SIZE];
    logreg__tick_label(label, ticks, i, sign);
    int wide = logreg__columns(label, strlen(label));
    int start = logreg__tick_place(ticks, i, low, high, columns) - wide / 2;
    if (start + wide > columns)
        start = columns - wide;
    return start < 0 ? 0 : start;
}

logreg__ticks logreg__ticks_fit(double low, double high, int columns, const logreg__signs *sign)
{
    for (int most = 2 + columns / 8;; most--) {
        logreg__ticks ticks = logreg__ticks_nice(low, high, most);
        int end = -2; /* column after the label before */
        bool apart = true;
        for (int i = 0; i < ticks.count && apart; i++) {
            char label[LOGREG__FIGURE_SIZE];
            logreg__tick_label(label, &ticks, i, sign);
            int start = logreg__tick_start(&ticks, i, low, high, columns, sign);
            apart = start >= end + 2;
            end = start + logreg__columns(label, strlen(label));
        }
        if (apart || most <= 2)
            return ticks;
    }
}
