#pragma once
#include <xxhash.h>
#ifdef __x86_64__
// The plain XXH3 entry points of the distribution's library are SSE2 only; the dispatching ones
// choose AVX2 or AVX-512 at run time and are four times as fast. The header redefines the plain
// names as macros, which Swift cannot import: hence the #undefs.
#include <xxh_x86dispatch.h>
#undef XXH3_64bits
#undef XXH3_128bits
#undef XXH3_64bits_update
#undef XXH3_128bits_update
#undef XXH128
#endif
