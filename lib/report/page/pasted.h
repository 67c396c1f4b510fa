/* What a sentence holds to be pasted, which no line may break. */
#ifndef LOGREG_REPORT_PAGE_PASTED_H
#define LOGREG_REPORT_PAGE_PASTED_H

#include <stddef.h>

/* Bytes of the command at the start of a text: a program with its arguments, its file and the pipe behind, without the mark that the sentence goes
 * on with. 0: there is none. */
size_t logreg__pasted_command(const char *text);

/* Bytes of an option at the start of a text with its value, where that is quoted; what is written to it goes along. 0: there is none. */
size_t logreg__pasted_option(const char *text);

#endif
