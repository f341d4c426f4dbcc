#pragma once

/// How many blocks of memory this process has asked for so far: every malloc, calloc, realloc and aligned allocation.
unsigned long allocation_count(void);
