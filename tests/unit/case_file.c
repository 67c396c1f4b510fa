#include "case_file.h"

#include <stdlib.h>
#include <string.h>

#include "harness.h"

bool next_case(void *to, size_t size, line_reader *read, FILE *file)
{
    char line[512];
    bool any = false;
    memset(to, 0, size);
    while (fgets(line, sizeof line, file) && line[0] != '\n') {
        line[strcspn(line, "\n")] = '\0';
        bool known = read(to, line);
        if (!known)
            printf("# cannot read '%s'\n", line);
        CU_ASSERT_TRUE_FATAL(known);
        any = true;
    }
    return any;
}

size_t each_case(const char *path, size_t size, line_reader *read, case_check *check, void *data)
{
    FILE *file = fopen(source_path(path), "r");
    char *c = malloc(size);
    size_t n = 0;
    CU_ASSERT_TRUE_FATAL(file && c);
    for (; next_case(c, size, read, file); n++) {
        unsigned failures = CU_get_number_of_failures();
        check(c, data);
        if (CU_get_number_of_failures() > failures)
            printf("# case '%s'\n", c);
    }
    free(c);
    fclose(file);
    CU_ASSERT_TRUE_FATAL(n > 0);
    return n;
}

bool text_of(char *to, size_t size, const char *line, const char *key)
{
    size_t n = strlen(key);
    if (strncmp(line, key, n) != 0 || line[n] != ' ')
        return false;
    CU_ASSERT_TRUE_FATAL(strlen(line + n + 1) < size);
    strcpy(to, line + n + 1);
    return true;
}

bool number_of(double *to, const char *line, const char *key)
{
    char text[60];
    if (!text_of(text, sizeof text, line, key))
        return false;
    *to = strtod(text, NULL);
    return true;
}
