#include "data/chosen.h"

#include <math.h>

int logreg__nines(double x)
{
    static const double behind[] = {0.9, 0.99, 0.999, 0.9999};
    double whole = floor(x), rest = x - whole;
    int digits = 1, decimals = 0;
    double all = 9;
    for (; all < whole; digits++)
        all = 10 * all + 9;
    if (x < 9 || all != whole || all > 1e10)
        return 0;
    while (decimals < 4 && fabs(rest - behind[decimals]) > 1e-6)
        decimals++;
    return rest == 0 || (digits > 1 && decimals < 4) ? digits : 0;
}

bool logreg__beside_nines(double x)
{
    for (double all = 99, ones = 11; all < 1e10; all = 10 * all + 9, ones = 10 * ones + 1)
        if ((x >= all - 3 && x < all && x == floor(x)) || x == 6 * ones || x == 7 * ones || x == 8 * ones)
            return true;
    return x == 7 || x == 8;
}

bool logreg__machine_end(double x)
{
    if (x < 0)
        return x == -32768 || x == -2147483648. || logreg__machine_end(-x);
    return x == 32767 || x == 65535 || x == 2147483647 || x == 4294967295 || x >= 9.2e18;
}

bool logreg__chosen_log(double x)
{
    return x == -999.25;
}

bool logreg__chosen(double x)
{
    double size = fabs(x);
    return logreg__nines(size) || logreg__chosen_log(x) || logreg__machine_end(x) ||
           (size > 1e4 && logreg__beside_nines(size));
}

bool logreg__chosen_kin(double x)
{
    return x > 9 && logreg__beside_nines(x);
}

bool logreg__chosen_failure(double x)
{
    return x == -127 || x == 85 || x == -40 || x == -273.15 || x == -273;
}

bool logreg__chosen_year(double x)
{
    return x == 1800 || x == 1899 || x == 1900 || x == 1904 || x == 1970;
}

bool logreg__chosen_repeats(double x)
{
    return x > 100 && (logreg__nines(x) || logreg__beside_nines(x));
}
