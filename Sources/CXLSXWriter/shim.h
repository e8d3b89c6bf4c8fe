#ifndef RUSHES_XLSXWRITER_SHIM_H
#define RUSHES_XLSXWRITER_SHIM_H

#include <xlsxwriter.h>

#endif
