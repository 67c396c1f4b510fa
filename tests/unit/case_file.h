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

/* Is the case as it should be? data is what the test walks with. */
typedef bool case_check(const void *c, void *data);

/* Walks over all cases of a file, by its path in the project; each is a struct of `size` bytes that begins with the case's name, an array of characters. One that is not as it
 * should be fails the test and is told by its name. Returns how many there are. */
size_t each_case(const char *path, size_t size, line_reader *read, case_check *check, void *data);

/* Takes what stands behind the key, where the line begins with it. */
bool text_of(char *to, size_t size, const char *line, const char *key);
bool number_of(double *to, const char *line, const char *key);

#endif
