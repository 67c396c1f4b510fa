/* Any two of the eight differ by at least 5 in lightness (CIE 1976 L*), so that they are told apart in grey, and stay apart for readers
 * without one of the three cones (Machado, Oliveira & Fernandes, IEEE Trans. Vis. Comput. Graph. 15, 2009). Lightness: 46, 59, 38, 66, 29, 72, 18, 78. */
#include "figures/palette.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include <logreg/figures.h>

static const char *const data[LOGREG_COLOURS] = {
    "#2f6fb0", "#d9713c", "#15663d", "#b392dd", "#7d2150", "#62c1b6", "#1a2a55", "#d8c04a",
};

/* The same where they are dark, else darker kin. */
static const char *const letters[LOGREG_COLOURS] = {
    "#2f6fb0", "#b9531f", "#15663d", "#7f59b5", "#7d2150", "#237f76", "#1a2a55", "#877308",
};

/* Ink, grey, soft, steel, pale, rule, white. */
static const char *const other[] = {"#1d2127", "#4a4f57", "#6b717a", "#5b616b",
                                    "#8a8f98", "#eceef1", "#ffffff"};

static const char *find(const char *const *table, int colour)
{
    return colour >= 0 ? table[colour % LOGREG_COLOURS] : other[(-colour - 1) % 7];
}

const char *logreg__colour(int colour)
{
    return find(data, colour);
}

const char *logreg__ink(int colour)
{
    return find(letters, colour);
}

const char *logreg__shade(int sign)
{
    return sign > 0 ? "#1b4a7f" : logreg__colour(sign < 0 ? 1 : LOGREG_WHITE);
}

const char *logreg__tint(char text[LOGREG__COLOUR_SIZE], int colour, double share)
{
    unsigned long rgb = strtoul(logreg__colour(colour) + 1, NULL, 16);
    unsigned part[3];
    for (int i = 0; i < 3; i++) {
        double full = (double)(rgb >> (16 - 8 * i) & 0xff);
        part[i] = (unsigned)lround(255 + share * (full - 255));
    }
    snprintf(text, LOGREG__COLOUR_SIZE, "#%02x%02x%02x", part[0] & 0xff, part[1] & 0xff, part[2] & 0xff);
    return text;
}
