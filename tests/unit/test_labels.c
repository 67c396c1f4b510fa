/* Names that stand together: shortened ones stay apart, and what need not be shortened stays as it is. */
#include "harness.h"
#include "oom.h"

#include <stdlib.h>
#include <string.h>

#include "report/page/labels.h"
#include "report/page/table.h"

#define N(a) (sizeof(a) / sizeof *(a))

static logreg__page page_of(bool ascii)
{
    logreg__page page;
    logreg_report_options o = logreg_report_options_default();
    o.ascii = ascii;
    logreg__page_start(&page, &o);
    return page;
}

/* How many pairs of names that differ read alike, and whether each keeps to its room. */
static size_t alike(const char *const *name, size_t n, int room, bool ascii)
{
    const logreg__page page = page_of(ascii);
    char **label = logreg__labels_new(&page, name, n, room);
    size_t found = 0;
    CU_ASSERT_PTR_NOT_NULL_FATAL(label);
    for (size_t i = 0; i < n; i++) {
        CU_ASSERT_TRUE(logreg__columns(label[i], strlen(label[i])) <= room);
        for (size_t k = 0; k < i; k++) {
            bool same = strcmp(name[i], name[k]) == 0;
            CU_ASSERT_TRUE(!same || strcmp(label[i], label[k]) == 0);
            found += !same && strcmp(label[i], label[k]) == 0;
        }
    }
    logreg__labels_free(label, n);
    return found;
}

static bool labels_are(const char *const *name, const char *const *want, size_t n, int room)
{
    const logreg__page page = page_of(false);
    char **label = logreg__labels_new(&page, name, n, room);
    bool ok = label;
    for (size_t i = 0; ok && i < n; i++)
        ok = same_text(label[i], want[i]);
    logreg__labels_free(label, n);
    return ok;
}

static void what_tells_names_apart_is_shown(void)
{
    static const char *const end[] = {"Every day of the week more than one hour",
                                      "Every day of the week less than one hour", "Some days"};
    static const char *const end_want[] = {"Every…more than one hour", "Every…less than one hour",
                                           "Some days"};
    CU_ASSERT_TRUE(labels_are(end, end_want, N(end), 24));
    static const char *const near[] = {"History of preterm labour, 0-no.1-yes",
                                       "History of caesarean section, 0-no.1-yes"};
    static const char *const near_want[] = {"History of pret….1-yes", "History of caes….1-yes"};
    CU_ASSERT_TRUE(labels_are(near, near_want, N(near), 22));
    static const char *const middle[] = {
        "Every day of all the weeks in summer from five to seven in the evening",
        "Every day of all the weeks in winter from five to seven in the evening"};
    static const char *const middle_want[] = {"Ever…summer from five t…", "Ever…winter from five t…"};
    CU_ASSERT_TRUE(labels_are(middle, middle_want, N(middle), 24));
}

static void other_names_stay_as_they_are(void)
{
    static const char *const name[] = {"worst fractal dimension", "mean radius", "worst fractal dimension",
                                       "a long name of its own kind"};
    static const char *const want[] = {"worst …nsion", "mean radius", "worst …nsion", "a long… kind"};
    CU_ASSERT_TRUE(labels_are(name, want, N(name), 12));
    const logreg__page page = page_of(false);
    CU_ASSERT_EQUAL(logreg__labels_room(&page, name, N(name), 12, 40), 12);
    CU_ASSERT_TRUE(labels_are(name, want, 0, 12));
}

static void no_two_names_read_alike(void)
{
    static const char *const name[] = {
        "Contacto con amigos, Subir fotos, Seguir a famosos, Ver videos",
        "Contacto con amigos, Subir fotos, Seguir a famosos",
        "Contacto con amigos, Conocer gente, Subir fotos, Seguir a famosos",
        "Contacto con amigos, Amigos antiguos, Subir fotos, Seguir a famosos",
        "Contacto con amigos, Amigos antiguos, Seguir a famosos",
        "Contacto con amigos, Amigos antiguos, Seguir a famosos",
        "Contacto con amigos, Conocer gente, Seguir a famosos",
        "Contacto con amigos, Preguntar deberes, Seguir a famosos",
        "Mas contacto con amigos, Amigos antiguos, Seguir a famosos",
        "Todos los dias, mas de una hora",
        "Todos los dias, menos de una hora",
        "日本語のとても長い列の名前、夏の五時から七時まで",
        "日本語のとても長い列の名前、冬の五時から七時まで",
        "e\314\201te\314\201 tout entier, de longues journe\314\201es au bord de la mer",
        "e\314\201te\314\201 tout entier, de longues journees au bord de la mer",
        "abababababababababababababababababababababababababab",
        "ababababababababababababababababababababababababab",
        "abababababababababababababababababababababababababababab"};
    for (int room = 12; room < 80; room++) {
        CU_ASSERT_EQUAL(alike(name, N(name), room, false), 0);
        CU_ASSERT_EQUAL(alike(name, 11, room, true), 0);
    }
}

