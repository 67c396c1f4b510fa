/* Labels that are one label in two ways, and slips. */
#include "harness.h"

#include "data/alike.h"

static void alike(void)
{
    CU_ASSERT_TRUE(logreg__labels_alike("East side", "east-side"));
    CU_ASSERT_TRUE(logreg__labels_alike("East  side", "East side"));
    CU_ASSERT_TRUE(logreg__labels_alike("N.", "n"));
    CU_ASSERT_TRUE(logreg__labels_alike("\303\234ber uns", "\303\274ber_uns"));
    CU_ASSERT_TRUE(logreg__labels_alike("Grade 1", "grade  1"));
    CU_ASSERT_FALSE(logreg__labels_alike("1-2", "12"));
    CU_ASSERT_FALSE(logreg__labels_alike("1.5 mg", "15 mg"));
    CU_ASSERT_FALSE(logreg__labels_alike("-", "--"));
    CU_ASSERT_FALSE(logreg__labels_alike("North", "Nort"));
    CU_ASSERT_FALSE(logreg__labels_alike("", " "));
}

static void near(void)
{
    CU_ASSERT_TRUE(logreg__labels_near("Nroth", "North"));
    CU_ASSERT_TRUE(logreg__labels_near("Northh", "North"));
    CU_ASSERT_FALSE(logreg__labels_near("Noth", "North")); /* four letters */
    CU_ASSERT_TRUE(logreg__labels_near("Souht side", "South side"));
    CU_ASSERT_TRUE(logreg__labels_near("pendng", "pending"));
    CU_ASSERT_TRUE(logreg__labels_near("Yess", "Yes"));
    CU_ASSERT_TRUE(logreg__labels_near("Noo", "No"));
    CU_ASSERT_FALSE(logreg__labels_near("Yes", "Yet"));
    CU_ASSERT_FALSE(logreg__labels_near("brown", "crown"));
    CU_ASSERT_FALSE(logreg__labels_near("Austria", "Australia"));
    CU_ASSERT_FALSE(logreg__labels_near("group1", "group2"));
    CU_ASSERT_FALSE(logreg__labels_near("North", "North"));
    CU_ASSERT_TRUE(logreg__label_slipped(3, 30));
    CU_ASSERT_FALSE(logreg__label_slipped(4, 400));
    CU_ASSERT_FALSE(logreg__label_slipped(3, 29));
    CU_ASSERT_FALSE(logreg__label_slipped(0, 29));
}

const test_case tests[] = {{"alike", alike}, {"near", near}, {NULL, NULL}};
