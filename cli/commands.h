/* The commands; each stands in a file of its own and has a row in main.c. */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "command.h"

extern const cli_command command_fit;
extern const cli_command command_doctor;
extern const cli_command command_predict;
extern const cli_command command_evaluate;
extern const cli_command command_effects;
extern const cli_command command_show;
extern const cli_command command_compare;
extern const cli_command command_learning_curve;
extern const cli_command command_split;
extern const cli_command command_path, command_plot;
extern const cli_command command_demo;
extern const cli_command command_calc;
extern const cli_command command_make_classification;
extern const cli_command command_help;

#endif