/* Names of four words of one length, of which each may be another: they differ anywhere. */
static void many_names_stay_apart(void)
{
    enum { WORDS = 4, KINDS = 4, ALL = 256 };
    static const char *const word[KINDS] = {"alternating", "beginnings.", "convergence", "derivations"};
    char *name[ALL];
    for (size_t i = 0; i < ALL; i++) {
        name[i] = calloc(1, 64);
        CU_ASSERT_PTR_NOT_NULL_FATAL(name[i]);
        for (size_t w = 0, rest = i; w < WORDS; w++, rest /= KINDS) {
            strcat(name[i], w ? " " : "");
            strcat(name[i], word[rest % KINDS]);
        }
    }
    for (int room = 14; room < 50; room += 5)
        CU_ASSERT_EQUAL(alike((const char *const *)name, ALL, room, false), 0);
    for (size_t i = 0; i < ALL; i++)
        free(name[i]);
}

static void room_is_given_where_it_tells_names_apart(void)
{
    static const char *const name[] = {"History of preterm labour, 0-no.1-yes",
                                       "History of premature membranes, 0-no.1-yes"};
    const logreg__page page = page_of(false);
    int room = logreg__labels_room(&page, name, N(name), 20, 40);
    CU_ASSERT_TRUE(room > 20 && room <= 40);
    CU_ASSERT_EQUAL(logreg__labels_room(&page, name, N(name), 20, 22), 20);
}

/* ---- Tables ---- */

static const char *const levels[] = {"Every day of the week more than one hour",
                                     "Every day of the week less than one hour", "Some days"};

static void fill(logreg__table_row *row, size_t i, int room, const void *data)
{
    (void)data;
    logreg__page_add(&row->label, "  ");
    logreg__page_name(&row->label, levels[i], room - 2);
    strcpy(row->cell[0], "0.123456789012345678901234567890");
}

static bool print_table(void *context)
{
    static const logreg__table_column column[] = {{"Number", 1, ""}};
    static const logreg__table table = {N(levels), 1, column, fill, NULL};
    logreg_report_options o = logreg_report_options_default();
    logreg__page page;
    char *text = NULL;
    o.width = 60;
    logreg__page_start(&page, &o);
    logreg__table_print(&page, &table);
    logreg_status status = logreg__page_finish(&text, &page, NULL);
    bool told = text && strstr(text, "…more than one hour") && strstr(text, "…less than one hour");
    free(text);
    (void)context;
    return status == LOGREG_ENOMEM ? !text : told;
}

static void rows_of_tables_stay_apart(void)
{
    CU_ASSERT_TRUE(print_table(NULL));
    CU_ASSERT_TRUE(oom_each(print_table, NULL));
}

static bool make_labels(void *context)
{
    const logreg__page page = page_of(false);
    char **label = logreg__labels_new(&page, levels, N(levels), 24);
    bool told = !label || strcmp(label[0], label[1]) != 0;
    logreg__labels_free(label, N(levels));
    (void)context;
    return told;
}

static void memory_may_run_out(void)
{
    CU_ASSERT_TRUE(oom_each(make_labels, NULL));
}

const test_case tests[] = {
    {"what tells names apart is shown", what_tells_names_apart_is_shown},
    {"other names stay as they are", other_names_stay_as_they_are},
    {"no two names read alike", no_two_names_read_alike},
    {"many names stay apart", many_names_stay_apart},
    {"room is given where it tells names apart", room_is_given_where_it_tells_names_apart},
    {"rows of tables stay apart", rows_of_tables_stay_apart},
    {"memory may run out", memory_may_run_out},
    {NULL, NULL},
};
