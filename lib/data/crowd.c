#include "data/crowd.h"

#include "data/role.h"

bool logreg__crowded(size_t levels, double cases)
{
    enum { A_LEVEL = 3, MANY = 20, FEW_EACH = 20 };
    double n = (double)levels;
    return (cases >= LOGREG__ID_ROWS && A_LEVEL * n > cases) || (levels > MANY && FEW_EACH * n > cases);
}

bool logreg__names_persons(const char *name, size_t levels, double cases)
{
    enum { FEWEST = 6, FEW_EACH = 100, NO_KINDS = 10, RARE = 20 };
    double n = (double)levels;
    return (levels >= FEWEST && FEW_EACH * n > cases && logreg__named_person(name)) ||
           (levels >= NO_KINDS && RARE * n > cases && (logreg__named_being(name) || logreg__named_case(name)));
}
