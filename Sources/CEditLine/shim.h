#pragma once
#include <editline/readline.h>

/// Leaves signals to the program while a line is read: the editor would else hand each to the whole group of processes.
static inline void line_editor_leave_signals(void) { rl_catch_signals = 0; }
