/* A file of tests/reference in cases: lines of a key and what it has to say, with an empty line behind each case. */
#ifndef TESTS_CASE_FILE_H
#define TESTS_CASE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* Reads one line of a case, without its end; false: it has an unknown form. */
typedef bool line_reader(void *to, const char *line);

/* Makes the case, of `size` bytes, zeros, and hands the lines of the next one to `read`; false at the end of the file. A line that it
 * does not understand is fatal to the test. */
bool next_case(void *to, size_t size, line_reader *read, FILE *file);

/* Looks at a case by assertions; data is what the test walks with. */
typedef void case_check(const void *of, void *data);

/* Walks over all cases of a file, by its path in the project; each is a struct of `size` bytes that begins with the case's name, an array of characters, which is told where an
 * assertion fails. Returns how many there are; none, or no file, is fatal to the test. */
size_t each_case(const char *path, size_t size, line_reader *read, case_check *check, void *data);

/* Takes what stands behind the key, where the line begins with it. */
bool text_of(char *to, size_t size, const char *line, const char *key);
bool number_of(double *to, const char *line, const char *key);

#endif
