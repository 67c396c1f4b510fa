/* The caller's error: formatted, cleaned, cut at a character's end. */
#include "harness.h"

#include <string.h>

#include "base/error.h"

static void formats_and_returns_status(void)
{
    logreg_error err;
    CU_ASSERT_EQUAL(logreg__fail(&err, LOGREG_EDATA, "row %d of %s", 3, "file"), LOGREG_EDATA);
    CU_ASSERT_EQUAL(err.status, LOGREG_EDATA);
    CU_ASSERT_TRUE(same_text(err.message, "row 3 of file"));
    CU_ASSERT_EQUAL(logreg__fail(NULL, LOGREG_EIO, "nobody listens"), LOGREG_EIO);
}

static void removes_control_characters(void)
{
    logreg_error err;
    logreg__fail(&err, LOGREG_EDATA, "a\x1b[31mb\nc\xff" "d \xe2\x80\xae" "e \xc3\xa9");
    CU_ASSERT_TRUE(same_text(err.message, "a?[31mb c?d ?e \xc3\xa9"));
}

static void cuts_at_a_character(void)
{
    logreg_error err;
    char text[2 * LOGREG_MESSAGE_SIZE];
    memset(text, 'x', sizeof text);
    memcpy(text + LOGREG_MESSAGE_SIZE - 2, "\xc3\xa9", 2);
    text[sizeof text - 1] = '\0';
    logreg__fail(&err, LOGREG_EDATA, "%s", text);
    CU_ASSERT_EQUAL(strlen(err.message), LOGREG_MESSAGE_SIZE - 2);
    CU_ASSERT_EQUAL(err.message[LOGREG_MESSAGE_SIZE - 3], 'x');
}

const test_case tests[] = {
    {"formats and returns the status", formats_and_returns_status},
    {"removes control characters", removes_control_characters},
    {"cuts at the end of a character", cuts_at_a_character},
    {NULL, NULL},
};
