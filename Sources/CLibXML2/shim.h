#pragma once
// Where libxml2 was built with ICU its headers bring ICU's, whose types Foundation has in another version: a module
// that sees both is refused, now and then. Of what they declare only the end of one structure differs, and nobody here
// looks into that.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/SAX2.h>
#include <libxml/dict.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

// What has no parser to complain to, libxml2 prints: a converter that meets a bad byte, for one. Its printing
// function takes any number of arguments, which Swift cannot write.
static inline void rushes_xml_say_nothing(void *nobody, const char *format, ...) {
    (void)nobody;
    (void)format;
}
/// Nothing that libxml2 meets on this thread goes to standard error.
static inline void rushes_xml_be_quiet(void) { xmlSetGenericErrorFunc(NULL, rushes_xml_say_nothing); }
/// Bytes that were given to the parser and that its converter has not taken.
static inline size_t rushes_xml_unconverted(xmlParserCtxtPtr parser) {
    if (parser == NULL || parser->input == NULL || parser->input->buf == NULL) return 0;
    return parser->input->buf->raw == NULL ? 0 : xmlBufUse(parser->input->buf->raw);
}
