/* Makes allocations fail, one after the other. The linker sends every malloc, calloc, realloc, aligned_alloc,
 * posix_memalign and strdup that the library and the test call themselves through here (--wrap); other
 * libraries are left alone. Works under sanitizers. */
#ifndef TESTS_OOM_H
#define TESTS_OOM_H

#include <stdbool.h>
#include <stddef.h>

/* Runs action(context) over and over; its first allocation fails in the first run, the second in the second, and
 * so on, in growing strides from the two hundred and fiftieth (under valgrind from the fiftieth), until a run reaches no failing allocation. The action says whether all was well: it succeeded, or it
 * reported ENOMEM and left everything in order (leaks are for the sanitizers to find). Returns whether all was well
 * every time; a fail is printed with its k. Returns false, too, if nothing ever failed. */
bool oom_each(bool (*action)(void *context), void *context);

/* The k after this one, for tests that fail allocations of another library by a counter of their own. */
long oom_next(long k);

#endif
