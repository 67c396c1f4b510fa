/* Names of what numbers stand for in field books, and for answers to questions of why and as what: plots, quadrats, reasons, trades. */
#include "data/role.h"

bool logreg__named_plot(const char *name)
{
    return logreg__name_has(
        name, " plot subplot quadrat quadrate transect parcel parcela parcelle parzelle parzella "
              "parcella parcelas talh\303\243o talhao perceel teig ");
}

bool logreg__named_reason(const char *name)
{
    return logreg__plain_among(name,
                               " motivo motif grund beweggrund reason reden anledning powod "
                               "ocupaci\303\263n ocupacion ocupa\303\247\303\243o ocupacao profesi\303\263n "
                               "profesion profiss\303\243o profissao profession professione beroep "
                               "yrke zaw\303\263d zawod carriagewayhazards ");
}
