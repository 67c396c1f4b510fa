/* Advance widths of Lato 2.0 (Lukasz Dziedzic, SIL Open Font License), as the tables hmtx and cmap of Lato-Regular.ttf and Lato-Bold.ttf have them; tests/reference/letters.py
 * reads them. Letters with marks are as wide as those without. */
#include "figures/setting/width.h"

#include <stddef.h>
#include <stdint.h>

#include <utf8proc.h>

#include "figures/setting/layout.h"

/* Units of the tables in the font's size, which is a letter's height. */
#define EM 2000.0

/* Widths of letters of another script, of wide ones of the East, and of signs. */
enum { OTHER = 1350, WIDE = 2000, FIRST = 32, LETTERS = 95 };

static const short width[2][LETTERS] = {
    {512,  538,  741,  1160, 1160, 1603, 1424, 408,  534,  534,  850,  1160, 454,  743,  472,  904,
     1160, 1160, 1160, 1160, 1160, 1160, 1160, 1160, 1160, 1160, 500,  523,  1160, 1160, 1160, 895,
     1673, 1354, 1293, 1336, 1521, 1155, 1131, 1461, 1527, 560,  845,  1325, 1027, 1857, 1527, 1601,
     1201, 1601, 1253, 1085, 1181, 1471, 1354, 2071, 1298, 1248, 1204, 612,  904,  612,  1160, 918,
     800,  994,  1120, 955,  1120, 1056, 701,  1040, 1116, 480,  480,  1016, 472,  1645, 1116, 1134,
     1121, 1120, 728,  866,  717,  1115, 1032, 1571, 996,  1031, 904,  602,  501,  602,  1160},
    {486,  562,  791,  1160, 1160, 1639, 1447, 423,  549,  549,  850,  1160, 468,  746,  475,  932,
     1160, 1160, 1160, 1160, 1160, 1160, 1160, 1160, 1160, 1160, 515,  541,  1160, 1160, 1160, 920,
     1687, 1389, 1317, 1323, 1521, 1150, 1132, 1452, 1541, 593,  859,  1371, 1039, 1890, 1541, 1616,
     1238, 1616, 1286, 1097, 1200, 1485, 1389, 2102, 1341, 1296, 1211, 627,  932,  627,  1160, 933,
     800,  1015, 1135, 964,  1135, 1068, 717,  1056, 1128, 508,  508,  1069, 497,  1675, 1128, 1149,
     1136, 1135, 746,  879,  744,  1128, 1056, 1605, 1044, 1055, 919,  612,  522,  612,  1160}};

static const struct {
    int32_t letter;
    short width;
} sign[] = {{0xB7, 549},   {0xD7, 1160},  {0x2013, 1160}, {0x2014, 1596}, {0x2018, 441}, {0x2019, 441},
            {0x201C, 773}, {0x201D, 773}, {0x2026, 1543}, {0x20AC, 1160}, {0x2212, 1160}};

static double width_of(int32_t letter, bool bold)
{
    utf8proc_int32_t parts[8];
    int boundary = 0;
    if (utf8proc_decompose_char(letter, parts, 8, UTF8PROC_DECOMPOSE, &boundary) > 0)
        letter = parts[0];
    if (letter >= FIRST && letter < FIRST + LETTERS)
        return width[bold][letter - FIRST];
    for (size_t i = 0; i < sizeof sign / sizeof *sign; i++)
        if (sign[i].letter == letter)
            return sign[i].width;
    int cells = utf8proc_charwidth(letter);
    return cells == 1 ? OTHER : cells == 2 ? WIDE : 0;
}

double logreg__width(const char *text, double size, bool bold)
{
    double sum = 0;
    for (utf8proc_ssize_t step; *text; text += step) {
        utf8proc_int32_t letter;
        step = utf8proc_iterate((const utf8proc_uint8_t *)text, -1, &letter);
        if (step <= 0) { /* which is drawn as a sign */
            letter = '?';
            step = 1;
        }
        sum += width_of(letter, bold);
    }
    return sum / EM * size * LOGREG__LETTER_HEIGHT;
}
